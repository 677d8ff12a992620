import type { Actor } from '../../core/actor.js';
import type { Ctx } from '../../core/ctx.js';
import { defineLoader } from '../../core/loader.js';
import { approvalOf, type Approval } from '../sign-off/approval.loaders.js';
import type { PostmortemEntity } from './postmortem.entity.js';
import { caseFactsOf } from './postmortem.facts.js';
import { mayPostmortem, type PostmortemFacts } from './postmortem.policy.js';
import { canMove, CASE_MOVES, type CaseMove } from './postmortem.states.js';

/** What screens offer to do with a case, in the order they do. */
export const CASE_ACTS = [
  'EDIT',
  'SHARE',
  'SUBMIT',
  'APPROVE',
  'PUBLISH',
  'ARCHIVE',
  'REOPEN',
  'DELETE',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** What is not in review cannot be approved anyway. */
const NOT_ASKED: Pick<Approval, 'rule' | 'missing'> = { rule: 'ONE_REVIEWER', missing: [] };

/** What the actor may do with a case now: what the services behind the mutations would let them. */
function allowedCaseActs(
  actor: Actor,
  facts: PostmortemFacts,
  { rule, missing }: Pick<Approval, 'rule' | 'missing'>,
): CaseAct[] {
  return CASE_ACTS.filter((act) => {
    if (act === 'APPROVE') {
      const isAgreed =
        rule === 'ONE_REVIEWER' ? mayPostmortem(actor, 'approve', facts) : missing.length === 0;
      if (!isAgreed) return false;
    }
    if (act === 'EDIT') return mayPostmortem(actor, 'edit', facts);
    if (act === 'SHARE') return mayPostmortem(actor, 'share', facts);
    if (act === 'DELETE') return mayPostmortem(actor, 'delete', facts);
    return mayPostmortem(actor, 'edit', facts) && isOpenTo(actor, act, facts);
  });
}

/** Possible from here, and the actor would not lose sight of the case. */
function isOpenTo(actor: Actor, move: CaseMove, facts: PostmortemFacts): boolean {
  const moved = { ...facts, status: CASE_MOVES[move] };
  return canMove(facts.status, move) && mayPostmortem(actor, 'read', moved);
}

/** What the caller may do with a case. */
export const allowedActsOf = defineLoader(async (ctx: Ctx, rows: readonly PostmortemEntity[]) => {
  const facts = await caseFactsOf(ctx, rows);
  return Promise.all(
    rows.map(async ({ id, status }, index) => {
      const each = facts[index];
      if (!each) return [];
      const approval = status === 'IN_REVIEW' ? await approvalOf(ctx).load(id) : NOT_ASKED;
      return allowedCaseActs(ctx.actor, each, approval);
    }),
  );
});
