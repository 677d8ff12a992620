import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { Failure } from '../app/failure.js';
import { useKept } from '../app/kept.js';
import { say } from '../app/said.js';
import { MeetingFeedbackGiveDocument, type FeedbackFactsFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/field.js';
import { DEGREES, QUESTIONS, type Question } from './feedback-questions.js';
import css from './minutes.module.css';

const MOST = 2_000;

type Draft = Readonly<Record<Question, number | null>> & { readonly word: string };

/** Asks the three questions, each from 1 to 5, and for a word. */
export function FeedbackForm({
  meetingId: id,
  mine,
  onDone,
  onCancel,
}: {
  readonly meetingId: string;
  /** What was answered before; null if nothing was. */
  readonly mine: FeedbackFactsFragment['mine'];
  readonly onDone: () => void;
  /** Undefined where there is nothing to go back to. */
  readonly onCancel: (() => void) | undefined;
}) {
  const { t } = useTranslation('meetings');
  const { t: frame } = useTranslation();
  const { value, set, forget } = useKept<Draft>(`feedback/${id}`, () => draftOf(mine));
  const { mutate, isPending, error } = useChange(MeetingFeedbackGiveDocument, {
    onDone: () => {
      forget();
      say({ text: t('answeredSaid') });
      onDone();
    },
  });
  const { faultOf, rest } = complaintsOf(error, ['word']);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { timeWellSpent, learnedSomething, decisionsCarriedOut, word } = value;
        if (timeWellSpent === null || learnedSomething === null || decisionsCarriedOut === null) {
          return;
        }
        const degrees = { timeWellSpent, learnedSomething, decisionsCarriedOut };
        mutate({ id, input: { ...degrees, word: word.trim() === '' ? null : word } });
      }}
    >
      {rest && <Failure error={rest} />}
      {QUESTIONS.map((question) => (
        <Degrees
          key={question}
          of={question}
          value={value[question]}
          onChange={(degree) => {
            set({ ...value, [question]: degree });
          }}
        />
      ))}
      <TextArea
        label={t('feedbackWord')}
        hint={t('feedbackWordHint')}
        fault={faultOf('word')}
        value={value.word}
        rows={2}
        maxLength={MOST}
        dir="auto"
        onChange={({ currentTarget }) => {
          set({ ...value, word: currentTarget.value });
        }}
      />
      <div className={css['foot']}>
        <Button kind="main" size="small" type="submit" disabled={isPending}>
          {t('sendAnswers')}
        </Button>
        {onCancel && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {frame('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

const draftOf = (mine: FeedbackFactsFragment['mine']): Draft => ({
  timeWellSpent: mine?.timeWellSpent ?? null,
  learnedSomething: mine?.learnedSomething ?? null,
  decisionsCarriedOut: mine?.decisionsCarriedOut ?? null,
  word: mine?.word ?? '',
});

function Degrees({
  of: question,
  value,
  onChange,
}: {
  readonly of: Question;
  readonly value: number | null;
  readonly onChange: (degree: number) => void;
}) {
  const { t } = useTranslation('meetings');
  const name = useId();
  return (
    <fieldset className={css['question']}>
      <legend>{t(question)}</legend>
      <div className={css['degrees']}>
        {DEGREES.map((degree) => (
          <label key={degree}>
            <input
              type="radio"
              name={name}
              required
              checked={value === degree}
              onChange={() => {
                onChange(degree);
              }}
            />
            <span>
              {degree}
              {degree === 1 && <span className="visually-hidden"> {t('degree1')}</span>}
              {degree === 5 && <span className="visually-hidden"> {t('degree5')}</span>}
            </span>
          </label>
        ))}
      </div>
      <p className={css['ends']} aria-hidden>
        <span>{t('degree1')}</span>
        <span>{t('degree5')}</span>
      </p>
    </fieldset>
  );
}
