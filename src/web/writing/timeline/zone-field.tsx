import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import css from '../entries/entries.module.css';
import { QuietChoice } from '../entries/quiet-choice.js';
import { browserZone } from '../../ui/time.js';
import { isZone, zoneName } from '../../ui/zone.js';

const OTHER = 'other';

/** The zone in which a time is written: one of those at hand, or any other by its name. */
export function ZoneField({
  label,
  zone,
  at,
  known,
  onZone,
}: {
  readonly label: string;
  readonly zone: string;
  /** When, as the offset of a zone changes over the year. */
  readonly at: string;
  /** Zones that are used here already. */
  readonly known: readonly string[];
  readonly onZone: (zone: string) => void;
}) {
  const { t } = useTranslation('parts');
  const [typed, setTyped] = useState<string | null>(null);
  const list = useId();
  if (typed === null) {
    const zones = [...new Set([zone, ...known, browserZone(), 'UTC'])];
    return (
      <QuietChoice
        label={label}
        value={zone}
        onChange={(chosen) => {
          if (chosen === OTHER) setTyped('');
          else onZone(chosen);
        }}
      >
        {zones.map((each) => (
          <option key={each} value={each}>
            {zoneName(each, at)}
          </option>
        ))}
        <option value={OTHER}>{t('zoneOther')}</option>
      </QuietChoice>
    );
  }
  const take = (): void => {
    if (isZone(typed)) onZone(typed);
    if (isZone(typed) || typed === '') setTyped(null);
  };
  return (
    <>
      <input
        className={css['smallInput']}
        aria-label={label}
        placeholder="Asia/Taipei, +08:00"
        list={list}
        value={typed}
        maxLength={64}
        autoFocus
        aria-invalid={typed !== '' && !isZone(typed)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
          else if (event.key === 'Enter') take();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
