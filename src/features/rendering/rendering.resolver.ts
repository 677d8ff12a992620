import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { z } from 'zod';

import { checked, text as texts } from '../../core/validation.js';
import { Requires } from '../../infra/graphql/access.js';
import { HtmlScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { htmlOf } from '../../infra/markdown/markdown.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import type { IncidentEntity } from '../incident/incident.entity.js';
import { Incident } from '../incident/incident.graphql.js';
import type { PostmortemEntity, SectionEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem, Section } from '../postmortem/postmortem.graphql.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { TimelineEvent } from '../timeline/timeline.graphql.js';

const HTML = () => HtmlScalar;
const previewed = z.object({ text: texts.prose });

/** The Markdown of each noun as HTML. Whoever may read the one may read the other. */
@Resolver(() => Postmortem)
export class RenderedPostmortemResolver {
  @ResolveField(HTML, { description: '`summary` as HTML.' })
  summaryHtml(@Parent() { id, summary }: PostmortemEntity): Promise<string> {
    return htmlOf(summary, id);
  }
}

@Resolver(() => Section)
export class RenderedSectionResolver {
  @ResolveField(HTML, { description: '`body` as HTML.' })
  bodyHtml(@Parent() { body, position, postmortemId }: SectionEntity): Promise<string> {
    return htmlOf(body, `${postmortemId}-${position}`);
  }
}

@Resolver(() => Incident)
export class RenderedIncidentResolver {
  @ResolveField(HTML, { description: '`summary` as HTML.' })
  summaryHtml(@Parent() { id, summary }: IncidentEntity): Promise<string> {
    return htmlOf(summary, id);
  }
}

@Resolver(() => TimelineEvent)
export class RenderedTimelineEventResolver {
  @ResolveField(HTML, { nullable: true, description: '`evidence` as HTML; null where it is.' })
  evidenceHtml(@Parent() { id, evidence }: TimelineEventEntity): Promise<string> | null {
    return evidence === null ? null : htmlOf(evidence, id);
  }
}

@Resolver(() => ActionItem)
export class RenderedActionItemResolver {
  @ResolveField(HTML, { nullable: true, description: '`detail` as HTML; null where it is.' })
  detailHtml(@Parent() { id, detail }: ActionItemEntity): Promise<string> | null {
    return detail === null ? null : htmlOf(detail, `${id}-detail`);
  }

  @ResolveField(HTML, { nullable: true, description: '`evidence` as HTML; null where it is.' })
  evidenceHtml(@Parent() { id, evidence }: ActionItemEntity): Promise<string> | null {
    return evidence === null ? null : htmlOf(evidence, `${id}-evidence`);
  }
}

/** Rendering of what is not stored yet. */
@Resolver()
export class RenderingResolver {
  @Requires('read')
  @Query(HTML, { description: 'How a text will look; nothing is stored.' })
  markdownRender(
    @Args('text', { type: () => MarkdownScalar, description: 'At most 1,000,000 characters.' })
    text: string,
  ): Promise<string> {
    return htmlOf(checked(previewed, { text }, []).text, 'preview');
  }
}
