import { createHash } from 'node:crypto';

/**
 * By what advice is known again: what it says, and of what. As soon as it is about something else,
 * or the sentence reads otherwise, it is new advice.
 */
export function markOf(what: string, about: readonly string[]): string {
  if (about.length === 0) return what;
  const digest = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  return `${what}:${digest.slice(0, 16)}`;
}
