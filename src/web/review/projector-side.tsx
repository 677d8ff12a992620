import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { AgendaCaseFragment, MeetingFactsFragment } from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { Prose } from '../ui/prose.js';
import { NewDecision } from './new-decision.js';
import { questionsOf, questionText } from './open-points.js';
import css from './projector.module.css';
import { hasSignOffPoints, SignOffPoints } from './sign-off-points.js';

/** Beside what happened: what is to be answered, and what has been decided up to now. */
export function ProjectorSide({
  meeting: { id, state },
  entry,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly entry: AgendaCaseFragment;
}) {
  const { t } = useTranslation(['meetings', 'comments']);
  const { postmortem, decisions } = entry;
  if (!postmortem) return null;
  const { language, threads, allowedActs } = postmortem;
  const questions = questionsOf(entry);
  const mayDecide = allowedActs.includes('EDIT') && (state === 'RUNNING' || state === 'ENDED');
  return (
    <aside className={css['side']} aria-label={t('meetings:decisions')} tabIndex={0}>
      <section aria-labelledby="wall-questions">
        <h3 id="wall-questions">{t('meetings:questions')}</h3>
        {questions.length === 0 ? (
          <p className={css['none']}>{t('meetings:noQuestions')}</p>
        ) : (
          <ul lang={tagOf(language)}>
            {questions.map((question) => (
              <li key={question.id} dir="auto">
                {questionText(question) || t('comments:removed')}
              </li>
            ))}
          </ul>
        )}
        {threads.totalCount > questions.length && (
          <p className={css['none']}>
            {t('comments:more', { count: threads.totalCount - questions.length })}
          </p>
        )}
      </section>
      <section aria-labelledby="wall-decisions" aria-live="polite">
        <h3 id="wall-decisions">{t('meetings:decisions')}</h3>
        {decisions.length === 0 ? (
          <p className={css['none']}>{t('meetings:noDecisions')}</p>
        ) : (
          <ol>
            {decisions.map(({ id: decisionId, textHtml, actionItem }) => (
              <li key={decisionId}>
                <Prose html={textHtml} lang={tagOf(language)} />
                {actionItem && (
                  <p className={css['became']}>
                    → {actionItem.key} <ActionState of={actionItem.status} />
                  </p>
                )}
              </li>
            ))}
          </ol>
        )}
        {mayDecide && <NewDecision meetingId={id} postmortem={postmortem} />}
      </section>
      {hasSignOffPoints(entry) && (
        <div className={css['none']}>
          <SignOffPoints entry={entry} />
        </div>
      )}
    </aside>
  );
}
