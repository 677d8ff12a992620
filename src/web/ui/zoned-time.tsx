import { useTranslation } from 'react-i18next';

import { Hint } from './hint.js';
import { wordsOf, zoneName } from './zone.js';
import css from './zoned-time.module.css';

/** The time of the day at an instant, in a zone, with all of it on hover. */
export function ZonedTime({
  at,
  zone,
  withDay = false,
}: {
  readonly at: string;
  readonly zone: string;
  readonly withDay?: boolean;
}) {
  const { i18n } = useTranslation();
  return (
    <Hint text={exactIn(at, i18n.language, zone)}>
      <time dateTime={at}>
        {wordsOf(at, i18n.language, zone, {
          ...(withDay ? DAY : {}),
          hour: '2-digit',
          minute: '2-digit',
        })}
      </time>
    </Hint>
  );
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** An instant to the second with its day and the name of its zone. */
export const exactIn = (at: string, language: string, zone: string): string =>
  `${wordsOf(at, language, zone, { dateStyle: 'full', timeStyle: 'medium' })} ${zoneName(zone, at)}`;

interface ZoneSwitchProps {
  /** The zones to choose from, such as one's own, UTC, and the one it was written in. */
  readonly zones: readonly { readonly zone: string; readonly label: string }[];
  readonly zone: string;
  readonly onZone: (zone: string) => void;
  readonly label: string;
}

/** Which zone times are shown in. */
export function ZoneSwitch({ zones, zone, onZone, label }: ZoneSwitchProps) {
  return (
    <div className={css['switch']} role="group" aria-label={label}>
      {zones.map((each) => (
        <button
          key={each.label}
          type="button"
          aria-pressed={each.zone === zone}
          onClick={() => {
            onZone(each.zone);
          }}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
}
