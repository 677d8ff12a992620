import { Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { isWriting } from '../app/shortcuts.js';
import { Button } from '../ui/button.js';
import css from './projector.module.css';
import { useTimer } from './use-timer.js';

/** Seconds before the end from which it warns. */
const WARNS_S = 120;

/** Counts the minutes that are planned for a case; `p` pauses it. */
export function ProjectorTimer({
  id,
  plannedMinutes,
}: {
  /** The case on the agenda. */
  readonly id: string;
  /** Null if nobody said: it counts up without an end. */
  readonly plannedMinutes: number | null;
}) {
  const { t } = useTranslation('meetings');
  const { seconds, isPaused, toggle } = useTimer(id);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key === 'p' && !ctrlKey && !metaKey && !altKey && !isWriting(target)) toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [toggle]);
  const left = plannedMinutes === null ? null : plannedMinutes * 60 - seconds;
  const urgency =
    left === null || left > Math.min(WARNS_S, (plannedMinutes ?? 0) * 15)
      ? 'calm'
      : left >= 0
        ? 'soon'
        : 'late';
  return (
    <div className={`${css['timer']} ${css[urgency]}`}>
      <span role="timer" aria-label={t('timer')}>
        {clockOf(left ?? seconds)}
      </span>
      <span className={css['timerSaid']} role="status">
        {urgency === 'soon' && t('timeSoon')}
        {urgency === 'late' && t('timeOver')}
        {urgency === 'calm' &&
          plannedMinutes !== null &&
          t('timePlanned', { count: plannedMinutes })}
      </span>
      <Button
        kind="quiet"
        icon={isPaused ? <Play /> : <Pause />}
        aria-label={t(isPaused ? 'goOn' : 'pause')}
        aria-keyshortcuts="p"
        onClick={toggle}
      />
    </div>
  );
}

/** `12:05`, and `−0:30` after the end. */
function clockOf(seconds: number): string {
  const size = Math.abs(seconds);
  const rest = String(size % 60).padStart(2, '0');
  return `${seconds < 0 ? '−' : ''}${Math.floor(size / 60)}:${rest}`;
}
