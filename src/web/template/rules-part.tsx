import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk, useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  TemplateRulesCheckDocument,
  TemplateRulesSaveDocument,
  type KeptTemplatesQuery,
} from '../gql/documents.js';
import settings from '../settings/settings.module.css';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/field.js';
import { useRuleWords } from './rule-words.js';
import { TextFaults } from './template-preview.js';
import css from './template.module.css';
import { useSettled } from './use-settled.js';

type Rules = KeptTemplatesQuery['templateRules'];

/** By which rules a template is suggested, in their order. */
export function RulesPart({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation('templates');
  const { whenOf } = useRuleWords();
  const [isEdited, setEdited] = useState(false);
  const reset = useChange(TemplateRulesSaveDocument, {
    onDone: () => {
      say({ text: t('rulesSaved') });
    },
  });
  return (
    <section className={settings['part']} aria-labelledby="template-rules">
      <h2 id="template-rules">{t('rules')}</h2>
      <p className={settings['lead']}>
        {t('rulesLead')} {rules.isOwn ? t('rulesOwn') : t('rulesFile')}
      </p>
      <ol className={css['rules']}>
        {rules.rules.map((rule) => (
          <li key={rule.number}>
            <strong>{rule.template}</strong> <span>{whenOf(rule) || t('always')}</span>
          </li>
        ))}
      </ol>
      {reset.error && <Failure error={reset.error} />}
      <div className={settings['row']}>
        <Button
          onClick={() => {
            setEdited(true);
          }}
        >
          {t('editRules')}
        </Button>
        {rules.isOwn && (
          <Button
            kind="quiet"
            disabled={reset.isPending}
            onClick={() => {
              reset.mutate({ input: { text: null, expectedVersion: rules.version } });
            }}
          >
            {t('backToFile')}
          </Button>
        )}
      </div>
      {isEdited && (
        <RulesForm
          rules={rules}
          onClose={() => {
            setEdited(false);
          }}
        />
      )}
    </section>
  );
}

function RulesForm({ rules, onClose }: { readonly rules: Rules; readonly onClose: () => void }) {
  const { t } = useTranslation('templates');
  const [text, setText] = useState(rules.text);
  const { data } = useAsk(TemplateRulesCheckDocument, { text: useSettled(text) }, { keep: true });
  const save = useChange(TemplateRulesSaveDocument, {
    onDone: () => {
      say({ text: t('rulesSaved') });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(save.error, ['text']);
  return (
    <FormDialog
      title={t('editRules')}
      isPending={save.isPending}
      error={save.error}
      rest={rest}
      onSave={() => {
        save.mutate({ input: { text, expectedVersion: rules.version } });
      }}
      onClose={onClose}
    >
      <div className={css['code']}>
        <TextArea
          label={t('rulesText')}
          hint={t('rulesHint')}
          fault={faultOf('text')}
          rows={16}
          value={text}
          lang="en"
          spellCheck={false}
          maxLength={100_000}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
          }}
        />
      </div>
      {data && <TextFaults faults={data.templateRulesCheck} />}
    </FormDialog>
  );
}
