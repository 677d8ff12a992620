import type { Actor } from '../../core/actor.js';

/**
 * Whether the actor may import files. An import sets keys, states and dates, replaces cases and
 * makes people, so it is for whoever runs the program.
 */
export function mayImport(actor: Actor): boolean {
  return actor.kind === 'operator';
}

/** Whether the actor may export; what they may not read is left out. */
export function mayExport(actor: Actor): boolean {
  return actor.kind !== 'anonymous';
}
