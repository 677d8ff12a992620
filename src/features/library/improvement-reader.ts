import type { SelectQueryBuilder } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { groupedBy } from '../../core/loader.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionLinkEntity } from '../action-link/action-link.entity.js';
import type { PersonRef } from '../case-file/case-document.js';
import type {
  Improvement,
  InitiativeDocument,
  Ref,
  TaskDocument,
} from '../case-file/improvement-file.js';
import { InitiativeActionEntity } from '../initiative/initiative-action.entity.js';
import { InitiativeEntity, InitiativeEventEntity } from '../initiative/initiative.entity.js';
import { mayInitiative } from '../initiative/initiative.policy.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { RecurrenceAnswerEntity } from '../recurrence/recurrence-answer.entity.js';
import { RecurringTaskEntity, TaskRunEntity } from '../recurring-task/recurring-task.entity.js';
import { mayTask } from '../recurring-task/recurring-task.policy.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import { withoutBlanks } from './case-parts.js';
import { initiativeHistoryDocument } from './initiative-events.js';

/** What was learnt across cases, and the cases that it speaks of. */
export interface LoadedImprovement {
  readonly improvement: Improvement;
  readonly caseIds: ReadonlySet<string>;
}

/** People and the keys of teams, by id. */
interface Names {
  readonly people: ReadonlyMap<string, PersonRef>;
  readonly teams: ReadonlyMap<string, string>;
}

/**
 * What the caller may read of it, always in the same order: of what ties two cases together only
 * what lies between two that they may read, and of what initiatives gather only their actions.
 */
export async function readImprovement(ctx: Ctx): Promise<LoadedImprovement> {
  const persons = await ctx.db.findBy(PersonEntity, {});
  const people = new Map(
    persons.map(({ id, name, email }): [string, PersonRef] => [id, withoutBlanks({ name, email })]),
  );
  const teams = new Map((await ctx.db.findBy(TeamEntity, {})).map(({ id, key }) => [id, key]));
  const names = { people, teams };
  const caseIds = new Set<string>();
  return {
    improvement: {
      tasks: await readTasks(ctx, names),
      initiatives: await readInitiatives(ctx, names, caseIds),
      links: await readLinks(ctx, caseIds),
      answers: await readAnswers(ctx, names, caseIds),
    },
    caseIds,
  };
}

async function readTasks(ctx: Ctx, { people, teams }: Names): Promise<TaskDocument[]> {
  if (!mayTask(ctx.actor, 'read')) return [];
  const { db } = ctx;
  const rows = await db.find(RecurringTaskEntity, { order: { number: 'ASC' } });
  const services = new Map((await db.findBy(ServiceEntity, {})).map(({ id, name }) => [id, name]));
  const runs = groupedBy(
    await db.find(TaskRunEntity, { order: { dueOn: 'ASC', number: 'ASC' } }),
    rows.map(({ id }) => id),
    ({ taskId }) => taskId,
  );
  const person = (id: string | null): PersonRef | undefined => people.get(id ?? '');
  return rows.map((row, at): TaskDocument =>
    withoutBlanks({
      id: row.id,
      key: row.key,
      title: row.title,
      detail: row.detail,
      team: teams.get(row.teamId ?? ''),
      owner: person(row.ownerId),
      service: services.get(row.serviceId ?? ''),
      practice: row.practice,
      createdAt: row.createdAt.toISOString(),
      archivedAt: row.archivedAt?.toISOString(),
      cadences: row.cadences.map(withoutBlanks),
      runs: (runs[at] ?? []).map((run) =>
        withoutBlanks({
          dueOn: run.dueOn,
          result: run.result,
          note: run.note,
          evidence: run.evidence,
          doneBy: person(run.doneById),
          doneAt: run.doneAt.toISOString(),
          recordedBy: person(run.recordedById),
          recordedAt: run.recordedAt.toISOString(),
        }),
      ),
    }),
  );
}

/** Columns of a reference, as a query of raw rows names them. */
type RefRow<Name extends string> = Record<`${Name}Id` | `${Name}Key` | `${Name}Title`, string>;

function selectRef(query: SelectQueryBuilder<object>, alias: string): void {
  query
    .addSelect(`${alias}.id`, `${alias}Id`)
    .addSelect(`${alias}.key`, `${alias}Key`)
    .addSelect(`${alias}.title`, `${alias}Title`);
}

function refOf<Name extends string>(row: RefRow<Name>, name: Name): Ref {
  return { id: row[`${name}Id`], key: row[`${name}Key`], title: row[`${name}Title`] };
}

async function readInitiatives(
  ctx: Ctx,
  names: Names,
  caseIds: Set<string>,
): Promise<InitiativeDocument[]> {
  if (!mayInitiative(ctx.actor, 'read')) return [];
  const { people, teams } = names;
  const rows = await ctx.db.find(InitiativeEntity, { order: { number: 'ASC' } });
  const ids = rows.map(({ id }) => id);
  const events = groupedBy(
    await ctx.db.find(InitiativeEventEntity, { order: { number: 'ASC' } }),
    ids,
    ({ initiativeId }) => initiativeId,
  );
  const gathered = groupedBy(await readGathered(ctx), ids, ({ initiativeId }) => initiativeId);
  return rows.map((row, at): InitiativeDocument => {
    const actions = gathered[at] ?? [];
    for (const { caseId } of actions) caseIds.add(caseId);
    return withoutBlanks({
      id: row.id,
      key: row.key,
      title: row.title,
      goal: row.goal,
      status: row.status,
      reason: row.reason,
      team: teams.get(row.teamId ?? ''),
      owner: people.get(row.ownerId ?? ''),
      targetOn: row.targetOn,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      actions: actions.map((action) => refOf(action, 'action')),
      history: initiativeHistoryDocument(events[at] ?? [], people, teams),
    });
  });
}

type GatheredRow = RefRow<'action'> & Record<'initiativeId' | 'caseId', string>;

/** What initiatives gather, as far as the caller may read its case; by key. */
function readGathered(ctx: Ctx): Promise<GatheredRow[]> {
  const query = ctx.db
    .createQueryBuilder(InitiativeActionEntity, 'gathered')
    .select('gathered.initiativeId', 'initiativeId')
    .innerJoin(ActionItemEntity, 'action', 'action.id = gathered.actionItemId')
    .innerJoin(PostmortemEntity, 'p', 'p.id = action.postmortemId')
    .addSelect('p.id', 'caseId')
    .orderBy('action.number');
  selectRef(query, 'action');
  return onlyReadable(query, ctx.actor, 'p').getRawMany<GatheredRow>();
}

/** In the order they were made. */
async function readLinks(ctx: Ctx, caseIds: Set<string>): Promise<Improvement['links']> {
  const query = ctx.db
    .createQueryBuilder(ActionLinkEntity, 'link')
    .select('link.kind', 'kind')
    .innerJoin(ActionItemEntity, 'source', 'source.id = link.fromId')
    .innerJoin(PostmortemEntity, 'p', 'p.id = source.postmortemId')
    .innerJoin(ActionItemEntity, 'target', 'target.id = link.toId')
    .innerJoin(PostmortemEntity, 'q', 'q.id = target.postmortemId')
    .addSelect('p.id', 'fromCase')
    .addSelect('q.id', 'toCase')
    .orderBy('link.id');
  for (const alias of ['source', 'target']) selectRef(query, alias);
  for (const alias of ['p', 'q']) onlyReadable(query, ctx.actor, alias);
  const rows = await query.getRawMany<
    RefRow<'source' | 'target'> &
      Record<'fromCase' | 'toCase', string> &
      Pick<ActionLinkEntity, 'kind'>
  >();
  return rows.map((row) => {
    caseIds.add(row.fromCase).add(row.toCase);
    return { kind: row.kind, from: refOf(row, 'source'), to: refOf(row, 'target') };
  });
}

/** In the order they were given. */
async function readAnswers(
  ctx: Ctx,
  { people }: Names,
  caseIds: Set<string>,
): Promise<Improvement['answers']> {
  const query = ctx.db
    .createQueryBuilder(RecurrenceAnswerEntity, 'answer')
    .innerJoin(PostmortemEntity, 'happened', 'happened.id = answer.postmortemId')
    .innerJoin(ActionItemEntity, 'action', 'action.id = answer.actionItemId')
    .innerJoin(PostmortemEntity, 'asked', 'asked.id = action.postmortemId')
    .select('answer.id', 'id')
    .addSelect('asked.id', 'askedCase')
    .orderBy('answer.id');
  for (const alias of ['happened', 'action']) selectRef(query, alias);
  for (const alias of ['happened', 'asked']) onlyReadable(query, ctx.actor, alias);
  const rows = await query.getRawMany<
    RefRow<'happened' | 'action'> & { id: string; askedCase: string }
  >();
  const answers = new Map(
    (await ctx.db.findBy(RecurrenceAnswerEntity, {})).map((answer) => [answer.id, answer]),
  );
  return rows.flatMap((row) => {
    const answer = answers.get(row.id);
    if (!answer) return [];
    caseIds.add(row.happenedId).add(row.askedCase);
    return withoutBlanks({
      case: refOf(row, 'happened'),
      action: refOf(row, 'action'),
      answer: answer.answer,
      by: people.get(answer.personId ?? ''),
      at: answer.at.toISOString(),
    });
  });
}
