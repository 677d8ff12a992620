import type { PostmortemStatus } from '../../src/core/vocabulary.js';
import type { Rule } from './authorization-matrix.js';

/**
 * One way to try a mutation. In its arguments `@…` is the id of what the world calls so, `$` the
 * case that it is tried with, `%` whoever tries it.
 */
export interface Attempt {
  readonly args: Readonly<Record<string, unknown>>;
  readonly may: Rule;
  /** The state that all cases are in meanwhile but the drafts. */
  readonly state?: PostmortemStatus;
}

export const id = (of: string): { id: string } => ({ id: `@${of}` });
export const attempt = (
  may: Rule,
  args: Attempt['args'] = {},
  state?: PostmortemStatus,
): Attempt => ({
  args,
  may,
  ...(state ? { state } : {}),
});
