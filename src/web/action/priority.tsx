import type { ActionPriority } from '../gql/documents.js';
import css from './priority.module.css';

/** How much an action matters. */
export function Priority({ of }: { readonly of: ActionPriority | null }) {
  if (of === null) return null;
  return (
    <span className={`${css['priority']} ${css[of]}`} lang="en">
      {of}
    </span>
  );
}
