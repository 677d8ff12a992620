import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Hint } from './hint.js';
import { listed } from './listed.js';
import {
  marksOf,
  MILESTONE_NAME,
  MILESTONES,
  placesOf,
  spansOf,
  type Mark,
  type Span,
  type Times,
} from './milestones.js';
import { span } from './time.js';
import { wallOf, wordsOf } from './zone.js';
import { exactIn } from './zoned-time.js';
import css from './time-axis.module.css';

interface TimeAxisProps {
  /** The milestones of an incident. */
  readonly of: Times;
  /** In which times are shown. */
  readonly zone: string;
}

/** The life of an incident: its milestones where they fell, and the spans between them that are measured. */
export function TimeAxis({ of: times, zone }: TimeAxisProps) {
  const { t, i18n } = useTranslation(['incident', 'vocabulary']);
  const [shown, setShown] = useState<Span | null>(null);
  const marks = marksOf(times);
  const { places, cutAfter } = placesOf(marks.map(({ ms }) => ms));
  const spans = spansOf(times);
  if (marks.length === 0) return <p className={css['note']}>{t('incident:noMilestones')}</p>;
  const unknown = MILESTONES.filter((field) => times[field] === null);
  const names = (fields: readonly (typeof MILESTONES)[number][]) =>
    listed(
      fields.map((field) => t(`vocabulary:milestone${MILESTONE_NAME[field]}`)),
      i18n.language,
    );
  const [before, after] =
    cutAfter === null ? [] : [marks[cutAfter] as Mark, marks[cutAfter + 1] as Mark];
  return (
    <div className={css['axis']}>
      <Drawing marks={marks} places={places} cutAfter={cutAfter} shown={shown} />
      <ol className={css['marks']} data-count={marks.length}>
        {marks.map((mark, index) => (
          <MarkItem key={mark.field} mark={mark} index={index} marks={marks} zone={zone} />
        ))}
      </ol>
      {before && after && (
        <p className={css['note']}>
          {t('incident:notToScale', {
            from: names([before.field]),
            to: names([after.field]),
            span: span((after.ms - before.ms) / 1_000, i18n.language),
          })}
        </p>
      )}
      <SpanList of={spans} onShow={setShown} />
      {unknown.length > 0 && (
        <p className={css['note']}>{t('incident:notKnown', { names: names(unknown) })}</p>
      )}
    </div>
  );
}

function MarkItem({
  mark,
  index,
  marks,
  zone,
}: {
  readonly mark: Mark;
  readonly index: number;
  readonly marks: readonly Mark[];
  readonly zone: string;
}) {
  const { t, i18n } = useTranslation(['incident', 'vocabulary']);
  const [first] = marks;
  const last = marks[index - 1];
  // The day is said where it changes, and only there.
  const isNewDay = !last || wallOf(last.at, zone).day !== wallOf(mark.at, zone).day;
  return (
    <li>
      <span className={css['name']}>{t(`vocabulary:milestone${MILESTONE_NAME[mark.field]}`)}</span>
      <Hint text={exactIn(mark.at, i18n.language, zone)}>
        <time dateTime={mark.at}>
          {wordsOf(mark.at, i18n.language, zone, { hour: '2-digit', minute: '2-digit' })}
          {isNewDay && (
            <span className={css['day']}>
              {' '}
              {wordsOf(mark.at, i18n.language, zone, { day: 'numeric', month: 'short' })}
            </span>
          )}
        </time>
      </Hint>
      {first && index > 0 && (
        <span className={css['offset']}>+{span((mark.ms - first.ms) / 1_000, i18n.language)}</span>
      )}
    </li>
  );
}

/** The spans that are measured, each with what it means. */
export function SpanList({
  of: spans,
  onShow,
}: {
  readonly of: readonly Span[];
  /** Called with the span that somebody looks at, and null when they look away. */
  readonly onShow?: (span: Span | null) => void;
}) {
  const { t } = useTranslation('incident');
  if (spans.length === 0) return null;
  return (
    <ul className={css['spans']} aria-label={t('spans')}>
      {spans.map((each) => (
        <li key={each.name}>
          <SpanItem of={each} onShow={(isShown) => onShow?.(isShown ? each : null)} />
        </li>
      ))}
    </ul>
  );
}

function SpanItem({
  of: { name, seconds },
  onShow,
}: {
  readonly of: Span;
  readonly onShow: (isShown: boolean) => void;
}) {
  const { t, i18n } = useTranslation('vocabulary');
  const meaning = t(`measure${name}`);
  return (
    <div
      onPointerEnter={() => {
        onShow(true);
      }}
      onPointerLeave={() => {
        onShow(false);
      }}
      onFocus={() => {
        onShow(true);
      }}
      onBlur={() => {
        onShow(false);
      }}
    >
      <Hint text={meaning}>
        <button type="button" className={css['span']}>
          <abbr lang="en">{name}</abbr> <b>{span(seconds, i18n.language)}</b>
        </button>
      </Hint>
      <small className={css['meaning']}>{meaning}</small>
    </div>
  );
}

/** Heights in the drawing. */
const LINE = 9;
const FOOT = 34;

/** Dots where the milestones fell, each with a line to its words, which need more room than it may have. */
function Drawing({
  marks,
  places,
  cutAfter,
  shown,
}: {
  readonly marks: readonly Mark[];
  readonly places: readonly number[];
  readonly cutAfter: number | null;
  readonly shown: Span | null;
}) {
  const columns = marks.length;
  // The words of each begin at its column; the axis ends where the last column begins.
  const width = (columns - 1) / columns;
  const x = (index: number): string => percent((places[index] ?? 0) * width);
  const at = (field: string): number => marks.findIndex((mark) => mark.field === field);
  const last = columns - 1;
  return (
    <div className={css['drawing']} aria-hidden>
      <svg width="100%" height={FOOT}>
        <line className={css['track']} x1="0%" y1={LINE} x2={x(last)} y2={LINE} />
        {cutAfter !== null && (
          <text
            className={css['cut']}
            x={percent((((places[cutAfter] ?? 0) + (places[cutAfter + 1] ?? 0)) / 2) * width)}
            y={LINE + 5}
          >
            ⁄⁄
          </text>
        )}
        {shown && (
          <line
            className={css['shown']}
            x1={x(at(shown.from))}
            y1={LINE}
            x2={x(at(shown.to))}
            y2={LINE}
          />
        )}
        {marks.map(({ field }, index) => (
          <g key={field}>
            <line
              className={css['lead']}
              x1={x(index)}
              y1={LINE}
              x2={percent(index / columns)}
              y2={FOOT}
            />
            <circle className={css[field] ?? css['dot']} cx={x(index)} cy={LINE} r="5" />
          </g>
        ))}
      </svg>
    </div>
  );
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
