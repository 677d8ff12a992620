import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { ActionMoves } from '../action/action-moves.js';
import type { CaseActionFragment } from '../gql/documents.js';
import { calendarDay } from '../ui/time.js';
import css from './actions-block.module.css';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import type { Part } from './parts-of.js';

/** What is done so that it does not come back, or is met better: who, until when, how far. */
export function ActionsBlock({ part }: { readonly part: Part }) {
  const { t } = useTranslation('case');
  const { actionItems } = useCase().postmortem;
  return (
    <CaseBlock part={part} isEmpty={actionItems.length === 0}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('action')}</th>
            <th scope="col">{t('owner')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {actionItems.map((item) => (
            <ActionRow key={item.key} item={item} />
          ))}
        </tbody>
      </table>
    </CaseBlock>
  );
}

function ActionRow({ item }: { readonly item: CaseActionFragment }) {
  const { t, i18n } = useTranslation(['case', 'vocabulary', 'frame']);
  const { lang } = useCase();
  const { key, title, priority, type, owner, ownerText, team, dueOn, overdue } = item;
  const who = owner?.name ?? ownerText ?? team?.name;
  return (
    <tr>
      <th scope="row" className={css['title']}>
        <Link to="/actions/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={lang} dir="auto">
            {title}
          </span>
        </Link>
        {(priority !== null || type !== null) && (
          <span className={css['kind']}>
            {priority !== null && <b>{priority}</b>}
            {type !== null && <span>{t(`vocabulary:type${type}`)}</span>}
          </span>
        )}
      </th>
      <td data-label={t('case:owner')} className={who === undefined ? css['none'] : undefined}>
        {who === undefined ? t('frame:nobody') : <span dir="auto">{who}</span>}
      </td>
      <td data-label={t('case:due')} className={dueOn === null ? css['none'] : css['due']}>
        {dueOn === null ? (
          t('frame:none')
        ) : (
          <time dateTime={dueOn}>{calendarDay(dueOn, i18n.language)}</time>
        )}
        {overdue && <span className={css['overdue']}>{t('case:overdue')}</span>}
      </td>
      <td data-label={t('case:state')}>
        <ActionMoves item={item} />
      </td>
    </tr>
  );
}
