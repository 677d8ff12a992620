import type { CallerName } from './world.js';
import type { CaseName } from './world-cases.js';

/** Whose session or token is of no use: they get no further than somebody who has not signed in. */
const NOBODY: readonly CallerName[] = [
  'anonymous',
  'nonsense',
  'sessionExpired',
  'sessionEnded',
  'leaver',
  'tokenFeed',
  'tokenExpired',
  'tokenRevoked',
];
/** Author, reviewer and facilitator of every case. */
const INVOLVED: readonly CallerName[] = ['author', 'reviewer', 'facilitator'];
/** Readers of the restricted cases, by name or by their team. */
const READERS: readonly CallerName[] = ['reader', 'teammate', 'tokenRestricted'];

export const isNobody = (caller: CallerName): boolean => NOBODY.includes(caller);

/** Whether a caller may read a case: the rule of the house, written down a second time. */
export function mayRead(caller: CallerName, name: CaseName): boolean {
  if (isNobody(caller)) return false;
  if (INVOLVED.includes(caller)) return true;
  switch (name) {
    case 'published':
    case 'archived':
      return true;
    case 'draft':
      // The token acts for the author, and a draft of the organization asks for no scope.
      return caller === 'tokenWrite';
    case 'restricted':
    case 'restrictedArchived':
      return READERS.includes(caller);
    case 'restrictedDraft':
      return false;
  }
}
