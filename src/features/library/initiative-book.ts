import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { insertRows } from '../../infra/database/insert.js';
import { numberOf } from '../../infra/database/keys.js';
import type { InitiativeDocument } from '../case-file/improvement-file.js';
import { InitiativeActionEntity } from '../initiative/initiative-action.entity.js';
import { InitiativeEntity, InitiativeEventEntity } from '../initiative/initiative.entity.js';
import { OPEN_STATUSES } from '../initiative/initiative.states.js';
import type { Ids } from './catalog-book.js';
import { leadsNowhere, type ImportFault } from './import-fault.js';
import { instant } from './incident-book.js';
import { initiativeEvents } from './initiative-events.js';
import { keyOf, KeyRing, type Keyed } from './key-ring.js';
import type { PersonBook } from './person-book.js';
import { inPortions } from './portions.js';
import { ReferenceBook, type ActionTarget, type InitiativeTarget } from './reference-book.js';

interface Known {
  readonly people: PersonBook;
  readonly teams: Ids;
  readonly actions: ReferenceBook<ActionTarget>;
}

/** An initiative of a file, and the one of the library that it is or becomes. */
interface Placed extends Keyed {
  /** Its place in the file. */
  readonly at: number;
  readonly document: InitiativeDocument;
  readonly id: string;
  readonly there: InitiativeTarget | undefined;
}

/**
 * Adds initiatives that are not there, by id, else by key and title, and to each of the file the
 * action items that no initiative gathers. Answers what leads nowhere or is not possible.
 */
export async function writeInitiatives(
  tx: TxCtx,
  initiatives: readonly InitiativeDocument[],
  known: Known,
): Promise<ImportFault[]> {
  if (initiatives.length === 0) return [];
  const faults: ImportFault[] = [];
  const placed: Placed[] = [];
  const present = await ReferenceBook.ofInitiatives(tx, initiatives);
  const keys = new KeyRing('INI', present.keys());
  const met = new Set<string>();
  for (const [at, document] of initiatives.entries()) {
    const there = present.find(document);
    const id = there?.id ?? document.id ?? newId();
    if (met.has(id)) {
      const message = 'the initiative is there twice; keep one';
      faults.push({ path: ['initiatives', at], message });
      continue;
    }
    met.add(id);
    const each: Placed = { at, document, id, there, key: there?.key };
    placed.push(each);
    if (!there) keys.give(each, document.key);
  }
  await keys.close(tx);
  const now = tx.clock.now();
  const added = placed
    .filter(({ there }) => !there)
    .map((each) => ({ row: rowOf(each, known, now), history: each.document.history }));
  await insertRows(
    tx,
    InitiativeEntity,
    added.map(({ row }) => row),
  );
  await insertRows(
    tx,
    InitiativeEventEntity,
    added.flatMap(({ row, history }) => initiativeEvents(row, history, known, now)),
  );
  return [...faults, ...(await gather(tx, placed, known))];
}

function rowOf(each: Placed, { people, teams }: Known, now: Date): InitiativeEntity {
  const { id, document } = each;
  const key = keyOf(each);
  return {
    id,
    version: 1,
    key,
    number: numberOf(key),
    title: document.title,
    goal: document.goal ?? null,
    status: document.status,
    reason: document.reason ?? null,
    teamId: teams.get(document.team ?? '') ?? null,
    ownerId: document.owner ? people.idOf(document.owner) : null,
    targetOn: document.targetOn ?? null,
    createdAt: instant(document.createdAt) ?? now,
    updatedAt: instant(document.updatedAt) ?? now,
  };
}

/** One initiative at most gathers an action item: the one that does already, else the first of the file. */
async function gather(
  tx: TxCtx,
  placed: readonly Placed[],
  { actions }: Known,
): Promise<ImportFault[]> {
  const faults: ImportFault[] = [];
  const named = placed.flatMap(({ document }) => document.actions);
  const actionIds = [...new Set(named.flatMap((ref) => actions.find(ref)?.id ?? []))];
  const present = await inPortions(actionIds, (some) =>
    tx.db.findBy(InitiativeActionEntity, { actionItemId: In(some) }),
  );
  const holders = new Map(present.map((row) => [row.actionItemId, row.initiativeId]));
  const keyById = new Map(placed.map((each) => [each.id, keyOf(each)]));
  const elsewhere = [...new Set(holders.values())].filter((id) => !keyById.has(id));
  const others = await inPortions(elsewhere, (some) =>
    tx.db.find(InitiativeEntity, { select: { id: true, key: true }, where: { id: In(some) } }),
  );
  for (const { id, key } of others) keyById.set(id, key);
  const added: InitiativeActionEntity[] = [];
  for (const each of placed) {
    for (const [index, ref] of each.document.actions.entries()) {
      const path = ['initiatives', each.at, 'actions', index];
      const action = actions.find(ref);
      if (!action) {
        faults.push(leadsNowhere(path, ref));
        continue;
      }
      const holder = holders.get(action.id);
      if (holder === each.id) continue;
      if (holder !== undefined) {
        const message = `${action.key} belongs to ${keyById.get(holder)} already; remove it from there or from here`;
        faults.push({ path, message });
      } else if (isClosedTo(each)) {
        const message = `${keyOf(each)} is over and gathers nothing more; reopen it first`;
        faults.push({ path, message });
      } else {
        holders.set(action.id, each.id);
        added.push({ actionItemId: action.id, initiativeId: each.id });
      }
    }
  }
  await insertRows(tx, InitiativeActionEntity, added);
  return faults;
}

/** What is over gathers nothing more, unless the file tells of it as it was then. */
const isClosedTo = ({ there, document }: Placed): boolean =>
  there !== undefined && !OPEN_STATUSES.includes(there.status) && document.status !== there.status;
