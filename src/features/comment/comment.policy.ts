import { roleAllows, type Actor } from '../../core/actor.js';

export type CommentAct =
  /** Say something, and settle what was asked. */
  | 'write'
  /** Change the words of a comment. */
  | 'change'
  | 'remove';

/**
 * Whether the actor may do this to comments on a case that they may read: whoever may write at all
 * writes, changes and removes their own, and administrators remove those of others.
 */
export function mayComment(actor: Actor, act: CommentAct, { isOwn }: { isOwn: boolean }): boolean {
  if (act === 'remove' && roleAllows(actor, 'delete')) return true;
  return roleAllows(actor, 'edit') && (act === 'write' || isOwn);
}
