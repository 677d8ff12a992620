import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { ActionRowFragment } from '../gql/documents.js';
import { Weight } from '../ties/weight.js';
import { calendarDay } from '../ui/time.js';
import { ActionMoves } from './action-moves.js';
import css from './action-table.module.css';
import { ClockWords } from './clock-words.js';
import { ClosedThere } from './closed-there.js';
import { DueCell } from './due-cell.js';
import { OwnerCell } from './owner-cell.js';
import { Priority } from './priority.js';

/** One action in the table; a card on a phone. */
export const ActionRow = memo(function ActionRow({ item }: { readonly item: ActionRowFragment }) {
  const { team, priority } = item;
  return (
    <tr role="row" className={css['row']} data-row-of={item.key}>
      <td role="cell" className={css['state']}>
        <ActionMoves item={item} />
        <PausedUntil of={item} />
      </td>
      <td role="cell" className={css['priority']}>
        <Priority of={priority} />
        <Weight of={item.weight} />
      </td>
      <td role="cell" className={css['what']}>
        <ActionTitle item={item} />
        <ClosedThere of={item} />
      </td>
      <td role="cell" className={css['owner']}>
        <OwnerCell item={item} />
      </td>
      <td role="cell" className={css['team']}>
        {team && (
          <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
            {team.name}
          </Link>
        )}
      </td>
      <td role="cell" className={css['due']}>
        <DueCell item={item} />
        <ClockWords of={item.clock} />
      </td>
    </tr>
  );
});

/** What is to be done, and the case that it comes from. */
export function ActionTitle({ item }: { readonly item: ActionRowFragment }) {
  const { postmortem } = item;
  const lang = tagOf(postmortem.language);
  return (
    <>
      <Link to="/actions/$key" params={{ key: item.key }} className={css['title']} data-row>
        <span className={css['key']}>{item.key}</span>
        <span lang={lang} dir="auto">
          {item.title}
        </span>
      </Link>
      <Link
        to="/postmortems/$key"
        params={{ key: postmortem.key }}
        className={css['case']}
        tabIndex={0}
      >
        <span className={css['key']}>{postmortem.key}</span>
        <span lang={lang} dir="auto">
          {postmortem.title}
        </span>
      </Link>
    </>
  );
}

/** Until when an action is paused; nothing where it is not. */
export function PausedUntil({ of: { status, pausedUntil } }: { readonly of: ActionRowFragment }) {
  const { t, i18n } = useTranslation('action');
  if (status !== 'PAUSED' || pausedUntil === null) return null;
  return (
    <small className={css['until']}>
      {t('untilDay', { day: calendarDay(pausedUntil, i18n.language) })}
    </small>
  );
}
