import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ZoneChoice } from '../incident/zone-choice.js';
import { Choice, TextField } from '../ui/field.js';
import { useCadenceWords, weekdayName } from './cadence-words.js';
import {
  freshRhythm,
  PLACES,
  RHYTHMS,
  ruleOf,
  WEEKDAYS,
  type Rhythm,
  type Weekday,
} from './rhythm.js';
import css from './task.module.css';

/** When something comes again, as a form holds it. */
export interface CadenceDraft {
  readonly rhythm: Rhythm;
  readonly startsOn: string;
  readonly zone: string;
  readonly time: string;
}

/** Asks when something comes again: the usual rhythms in words, any other one as a rule. */
export function CadenceFields({
  cadence,
  startsOnHint,
  faultOf,
  onChange,
  children,
}: {
  readonly cadence: CadenceDraft;
  readonly startsOnHint: string;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (cadence: CadenceDraft) => void;
  /** What there is to say of the time besides. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('tasks');
  const wordsOf = useCadenceWords();
  const { rhythm, startsOn, time, zone } = cadence;
  const set = (changed: Partial<CadenceDraft>): void => {
    onChange({ ...cadence, ...changed });
  };
  return (
    <>
      <div className={css['pair']}>
        <Choice
          label={t('rhythm')}
          value={rhythm.kind}
          options={RHYTHMS.map((value) => ({ value, label: t(`rhythm_${value}`) }))}
          onChange={(kind) => {
            set({ rhythm: freshRhythm(kind, startsOn, rhythm) });
          }}
        />
        {rhythm.kind !== 'rule' && (
          <TextField
            label={t(`every_${rhythm.kind}`)}
            type="number"
            min={1}
            max={999}
            required
            value={rhythm.every}
            onChange={({ currentTarget: { valueAsNumber } }) => {
              set({ rhythm: { ...rhythm, every: valueAsNumber || 1 } });
            }}
          />
        )}
      </div>
      <RhythmDetails
        rhythm={rhythm}
        fault={faultOf('rule')}
        onChange={(next) => {
          set({ rhythm: next });
        }}
      />
      <p className={css['when']} role="status">
        {wordsOf(ruleOf(rhythm), startsOn)}
      </p>
      <div className={css['pair']}>
        <TextField
          label={t('startsOn')}
          hint={startsOnHint}
          fault={faultOf('startsOn')}
          type="date"
          required
          value={startsOn}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') set({ startsOn: value });
          }}
        />
        <TextField
          label={t('time')}
          fault={faultOf('time')}
          type="time"
          required
          value={time}
          onChange={({ currentTarget: { value } }) => {
            set({ time: value });
          }}
        />
        {children}
      </div>
      <ZoneChoice
        zone={zone}
        onZone={(next) => {
          set({ zone: next });
        }}
      />
    </>
  );
}

function RhythmDetails({
  rhythm,
  fault,
  onChange,
}: {
  readonly rhythm: Rhythm;
  readonly fault: string | undefined;
  readonly onChange: (rhythm: Rhythm) => void;
}) {
  const { t, i18n } = useTranslation('tasks');
  const names = (weekday: Weekday): string => weekdayName(weekday, i18n.language);
  switch (rhythm.kind) {
    case 'weeks':
      return (
        <fieldset className={css['weekdays']}>
          <legend>{t('weekdays')}</legend>
          {WEEKDAYS.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                checked={rhythm.weekdays.includes(day)}
                onChange={({ currentTarget: { checked } }) => {
                  const others = rhythm.weekdays.filter((each) => each !== day);
                  const weekdays = checked ? [...others, day] : others;
                  if (weekdays.length > 0) onChange({ ...rhythm, weekdays });
                }}
              />
              {names(day)}
            </label>
          ))}
        </fieldset>
      );
    case 'monthDay':
      return (
        <Choice
          label={t('dayOfTheMonth')}
          hint={rhythm.day > 28 ? t('shortMonthsHint') : undefined}
          value={String(rhythm.day)}
          options={[
            ...Array.from({ length: 31 }, (_, at) => ({
              value: String(at + 1),
              label: String(at + 1),
            })),
            { value: '-1', label: t('last') },
          ]}
          onChange={(day) => {
            onChange({ ...rhythm, day: Number(day) });
          }}
        />
      );
    case 'monthWeekday':
      return (
        <div className={css['pair']}>
          <Choice
            label={t('place')}
            value={String(rhythm.place)}
            options={PLACES.map((place) => ({
              value: String(place),
              label: place === -1 ? t('placeLast') : t(`place${place}`),
            }))}
            onChange={(text) => {
              const place = PLACES.find((each) => String(each) === text);
              if (place !== undefined) onChange({ ...rhythm, place });
            }}
          />
          <Choice
            label={t('weekday')}
            value={rhythm.weekday}
            options={WEEKDAYS.map((value) => ({ value, label: names(value) }))}
            onChange={(weekday) => {
              onChange({ ...rhythm, weekday });
            }}
          />
        </div>
      );
    case 'rule':
      return (
        <TextField
          label={t('rule')}
          hint={t('ruleHint')}
          fault={fault}
          required
          spellCheck={false}
          autoCapitalize="off"
          value={rhythm.rule}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...rhythm, rule: value });
          }}
        />
      );
    default:
      return null;
  }
}
