import { useTranslation } from 'react-i18next';

import type { ImprovementRulesQuery } from '../gql/documents.js';
import { TextField } from '../ui/field.js';
import css from './settings.module.css';

type Reminders = ImprovementRulesQuery['improvementPolicy']['reminders'];

/** The greatest number of each. */
const MOST = { before: 30, every: 30, escalateAfter: 60, verifyAfter: 60 } as const;
const NAMES = ['before', 'every', 'escalateAfter', 'verifyAfter'] as const;

/** When people are reminded; a box that is left empty keeps what was in it. */
export function ReminderFields({
  reminders,
  onChange,
}: {
  readonly reminders: Reminders;
  readonly onChange: (reminders: Reminders) => void;
}) {
  const { t } = useTranslation('admin');
  return (
    <fieldset className={css['choices']}>
      <legend>{t('reminders')}</legend>
      <div className={css['form']}>
        {NAMES.map((name) => (
          <TextField
            key={name}
            type="number"
            label={t(`reminder_${name}`)}
            hint={t(`reminderMeans_${name}`)}
            required
            min={1}
            max={MOST[name]}
            step={1}
            defaultValue={reminders[name]}
            onChange={({ currentTarget: { valueAsNumber } }) => {
              if (Number.isInteger(valueAsNumber))
                onChange({ ...reminders, [name]: valueAsNumber });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
