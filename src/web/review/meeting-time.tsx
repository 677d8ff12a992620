import { useTranslation } from 'react-i18next';

import { useOwnZone } from '../app/viewer.js';
import { offsetAt, wordsOf, zoneName } from '../ui/zone.js';
import css from './review.module.css';

const MINUTE_MS = 60_000;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...TIME } as const;

interface Timed {
  readonly startsAt: string;
  readonly zone: string;
  readonly durationMinutes: number;
}

/** When a meeting begins and ends: by the reader's clock, and beside it by that of the meeting. */
export function MeetingTime({
  of: { startsAt, zone, durationMinutes },
  namesZone = false,
}: {
  readonly of: Timed;
  /** The reader's zone is named even where it is that of the meeting. */
  readonly namesZone?: boolean;
}) {
  const { t, i18n } = useTranslation('meetings');
  const mine = useOwnZone();
  const { language } = i18n;
  const startMs = Date.parse(startsAt);
  const endsAt = new Date(startMs + durationMinutes * MINUTE_MS).toISOString();
  const words = (there: string): string =>
    `${wordsOf(startsAt, language, there, DAY)}–${wordsOf(endsAt, language, there, TIME)}`;
  const isElsewhere = offsetAt(startMs, zone) !== offsetAt(startMs, mine);
  return (
    <span className={css['time']}>
      <time dateTime={startsAt}>{words(mine)}</time>
      {(namesZone || isElsewhere) && <> {zoneName(mine, startsAt)}</>}
      {isElsewhere && (
        <span className={css['there']}>
          {t('there', { time: `${words(zone)} ${zoneName(zone, startsAt)}` })}
        </span>
      )}
    </span>
  );
}

/** When a meeting begins, in few words, by the reader's clock. */
export function useStartWords(): (startsAt: string) => string {
  const { i18n } = useTranslation();
  const mine = useOwnZone();
  return (startsAt) => wordsOf(startsAt, i18n.language, mine, DAY);
}
