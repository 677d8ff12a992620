import { useTranslation } from 'react-i18next';

import type { ActionStatus, InitiativeProgressCountsFragment } from '../gql/documents.js';
import css from './initiative.module.css';

type Progress = InitiativeProgressCountsFragment;

/** The parts of the bar from its beginning: what has been shown to work first, and what is given up last. */
const PARTS = {
  effective: ['EFFECTIVE'],
  done: ['DONE', 'VERIFIED'],
  going: ['IN_PROGRESS'],
  open: ['PROPOSED', 'COMMITTED', 'PAUSED'],
  rejected: ['REJECTED'],
} as const satisfies Record<string, readonly ActionStatus[]>;

/** How far an initiative has come: a bar, and the numbers that it is made of. */
export function InitiativeProgress({ of: progress }: { readonly of: Progress }) {
  const { t } = useTranslation('initiatives');
  const { count, finished, effective, overdue, caseCount } = progress;
  if (count === 0) return <span className={css['none']}>{t('noActionsYet')}</span>;
  return (
    <span className={css['progress']}>
      <span className={css['bar']} aria-hidden>
        {Object.entries(PARTS).map(([part, statuses]) => {
          const share = countOf(progress, statuses);
          return share > 0 && <span key={part} className={css[part]} style={{ flexGrow: share }} />;
        })}
      </span>
      <span className={css['numbers']}>
        <span>{t('finishedOf', { finished, count })}</span>
        <span>{t('effective', { count: effective })}</span>
        {overdue > 0 && <span className={css['late']}>{t('overdue', { count: overdue })}</span>}
        <span>{t('cases', { count: caseCount })}</span>
      </span>
    </span>
  );
}

const countOf = ({ byStatus }: Progress, statuses: readonly ActionStatus[]): number =>
  byStatus.reduce((sum, { status, count }) => sum + (statuses.includes(status) ? count : 0), 0);
