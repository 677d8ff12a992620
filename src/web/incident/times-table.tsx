import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import field from '../ui/field.module.css';
import { MILESTONE_NAME, MILESTONES, type MilestoneField, type Times } from '../ui/milestones.js';
import { span } from '../ui/time.js';
import { typedOf, wordsOf } from '../ui/zone.js';
import css from './times-table.module.css';
import type { TypedTimes } from './typed-times.js';

interface TimesTableProps {
  readonly typed: TypedTimes;
  /** What the boxes mean; null where there is nothing, or no time. */
  readonly times: Times;
  readonly zone: string;
  readonly onTyped: (field: MilestoneField, text: string) => void;
  /** Which milestones; default: all. */
  readonly fields?: readonly MilestoneField[];
  /** What the server says of one of them. */
  readonly faultOf?: (field: MilestoneField) => string | undefined;
}

/** The milestones of an incident, to be typed one by one. */
export function TimesTable({ fields = MILESTONES, ...table }: TimesTableProps) {
  return (
    <ol className={css['rows']}>
      {fields.map((name) => (
        <TimeRow key={name} name={name} {...table} />
      ))}
    </ol>
  );
}

function TimeRow({
  name,
  typed,
  times,
  zone,
  onTyped,
  faultOf,
}: Omit<TimesTableProps, 'fields'> & { readonly name: MilestoneField }) {
  const { t, i18n } = useTranslation(['incident', 'vocabulary', 'frame']);
  const label = t(`vocabulary:milestone${MILESTONE_NAME[name]}`);
  const at = times[name];
  const text = typed[name];
  const unread = text.trim() !== '' && at === null ? t('incident:noTime') : undefined;
  const fault = unread ?? faultOf?.(name);
  const id = `time-${name}`;
  const start = times.startedAt ?? times.detectedAt;
  const offset =
    at === null || start === null || at === start ? 0 : Date.parse(at) - Date.parse(start);
  return (
    <li className={css['row']}>
      <span className={css['number']} aria-hidden>
        {MILESTONES.indexOf(name) + 1}
      </span>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      <input
        id={id}
        className={`${field['control'] ?? ''} ${css['box'] ?? ''}`}
        value={text}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('incident:timeForm')}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${id}-said`}
        maxLength={60}
        onChange={(event) => {
          onTyped(name, event.currentTarget.value);
        }}
        onBlur={() => {
          // Shows what was understood, such as the day of a time without one.
          if (at !== null) onTyped(name, typedOf(at, zone));
        }}
      />
      {text === '' ? (
        <Button
          size="small"
          aria-label={t('incident:nowFor', { name: label })}
          onClick={() => {
            onTyped(name, typedOf(new Date().toISOString().replace(/:\d\d\.\d+Z$/, ':00Z'), zone));
          }}
        >
          {t('incident:now')}
        </Button>
      ) : (
        <Button
          kind="quiet"
          size="small"
          aria-label={t('incident:clearFor', { name: label })}
          onClick={() => {
            onTyped(name, '');
          }}
        >
          {t('frame:clear')}
        </Button>
      )}
      <p id={`${id}-said`} className={fault === undefined ? css['meaning'] : css['fault']}>
        {fault ??
          (at !== null && (
            <>
              {wordsOf(at, i18n.language, zone, SAID)}
              {offset !== 0 && (
                <b>
                  {offset > 0 && '+'}
                  {span(offset / 1_000, i18n.language)}
                </b>
              )}
            </>
          ))}
      </p>
    </li>
  );
}

const SAID = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;
