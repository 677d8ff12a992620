import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import { Reading } from '../../infra/graphql/request.js';
import { MarkdownScalar } from '../../infra/graphql/scalars.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItem } from '../action-item/action-item.graphql.js';
import { actionItemById } from '../action-item/action-item.loaders.js';
import type { FactorEntity } from '../factor/factor.entity.js';
import { Factor } from '../factor/factor.graphql.js';
import { factorTreeOf } from '../factor/factor.loaders.js';
import type { FindingEntity } from '../finding/finding.entity.js';
import { Finding } from '../finding/finding.graphql.js';
import { findingsOf } from '../finding/finding.loaders.js';
import { LanguageFinding, LanguageRule } from '../language-check/language-check.graphql.js';
import type { LanguageFinding as FoundInText } from '../language-check/language-check.service.js';
import type { PostmortemEntity, SectionEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem, Section } from '../postmortem/postmortem.graphql.js';
import { sectionsOf } from '../postmortem/postmortem.loaders.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { TimelineEvent } from '../timeline/timeline.graphql.js';
import { timelineOf } from '../timeline/timeline.loaders.js';
import { excerptOf, type CaseLanguageFinding as Found, type TextPlace } from './case-language.js';
import { CaseLanguageFinding } from './guidance.graphql.js';
import { Guidance, type Marked } from './guidance.service.js';

type FoundInCase = Marked<Found>;

const NULL_ELSEWHERE = (what: string) => ({
  nullable: true,
  description: `${what}; null where it is in another text.`,
});

@Resolver(() => Postmortem)
export class CaseLanguageResolver {
  constructor(private readonly guidance: Guidance) {}

  @ResolveField(() => [CaseLanguageFinding], {
    description:
      'Ways to put it that blame, judge by hindsight, hide what happened or name a person as the cause; at most 200, in the first 400,000 characters. Advice: nothing is refused for it.',
  })
  languageFindings(@Reading() ctx: Ctx, @Parent() row: PostmortemEntity): Promise<FoundInCase[]> {
    return this.guidance.language(ctx, row);
  }

  @Requires('read')
  @Query(() => [LanguageFinding], {
    description:
      'Ways to put it in a text being written that blame, judge by hindsight, hide what happened or name a person as the cause; at most 500. Nothing is stored.',
  })
  languageCheck(
    @Reading() ctx: Ctx,
    @Args('text', { type: () => MarkdownScalar, description: 'At most 1,000,000 characters.' })
    text: string,
  ): Promise<FoundInText[]> {
    return this.guidance.languageOfText(ctx, text);
  }
}

@Resolver(() => CaseLanguageFinding)
export class CaseLanguageFindingResolver {
  @ResolveField()
  place(@Parent() found: FoundInCase): TextPlace {
    return found.in.place;
  }

  @ResolveField(() => String)
  before(@Parent() found: FoundInCase): string {
    return excerptOf(found.in.text, found).before;
  }

  @ResolveField(() => String)
  words(@Parent() found: FoundInCase): string {
    return excerptOf(found.in.text, found).words;
  }

  @ResolveField(() => String)
  after(@Parent() found: FoundInCase): string {
    return excerptOf(found.in.text, found).after;
  }

  @ResolveField(() => LanguageRule, { description: 'What is wrong with it, and what to ask.' })
  rule(@Parent() found: FoundInCase): FoundInCase['rule'] {
    return found.rule;
  }

  @ResolveField(() => Section, NULL_ELSEWHERE('The section'))
  async section(@Reading() ctx: Ctx, @Parent() found: FoundInCase): Promise<SectionEntity | null> {
    return theOne(await sectionsOf(ctx).load(found.postmortemId), found, 'SECTION');
  }

  @ResolveField(() => TimelineEvent, NULL_ELSEWHERE('The entry of the timeline'))
  async timelineEvent(
    @Reading() ctx: Ctx,
    @Parent() found: FoundInCase,
  ): Promise<TimelineEventEntity | null> {
    return theOne(await timelineOf(ctx).load(found.postmortemId), found, 'TIMELINE_EVENT');
  }

  @ResolveField(() => Factor, NULL_ELSEWHERE('The factor'))
  async factor(@Reading() ctx: Ctx, @Parent() found: FoundInCase): Promise<FactorEntity | null> {
    const tree = await factorTreeOf(ctx).load(found.postmortemId);
    return found.in.place === 'FACTOR' ? (tree.find(found.in.targetId) ?? null) : null;
  }

  @ResolveField(() => Finding, NULL_ELSEWHERE('What went well, wrong, luckily or surprised'))
  async finding(@Reading() ctx: Ctx, @Parent() found: FoundInCase): Promise<FindingEntity | null> {
    return theOne(await findingsOf(ctx).load(found.postmortemId), found, 'FINDING');
  }

  @ResolveField(() => ActionItem, NULL_ELSEWHERE('The action'))
  actionItem(
    @Reading() ctx: Ctx,
    @Parent() found: FoundInCase,
  ): Promise<ActionItemEntity | null> | null {
    return found.in.place === 'ACTION_ITEM' ? actionItemById(ctx).load(found.in.targetId) : null;
  }
}

function theOne<Row extends { readonly id: string }>(
  rows: readonly Row[],
  found: FoundInCase,
  place: TextPlace,
): Row | null {
  if (found.in.place !== place) return null;
  return rows.find(({ id }) => id === found.in.targetId) ?? null;
}
