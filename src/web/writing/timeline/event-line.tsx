import { ChevronDown, ChevronRight, X } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../../app/language.js';
import { Button } from '../../ui/button.js';
import { offsetName, wallOf } from '../../ui/zone.js';
import { GrowText } from '../entries/grow-text.js';
import type { Entry } from '../entries/steps.js';
import type { EntryStore, Trouble } from '../entries/store.js';
import { TroubleNote } from '../entries/trouble-note.js';
import { EventMore } from './event-more.js';
import type { EventValues } from './event-values.js';
import { MarkerField } from './marker-field.js';
import shared from '../entries/entries.module.css';
import { TimeField } from './time-field.js';
import css from './timeline.module.css';

/** One event, each of its parts editable where it stands. */
export const EventLine = memo(function EventLine({
  entry: { key, values },
  store,
  trouble,
  lang,
  zones,
  onRemove,
}: {
  readonly entry: Entry<EventValues>;
  readonly store: EntryStore<EventValues>;
  readonly trouble: Trouble<EventValues> | undefined;
  readonly lang: LanguageTag;
  readonly zones: readonly string[];
  readonly onRemove: (key: string) => void;
}) {
  const { t } = useTranslation('parts');
  const [isOpen, setOpen] = useState(false);
  const { at, zone, marker, text, source, evidence } = values;
  const { day, time } = wallOf(at, zone);
  const hasMore = source !== null || evidence !== '';
  return (
    <li className={css['event']}>
      <div className={css['when']}>
        <TimeField
          label={t('eventTime')}
          at={at}
          zone={zone}
          day={day}
          onAt={(next) => {
            store.set(key, { at: next });
          }}
        />
        <small>{offsetName(at, zone)}</small>
      </div>
      <div className={css['what']}>
        <GrowText
          label={t('eventText', { time })}
          lang={lang}
          value={text}
          onChange={(event) => {
            store.set(key, { text: event.currentTarget.value }, 'soon');
          }}
          onBlur={() => void store.save()}
        />
        <div className={css['tools']}>
          <MarkerField
            marker={marker}
            onMarker={(next) => {
              store.set(key, { marker: next });
            }}
          />
          <Button
            kind="quiet"
            size="small"
            className={shared['toggle'] ?? ''}
            aria-expanded={isOpen}
            icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {hasMore && !isOpen ? t('eventMoreThere') : t('eventMore')}
          </Button>
        </div>
        {isOpen && <EventMore entry={{ key, values }} store={store} lang={lang} zones={zones} />}
        <TroubleNote
          trouble={trouble}
          textOf={(theirs) => `${wallOf(theirs.at, theirs.zone).time} ${theirs.text}`}
          onSettle={(whose) => {
            store.settle(key, whose);
          }}
        />
      </div>
      <Button
        kind="quiet"
        size="small"
        icon={<X aria-hidden />}
        aria-label={t('eventRemove', { time, text: text.slice(0, 80) })}
        onClick={() => {
          onRemove(key);
        }}
      />
    </li>
  );
});
