import { useTranslation } from 'react-i18next';

import type { ScheduleFactsFragment } from '../gql/documents.js';
import { Choice } from '../ui/field.js';

/** When a digest is sent, by what is known to the server and what people choose. */
export type Schedule = Pick<ScheduleFactsFragment, 'isOn' | 'weekday' | 'hour'>;

const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies readonly Schedule['weekday'][];

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

const USUAL: Schedule = { isOn: true, weekday: 'MONDAY', hour: 9 };

/** Chooses the day and the hour on which a digest is sent, or that it is not. */
export function ScheduleFields({
  label,
  value,
  onChange,
  usual,
}: {
  readonly label: string;
  /** Null: as the organization says. */
  readonly value: Schedule | null;
  readonly onChange: (value: Schedule | null) => void;
  /** What it is called to leave that to the organization; left out where there is nobody to leave it to. */
  readonly usual?: string;
}) {
  const { t, i18n } = useTranslation('digest');
  const choice = value === null ? '' : value.isOn ? value.weekday : 'OFF';
  return (
    <>
      <Choice
        label={label}
        value={choice}
        options={[
          ...(usual === undefined ? [] : [{ value: '' as const, label: usual }]),
          { value: 'OFF' as const, label: t('notSent') },
          ...WEEKDAYS.map((weekday) => ({
            value: weekday,
            label: t('everyWeekday', { weekday: weekdayName(weekday, i18n.language) }),
          })),
        ]}
        onChange={(chosen) => {
          const last = value ?? USUAL;
          if (chosen === '') onChange(null);
          else if (chosen === 'OFF') onChange({ ...last, isOn: false });
          else onChange({ ...last, isOn: true, weekday: chosen });
        }}
      />
      {value?.isOn && (
        <Choice
          label={t('hour')}
          hint={t('hourHint')}
          value={String(value.hour)}
          options={HOURS.map((hour) => ({ value: hour, label: `${hour.padStart(2, '0')}:00` }))}
          onChange={(hour) => {
            onChange({ ...value, hour: Number(hour) });
          }}
        />
      )}
    </>
  );
}

function weekdayName(weekday: Schedule['weekday'], language: string): string {
  // 2024 began with a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(weekday)));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day);
}
