import { Link } from '@tanstack/react-router';

import { tagOf } from '../app/language.js';
import type { ActionRowFragment } from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import css from './action-lines.module.css';
import { ClosedThere } from './closed-there.js';
import { DueWords } from './due-cell.js';

/** Actions on a page that is about something else: what, how it stands, whose, and when. */
export function ActionLines({ items }: { readonly items: readonly ActionRowFragment[] }) {
  return (
    <ul className={css['lines']}>
      {items.map((item) => (
        <li key={item.id}>
          <Link to="/actions/$key" params={{ key: item.key }}>
            <span className={css['key']}>{item.key}</span>
            <span lang={tagOf(item.postmortem.language)} dir="auto">
              {item.title}
            </span>
          </Link>
          <span className={css['how']}>
            <ActionState of={item.status} />
            <ClosedThere of={item} />
            {item.owner && <span dir="auto">{item.owner.name}</span>}
            {item.dueOn !== null && <DueWords of={item} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
