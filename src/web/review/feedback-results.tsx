import { useTranslation } from 'react-i18next';

import type { FeedbackFactsFragment } from '../gql/documents.js';
import { QUESTIONS, type Question } from './feedback-questions.js';
import css from './minutes.module.css';

type Results = NonNullable<FeedbackFactsFragment['results']>;

/** What people answered, without names: how many gave each degree, and the words. */
export function FeedbackResults({ of: results }: { readonly of: Results }) {
  const { t } = useTranslation('meetings');
  const { count, words } = results;
  return (
    <div className={css['results']}>
      <h3>{t('answers', { count })}</h3>
      {QUESTIONS.map((question) => (
        <Counts key={question} of={question} counts={results[question]} all={count} />
      ))}
      {words.length > 0 && (
        <>
          <h4>{t('words')}</h4>
          <ul className={css['words']}>
            {words.map((word, place) => (
              <li key={place} dir="auto">
                {word}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Counts({
  of: question,
  counts,
  all,
}: {
  readonly of: Question;
  readonly counts: readonly number[];
  readonly all: number;
}) {
  const { t } = useTranslation('meetings');
  return (
    <div className={css['question']}>
      <h4>{t(question)}</h4>
      <ol className={css['counts']}>
        {counts.map((count, at) => (
          <li key={at}>
            <span className="visually-hidden">{t('countOf', { count, degree: at + 1 })}</span>
            <span className={css['bar']} aria-hidden>
              <i style={{ blockSize: `${(count / all) * 100}%` }} />
            </span>
            <span aria-hidden>{count === 0 ? '–' : count}</span>
          </li>
        ))}
      </ol>
      <p className={css['ends']} aria-hidden>
        <span>{t('degree1')}</span>
        <span>{t('degree5')}</span>
      </p>
    </div>
  );
}
