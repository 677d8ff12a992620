import { hasScope, personIdOf, roleAllows, type Actor } from '../../core/actor.js';

/** Whether the actor may read of people and teams; everybody in the organization knows them all. */
export function mayReadPeople(actor: Actor): boolean {
  return roleAllows(actor, 'read');
}

/** What is known of somebody beside their name. */
export interface PersonFacts {
  /** They have an e-mail address: the account that somebody signs in to hangs on it. */
  readonly hasEmail: boolean;
  /** They are to have another role than everybody has at first. */
  readonly hasRole: boolean;
}

/** Whether the actor may make somebody known: by name only, as members do, or with more. */
export function mayAddPerson(actor: Actor, { hasEmail, hasRole }: PersonFacts): boolean {
  if (hasRole) return mayKeepPeople(actor);
  return hasEmail ? isAdminWriting(actor) : roleAllows(actor, 'edit');
}

/** Whether the actor may change the name and the language of this person: their own, whatever their role. */
export function mayEditPerson(actor: Actor, personId: string): boolean {
  const isSelf = personIdOf(actor) === personId;
  return isAdminWriting(actor) || (isSelf && hasScope(actor, 'write'));
}

/**
 * Whether the actor may decide who gets in and what they may do: change e-mail addresses and roles,
 * archive people and bring them back.
 */
export function mayKeepPeople(actor: Actor): boolean {
  return roleAllows(actor, 'administer');
}

/** Whether the actor may remove people and teams for good. */
export function mayDeletePeople(actor: Actor): boolean {
  return roleAllows(actor, 'delete');
}

/** Whether the actor may begin teams, set them aside and change their keys. */
export function mayKeepTeams(actor: Actor): boolean {
  return isAdminWriting(actor);
}

/** What the actor is to a team. */
export interface TeamFacts {
  readonly isLead: boolean;
}

/** Whether the actor may change the name of a team, the days it works and who belongs to it. */
export function mayEditTeam(actor: Actor, { isLead }: TeamFacts): boolean {
  return mayKeepTeams(actor) || (isLead && roleAllows(actor, 'edit'));
}

function isAdminWriting(actor: Actor): boolean {
  const isAdmin = actor.kind === 'person' && actor.role === 'ADMIN';
  return actor.kind === 'operator' || (isAdmin && hasScope(actor, 'write'));
}
