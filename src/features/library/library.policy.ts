import { roleAllows, type Actor } from '../../core/actor.js';

/**
 * Whether the actor may import files. An import sets keys, states and dates, replaces cases and
 * makes people, so it is for administrators; what they may not read it leaves alone.
 */
export function mayImport(actor: Actor): boolean {
  return roleAllows(actor, 'administer');
}

/** Whether the actor may export; what they may not read is left out. */
export function mayExport(actor: Actor): boolean {
  return roleAllows(actor, 'read');
}
