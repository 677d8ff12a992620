import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import type { LanguageTag } from '../app/language.js';
import {
  DecisionUpdateDocument,
  type AgendaDecisionFragment,
  type DecisionUpdateMutation,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/field.js';
import { onFormKey } from '../ui/form-keys.js';
import { Notice } from '../ui/notice.js';
import css from './review.module.css';

/** Rewords a decision where it stands: Ctrl-Enter saves it, Escape leaves it as it was. */
export function DecisionForm({
  decision: { id, text, version },
  lang,
  onDone,
}: {
  readonly decision: AgendaDecisionFragment;
  readonly lang: LanguageTag;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState(text);
  const [base, setBase] = useState(version);
  const [theirs, setTheirs] = useState<string>();
  const { mutate, isPending, error } = useChange(DecisionUpdateDocument, {
    onDone,
    onFailed: (failure) => {
      if (!(failure instanceof RefusedError) || failure.code !== 'CONFLICT') return;
      const { decision } = failure.payload as DecisionUpdateMutation['reviewDecisionUpdate'];
      if (!decision) return;
      setBase(decision.version);
      setTheirs(decision.text);
    },
  });
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const save = (): void => {
    if (value.trim() === '' || isPending) return;
    mutate({ id, input: { text: value, expectedVersion: base } });
  };
  return (
    <form
      ref={form}
      className={css['notesForm']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        onFormKey(event, save, onDone);
      }}
    >
      {theirs !== undefined && (
        <Notice kind="warn">
          {t('decisionClash')}
          <pre className={css['theirs']} dir="auto">
            {theirs}
          </pre>
        </Notice>
      )}
      <TextArea
        label={t('decision')}
        hidesLabel
        fault={error && theirs === undefined ? failureText(error, frame) : undefined}
        value={value}
        lang={lang}
        dir="auto"
        onChange={({ currentTarget }) => {
          setValue(currentTarget.value);
        }}
      />
      <div className={css['foot']}>
        <Button kind="main" size="small" type="submit" disabled={isPending}>
          {theirs === undefined ? frame('save') : t('saveMine')}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {frame('cancel')}
        </Button>
      </div>
    </form>
  );
}
