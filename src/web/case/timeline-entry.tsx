import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { CommentButton } from '../comments/comment-button.js';
import { Perspectives } from '../comments/perspectives.js';
import { Hint } from '../ui/hint.js';
import { Line } from '../ui/line.js';
import { Prose } from '../ui/prose.js';
import { span } from '../ui/time.js';
import { wallOf, wordsOf, zoneName } from '../ui/zone.js';
import { exactIn } from '../ui/zoned-time.js';
import { useCase } from './case-context.js';
import { MarkerShape } from './marker-shape.js';
import css from './timeline-entry.module.css';
import type { Row } from './timeline-rows.js';

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** What an entry is called in the address. */
export const idOf = ({ id }: { readonly id: string }): string => `event-${id}`;

/** What happened at one moment, and what stands between it and the moment before. */
export const TimelineEntry = memo(function TimelineEntry({
  row: { event, zone, newDay, isNewZone, gap },
  isFiltered,
  isPointedAt,
}: {
  readonly row: Row;
  /** The address names it. */
  readonly isPointedAt: boolean;
  /** Others are hidden, so that what lies between says nothing. */
  readonly isFiltered: boolean;
}) {
  const { t, i18n } = useTranslation(['case', 'vocabulary']);
  const { lang } = useCase();
  const { at, marker, text, source } = event;
  const sourceText =
    source &&
    [t(`vocabulary:source${source.kind}`), source.name].filter((each) => each !== null).join(' ');
  return (
    <>
      {gap !== null && !isFiltered && (
        <li className={css['gap']}>
          <span>{t('case:nothingRecorded', { span: span(gap, i18n.language) })}</span>
        </li>
      )}
      {(newDay !== null || isNewZone) && (
        <li className={css['day']}>
          <span>
            {newDay !== null && wordsOf(at, i18n.language, zone, DAY)}
            {isNewZone && <span className={css['zone']}> {zoneName(zone, at)}</span>}
          </span>
        </li>
      )}
      <li
        className={isPointedAt ? `${css['entry']} ${css['here']}` : css['entry']}
        id={idOf(event)}
      >
        <a className={css['time']} href={`#${idOf(event)}`}>
          <Hint text={<Exact at={at} zone={zone} />}>
            <time dateTime={at}>{wallOf(at, zone).time}</time>
          </Hint>
        </a>
        <span className={css['mark']}>
          <MarkerShape of={marker} />
        </span>
        <div className={css['what']}>
          <span className={marker === 'OTHER' ? 'visually-hidden' : css['word']}>
            {t(`vocabulary:marker${marker}`)}
          </span>{' '}
          <span className={css['text']}>
            <Line text={text} lang={lang} />
          </span>
          {sourceText !== null && (
            <span className={css['source']} dir="auto">
              {sourceText}
            </span>
          )}
          <Proof event={event} />
          <CommentButton place={{ part: 'TIMELINE_EVENT', partId: event.id }} name={text} />
          <Perspectives place={{ part: 'TIMELINE_EVENT', partId: event.id }} />
        </div>
      </li>
    </>
  );
});

/** Made only when somebody rests on a time. */
function Exact({ at, zone }: { readonly at: string; readonly zone: string }) {
  const { i18n } = useTranslation();
  return exactIn(at, i18n.language, zone);
}

/** What proves it, and the line it was read from; folded, as it is long more often than not. */
function Proof({ event: { evidenceHtml: evidence, original } }: { readonly event: Row['event'] }) {
  const { t } = useTranslation('case');
  const { lang } = useCase();
  if (evidence === null && original === null) return null;
  return (
    <details className={css['proof']}>
      <summary>
        {evidence === null
          ? t('original')
          : t(original === null ? 'evidence' : 'evidenceAndOriginal')}
      </summary>
      {evidence !== null && <Prose html={evidence} lang={lang} />}
      {original !== null && (
        <pre className={css['original']} dir="auto">
          {original}
        </pre>
      )}
    </details>
  );
}
