import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { forgetLoaded } from '../../core/loader.js';
import { insertInOrder } from '../../infra/database/insert.js';
import { ReviewInviteeEntity } from './review-meeting.entity.js';

/** A meeting or a series. */
export type InvitedTo = { readonly meetingId: string } | { readonly seriesId: string };

/** Who is invited; what is left out stays as it is. */
export interface InviteeChanges {
  readonly teamIds?: readonly string[] | null | undefined;
  readonly personIds?: readonly string[] | null | undefined;
}

/** Invites these teams and people, and nobody else. Who may is asked before. */
export async function setInvitees(
  tx: TxCtx,
  to: InvitedTo,
  { teamIds, personIds }: InviteeChanges,
): Promise<void> {
  const present = await tx.db.find(ReviewInviteeEntity, { where: to, order: { position: 'ASC' } });
  const teams = teamIds ?? present.flatMap(({ teamId }) => teamId ?? []);
  const people = personIds ?? present.flatMap(({ personId }) => personId ?? []);
  await tx.db.delete(ReviewInviteeEntity, to);
  const named = [
    ...teams.map((teamId) => ({ teamId, personId: null })),
    ...people.map((personId) => ({ teamId: null, personId })),
  ];
  await insertInOrder(tx, ReviewInviteeEntity, named, (one) => ({
    id: newId(),
    meetingId: 'meetingId' in to ? to.meetingId : null,
    seriesId: 'seriesId' in to ? to.seriesId : null,
    ...one,
  }));
  forgetLoaded(tx);
}
