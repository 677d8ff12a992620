import { roleAllows, type Actor, type RoleAct } from '../../core/actor.js';

/** Whether the actor may do this to recurring tasks; everybody in the organization knows them all. */
export function mayTask(actor: Actor, act: RoleAct): boolean {
  return roleAllows(actor, act);
}
