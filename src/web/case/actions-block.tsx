import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionMoves } from '../action/action-moves.js';
import { Failure } from '../app/failure.js';
import type { LanguageTag } from '../app/language.js';
import { CommentButton } from '../comments/comment-button.js';
import type { CaseActionFragment } from '../gql/documents.js';
import { Weight } from '../ties/weight.js';
import { Button } from '../ui/button.js';
import { calendarDay } from '../ui/time.js';
import css from './actions-block.module.css';
import { useCaseActions } from './case-actions.js';
import { CaseAdvice } from './case-advice.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import { mayEdit } from './may-edit.js';
import type { Part } from './parts-of.js';

/** What is done so that it does not come back, or is met better: who, until when, how far. */
export function ActionsBlock({ part }: { readonly part: Part }) {
  const { t } = useTranslation(['case', 'frame']);
  const { postmortem, lang } = useCase();
  const { count } = postmortem.actionProgress;
  const { shown, hasMore, isAsking, error, refetch, showMore } = useCaseActions(postmortem);
  return (
    <CaseBlock part={part} isEmpty={count === 0}>
      {mayEdit(postmortem) && <CaseAdvice advice={postmortem.completeness.advice} />}
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('case:action')}</th>
            <th scope="col">{t('case:owner')}</th>
            <th scope="col">{t('case:due')}</th>
            <th scope="col">{t('case:state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <ActionRow key={item.key} item={item} lang={lang} />
          ))}
        </tbody>
      </table>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {hasMore && (
        <p className={css['more']}>
          <span role="status">{t('case:actionsShown', { shown: shown.length, count })}</span>
          <span className="print-only">
            {t('case:actionsElsewhere', {
              address: `${window.location.origin}/postmortems/${postmortem.key}`,
            })}
          </span>
          <span className="no-print">
            <Button size="small" onClick={showMore} disabled={isAsking}>
              {t('frame:more')}
            </Button>
          </span>
        </p>
      )}
    </CaseBlock>
  );
}

const ActionRow = memo(function ActionRow({
  item,
  lang,
}: {
  readonly item: CaseActionFragment;
  readonly lang: LanguageTag;
}) {
  const { t, i18n } = useTranslation(['case', 'vocabulary', 'frame']);
  const { key, title, priority, type, weight, owner, ownerText, team, dueOn, overdue } = item;
  const who = owner?.name ?? ownerText ?? team?.name;
  return (
    <tr>
      <th scope="row" className={css['title']}>
        <Link to="/actions/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={lang} dir="auto">
            {title}
          </span>
        </Link>{' '}
        <CommentButton place={{ part: 'ACTION_ITEM', partId: item.id }} name={`${key} ${title}`} />
        {(priority !== null || type !== null || weight > 1) && (
          <span className={css['kind']}>
            {priority !== null && <b>{priority}</b>}
            {type !== null && <span>{t(`vocabulary:type${type}`)}</span>}
            <Weight of={weight} />
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
});
