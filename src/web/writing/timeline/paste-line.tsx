import { CornerLeftUp } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { TimelineSourceKind } from '../../gql/documents.js';
import { Button } from '../../ui/button.js';
import { wallOf } from '../../ui/zone.js';
import { GrowText } from '../entries/grow-text.js';
import { QuietChoice } from '../entries/quiet-choice.js';
import shared from '../entries/entries.module.css';
import { SOURCES } from './event-values.js';
import { MarkerField } from './marker-field.js';
import css from './paste.module.css';
import { TimeField } from './time-field.js';
import type { Row } from './use-paste.js';
import { ZoneField } from './zone-field.js';

interface PasteLineProps {
  readonly row: Row;
  /** On which a time without a day is. */
  readonly day: string;
  readonly isFirst: boolean;
  /** What is on the timeline already that seems to be the same. */
  readonly twin: string | undefined;
  readonly fault: string | undefined;
  readonly zones: readonly string[];
  readonly lang: string;
  readonly onCorrect: (key: string, changes: Partial<Row>) => void;
  readonly onJoin: (key: string) => void;
}

/** One line that was pasted, and what it became. */
export const PasteLine = memo(
  function PasteLine({ row, day, isFirst, twin, fault, zones, lang, ...on }: PasteLineProps) {
    const { t } = useTranslation(['parts', 'vocabulary']);
    const { key, at, zone, marker, text, source, isIncluded } = row;
    const correct = (changes: Partial<Row>): void => {
      on.onCorrect(key, changes);
    };
    const isUnread = at === null;
    return (
      <li className={`${css['row']} ${isUnread ? css['unread'] : isIncluded ? '' : css['left']}`}>
        <input
          type="checkbox"
          data-cell="include"
          aria-label={t('pasteInclude', { text: text.slice(0, 80) })}
          checked={isIncluded && !isUnread}
          disabled={isUnread}
          onChange={(event) => {
            correct({ isIncluded: event.currentTarget.checked });
          }}
        />
        <div className={css['when']}>
          <TimeField
            label={t('eventTime')}
            at={at}
            zone={zone}
            day={at === null ? day : wallOf(at, zone).day}
            hasDay
            data-cell="time"
            onAt={(next) => {
              correct({ at: next });
            }}
          />
          <ZoneField
            label={t('entryZone')}
            zone={zone}
            at={at ?? `${day}T12:00:00Z`}
            known={zones}
            onZone={(next) => {
              correct({ zone: next });
            }}
          />
        </div>
        <div className={css['what']}>
          <GrowText
            label={t('eventText', { time: at === null ? '' : wallOf(at, zone).time })}
            lang={lang}
            value={text}
            onChange={(event) => {
              correct({ text: event.currentTarget.value });
            }}
          />
          <div className={css['tools']}>
            {isUnread ? (
              <span className={css['mark']}>{t('pasteUnread')}</span>
            ) : (
              <>
                <MarkerField
                  marker={marker}
                  onMarker={(next) => {
                    correct({ marker: next });
                  }}
                />
                <QuietChoice<TimelineSourceKind | ''>
                  label={t('eventSource')}
                  value={source ?? ''}
                  isSet={source !== null}
                  onChange={(next) => {
                    correct({ source: next || null });
                  }}
                >
                  <option value="">{t('eventNoSource')}</option>
                  {SOURCES.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`vocabulary:source${kind}`)}
                      {kind === source && row.sourceName !== null && ` · ${row.sourceName}`}
                    </option>
                  ))}
                </QuietChoice>
              </>
            )}
            {!isFirst && (
              <Button
                kind="quiet"
                size="small"
                className={shared['toggle'] ?? ''}
                icon={<CornerLeftUp aria-hidden />}
                onClick={() => {
                  on.onJoin(key);
                }}
              >
                {t('pasteJoin')}
              </Button>
            )}
          </div>
          {twin !== undefined && (
            <p className={css['twin']}>{t('pasteTwin', { text: twin.slice(0, 120) })}</p>
          )}
          {fault !== undefined && (
            <p className={css['fault']} role="alert">
              {fault}
            </p>
          )}
        </div>
      </li>
    );
  },
  // What is done with a row is the same whenever it is drawn.
  (before, after) =>
    before.row === after.row &&
    before.day === after.day &&
    before.isFirst === after.isFirst &&
    before.twin === after.twin &&
    before.fault === after.fault,
);
