import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { useOwnZone } from '../app/viewer.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  CalendarCreateDocument,
  CalendarUpdateDocument,
  type CalendarFactsFragment,
  type Weekday,
} from '../gql/documents.js';
import { ZoneChoice } from '../incident/zone-choice.js';
import { TextArea, TextField } from '../ui/field.js';
import { weekdayName } from '../task/cadence-words.js';
import { WEEKDAYS as SHORT } from '../task/rhythm.js';
import css from '../task/task.module.css';
import { linesOf, specialDaysIn } from './special-days.js';

const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies readonly Weekday[];

/** Describes which days are worked. */
export function CalendarForm({
  calendar,
  onClose,
}: {
  /** Null for a new one. */
  readonly calendar: CalendarFactsFragment | null;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('admin');
  const own = useOwnZone();
  const [name, setName] = useState(calendar?.name ?? '');
  const [zone, setZone] = useState(calendar?.zone ?? own);
  const [weekdays, setWeekdays] = useState<readonly Weekday[]>(
    calendar?.weekdays ?? WEEKDAYS.slice(0, 5),
  );
  const [lines, setLines] = useState(linesOf(calendar?.specialDays ?? []));
  const { found, unclear } = specialDaysIn(lines);
  const onDone = (): void => {
    say({ text: t('calendarSaved', { name }) });
    onClose();
  };
  const create = useChange(CalendarCreateDocument, { onDone });
  const update = useChange(CalendarUpdateDocument, { onDone });
  const used = calendar ? update : create;
  const { faultOf, rest } = complaintsOf(used.error, ['name', 'zone', 'weekdays', 'specialDays']);
  const [first] = unclear;
  return (
    <FormDialog
      title={calendar ? calendar.name : t('newCalendar')}
      isPending={used.isPending}
      error={used.error}
      rest={rest}
      onSave={() => {
        if (first !== undefined) return;
        const input = {
          ...{ name, zone, weekdays: [...weekdays] },
          specialDays: found.map((days) => ({ ...days })),
        };
        if (!calendar) create.mutate({ input });
        else
          update.mutate({
            id: calendar.id,
            input: { ...input, expectedVersion: calendar.version },
          });
      }}
      onClose={onClose}
    >
      <TextField
        label={t('calendarName')}
        fault={faultOf('name')}
        value={name}
        required
        maxLength={200}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          setName(value);
        }}
      />
      <fieldset className={css['weekdays']}>
        <legend>{t('calendarWeek')}</legend>
        {WEEKDAYS.map((day, at) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={weekdays.includes(day)}
              onChange={({ currentTarget: { checked } }) => {
                setWeekdays(
                  WEEKDAYS.filter((each) => (each === day ? checked : weekdays.includes(each))),
                );
              }}
            />
            {weekdayName(SHORT[at] ?? 'MO', i18n.language)}
          </label>
        ))}
        {faultOf('weekdays') !== undefined && <p role="alert">{faultOf('weekdays')}</p>}
      </fieldset>
      <TextArea
        label={t('calendarDays')}
        hint={t('calendarDaysHint')}
        fault={
          first === undefined ? faultOf('specialDays') : t('calendarLineUnclear', { line: first })
        }
        rows={8}
        value={lines}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          setLines(value);
        }}
      />
      <ZoneChoice zone={zone} onZone={setZone} />
    </FormDialog>
  );
}
