import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { firstLine } from '../comments/first-line.js';
import type { AgendaCaseFragment } from '../gql/documents.js';
import { listed } from '../ui/listed.js';
import css from './review.module.css';
import { hasSignOffPoints, SignOffPoints } from './sign-off-points.js';

type Question = NonNullable<AgendaCaseFragment['postmortem']>['threads']['nodes'][number];

/** The open questions of a case, those that were carried for the meeting first. */
export function questionsOf({ postmortem }: AgendaCaseFragment): readonly Question[] {
  const all = postmortem?.threads.nodes ?? [];
  return [
    ...all.filter(({ state }) => state === 'CARRIED'),
    ...all.filter(({ state }) => state !== 'CARRIED'),
  ];
}

/** What a question asks, in one line. */
export const questionText = ({ comments }: Question): string => firstLine(comments[0]?.text ?? '');

/** What the meeting has to ask about a case: its questions, who has not signed off, what is not known. */
export function OpenPoints({ entry }: { readonly entry: AgendaCaseFragment }) {
  const { t, i18n } = useTranslation(['meetings', 'comments', 'vocabulary']);
  const { postmortem, unmeasuredSpans } = entry;
  if (!postmortem) return null;
  const { key, language, threads } = postmortem;
  const questions = questionsOf(entry);
  const more = threads.totalCount - questions.length;
  if (questions.length + unmeasuredSpans.length === 0 && !hasSignOffPoints(entry)) {
    return <p className={css['none']}>{t('meetings:nothingOpen')}</p>;
  }
  return (
    <div className={css['points']}>
      {questions.length > 0 && (
        <>
          <h4>{t('comments:openQuestions', { count: threads.totalCount })}</h4>
          <ul>
            {questions.map((question) => (
              <li key={question.id}>
                <Link
                  to="/postmortems/$key"
                  params={{ key }}
                  search={{ thread: question.id }}
                  lang={tagOf(language)}
                  dir="auto"
                >
                  {questionText(question) || t('comments:removed')}
                </Link>
                {question.state === 'CARRIED' && (
                  <span className={css['said']}> {t('comments:isForMeeting')}</span>
                )}
              </li>
            ))}
            {more > 0 && <li>{t('comments:more', { count: more })}</li>}
          </ul>
        </>
      )}
      <SignOffPoints entry={entry} />
      {unmeasuredSpans.length > 0 && (
        <>
          <h4>{t('meetings:unmeasured')}</h4>
          <ul>
            {unmeasuredSpans.map(({ name, missing, incident }) => (
              <li key={`${incident.id} ${name}`}>
                <Link to="/incidents/$key" params={{ key: incident.key }}>
                  {incident.key}
                </Link>{' '}
                {t('meetings:missing', {
                  measure: name,
                  milestones: listed(
                    missing.map((milestone) => t(`vocabulary:milestone${milestone}`)),
                    i18n.language,
                  ),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
