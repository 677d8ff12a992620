import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { trackerReference, type TrackerReference } from '../../core/tracker-reference.js';
import { insertRows } from '../../infra/database/insert.js';
import { linkTo, TrackerLinkEntity } from './tracker-link.entity.js';

/** The issue at the one address that an action item has outside of its links, if there is one. */
export const issueAt = (trackerUrl: string | null): TrackerReference | null =>
  trackerUrl === null ? null : trackerReference(trackerUrl);

/** Has the links of an action item follow a change of that address. */
export async function followTrackerUrl(
  tx: TxCtx,
  actionItemId: string,
  before: string | null,
  after: string | null,
): Promise<void> {
  const [old, next] = [issueAt(before), issueAt(after)];
  if (old?.identity === next?.identity) return;
  if (old) await tx.db.delete(TrackerLinkEntity, { actionItemId, identity: old.identity });
  if (next) await ensureLink(tx, actionItemId, next);
}

/** Adds a link; null where it is there. */
export async function ensureLink(
  tx: TxCtx,
  actionItemId: string,
  reference: TrackerReference,
): Promise<TrackerLinkEntity | null> {
  const { identity } = reference;
  if (await tx.db.existsBy(TrackerLinkEntity, { actionItemId, identity })) return null;
  const last = await tx.db.maximum(TrackerLinkEntity, 'position', { actionItemId });
  const row = linkTo(reference, { id: newId(), actionItemId, position: (last ?? -1) + 1 });
  await insertRows(tx, TrackerLinkEntity, [row]);
  return row;
}
