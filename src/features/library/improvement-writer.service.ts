import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { insertRows } from '../../infra/database/insert.js';
import { ActionLinkEntity } from '../action-link/action-link.entity.js';
import type { Improvement } from '../case-file/improvement-file.js';
import { RecurrenceAnswerEntity } from '../recurrence/recurrence-answer.entity.js';
import { openServices, openTeams } from './catalog-book.js';
import { leadsNowhere, type ImportFault } from './import-fault.js';
import { writeInitiatives } from './initiative-book.js';
import { namedInInitiatives } from './initiative-events.js';
import { openPersonBook, type PersonBook } from './person-book.js';
import { inPortions } from './portions.js';
import { ReferenceBook, type ActionTarget, type CaseTarget } from './reference-book.js';
import { writeTasks } from './task-book.js';

/** What the references of a file lead to. */
interface Books {
  readonly actions: ReferenceBook<ActionTarget>;
  readonly cases: ReferenceBook<CaseTarget>;
  readonly people: PersonBook;
}

/** Writes an improvement file: adds what is not there, and changes and removes nothing. */
@Injectable()
export class ImprovementWriter {
  /** Answers what leads nowhere and what is not allowed; the rest is written. */
  async write(tx: TxCtx, improvement: Improvement): Promise<ImportFault[]> {
    const { tasks, initiatives, links, answers } = improvement;
    const named = namedInInitiatives(initiatives);
    const people = await openPersonBook(tx, [
      ...tasks.flatMap(({ owner, runs }) => [
        ...(owner ? [owner] : []),
        ...runs.flatMap(({ doneBy, recordedBy }) =>
          [doneBy, recordedBy].flatMap((person) => person ?? []),
        ),
      ]),
      ...named.people,
      ...answers.flatMap(({ by }) => by ?? []),
    ]);
    const teams = await openTeams(tx, [...tasks.flatMap(({ team }) => team ?? []), ...named.teams]);
    const services = await openServices(
      tx,
      tasks.flatMap(({ service }) => service ?? []),
    );
    const books: Books = {
      people,
      actions: await ReferenceBook.ofActions(tx, [
        ...initiatives.flatMap(({ actions }) => actions),
        ...links.flatMap(({ from, to }) => [from, to]),
        ...answers.map(({ action }) => action),
      ]),
      cases: await ReferenceBook.ofCases(
        tx,
        answers.map((answer) => answer.case),
      ),
    };
    return [
      ...(await writeTasks(tx, tasks, { people, teams, services })),
      ...(await writeInitiatives(tx, initiatives, { people, teams, actions: books.actions })),
      ...(await writeLinks(tx, links, books)),
      ...(await writeAnswers(tx, answers, books)),
    ];
  }
}

async function writeLinks(
  tx: TxCtx,
  links: Improvement['links'],
  { actions }: Books,
): Promise<ImportFault[]> {
  const faults: ImportFault[] = [];
  const ends = links.map(({ from, to }) => ({ from: actions.find(from), to: actions.find(to) }));
  const fromIds = [
    ...new Set(ends.flatMap(({ from, to }) => [from?.id ?? [], to?.id ?? []].flat())),
  ];
  const present = await inPortions(fromIds, (some) =>
    tx.db.findBy(ActionLinkEntity, { fromId: In(some) }),
  );
  const taken = new Set(present.map(({ fromId, toId }) => pairOf(fromId, toId)));
  const counts = new Map<string, number>();
  for (const { fromId } of present) counts.set(fromId, (counts.get(fromId) ?? 0) + 1);
  const added: ActionLinkEntity[] = [];
  for (const [at, { kind, from: fromRef, to: toRef }] of links.entries()) {
    const { from, to } = ends[at] ?? {};
    const path = ['links', at];
    if (!from) faults.push(leadsNowhere([...path, 'from'], fromRef));
    if (!to) faults.push(leadsNowhere([...path, 'to'], toRef));
    if (!from || !to || taken.has(pairOf(from.id, to.id))) continue;
    const count = (counts.get(from.id) ?? 0) + 1;
    const message = refusalOf(kind, from, to, count);
    if (message !== undefined) {
      faults.push({ path, message });
      continue;
    }
    taken.add(pairOf(from.id, to.id));
    counts.set(from.id, count);
    added.push({ id: newId(), fromId: from.id, toId: to.id, kind });
  }
  await insertRows(tx, ActionLinkEntity, added);
  return faults;
}

/** A link means the same from both ends. */
const pairOf = (one: string, other: string): string => [one, other].sort().join(' ');

function refusalOf(
  kind: ActionLinkEntity['kind'],
  from: ActionTarget,
  to: ActionTarget,
  count: number,
): string | undefined {
  if (from.id === to.id) return `${from.key} cannot be linked to itself; remove the link`;
  if (kind === 'SAME_IDEA' && from.postmortemId === to.postmortemId) {
    return `${from.key} and ${to.key} are of one case, which is not the same idea again; remove the link`;
  }
  return count > LIMITS.shortList
    ? `${from.key} has ${LIMITS.shortList} links already; remove one first`
    : undefined;
}

async function writeAnswers(
  tx: TxCtx,
  answers: Improvement['answers'],
  { actions, cases, people }: Books,
): Promise<ImportFault[]> {
  const faults: ImportFault[] = [];
  const found = answers.map((answer) => ({
    postmortem: cases.find(answer.case),
    action: actions.find(answer.action),
  }));
  const caseIds = [...new Set(found.flatMap(({ postmortem }) => postmortem?.id ?? []))];
  const present = await inPortions(caseIds, (some) =>
    tx.db.findBy(RecurrenceAnswerEntity, { postmortemId: In(some) }),
  );
  const markOf = (caseId: string, actionId: string): string => `${caseId} ${actionId}`;
  const taken = new Set(present.map((row) => markOf(row.postmortemId, row.actionItemId)));
  const added: RecurrenceAnswerEntity[] = [];
  for (const [at, answer] of answers.entries()) {
    const { postmortem, action } = found[at] ?? {};
    const path = ['answers', at];
    if (!postmortem) faults.push(leadsNowhere([...path, 'case'], answer.case));
    if (!action) faults.push(leadsNowhere([...path, 'action'], answer.action));
    if (!postmortem || !action || taken.has(markOf(postmortem.id, action.id))) continue;
    if (action.postmortemId === postmortem.id) {
      const message = `${action.key} is of ${postmortem.key} itself; name what an earlier case asked for`;
      faults.push({ path, message });
      continue;
    }
    taken.add(markOf(postmortem.id, action.id));
    added.push({
      id: newId(),
      postmortemId: postmortem.id,
      actionItemId: action.id,
      answer: answer.answer,
      personId: answer.by ? people.idOf(answer.by) : null,
      at: new Date(answer.at),
    });
  }
  await insertRows(tx, RecurrenceAnswerEntity, added);
  return faults;
}
