import { roleAllows, type Actor, type RoleAct } from '../../core/actor.js';

/** Whether the actor may do this to people and teams; everybody in the organization knows them all. */
export function mayPeople(actor: Actor, act: RoleAct): boolean {
  return roleAllows(actor, act);
}
