import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { personIdOf } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { Reading } from '../../infra/graphql/request.js';
import { HtmlScalar, MarkdownScalar } from '../../infra/graphql/scalars.js';
import { personById } from '../people/people.loaders.js';
import type { PersonEntity } from '../people/person.entity.js';
import { Person } from '../people/person.graphql.js';
import { allowedActsOf } from '../postmortem/postmortem-acts.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { Postmortem } from '../postmortem/postmortem.graphql.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import { changesBetween, type CasePart } from '../sign-off/changed-parts.loaders.js';
import { CasePartEnum } from '../sign-off/sign-off.graphql.js';
import type { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import { TimelineEvent } from '../timeline/timeline.graphql.js';
import { timelineOf } from '../timeline/timeline.loaders.js';
import type { EditionFinding } from './edition-rules.js';
import { wholeText } from './edition-text.js';
import { PublicEditionPages } from './public-edition-pages.service.js';
import type { PublicEditionEntity, PublicEditionVersionEntity } from './public-edition.entity.js';
import {
  EditionActEnum,
  InternalMatterReplacement,
  PublicEdition,
  PublicEditionFinding,
  PublicEditionVersion,
  type EditionAct,
} from './public-edition.graphql.js';
import { publicEditionOf, publicVersionOf } from './public-edition.loaders.js';
import { canHaveEdition, mayPublicEdition } from './public-edition.policy.js';
import { PublicEditions } from './public-edition.service.js';
import type { Replacement } from './redaction.js';

/** The public edition of a case, and what may be done with it. */
@Resolver(() => Postmortem)
export class CasePublicEditionResolver {
  @ResolveField(() => PublicEdition, {
    nullable: true,
    description: 'Its edition for everybody; null where none was made.',
  })
  publicEdition(
    @Reading() ctx: Ctx,
    @Parent() { id }: PostmortemEntity,
  ): Promise<PublicEditionEntity | null> {
    return publicEditionOf(ctx).load(id);
  }

  @ResolveField(() => [EditionActEnum], {
    description: 'What the caller may do now with its edition for everybody.',
  })
  async publicEditionActs(
    @Reading() ctx: Ctx,
    @Parent() row: PostmortemEntity,
  ): Promise<EditionAct[]> {
    if (!(await allowedActsOf(ctx).load(row)).includes('EDIT')) return [];
    const edition = await publicEditionOf(ctx).load(row.id);
    const isFacilitator = row.facilitatorId !== null && row.facilitatorId === personIdOf(ctx.actor);
    const facts = { isFacilitator, editorId: edition?.editorId };
    const may = (act: Parameters<typeof mayPublicEdition>[1]) =>
      mayPublicEdition(ctx.actor, act, facts);
    const isOpen = canHaveEdition(row);
    const { status, publicNumber } = edition ?? {};
    const isWaiting = status === 'DRAFT' || status === 'WITHDRAWN';
    const acts: [EditionAct, boolean][] = [
      ['MAKE', isOpen && may('edit')],
      ['EDIT', isOpen && edition !== null && may('edit')],
      ['APPROVE', isOpen && isWaiting && may('approve')],
      ['PUBLISH', isOpen && status === 'APPROVED' && may('publish')],
      ['WITHDRAW', typeof publicNumber === 'number' && may('withdraw')],
    ];
    return acts.filter(([, isAllowed]) => isAllowed).map(([act]) => act);
  }
}

@Resolver(() => PublicEdition)
export class PublicEditionResolver {
  constructor(
    private readonly editions: PublicEditions,
    private readonly pages: PublicEditionPages,
  ) {}

  @ResolveField(() => MarkdownScalar, { description: 'Title and text as one document.' })
  markdown(@Parent() row: PublicEditionEntity): string {
    return wholeText(row);
  }

  @ResolveField(() => HtmlScalar, {
    description: 'The same as a page of its own, with its style and without any script.',
  })
  html(@Reading() ctx: Ctx, @Parent() row: PublicEditionEntity): Promise<string> {
    return this.pages.html(ctx, row);
  }

  @ResolveField(() => MarkdownScalar, {
    description: 'The same parts of the case as it is today, as they stand inside.',
  })
  async insideMarkdown(@Reading() ctx: Ctx, @Parent() row: PublicEditionEntity): Promise<string> {
    return wholeText((await this.editions.made(ctx, row)).inside);
  }

  @ResolveField(() => [InternalMatterReplacement], {
    description: 'What the rules replace in the case as it is today.',
  })
  async replacements(
    @Reading() ctx: Ctx,
    @Parent() row: PublicEditionEntity,
  ): Promise<readonly Replacement[]> {
    return (await this.editions.made(ctx, row)).replacements;
  }

  @ResolveField(() => [PublicEditionFinding], {
    description:
      'What of its text still looks as if it should stay inside, in the order of the text; at most 500.',
  })
  findings(@Reading() ctx: Ctx, @Parent() row: PublicEditionEntity): Promise<EditionFinding[]> {
    return this.editions.findings(ctx, row);
  }

  @ResolveField(() => [CasePartEnum], {
    description: 'What of the case reads otherwise today than when the edition was made from it.',
  })
  async changedParts(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId, caseRevision: from }: PublicEditionEntity,
  ): Promise<CasePart[]> {
    const postmortem = await postmortemById(ctx).load(postmortemId);
    if (!postmortem) return [];
    return changesBetween(ctx).load({ postmortemId, from, to: postmortem.revision });
  }

  @ResolveField(() => [String], { description: 'Sections that stay inside, by their headings.' })
  omittedSections(@Parent() { choices }: PublicEditionEntity): readonly string[] {
    return choices.omittedSections;
  }

  @ResolveField(() => [TimelineEvent], { description: 'Entries of the timeline that stay inside.' })
  async omittedEvents(
    @Reading() ctx: Ctx,
    @Parent() { postmortemId, choices }: PublicEditionEntity,
  ): Promise<TimelineEventEntity[]> {
    const omitted = new Set(choices.omittedEventIds);
    const events = await timelineOf(ctx).load(postmortemId);
    return events.filter(({ id }) => omitted.has(id));
  }

  @ResolveField(() => Boolean, { description: 'Its actions have who does them, and until when.' })
  withActionDetails(@Parent() { choices }: PublicEditionEntity): boolean {
    return choices.withActionDetails;
  }

  @ResolveField(() => Boolean, { description: 'It has the findings.' })
  withFindings(@Parent() { choices }: PublicEditionEntity): boolean {
    return choices.withFindings;
  }

  @ResolveField(() => Boolean, { description: 'It has which practices held.' })
  withPractices(@Parent() { choices }: PublicEditionEntity): boolean {
    return choices.withPractices;
  }

  @ResolveField(() => Boolean, { description: 'Search engines may list its page.' })
  isListed(@Parent() row: PublicEditionEntity): boolean {
    return row.isListed === 1;
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who made it anew or edited it last; null for the program itself.',
  })
  editor(
    @Reading() ctx: Ctx,
    @Parent() { editorId }: PublicEditionEntity,
  ): Promise<PersonEntity | null> | null {
    return editorId === null ? null : personById(ctx).load(editorId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who approved it as it stands; null while nobody has, or for the program itself.',
  })
  approver(
    @Reading() ctx: Ctx,
    @Parent() { approverId }: PublicEditionEntity,
  ): Promise<PersonEntity | null> | null {
    return approverId === null ? null : personById(ctx).load(approverId);
  }

  @ResolveField(() => PublicEditionVersion, {
    nullable: true,
    description: 'The version that is out, which may be older than the text; null: none is.',
  })
  publicVersion(
    @Reading() ctx: Ctx,
    @Parent() row: PublicEditionEntity,
  ): Promise<PublicEditionVersionEntity | null> {
    return publicVersionOf(ctx).load(row);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where everybody reads the version that is out; null while none is, and where public editions are switched off.',
  })
  url(@Parent() row: PublicEditionEntity): string | null {
    return this.pages.urlOf(row);
  }

  @ResolveField(() => Boolean, {
    description: 'Public editions are switched on, by `FUPAN_PUBLIC_EDITIONS`.',
  })
  isServed(): boolean {
    return this.pages.areServed;
  }
}
