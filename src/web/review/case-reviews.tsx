import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import type { LanguageTag } from '../app/language.js';
import { CaseReviewsDocument } from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { Prose } from '../ui/prose.js';
import { MeetingState } from './meeting-state.js';
import { useStartWords } from './meeting-time.js';
import css from './review.module.css';

/** The meetings that a case was or will be talked about in, and what they decided. */
export function CaseReviews({
  caseKey: key,
  lang,
}: {
  readonly caseKey: string;
  readonly lang: LanguageTag;
}) {
  const { t } = useTranslation('meetings');
  const startWords = useStartWords();
  const { data } = useAsk(CaseReviewsDocument, { key }, { keep: true });
  const reviews = data?.postmortem?.reviews ?? [];
  if (reviews.length === 0) return null;
  return (
    <section className={css['reviews']} aria-labelledby="case-reviews">
      <h2 id="case-reviews">{t('reviewsOfCase')}</h2>
      <ul>
        {reviews.map(({ id, reviewMeeting, outcome, decisions }) => (
          <li key={id}>
            {reviewMeeting && (
              <p className={css['facts']}>
                <Link to="/meetings/$key" params={{ key: reviewMeeting.key }}>
                  {reviewMeeting.key} <span dir="auto">{reviewMeeting.title}</span>
                </Link>
                <time dateTime={reviewMeeting.startsAt}>{startWords(reviewMeeting.startsAt)}</time>
                <MeetingState of={reviewMeeting.state} />
                {outcome && <span>{t(`outcome${outcome}`)}</span>}
                {reviewMeeting.state === 'ENDED' && (
                  <Link
                    to="/meetings/$key"
                    params={{ key: reviewMeeting.key }}
                    search={{ tab: 'minutes' }}
                    aria-label={t('minutesOf', { key: reviewMeeting.key })}
                  >
                    {t('tabminutes')}
                  </Link>
                )}
              </p>
            )}
            {decisions.length > 0 && (
              <details>
                <summary>{t('decided', { count: decisions.length })}</summary>
                <ol className={css['decisions']}>
                  {decisions.map(({ id: decisionId, textHtml, actionItem }) => (
                    <li key={decisionId}>
                      <Prose html={textHtml} lang={lang} />
                      {actionItem && (
                        <p className={css['facts']}>
                          <span className={css['became']}>
                            →{' '}
                            <Link to="/actions/$key" params={{ key: actionItem.key }}>
                              {actionItem.key}
                            </Link>{' '}
                            <ActionState of={actionItem.status} />
                          </span>
                        </p>
                      )}
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
