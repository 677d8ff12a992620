import { hasScope, personIdOf, roleAllows, type Actor } from '../../core/actor.js';

export type SavedSearchAct =
  | 'read'
  /** Change its name or its address. */
  | 'edit'
  /** Have everybody see it. */
  | 'share'
  | 'delete';

/** What the policy looks at. */
export interface SavedSearchFacts {
  readonly ownerId: string;
  readonly isShared: boolean;
}

/** Whether the actor may keep searches: everybody for themselves, whatever their role. */
export function maySaveSearch(actor: Actor): boolean {
  return actor.kind === 'person' && hasScope(actor, 'read') && hasScope(actor, 'write');
}

/** Whether the actor may show searches of their own to everybody. */
export function mayShareSearch(actor: Actor): boolean {
  return maySaveSearch(actor) && roleAllows(actor, 'edit');
}

/** Whether the actor may do this to a saved search; administrators take down what everybody sees. */
export function maySavedSearch(
  actor: Actor,
  act: SavedSearchAct,
  { ownerId, isShared }: SavedSearchFacts,
): boolean {
  const isOwn = personIdOf(actor) === ownerId;
  switch (act) {
    case 'read':
      return (isOwn || isShared) && roleAllows(actor, 'read');
    case 'edit':
      return isOwn && maySaveSearch(actor);
    case 'share':
      return isOwn && mayShareSearch(actor);
    case 'delete':
      return (isOwn && maySaveSearch(actor)) || (isShared && roleAllows(actor, 'administer'));
  }
}
