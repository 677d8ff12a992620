import { ClipboardPaste, CornerDownLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { send } from '../../app/api.js';
import { useAsk } from '../../app/ask.js';
import { useDelayed } from '../../app/delayed.js';
import { forget, keep, unsent } from '../../app/kept.js';
import { MARKERS } from '../../case/case-address.js';
import { TimelineReadDocument, type TimelineMarker } from '../../gql/documents.js';
import { Button } from '../../ui/button.js';
import { wordsOf, zoneName } from '../../ui/zone.js';
import type { EventValues } from './event-values.js';
import { MarkerField } from './marker-field.js';
import css from './timeline.module.css';
import { dayIn, readEntry } from './typed-entry.js';
import { ZoneField } from './zone-field.js';

/** Milliseconds without another key until the server is asked what kind of moment a line tells of. */
const STILL_MS = 250;

interface FastEntryProps {
  /** Where a line that is not added yet is kept. */
  readonly name: string;
  readonly lang: string;
  readonly zone: string;
  readonly zones: readonly string[];
  readonly onZone: (zone: string) => void;
  /** The entry before, from which the day goes on. */
  readonly before: string | null;
  /** When the incident began, for the first entry. */
  readonly startedAt: string | null;
  readonly onAdd: (values: EventValues, guess: Promise<TimelineMarker> | null) => void;
  readonly onPaste: (text: string) => void;
}

/** One line with a time, added by Enter; the next one can follow at once. */
export function FastEntry(props: FastEntryProps) {
  const { name, lang, zone, zones, onZone, before, startedAt, onAdd, onPaste } = props;
  const { t, i18n } = useTranslation(['parts', 'vocabulary']);
  const [text, setText] = useState(() => (unsent.read(name) as string | undefined) ?? '');
  const [day, setDay] = useState<string | null>(null);
  const [chosen, setChosen] = useState<TimelineMarker | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (text.trim() === '') forget(name);
    else keep(name, text);
  }, [name, text]);
  const date = day ?? dayIn(zone, before, startedAt);
  const entry = readEntry(text, zone, date, day === null ? before : null);
  const still = useDelayed(text, STILL_MS);
  const { data } = useAsk(
    TimelineReadDocument,
    { text: still, date, zone },
    { when: still.trim() !== '', keep: true },
  );
  const read = still === text ? data?.timelineRead[0] : undefined;
  const at = entry.at ?? read?.at ?? null;
  const marker = chosen ?? read?.marker ?? 'OTHER';

  const add = (): void => {
    if (text.trim() === '') return;
    const said = entry.at === null ? (read?.text ?? '') : entry.text;
    if (at === null || said === '') {
      setFault(at === null ? t('entryNoTime') : t('entryNoText'));
      return;
    }
    const values = { at, zone, marker, text: said, source: null, evidence: '', original: null };
    onAdd(values, chosen === null && !read ? guess(text, date, zone) : null);
    setText('');
    setDay(null);
    setChosen(null);
    setFault(null);
    setSaid(t('entryAdded', { time: timeOf(at), text: said }));
    line.current?.focus();
  };
  const timeOf = (instant: string) =>
    wordsOf(instant, i18n.language, zone, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <div className={css['entry']}>
      <div className={css['entryLine']}>
        <input
          ref={line}
          className={css['entryText']}
          aria-label={t('entryLabel')}
          aria-describedby={`${name}-meant`}
          aria-invalid={fault !== null}
          placeholder={t('entryPlaceholder')}
          lang={lang}
          dir="auto"
          value={text}
          maxLength={20_000}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFault(null);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (pasted.trim().split(/\r?\n/).length < 2) return;
            event.preventDefault();
            onPaste(pasted);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const digit = event.altKey ? /^Digit([1-7])$/.exec(event.code) : null;
            if (digit) setChosen(MARKERS[Number(digit[1]) - 1] ?? null);
            else if (event.key === 'Enter') add();
            else return;
            event.preventDefault();
          }}
        />
        <Button icon={<CornerDownLeft aria-hidden />} onClick={add}>
          {t('entryAdd')}
        </Button>
        <Button
          icon={<ClipboardPaste aria-hidden />}
          onClick={() => {
            onPaste('');
          }}
        >
          {t('paste')}
        </Button>
      </div>
      <div className={css['meant']} id={`${name}-meant`}>
        {fault !== null ? (
          <span className={css['fault']} role="alert">
            {fault}
          </span>
        ) : (
          <span className={at === null ? css['soft'] : undefined}>
            {at === null
              ? text.trim() === ''
                ? t('entryDay', { zone: zoneName(zone, `${date}T12:00:00Z`) })
                : t('entryTimeFirst')
              : timeOf(at)}
          </span>
        )}
        <input
          type="date"
          className={css['day']}
          aria-label={t('entryDate')}
          value={date}
          onChange={(event) => {
            setDay(event.currentTarget.value || null);
          }}
        />
        <ZoneField
          label={t('entryZone')}
          zone={zone}
          at={at ?? `${date}T12:00:00Z`}
          known={zones}
          onZone={onZone}
        />
        <MarkerField marker={marker} onMarker={setChosen} />
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** What kind of moment the server takes it for. */
const guess = async (text: string, date: string, zone: string): Promise<TimelineMarker> => {
  const { timelineRead } = await send(TimelineReadDocument, { text, date, zone });
  return timelineRead[0]?.marker ?? 'OTHER';
};
