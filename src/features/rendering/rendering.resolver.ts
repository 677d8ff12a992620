import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';

import { checked, text as texts } from '../../core/validation.js';
import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import { HtmlScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import type { CommentEntity, CommentThreadEntity } from '../comment/comment.entity.js';
import { Comment, CommentThread } from '../comment/comment.graphql.js';
import type { IncidentEntity } from '../incident/incident.entity.js';
import { Incident } from '../incident/incident.graphql.js';
import type { InitiativeEntity } from '../initiative/initiative.entity.js';
import { Initiative } from '../initiative/initiative.graphql.js';
import type { PostmortemEntity, SectionEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem, Section } from '../postmortem/postmortem.graphql.js';
import type {
  ReviewAgendaCaseEntity,
  ReviewDecisionEntity,
} from '../review-meeting/review-agenda.entity.js';
import { ReviewAgendaCase, ReviewDecision } from '../review-meeting/review-agenda.graphql.js';
import type { ReviewMeetingEntity } from '../review-meeting/review-meeting.entity.js';
import { ReviewMeeting } from '../review-meeting/review-meeting.graphql.js';
import { ReviewMinutesDocument } from '../review-meeting/review-minutes.graphql.js';
import type { Minutes } from '../review-meeting/review-minutes.service.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { TimelineEvent } from '../timeline/timeline.graphql.js';
import { RenderingService } from './rendering.service.js';

const HTML = () => HtmlScalar;
const previewed = z.object({ text: texts.prose });

/** The Markdown of each noun as HTML. Whoever may read the one may read the other. */
@Resolver(() => Postmortem)
export class RenderedPostmortemResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`summary` as HTML.' })
  summaryHtml(@Reading() ctx: Ctx, @Parent() { id, summary }: PostmortemEntity): Promise<string> {
    return this.rendering.html(ctx, summary, id);
  }
}

@Resolver(() => Section)
export class RenderedSectionResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`body` as HTML.' })
  bodyHtml(
    @Reading() ctx: Ctx,
    @Parent() { body, position, postmortemId }: SectionEntity,
  ): Promise<string> {
    return this.rendering.html(ctx, body, `${postmortemId}-${position}`);
  }
}

@Resolver(() => Incident)
export class RenderedIncidentResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`summary` as HTML.' })
  summaryHtml(@Reading() ctx: Ctx, @Parent() { id, summary }: IncidentEntity): Promise<string> {
    return this.rendering.html(ctx, summary, id);
  }
}

@Resolver(() => Initiative)
export class RenderedInitiativeResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { nullable: true, description: '`goal` as HTML; null where it is.' })
  goalHtml(@Reading() ctx: Ctx, @Parent() { id, goal }: InitiativeEntity): Promise<string> | null {
    return goal === null ? null : this.rendering.html(ctx, goal, id);
  }
}

@Resolver(() => TimelineEvent)
export class RenderedTimelineEventResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { nullable: true, description: '`evidence` as HTML; null where it is.' })
  evidenceHtml(
    @Reading() ctx: Ctx,
    @Parent() { id, evidence }: TimelineEventEntity,
  ): Promise<string> | null {
    return evidence === null ? null : this.rendering.html(ctx, evidence, id);
  }
}

@Resolver(() => ActionItem)
export class RenderedActionItemResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { nullable: true, description: '`detail` as HTML; null where it is.' })
  detailHtml(
    @Reading() ctx: Ctx,
    @Parent() { id, detail }: ActionItemEntity,
  ): Promise<string> | null {
    return detail === null ? null : this.rendering.html(ctx, detail, `${id}-detail`);
  }

  @ResolveField(HTML, { nullable: true, description: '`doneWhen` as HTML; null where it is.' })
  doneWhenHtml(
    @Reading() ctx: Ctx,
    @Parent() { id, doneWhen }: ActionItemEntity,
  ): Promise<string> | null {
    return doneWhen === null ? null : this.rendering.html(ctx, doneWhen, `${id}-done-when`);
  }

  @ResolveField(HTML, { nullable: true, description: '`evidence` as HTML; null where it is.' })
  evidenceHtml(
    @Reading() ctx: Ctx,
    @Parent() { id, evidence }: ActionItemEntity,
  ): Promise<string> | null {
    return evidence === null ? null : this.rendering.html(ctx, evidence, `${id}-evidence`);
  }
}

@Resolver(() => CommentThread)
export class RenderedCommentThreadResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { nullable: true, description: '`answer` as HTML; null where it is.' })
  answerHtml(
    @Reading() ctx: Ctx,
    @Parent() { id, answer }: CommentThreadEntity,
  ): Promise<string> | null {
    return answer === null ? null : this.rendering.html(ctx, answer, id);
  }
}

@Resolver(() => Comment)
export class RenderedCommentResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`text` as HTML.' })
  textHtml(@Reading() ctx: Ctx, @Parent() { id, text }: CommentEntity): Promise<string> {
    return this.rendering.html(ctx, text, id);
  }
}

@Resolver(() => ReviewMinutesDocument)
export class RenderedReviewMinutesResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`text` as HTML.' })
  html(@Reading() ctx: Ctx, @Parent() { meetingId, text }: Minutes): Promise<string> {
    return this.rendering.html(ctx, text, meetingId);
  }
}

@Resolver(() => ReviewMeeting)
export class RenderedReviewMeetingResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { nullable: true, description: '`closing` as HTML; null where it is.' })
  closingHtml(
    @Reading() ctx: Ctx,
    @Parent() { id, closing }: ReviewMeetingEntity,
  ): Promise<string> | null {
    return closing === null ? null : this.rendering.html(ctx, closing, id);
  }
}

@Resolver(() => ReviewAgendaCase)
export class RenderedReviewAgendaCaseResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`notes` as HTML.' })
  notesHtml(@Reading() ctx: Ctx, @Parent() { id, notes }: ReviewAgendaCaseEntity): Promise<string> {
    return this.rendering.html(ctx, notes, id);
  }
}

@Resolver(() => ReviewDecision)
export class RenderedReviewDecisionResolver {
  constructor(private readonly rendering: RenderingService) {}

  @ResolveField(HTML, { description: '`text` as HTML.' })
  textHtml(@Reading() ctx: Ctx, @Parent() { id, text }: ReviewDecisionEntity): Promise<string> {
    return this.rendering.html(ctx, text, id);
  }
}

/** Rendering of what is not stored yet. */
@Resolver()
export class RenderingResolver {
  constructor(private readonly rendering: RenderingService) {}

  @Requires('read')
  @Query(HTML, { description: 'How a text will look; nothing is stored.' })
  markdownRender(
    @Reading() ctx: Ctx,
    @Args('text', { type: () => MarkdownScalar, description: 'At most 1,000,000 characters.' })
    text: string,
  ): Promise<string> {
    return this.rendering.html(ctx, checked(previewed, { text }, []).text, 'preview');
  }
}
