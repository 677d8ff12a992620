import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { insertRows } from '../../infra/database/insert.js';
import { numberOf } from '../../infra/database/keys.js';
import { ActionItemEventEntity } from '../action-item/action-item-event.entity.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import type { SettledAction } from './action-book.js';
import { eventsOf, importedEvent, readActionEvents } from './action-events.js';
import type { SettledCase } from './case-settler.js';
import type { Ids } from './catalog-book.js';
import { instant } from './incident-book.js';
import { keyOf } from './key-ring.js';
import type { PersonBook } from './person-book.js';
import { writeTrackerLinks } from './tracker-rows.js';

/** Writes the action items of these cases: new ones are added, present ones changed, the others removed. */
export async function writeActions(
  tx: TxCtx,
  cases: readonly SettledCase[],
  people: PersonBook,
  teams: Ids,
): Promise<void> {
  const now = tx.clock.now();
  const added: ActionItemEntity[] = [];
  const events: ActionItemEventEntity[] = [];
  const present = cases.flatMap(({ present }) => present?.document.actions ?? []);
  const known = await readActionEvents(
    tx.db,
    present.flatMap(({ id }) => id ?? []),
  );
  const retold: string[] = [];
  for (const { id: postmortemId, document, present } of cases) {
    // What is new here has stood like that since the file was last edited.
    const asOf = new Date(
      Math.min(now.getTime(), instant(document.updatedAt)?.getTime() ?? Infinity),
    );
    const before = new Set(present?.document.actions.map(({ id }) => id));
    for (const [position, action] of document.actions.entries()) {
      const { id, history = [] } = action;
      const columns = { ...actionColumns(action, people, teams), position, updatedAt: now };
      const there = known.get(id) ?? [];
      const isRetold = history.length > there.length;
      const told = isRetold
        ? eventsOf({ actionItemId: id, title: action.title }, history, people, teams)
        : there;
      const at = told.length === 0 ? asOf : now;
      events.push(...(isRetold ? told : []), ...importedEvent({ id, ...columns }, told, at));
      if (before.delete(id)) {
        if (isRetold) retold.push(id);
        await tx.db
          .createQueryBuilder()
          .update(ActionItemEntity)
          .set({ ...columns, version: () => 'version + 1' })
          .where('id = :id', { id })
          .execute();
      } else {
        const key = keyOf(action);
        const identity = { id, version: 1, key, number: numberOf(key), postmortemId };
        added.push({ ...columns, ...identity, createdAt: told[0]?.at ?? now });
      }
    }
    const gone = [...before].filter((id) => id !== undefined);
    if (gone.length > 0) await tx.db.delete(ActionItemEntity, { id: In(gone) });
  }
  await insertRows(tx, ActionItemEntity, added);
  if (retold.length > 0) await tx.db.delete(ActionItemEventEntity, { actionItemId: In(retold) });
  await insertRows(tx, ActionItemEventEntity, events);
  const actions = cases.flatMap(({ document }) => document.actions);
  await writeTrackerLinks(tx, actions, present, people);
}

function actionColumns(action: SettledAction, people: PersonBook, teams: Ids) {
  return {
    title: action.title,
    detail: action.detail ?? null,
    doneWhen: action.doneWhen ?? null,
    type: action.type ?? null,
    priority: action.priority ?? null,
    status: action.status,
    ownerId: action.owner ? people.idOf(action.owner) : null,
    ownerText: action.ownerText ?? null,
    teamId: action.team === undefined ? null : (teams.get(action.team) ?? null),
    dueOn: action.dueOn ?? null,
    evidence: action.evidence ?? null,
    completedAt: instant(action.completedAt),
    verifierId: action.verifier ? people.idOf(action.verifier) : null,
    verifiedAt: instant(action.verifiedAt),
    effectCheckOn: action.effectCheckOn ?? null,
    effectNote: action.effectNote ?? null,
    reason: action.reason ?? null,
    pauseApproverId: action.pauseApprover ? people.idOf(action.pauseApprover) : null,
    pausedUntil: action.pausedUntil ?? null,
    pausedFrom: action.pausedFrom ?? null,
    trackerUrl: action.trackerUrl ?? null,
  };
}
