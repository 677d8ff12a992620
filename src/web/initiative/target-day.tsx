import { AlarmClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { calendarDay } from '../ui/time.js';
import css from './initiative.module.css';

/** The day on which an initiative is to be reached, and that it has passed. */
export function TargetDay({
  of: { targetOn, late },
}: {
  readonly of: { readonly targetOn: string | null; readonly late: boolean };
}) {
  const { t, i18n } = useTranslation('initiatives');
  if (targetOn === null) return null;
  const day = calendarDay(targetOn, i18n.language);
  if (!late) return <span>{t('by', { day })}</span>;
  return (
    <span className={css['late']}>
      <AlarmClock aria-hidden />
      {t('lateSince', { day })}
    </span>
  );
}
