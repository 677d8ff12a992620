import type { ReadManager } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { groupedBy } from '../../core/loader.js';
import { given } from '../../infra/database/versioned.js';
import {
  ActionItemEventEntity,
  FOLLOWED,
  isSameState,
  stateOf,
  type FollowedState,
} from '../action-item/action-item-event.entity.js';
import type { ActionEventDocument, PersonRef } from '../case-file/case-document.js';
import type { TeamEntity } from '../people/team.entity.js';
import { withoutBlanks } from './case-parts.js';
import type { Ids } from './catalog-book.js';
import type { PersonBook } from './person-book.js';

type Events = readonly ActionItemEventEntity[];

/** Items whose history is read at a stretch; a statement takes so many parameters. */
const AT_ONCE = 1_000;

/** What happened to these action items, the first thing first, by id. */
export async function readActionEvents(
  db: ReadManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Events>> {
  const all = new Map<string, Events>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const rows = await db
      .createQueryBuilder(ActionItemEventEntity, 'e')
      .where('e.actionItemId IN (:...some)', { some })
      .orderBy('e.number')
      .getMany();
    const groups = groupedBy(rows, some, (row) => row.actionItemId);
    some.forEach((id, index) => all.set(id, groups[index] ?? []));
  }
  return all;
}

/** A history as files have it. That something was imported once is none: the next library will say so itself. */
export function historyDocument(
  events: Events,
  persons: ReadonlyMap<string, PersonRef>,
  teams: ReadonlyMap<string, TeamEntity>,
): ActionEventDocument[] | undefined {
  if (events.length < 2 && events[0]?.act !== 'CREATE') return undefined;
  const person = (id: string | null): PersonRef | null => persons.get(id ?? '') ?? null;
  return events.map((event, index): ActionEventDocument => {
    const before = events[index - 1];
    const wrote: Record<keyof Omit<FollowedState, 'status'>, object> = {
      title: { title: event.title },
      type: { type: event.type },
      priority: { priority: event.priority },
      ownerId: { owner: person(event.ownerId) },
      teamId: { team: teams.get(event.teamId ?? '')?.key ?? null },
      dueOn: { dueOn: event.dueOn },
      pausedUntil: { pausedUntil: event.pausedUntil },
      effectCheckOn: { effectCheckOn: event.effectCheckOn },
    };
    const changed = FOLLOWED.filter((name) => event[name] !== (before?.[name] ?? null));
    return Object.assign(
      withoutBlanks({
        at: event.at.toISOString(),
        by: person(event.actorId),
        act: event.act,
        status: event.status,
        reason: event.reason,
      }),
      ...changed.map((name) => (name === 'status' ? {} : wrote[name])),
    ) as ActionEventDocument;
  });
}

/** The history that a file tells, as rows. */
export function eventsOf(
  item: Pick<ActionItemEventEntity, 'actionItemId' | 'title'>,
  history: readonly ActionEventDocument[],
  people: PersonBook,
  teams: Ids,
): ActionItemEventEntity[] {
  let state: Omit<FollowedState, 'status'> = {
    title: item.title,
    type: null,
    priority: null,
    ownerId: null,
    teamId: null,
    dueOn: null,
    pausedUntil: null,
    effectCheckOn: null,
  };
  return history.map((event, index) => {
    const { at, by, act, status, reason, owner, team, ...plain } = event;
    state = {
      ...state,
      ...given(plain),
      ...(owner === undefined ? {} : { ownerId: owner && people.idOf(owner) }),
      ...(team === undefined ? {} : { teamId: team && (teams.get(team) ?? null) }),
    };
    return {
      id: newId(),
      actionItemId: item.actionItemId,
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
}

/** What a file did to an item, if it did anything that its history follows. */
export function importedEvent(
  item: FollowedState & { readonly id: string },
  events: Events,
  at: Date,
): ActionItemEventEntity[] {
  const last = events.at(-1);
  if (last && isSameState(last, item)) return [];
  return [
    {
      id: newId(),
      actionItemId: item.id,
      number: events.length + 1,
      at,
      actorId: null,
      act: 'IMPORT',
      fromStatus: last?.status ?? null,
      reason: null,
      ...stateOf(item),
    },
  ];
}

/** The people and the teams that a history names. */
export function namedInHistory(history: readonly ActionEventDocument[] = []): {
  people: PersonRef[];
  teams: string[];
} {
  return {
    people: history.flatMap(({ by, owner }) => [by, owner].flatMap((person) => person ?? [])),
    teams: history.flatMap(({ team }) => team ?? []),
  };
}
