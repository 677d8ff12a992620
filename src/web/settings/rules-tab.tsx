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

function RulesForm({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation(['admin', 'frame']);
  const [{ effectCheckWeeks, ...values }, setValues] = useState({
    ...rules,
    effectCheckWeeks: String(rules.effectCheckWeeks),
  });
  const set = (changed: Partial<typeof values & { effectCheckWeeks: string }>): void => {
    setValues((present) => ({ ...present, ...changed }));
  };
  const save = useChange(ImprovementRulesSaveDocument, {
    onDone: () => {
      say({ text: t('frame:saved') });
    },
  });
  const { faultOf, rest } = complaintsOf(save.error, ['effectCheckWeeks']);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { version: expectedVersion, ...choices } = values;
        const input = { ...choices, effectCheckWeeks: Number(effectCheckWeeks), expectedVersion };
        save.mutate({ input });
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
      <div className={css['form']}>
        <TextField
          type="number"
          label={t('admin:effectCheckWeeks')}
          hint={t('admin:effectCheckWeeksHint')}
          fault={faultOf('effectCheckWeeks')}
          required
          min={1}
          max={52}
          step={1}
          value={effectCheckWeeks}
          onChange={({ currentTarget: { value } }) => {
            set({ effectCheckWeeks: value });
          }}
        />
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
