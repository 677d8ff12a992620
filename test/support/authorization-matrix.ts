import type { ErrorCode } from '../../src/core/errors.js';
import type { Role, TokenScope } from '../../src/core/vocabulary.js';
import type { CallerName } from './world.js';
import { SECRET_CASES, type CaseName } from './world-cases.js';

/** What the house knows of a caller: the rules are written down here a second time. */
interface Standing {
  readonly role: Role;
  /** Of a token; a browser that has signed in has all. */
  readonly scopes?: readonly TokenScope[];
}

/** Null: whose session or token is of no use gets no further than somebody who has not signed in. */
const STANDINGS: Readonly<Record<CallerName, Standing | null>> = {
  anonymous: null,
  nonsense: null,
  sessionExpired: null,
  sessionEnded: null,
  leaver: null,
  tokenFeed: null,
  tokenExpired: null,
  tokenRevoked: null,
  admin: { role: 'ADMIN' },
  author: { role: 'MEMBER' },
  reviewer: { role: 'MEMBER' },
  facilitator: { role: 'MEMBER' },
  reader: { role: 'MEMBER' },
  teammate: { role: 'MEMBER' },
  guest: { role: 'VIEWER' },
  removed: { role: 'MEMBER' },
  lead: { role: 'MEMBER' },
  member: { role: 'MEMBER' },
  viewer: { role: 'VIEWER' },
  tokenRead: { role: 'MEMBER', scopes: ['read'] },
  tokenWrite: { role: 'MEMBER', scopes: ['read', 'write'] },
  tokenRestricted: { role: 'MEMBER', scopes: ['read', 'restricted'] },
  tokenAdmin: { role: 'ADMIN', scopes: ['read', 'admin'] },
  tokenSetup: { role: 'ADMIN', scopes: ['read', 'write'] },
};

/** Author, reviewer and facilitator of every case. */
const INVOLVED: readonly CallerName[] = ['author', 'reviewer', 'facilitator'];
/** Readers of the restricted cases, by name or by their team. */
const READERS: readonly CallerName[] = ['reader', 'teammate', 'guest', 'tokenRestricted'];

export const isNobody = (caller: CallerName): boolean => STANDINGS[caller] === null;

/** Whether a caller came with a token that is of no use, and is told so at the door. */
export const hasBadToken = (caller: CallerName): boolean =>
  isNobody(caller) && (caller.startsWith('token') || caller === 'nonsense');

/** Whether a caller is a browser with a session that lasts. */
export const hasSession = (caller: CallerName): boolean =>
  !isNobody(caller) && STANDINGS[caller]?.scopes === undefined;

export const hasScope = (caller: CallerName, scope: TokenScope): boolean =>
  !isNobody(caller) && (STANDINGS[caller]?.scopes?.includes(scope) ?? true);

export const isAdmin = (caller: CallerName): boolean => STANDINGS[caller]?.role === 'ADMIN';

/** Whether a caller may read a case. */
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

/** Whether a caller may read of the incident that only this case is about. */
export function mayReadIncident(caller: CallerName, name: CaseName): boolean {
  return SECRET_CASES.includes(name) ? mayRead(caller, name) : !isNobody(caller);
}

export type Outcome = 'OK' | ErrorCode;
/** What comes of it when a caller tries something with a case; null stands for one that is not there. */
export type Rule = (caller: CallerName, name: CaseName | null) => Outcome;
/** One condition of a rule: why not, or undefined. */
export type Condition = (caller: CallerName, name: CaseName | null) => ErrorCode | undefined;

/**
 * A rule: whoever has not signed in is UNAUTHENTICATED, who came without the scope FORBIDDEN, and
 * then the first condition that does not hold decides.
 */
export function rule(scope: TokenScope, ...conditions: readonly Condition[]): Rule {
  return (caller, name) => {
    if (isNobody(caller)) return 'UNAUTHENTICATED';
    if (!hasScope(caller, scope)) return 'FORBIDDEN';
    for (const condition of conditions) {
      const code = condition(caller, name);
      if (code) return code;
    }
    return 'OK';
  };
}

/** For everybody, be it that they have not signed in; only a token has to be good. */
export const anybody: Rule = (caller) => (hasBadToken(caller) ? 'UNAUTHENTICATED' : 'OK');

/** A condition under which something is refused with this code. */
export const refusedUnless =
  (code: ErrorCode, holds: (caller: CallerName, name: CaseName) => boolean): Condition =>
  (caller, name) =>
    name !== null && holds(caller, name) ? undefined : code;

const forbiddenUnless =
  (holds: (caller: CallerName) => boolean): Condition =>
  (caller) =>
    holds(caller) ? undefined : 'FORBIDDEN';

export const readsCase = refusedUnless('NOT_FOUND', mayRead);
export const readsIncident = refusedUnless('NOT_FOUND', mayReadIncident);
export const isInvolved = (caller: CallerName): boolean =>
  [...INVOLVED, 'tokenWrite'].includes(caller);
export const isWriter = forbiddenUnless((caller) => STANDINGS[caller]?.role !== 'VIEWER');
const admin = forbiddenUnless(isAdmin);

export const signedIn = rule('read');
/** Writes, as members do. */
export const writes = rule('write', isWriter);
export const writesCase = rule('write', readsCase, isWriter);
export const writesIncident = rule('write', readsIncident, isWriter);
/** Decides who may read a case: its author or facilitator, or an administrator who may read it. */
export const sharesCase = rule(
  'write',
  readsCase,
  isWriter,
  forbiddenUnless((caller) => isAdmin(caller) || (isInvolved(caller) && caller !== 'reviewer')),
);
/** Reviews the case or leads the review, or is an administrator. */
export const approves = forbiddenUnless(
  (caller) => isAdmin(caller) || ['reviewer', 'facilitator'].includes(caller),
);
/** Says that of `member` the team `payments` agrees: they themselves, or who leads the review. */
export const recordsMember = forbiddenUnless(
  (caller) => isAdmin(caller) || ['member', 'facilitator'].includes(caller),
);
/** Speaks for the team `payments`; who only writes it down has to say who spoke. */
export const speaks: Condition = (caller) => {
  if (['member', 'lead'].includes(caller)) return undefined;
  return isAdmin(caller) || caller === 'facilitator' ? 'VALIDATION' : 'FORBIDDEN';
};
/** Takes back what the team `payments` said. */
export const takesBack = forbiddenUnless(
  (caller) => isAdmin(caller) || ['member', 'lead', 'facilitator'].includes(caller),
);
export const deletesCase = rule('admin', readsCase, admin);
export const administers = rule('admin', admin);
/** As `administers`, where the operation is one for writers. */
export const administersWriting = rule('write', (caller) =>
  administers(caller, null) === 'OK' ? undefined : 'FORBIDDEN',
);
/** Sets up people and teams, as a token of an administrator for writing may. */
export const keepsTeams = rule('write', admin);
/** Leads the team `payments`, or keeps all. */
export const leads = rule(
  'write',
  forbiddenUnless((caller) => isAdmin(caller) || caller === 'lead'),
);
