import { newId } from '../../core/ids.js';
import { given } from '../../infra/database/versioned.js';
import type { PersonRef } from '../case-file/case-document.js';
import type { InitiativeDocument, InitiativeEventDocument } from '../case-file/improvement-file.js';
import {
  FOLLOWED,
  type InitiativeEntity,
  type InitiativeEventEntity,
} from '../initiative/initiative.entity.js';
import { withoutBlanks } from './case-parts.js';
import type { Ids } from './catalog-book.js';
import type { PersonBook } from './person-book.js';

type Followed = (typeof FOLLOWED)[number];

/** A history as files have it. That something was imported once is none: the next library will say so itself. */
export function initiativeHistoryDocument(
  events: readonly InitiativeEventEntity[],
  people: ReadonlyMap<string, PersonRef>,
  teams: ReadonlyMap<string, string>,
): InitiativeEventDocument[] {
  if (events.length < 2 && events[0]?.act !== 'CREATE') return [];
  return events.map((event, index): InitiativeEventDocument => {
    const before = events[index - 1];
    const wrote: Record<Exclude<Followed, 'status'>, object> = {
      title: { title: event.title },
      teamId: { team: teams.get(event.teamId ?? '') ?? null },
      ownerId: { owner: people.get(event.ownerId ?? '') ?? null },
      targetOn: { targetOn: event.targetOn },
    };
    const changed = FOLLOWED.filter((name) => event[name] !== (before?.[name] ?? null));
    return Object.assign(
      withoutBlanks({
        at: event.at.toISOString(),
        by: people.get(event.actorId ?? ''),
        act: event.act,
        status: event.status,
        reason: event.reason,
      }),
      ...changed.map((name) => (name === 'status' ? {} : wrote[name])),
    ) as InitiativeEventDocument;
  });
}

/** The history that a file tells of an initiative, as rows; at its end, what the file did beyond it. */
export function initiativeEvents(
  row: InitiativeEntity,
  history: readonly InitiativeEventDocument[],
  { people, teams }: { readonly people: PersonBook; readonly teams: Ids },
  now: Date,
): InitiativeEventEntity[] {
  let state: Pick<InitiativeEventEntity, Exclude<Followed, 'status'>> = {
    title: row.title,
    teamId: null,
    ownerId: null,
    targetOn: null,
  };
  const events = history.map((event, index): InitiativeEventEntity => {
    const { at, by, act, status, reason, owner, team, ...plain } = event;
    state = {
      ...state,
      ...given(plain),
      ...(owner === undefined ? {} : { ownerId: owner && people.idOf(owner) }),
      ...(team === undefined ? {} : { teamId: team && (teams.get(team) ?? null) }),
    };
    return {
      id: newId(),
      initiativeId: row.id,
      number: index + 1,
      at: new Date(at),
      actorId: by ? people.idOf(by) : null,
      act,
      fromStatus: history[index - 1]?.status ?? null,
      status,
      reason: reason ?? null,
      ...state,
    };
  });
  const last = events.at(-1);
  if (last && FOLLOWED.every((name) => last[name] === row[name])) return events;
  const { id: initiativeId, status, reason, title, teamId, ownerId, targetOn } = row;
  const imported: InitiativeEventEntity = {
    id: newId(),
    initiativeId,
    number: events.length + 1,
    at: now,
    actorId: null,
    act: 'IMPORT',
    fromStatus: last?.status ?? null,
    ...{ status, reason, title, teamId, ownerId, targetOn },
  };
  return [...events, imported];
}

/** The people and the keys of the teams that initiatives and their histories name. */
export function namedInInitiatives(initiatives: readonly InitiativeDocument[]): {
  readonly people: PersonRef[];
  readonly teams: string[];
} {
  const events = initiatives.flatMap(({ history }) => history);
  return {
    people: [
      ...initiatives.flatMap(({ owner }) => owner ?? []),
      ...events.flatMap(({ by, owner }) => [by, owner].flatMap((person) => person ?? [])),
    ],
    teams: [...initiatives, ...events].flatMap(({ team }) => team ?? []),
  };
}
