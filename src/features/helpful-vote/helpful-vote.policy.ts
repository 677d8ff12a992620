import { hasScope, type Actor } from '../../core/actor.js';

/**
 * Whether the actor may say that a case which they may read helped them: everybody for themselves,
 * whatever their role. The program itself is helped by nothing.
 */
export function mayVoteHelpful(actor: Actor): boolean {
  return actor.kind === 'person' && hasScope(actor, 'read') && hasScope(actor, 'write');
}
