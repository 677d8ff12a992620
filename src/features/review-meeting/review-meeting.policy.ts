import { hasScope, personIdOf, roleAllows, type Actor } from '../../core/actor.js';

export type ReviewAct =
  /** Look at meetings and slots; of an agenda only what one may read of its cases. */
  | 'read'
  /** Plan and change meetings, write the agenda, the notes and the decisions, note who is there. */
  | 'edit'
  /** Start, end and cancel a meeting, set a slot aside. */
  | 'run';

/** What the actor is to a meeting or a slot. */
export interface ReviewFacts {
  readonly facilitatorId: string | null;
  readonly createdById: string | null;
}

/**
 * Whether the actor may do this to review meetings. Everybody in the organization knows them all,
 * and members plan them; one is run by its facilitator, by whoever planned it or by an
 * administrator, so that nobody is sent home by mistake. Each case is asked of its own policy.
 */
export function mayReview(actor: Actor, act: 'read' | 'edit'): boolean;
export function mayReview(actor: Actor, act: ReviewAct, facts: ReviewFacts): boolean;
export function mayReview(actor: Actor, act: ReviewAct, facts?: ReviewFacts): boolean {
  if (act !== 'run') return roleAllows(actor, act);
  return roleAllows(actor, 'edit') && (keepsAll(actor) || isTheirs(actor, facts));
}

/** Whether the actor may answer an invitation: for themselves, whatever their role. */
export function mayAnswer(actor: Actor): boolean {
  return actor.kind === 'person' && hasScope(actor, 'write');
}

function isTheirs(actor: Actor, facts: ReviewFacts | undefined): boolean {
  const id = personIdOf(actor);
  return id !== null && (facts?.facilitatorId === id || facts?.createdById === id);
}

/** The operator, and administrators. */
function keepsAll(actor: Actor): boolean {
  return actor.kind === 'operator' || (actor.kind === 'person' && actor.role === 'ADMIN');
}
