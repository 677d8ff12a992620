import { text } from '../../core/validation.js';
import { OidcRefusedError } from './oidc.errors.js';

/** What a provider says of somebody, as it says it. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody at the provider. */
export interface OidcIdentity {
  /** The key of the account: nothing else about it is sure to stay. */
  readonly subject: string;
  /** Lower case, and verified by the provider; null if there is none such. */
  readonly email: string | null;
  /** As they are called there; null if it does not say. */
  readonly name: string | null;
  /** Empty where nobody asked for them. */
  readonly groups: readonly string[];
}

/** The specification allows no more. */
const MAX_SUBJECT = 255;
/** More groups than anybody is in; a longer list is a fault or an attack. */
const MAX_GROUPS = 2_000;
const MAX_GROUP = 255;

/**
 * True if the ID token leaves out what fupan needs, so that the user info endpoint has to be asked.
 * @param groupsClaim the claim with the groups; null if they do not matter
 */
export function isIncomplete(idToken: Claims, groupsClaim: string | null): boolean {
  return !hasEmail(idToken) || (groupsClaim !== null && claim(idToken, groupsClaim) === undefined);
}

/**
 * Takes from the claims what fupan goes by. The ID token comes first, and an e-mail address and its
 * being verified are only believed from one and the same place.
 * @param userInfo what the user info endpoint said; null if it was not asked
 * @throws OidcRefusedError oidcUntrusted for an account or for groups of a form that cannot be
 */
export function identityOf(
  idToken: Claims,
  userInfo: Claims | null,
  groupsClaim: string | null,
): OidcIdentity {
  const more = userInfo ?? {};
  const email = verifiedEmail(hasEmail(idToken) ? idToken : more);
  return {
    subject: subjectOf(idToken['sub']),
    email,
    name: nameIn(idToken) ?? nameIn(more) ?? email?.split('@')[0] ?? null,
    groups:
      groupsClaim === null ? [] : groupsOf(claim(idToken, groupsClaim) ?? claim(more, groupsClaim)),
  };
}

/** True if the address is of one of the domains; a domain below one of them is another. */
export function isOfDomain(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1));
}

/** Only what the provider wrote itself: not what every object has. */
function claim(claims: Claims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

function hasEmail(claims: Claims): boolean {
  return claim(claims, 'email') !== undefined && claim(claims, 'email_verified') !== undefined;
}

function verifiedEmail(claims: Claims): string | null {
  const email = claim(claims, 'email');
  if (claim(claims, 'email_verified') !== true || typeof email !== 'string') return null;
  // Before anything is trimmed or made lower case: the Kelvin sign would become an ordinary k.
  if (!/^[\x21-\x7e]+$/.test(email)) return null;
  return text.email.safeParse(email).data ?? null;
}

function nameIn(claims: Claims): string | null {
  const names = ['name', 'preferred_username', 'nickname'].map(
    (each) => text.name.safeParse(claim(claims, each)).data,
  );
  return names.find((name) => name !== undefined) ?? null;
}

function subjectOf(value: unknown): string {
  const isSound =
    typeof value === 'string' &&
    value !== '' &&
    value.length <= MAX_SUBJECT &&
    value.isWellFormed() &&
    !value.includes('\0');
  if (!isSound) throw new OidcRefusedError('oidcUntrusted');
  return value;
}

function groupsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const groups: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isSound = (group: unknown): group is string =>
    typeof group === 'string' && group.length <= MAX_GROUP;
  if (groups.length > MAX_GROUPS || !groups.every(isSound)) {
    throw new OidcRefusedError('oidcUntrusted');
  }
  return groups;
}
