import { Hourglass } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import type { ActionClockFragment } from '../gql/documents.js';
import css from './clock-words.module.css';

/** How much of its time something has used, in few words; nothing where there is no target. */
export function ClockWords({ of: clock }: { readonly of: ActionClockFragment }) {
  const { t } = useTranslation('action');
  const words = clockWords(clock, t);
  if (words === null) return null;
  const isLate = clock.breached && clock.state !== 'ENDED';
  return (
    <span className={isLate ? css['over'] : css['clock']}>
      {isLate && <Hourglass aria-hidden />}
      {words}
    </span>
  );
}

function clockWords(clock: ActionClockFragment, t: TFunction<'action'>): string | null {
  const { state, targetDays, usedDays: used, breached } = clock;
  if (targetDays === null || state === 'STOPPED') return null;
  const values = { used, count: targetDays };
  if (state === 'ENDED') return breached ? t('clockTookOver', values) : t('clockTook', values);
  if (breached) return t('clockOver', { count: used - targetDays });
  return state === 'PAUSED' ? t('clockPaused', values) : t('clockUsed', values);
}
