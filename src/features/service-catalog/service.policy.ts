import { roleAllows, type Actor, type RoleAct } from '../../core/actor.js';

/** Whether the actor may do this to services; everybody in the organization knows them all. */
export function mayService(actor: Actor, act: RoleAct): boolean {
  return roleAllows(actor, act);
}
