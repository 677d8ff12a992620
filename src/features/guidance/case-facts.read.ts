import { In, Not } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { LIMITS } from '../../core/limits.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { factorTreeOf } from '../factor/factor.loaders.js';
import { findingsOf } from '../finding/finding.loaders.js';
import { incidentById } from '../incident/incident.loaders.js';
import { mayReadPeople } from '../people/people.policy.js';
import { PersonEntity } from '../people/person.entity.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { incidentIdsOf, sectionsOf } from '../postmortem/postmortem.loaders.js';
import { practicesOf } from '../practice/practice.loaders.js';
import type { TemplateService } from '../template/template.service.js';
import { timelineOf } from '../timeline/timeline.loaders.js';
import type { CaseText } from './case-language.js';
import type { CaseFacts } from './completeness.js';

/** Actions of a batch of cases that are looked through. */
const MOST_ACTIONS = 5_000;
/** People whose names are known to the check; more do not write one library. */
const MOST_PEOPLE = 5_000;

/** Of cases that the caller has, the actions that were not given up, as far as advice looks at them. */
export const advisedActionsOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const rows = await ctx.db.find(ActionItemEntity, {
    select: {
      id: true,
      postmortemId: true,
      status: true,
      priority: true,
      type: true,
      title: true,
      doneWhen: true,
      ownerId: true,
      teamId: true,
      dueOn: true,
      key: true,
      detail: true,
    },
    where: { postmortemId: In([...postmortemIds]), status: Not('REJECTED') },
    order: { postmortemId: 'ASC', position: 'ASC' },
    take: MOST_ACTIONS,
  });
  return groupedBy(rows, postmortemIds, (row): string => row.postmortemId);
});

/** What advice on a case hangs on, and what the parts that it may be about read like, by their ids. */
export interface AdvisedCase {
  readonly facts: CaseFacts;
  readonly words: ReadonlyMap<string, string>;
}

/** The same of a case that the caller has. */
export async function advisedCase(
  ctx: Ctx,
  row: PostmortemEntity,
  templates: TemplateService,
): Promise<AdvisedCase> {
  const { id, status, summary } = row;
  const [sections, timeline, tree, practices, actions, incidentIds, template] = await Promise.all([
    sectionsOf(ctx).load(id),
    timelineOf(ctx).load(id),
    factorTreeOf(ctx).load(id),
    practicesOf(ctx).load(id),
    advisedActionsOf(ctx).load(id),
    incidentIdsOf(ctx).load(id),
    templates.sectionsAsked(ctx, row.template, row.language),
  ]);
  const incidents = await Promise.all(incidentIds.map((each) => incidentById(ctx).load(each)));
  const known = incidents.filter((incident) => incident !== null);
  const facts: CaseFacts = {
    isIncident: known.some(({ kind }) => kind === 'INCIDENT'),
    isOut: status === 'APPROVED' || status === 'PUBLISHED',
    ...{ summary, sections, template, timeline, actions },
    incidents: known,
    factors: tree.below(null),
    assessedPractices: practices.length,
  };
  const words = new Map([
    ...timeline.map((each): [string, string] => [each.id, each.text]),
    ...actions.map((each): [string, string] => [each.id, each.title]),
    ...known.map((each): [string, string] => [each.id, each.title]),
  ]);
  return { facts, words };
}

/** Every text of a case that people write, in the order of its page. */
export async function textsOf(ctx: Ctx, row: PostmortemEntity): Promise<CaseText[]> {
  const { id } = row;
  const [sections, timeline, tree, findings, actions] = await Promise.all([
    sectionsOf(ctx).load(id),
    timelineOf(ctx).load(id),
    factorTreeOf(ctx).load(id),
    findingsOf(ctx).load(id),
    advisedActionsOf(ctx).load(id),
  ]);
  return [
    { place: 'SUMMARY', targetId: id, text: row.summary },
    ...sections.map((each) => ({ place: 'SECTION' as const, targetId: each.id, text: each.body })),
    ...timeline.map((each) => ({
      place: 'TIMELINE_EVENT' as const,
      targetId: each.id,
      text: each.text,
    })),
    ...tree
      .below(null)
      .map((each) => ({ place: 'FACTOR' as const, targetId: each.id, text: each.text })),
    ...findings.map((each) => ({ place: 'FINDING' as const, targetId: each.id, text: each.text })),
    ...actions.flatMap((each) =>
      [each.title, each.detail ?? ''].map((text) => ({
        place: 'ACTION_ITEM' as const,
        targetId: each.id,
        text,
      })),
    ),
  ];
}

/** The names of people as a caller may know them: to tell when a sentence is about one of them. */
export async function namesOfPeople(ctx: Ctx): Promise<string[]> {
  if (!mayReadPeople(ctx.actor)) return [];
  const people = await ctx.db.find(PersonEntity, {
    select: { id: true, name: true },
    order: { id: 'ASC' },
    take: MOST_PEOPLE,
  });
  return people.map(({ name }) => name.slice(0, LIMITS.name));
}
