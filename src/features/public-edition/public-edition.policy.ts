import { hasScope, personIdOf, roleAllows, type Actor } from '../../core/actor.js';
import type { PostmortemStatus, Visibility } from '../../core/vocabulary.js';

export type PublicEditionAct =
  /** Make it from the case, and edit it. */
  | 'edit'
  /** Say that everybody may read it. */
  | 'approve'
  | 'publish'
  /** Take it from the public: whoever may edit the case, as it can be urgent. */
  | 'withdraw';

/** What the policy looks at, of a case that the actor may read and edit. */
export interface PublicEditionFacts {
  /** They lead the review of the case. */
  readonly isFacilitator: boolean;
  /** Who edited the edition last; undefined where there is none. */
  readonly editorId?: string | null | undefined;
}

/** Whether the actor may do this to the public edition of a case that they may read and edit. */
export function mayPublicEdition(
  actor: Actor,
  act: PublicEditionAct,
  { isFacilitator, editorId }: PublicEditionFacts,
): boolean {
  if (!roleAllows(actor, 'edit')) return false;
  if (act === 'edit' || act === 'withdraw') return true;
  const answers = isFacilitator || isAdmin(actor);
  const isEditor = editorId !== undefined && editorId !== null && personIdOf(actor) === editorId;
  return answers && (act !== 'approve' || !isEditor);
}

/** Whether a case in this state can have an edition for everybody: it is approved, and open to the organization. */
export const canHaveEdition = (row: {
  readonly status: PostmortemStatus;
  readonly visibility: Visibility;
}): boolean =>
  row.visibility === 'ORGANIZATION' && (row.status === 'APPROVED' || row.status === 'PUBLISHED');

/** Whether the page of an edition may still be shown: nobody has closed its case since. */
export const isStillOpen = (row: {
  readonly status: PostmortemStatus;
  readonly visibility: Visibility;
}): boolean => row.visibility === 'ORGANIZATION' && row.status !== 'DRAFT';

/** Whether the actor may see the words that stay inside: administrators. */
export const maySeeInternalWords = (actor: Actor): boolean =>
  actor.kind === 'operator' || (isAdmin(actor) && hasScope(actor, 'admin'));

/** Whether the actor may change them. */
export const mayKeepInternalWords = (actor: Actor): boolean => roleAllows(actor, 'administer');

const isAdmin = (actor: Actor): boolean =>
  actor.kind === 'operator' || (actor.kind === 'person' && actor.role === 'ADMIN');
