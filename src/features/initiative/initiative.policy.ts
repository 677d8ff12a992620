import { roleAllows, type Actor, type RoleAct } from '../../core/actor.js';

/**
 * Whether the actor may do this to initiatives; everybody in the organization knows them all. What
 * one gathers is asked of the policy of each case.
 */
export function mayInitiative(actor: Actor, act: RoleAct): boolean {
  return roleAllows(actor, act);
}
