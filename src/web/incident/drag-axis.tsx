import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';

import {
  marksOf,
  MILESTONE_NAME,
  MILESTONES,
  type Mark,
  type MilestoneField,
  type Times,
} from '../ui/milestones.js';
import { span } from '../ui/time.js';
import { wordsOf } from '../ui/zone.js';
import { scaleOf, type Scale } from './axis-scale.js';
import css from './drag-axis.module.css';

const MINUTE_MS = 60_000;
/** Minutes that a key moves a milestone by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
/** A step with Shift is as many times as long. */
const SHIFT = 10;

/** Height of the axis in the drawing. */
const LINE = 48;

interface DragAxisProps {
  readonly times: Times;
  readonly zone: string;
  readonly onMove: (field: MilestoneField, at: string) => void;
}

/** The milestones on a line, each a handle that is dragged, or moved with the arrow keys. */
export function DragAxis({ times, zone, onMove }: DragAxisProps) {
  const { t } = useTranslation('incident');
  const [active, setActive] = useState<MilestoneField | null>(null);
  // While a handle is being moved the others stay where they are.
  const [held, setHeld] = useState<Scale | null>(null);
  const line = useRef<SVGSVGElement>(null);
  const marks = marksOf(times);
  if (marks.length === 0) return <p className={css['hint']}>{t('nothingToDrag')}</p>;
  const scale = held ?? scaleOf(marks.map(({ ms }) => ms));

  const moveTo = (field: MilestoneField, ms: number): void => {
    onMove(field, new Date(Math.round(ms / MINUTE_MS) * MINUTE_MS).toISOString());
  };
  const onKey = (event: KeyboardEvent, { field, ms }: Mark): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = ms + step * MINUTE_MS * (event.shiftKey ? SHIFT : 1);
    const isInside = next > scale.firstMs && next < scale.lastMs;
    setHeld(isInside ? scale : null);
    moveTo(field, next);
  };
  const onDrag = (event: PointerEvent, field: MilestoneField): void => {
    const box = line.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo(field, scale.msAt((event.clientX - box.left) / box.width));
  };
  return (
    <div className={css['axis']}>
      <svg ref={line} width="100%" height={LINE + 24} role="group" aria-label={t('dragAxis')}>
        <line className={css['track']} x1="0%" y1={LINE} x2="100%" y2={LINE} />
        {marks.map((mark) => (
          <Handle
            key={mark.field}
            mark={mark}
            scale={scale}
            first={marks[0] ?? mark}
            zone={zone}
            isActive={active === mark.field}
            onActive={(isActive) => {
              setActive(isActive ? mark.field : null);
              if (!isActive) setHeld(null);
            }}
            onKey={onKey}
            onTake={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setHeld(scale);
            }}
            onDrag={onDrag}
            onLeave={() => {
              setHeld(null);
            }}
          />
        ))}
      </svg>
      <p className={css['hint']}>{t('dragHint')}</p>
    </div>
  );
}

interface HandleProps {
  readonly mark: Mark;
  readonly scale: Scale;
  readonly first: Mark;
  readonly zone: string;
  readonly isActive: boolean;
  readonly onActive: (isActive: boolean) => void;
  readonly onKey: (event: KeyboardEvent, mark: Mark) => void;
  readonly onTake: (event: PointerEvent) => void;
  readonly onDrag: (event: PointerEvent, field: MilestoneField) => void;
  readonly onLeave: () => void;
}

function Handle({
  mark,
  scale,
  first,
  zone,
  isActive,
  onActive,
  onKey,
  onTake,
  onDrag,
  onLeave,
}: HandleProps) {
  const { t, i18n } = useTranslation('vocabulary');
  const { field, at, ms } = mark;
  const name = t(`milestone${MILESTONE_NAME[field]}`);
  const time = wordsOf(at, i18n.language, zone, { hour: '2-digit', minute: '2-digit' });
  const day = wordsOf(at, i18n.language, zone, { day: 'numeric', month: 'short' });
  const offset = ms === first.ms ? '' : `+${span((ms - first.ms) / 1_000, i18n.language)}`;
  const place = scale.placeOf(ms);
  const anchor = place < 0.25 ? css['start'] : place > 0.75 ? css['end'] : css['middle'];
  return (
    <svg x={`${(place * 100).toFixed(3)}%`} y={LINE} overflow="visible">
      <g
        className={`${css['handle'] ?? ''} ${isActive ? (css['active'] ?? '') : ''}`}
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.round((scale.lastMs - scale.firstMs) / MINUTE_MS)}
        aria-valuenow={Math.round((ms - scale.firstMs) / MINUTE_MS)}
        aria-valuetext={`${time} ${day} ${offset}`}
        onFocus={() => {
          onActive(true);
        }}
        onBlur={() => {
          onActive(false);
        }}
        onKeyDown={(event) => {
          onKey(event, mark);
        }}
        onPointerDown={onTake}
        onPointerMove={(event) => {
          onDrag(event, field);
        }}
        onPointerUp={onLeave}
        onPointerCancel={onLeave}
      >
        <circle className={css['reach']} r="18" />
        <circle className={css['ring']} r="14" />
        <circle className={css['dot']} r="10" />
        <text className={css['number']} y="4">
          {MILESTONES.indexOf(field) + 1}
        </text>
        {isActive && (
          <text className={`${css['bubble'] ?? ''} ${anchor ?? ''}`} y="-24" aria-hidden>
            {name} {time} {offset}
          </text>
        )}
      </g>
    </svg>
  );
}
