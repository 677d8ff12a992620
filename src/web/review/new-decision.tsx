import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { failureText } from '../app/failure.js';
import { useKept } from '../app/kept.js';
import { tagOf } from '../app/language.js';
import { DecisionCreateDocument, type Language } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import css from './review.module.css';

/** The line in which the next decision is written; Enter records it. */
export function NewDecision({
  meetingId,
  postmortem: { id: postmortemId, key, language },
}: {
  readonly meetingId: string;
  readonly postmortem: {
    readonly id: string;
    readonly key: string;
    readonly language: Language;
  };
}) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const formId = useId();
  const { value, set, forget } = useKept(`decision/${meetingId}/${postmortemId}`, () => '');
  const { mutate, isPending, error } = useChange(DecisionCreateDocument, {
    onDone: (_made, { input }) => {
      // What was typed meanwhile is the next one.
      if (value.trim() !== input.text) return;
      set('');
      forget();
    },
  });
  return (
    <form
      id={formId}
      className={css['newDecision']}
      onSubmit={(event) => {
        event.preventDefault();
        const text = value.trim();
        if (text === '' || isPending) return;
        mutate({ input: { reviewMeetingId: meetingId, postmortemId, text } });
      }}
    >
      <TextField
        label={t('newDecisionOf', { key })}
        hidesLabel
        placeholder={t('newDecision')}
        fault={error ? failureText(error, frame) : undefined}
        value={value}
        lang={tagOf(language)}
        dir="auto"
        autoComplete="off"
        enterKeyHint="done"
        onChange={({ currentTarget }) => {
          set(currentTarget.value);
        }}
      />
      <Button size="small" type="submit" disabled={isPending}>
        {frame('add')}
      </Button>
    </form>
  );
}
