import type { OidcConfig } from '../../core/config.js';
import { ROLES, type Role } from '../../core/vocabulary.js';

type RoleSettings = Pick<OidcConfig, 'groups' | 'defaultRole'>;

/** True if the provider's groups decide about roles. */
export function rolesComeFromGroups({ groups }: RoleSettings): boolean {
  return ROLES.some((role) => groups[role].length > 0);
}

/**
 * The role that somebody has from this sign-in on; null keeps them out.
 *
 * Without any group in the settings roles are kept in fupan: whoever is known keeps theirs. With
 * groups the provider decides at each sign-in, for the better and the worse, and the highest role
 * counts. Only where no group makes administrators are those left alone whom fupan has.
 * @param groups names of groups as the provider has them; upper and lower case count
 * @param present the role so far; null for a newcomer
 */
export function roleAtSignIn(
  groups: readonly string[],
  settings: RoleSettings,
  present: Role | null,
): Role | null {
  if (!rolesComeFromGroups(settings)) return present ?? settings.defaultRole;
  const theirs = new Set(groups);
  const role =
    // From the highest to the lowest.
    ROLES.find((each) => settings.groups[each].some((group) => theirs.has(group))) ??
    settings.defaultRole;
  if (role === null) return null;
  return present === 'ADMIN' && settings.groups.ADMIN.length === 0 ? 'ADMIN' : role;
}
