import { roleAllows, type Actor } from '../../core/actor.js';

/** What the actor is to a team and to a case that it was affected by. */
export interface SignOffFacts {
  readonly isMember: boolean;
  /** They lead the review of the case. */
  readonly isFacilitator: boolean;
}

/** Whether the actor may say for this team whether it agrees with a case that they may read. */
export function maySignOff(actor: Actor, facts: SignOffFacts): boolean {
  return roleAllows(actor, 'edit') && (facts.isMember || mayRecord(actor, facts));
}

/** Whether the actor may write down what somebody of the team has said, as in a review meeting. */
export function mayRecord(actor: Actor, { isFacilitator }: SignOffFacts): boolean {
  const isAdmin = actor.kind === 'operator' || (actor.kind === 'person' && actor.role === 'ADMIN');
  return roleAllows(actor, 'edit') && (isFacilitator || isAdmin);
}
