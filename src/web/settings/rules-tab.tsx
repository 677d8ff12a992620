import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  ImprovementRulesDocument,
  ImprovementRulesSaveDocument,
  type ImprovementRulesQuery,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Skeleton } from '../ui/notice.js';
import { ReminderFields } from './reminder-fields.js';
import css from './settings.module.css';
import { TargetsGrid } from './targets-grid.js';

type Rules = ImprovementRulesQuery['improvementPolicy'];

const CHOICES = ['boundedWording', 'evidence', 'otherVerifier', 'otherApprover'] as const;

/** What the organization asks of its action items. */
export function RulesTab() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useAsk(ImprovementRulesDocument, {});
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const { improvementPolicy: rules } = data;
  return (
    <>
      <p className={css['lead']}>{t('rulesLead')}</p>
      <RulesForm key={rules.version} rules={rules} />
    </>
  );
}

const APPROVALS = ['ONE_REVIEWER', 'EVERY_AFFECTED_TEAM'] as const;

/** What is set as a whole number, and between which. */
const NUMBERS = [
  { name: 'effectCheckWeeks', min: 1, max: 52 },
  { name: 'timelineGapMinutes', min: 5, max: 1_440 },
] as const;

function RulesForm({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation(['admin', 'frame']);
  const [values, setValues] = useState({
    ...rules,
    effectCheckWeeks: String(rules.effectCheckWeeks),
    timelineGapMinutes: String(rules.timelineGapMinutes),
  });
  const set = (changed: Partial<typeof values>): void => {
    setValues((present) => ({ ...present, ...changed }));
  };
  const save = useChange(ImprovementRulesSaveDocument, {
    onDone: () => {
      say({ text: t('frame:saved') });
    },
  });
  const { faultOf, rest } = complaintsOf(
    save.error,
    NUMBERS.map(({ name }) => name),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { version: expectedVersion, ...choices } = values;
        const effectCheckWeeks = Number(choices.effectCheckWeeks);
        const timelineGapMinutes = Number(choices.timelineGapMinutes);
        save.mutate({
          input: { ...choices, effectCheckWeeks, timelineGapMinutes, expectedVersion },
        });
      }}
    >
      <fieldset className={css['choices']}>
        <legend>{t('admin:rulesAsked')}</legend>
        {CHOICES.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={values[name]}
              onChange={({ currentTarget: { checked } }) => {
                set({ [name]: checked });
              }}
            />
            <span>
              {t(`admin:rule_${name}`)}
              <small>{t(`admin:ruleMeans_${name}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={css['choices']}>
        <legend>{t('admin:approval')}</legend>
        {APPROVALS.map((approval) => (
          <label key={approval}>
            <input
              type="radio"
              name="approval"
              checked={values.approval === approval}
              onChange={() => {
                set({ approval });
              }}
            />
            <span>
              {t(`admin:approval${approval}`)}
              <small>{t(`admin:approvalMeans${approval}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css['form']}>
        {NUMBERS.map(({ name, min, max }) => (
          <TextField
            key={name}
            type="number"
            label={t(`admin:${name}`)}
            hint={t(`admin:${name}Hint`)}
            fault={faultOf(name)}
            required
            min={min}
            max={max}
            step={1}
            value={values[name]}
            onChange={({ currentTarget: { value } }) => {
              set({ [name]: value });
            }}
          />
        ))}
      </div>
      <TargetsGrid
        targets={values.targets}
        onChange={(targets) => {
          set({ targets });
        }}
      />
      <ReminderFields
        reminders={values.reminders}
        onChange={(reminders) => {
          set({ reminders });
        }}
      />
      {rest && <Failure error={rest} />}
      <Button kind="main" type="submit" disabled={save.isPending}>
        {save.isPending ? t('frame:saving') : t('frame:save')}
      </Button>
    </form>
  );
}
