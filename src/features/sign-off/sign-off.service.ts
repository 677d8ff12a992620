import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { SIGN_OFF_VERDICTS, type PostmortemStatus } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { membersOfTeam } from '../people/people.loaders.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { approvalOf, type TeamApproval } from './approval.loaders.js';
import { SignOffEntity } from './sign-off.entity.js';
import { mayRecord, maySignOff, type SignOffFacts } from './sign-off.policy.js';

/** States in which a case can be signed off: before there is nothing to agree with. */
const SIGNED_IN: readonly PostmortemStatus[] = ['IN_REVIEW', 'APPROVED', 'PUBLISHED'];

const signOff = z
  .object({
    teamId: z.string(),
    verdict: z.enum(SIGN_OFF_VERDICTS),
    reservations: text.entry.nullish(),
    personId: z.string().nullish(),
  })
  .refine(({ verdict, reservations }) => verdict === 'AGREED' || reservations, {
    path: ['reservations'],
    error: 'reservationsMissing',
  });
export type SignOffInput = z.input<typeof signOff>;

/** Whether somebody may speak for a team, and whether they may write down what its people say. */
export type SignOffActs = Readonly<Record<'sign' | 'record', boolean>>;

/** Has each team that a case concerns say whether it agrees with it. */
@Injectable()
export class SignOffs {
  constructor(private readonly access: CaseAccess) {}

  /**
   * Says for a team whether it agrees; what it said before is replaced.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION `reservationsMissing`, `teamNotAffected`,
   *   `notOfTeam`, WRONG_STATE `notInReview`
   */
  async sign(tx: TxCtx, postmortemId: string, input: SignOffInput): Promise<PostmortemEntity> {
    const given = checked(signOff, input);
    const row = await this.#signable(tx, postmortemId);
    const { facts } = await this.#team(tx, row, given.teamId);
    const recorderId = personIdOf(tx.actor);
    const personId = given.personId ?? recorderId;
    if (personId !== recorderId && !mayRecord(tx.actor, facts)) throw new ForbiddenError();
    const members = await membersOfTeam(tx).load(given.teamId);
    if (personId !== null && !members.some((each) => each.personId === personId)) {
      throw new FupanError('VALIDATION', 'notOfTeam', {}, ['input', 'personId']);
    }
    await tx.db.delete(SignOffEntity, { postmortemId, teamId: given.teamId });
    await insertRows(tx, SignOffEntity, [
      {
        id: newId(),
        postmortemId,
        teamId: given.teamId,
        verdict: given.verdict,
        reservations: given.verdict === 'AGREED' ? null : (given.reservations ?? null),
        revision: row.revision,
        personId,
        recorderId,
        at: tx.clock.now(),
      },
    ]);
    approvalOf(tx).clear(postmortemId);
    return row;
  }

  /** Takes back what a team said. @throws FupanError NOT_FOUND also where it said nothing, FORBIDDEN */
  async withdraw(tx: TxCtx, postmortemId: string, teamId: string): Promise<PostmortemEntity> {
    const row = await this.#signable(tx, postmortemId);
    const { approval } = await this.#team(tx, row, teamId);
    if (!approval.signOff) throw new NotFoundError('sign-off', ['teamId']);
    await tx.db.delete(SignOffEntity, { id: approval.signOff.id });
    approvalOf(tx).clear(postmortemId);
    return row;
  }

  /** What the caller may do with a case for one of the teams that it concerns. */
  async acts(ctx: Ctx, row: PostmortemEntity, teamId: string): Promise<SignOffActs> {
    const facts = await factsOf(ctx, row, teamId);
    const isOpen = SIGNED_IN.includes(row.status);
    return {
      sign: isOpen && maySignOff(ctx.actor, facts),
      record: isOpen && mayRecord(ctx.actor, facts),
    };
  }

  /** Turns are taken, so that whoever approves meanwhile sees what the team says. */
  async #signable(tx: TxCtx, postmortemId: string): Promise<PostmortemEntity> {
    await this.access.require(tx, 'read', postmortemId, ['postmortemId']);
    await this.access.takeTurn(tx, postmortemId);
    const row = await this.access.require(tx, 'read', postmortemId, ['postmortemId']);
    if (!SIGNED_IN.includes(row.status)) {
      throw new FupanError('WRONG_STATE', 'notInReview', {}, ['postmortemId']);
    }
    return row;
  }

  async #team(
    tx: TxCtx,
    row: PostmortemEntity,
    teamId: string,
  ): Promise<{ readonly facts: SignOffFacts; readonly approval: TeamApproval }> {
    const { teams } = await approvalOf(tx).load(row.id);
    const approval = teams.find((each) => each.teamId === teamId);
    if (!approval) throw new FupanError('VALIDATION', 'teamNotAffected', {}, ['teamId']);
    const facts = await factsOf(tx, row, teamId);
    if (!maySignOff(tx.actor, facts)) throw new ForbiddenError();
    return { facts, approval };
  }
}

async function factsOf(ctx: Ctx, row: PostmortemEntity, teamId: string): Promise<SignOffFacts> {
  const personId = personIdOf(ctx.actor);
  const members = await membersOfTeam(ctx).load(teamId);
  return {
    isMember: members.some((each) => each.personId === personId),
    isFacilitator: personId !== null && row.facilitatorId === personId,
  };
}
