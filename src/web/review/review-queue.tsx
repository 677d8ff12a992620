import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ClockWords } from '../action/clock-words.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { usePages } from '../app/pages.js';
import { ReviewQueueDocument, type QueuedCaseFragment } from '../gql/documents.js';
import { Severity } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Skeleton } from '../ui/notice.js';
import css from './review.module.css';

const PutOnAgenda = lazy(() =>
  import('./put-on-agenda.js').then((m) => ({ default: m.PutOnAgenda })),
);

/** The cases that wait for a meeting, the gravest first, and of those the one that waits longest. */
export function ReviewQueue() {
  const { t } = useTranslation(['meetings', 'frame']);
  const [asked, setAsked] = useState<QueuedCaseFragment['postmortem']>();
  const pages = usePages(ReviewQueueDocument, {}, ({ reviewQueue }) => reviewQueue);
  const { data, error, refetch } = pages;
  const count = data?.pages[0]?.reviewQueue.totalCount;
  return (
    <section aria-labelledby="review-queue">
      <h2 id="review-queue" className={css['heading']}>
        {t('meetings:queue')} {count !== undefined && count > 0 && <span>{count}</span>}
      </h2>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {count === 0 && <p className={css['none']}>{t('meetings:queueEmpty')}</p>}
      <ol className={css['queue']}>
        {data?.pages.flatMap(({ reviewQueue }) =>
          reviewQueue.nodes.map((entry) => (
            <li key={entry.postmortem.id}>
              <QueuedCase of={entry} onPut={setAsked} />
            </li>
          )),
        )}
      </ol>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
          {t('frame:more')}
        </Button>
      )}
      {asked && (
        <Suspense>
          <PutOnAgenda
            postmortem={asked}
            onClose={() => {
              setAsked(undefined);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

function QueuedCase({
  of: { postmortem, severity, waitingSince, clock },
  onPut,
}: {
  readonly of: QueuedCaseFragment;
  readonly onPut: (postmortem: QueuedCaseFragment['postmortem']) => void;
}) {
  const { t } = useTranslation('meetings');
  const { key, title, language, allowedActs } = postmortem;
  return (
    <>
      <p className={css['caseName']}>
        <Severity of={severity} />{' '}
        <Link to="/postmortems/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={tagOf(language)} dir="auto">
            {title}
          </span>
        </Link>
      </p>
      <p className={css['facts']}>
        <span>
          {t('inReviewFor')} <Ago at={waitingSince} />
        </span>
        {clock && <ClockWords of={clock} />}
      </p>
      {allowedActs.includes('EDIT') && (
        <Button
          size="small"
          aria-label={t('putOnAgendaOf', { key })}
          onClick={() => {
            onPut(postmortem);
          }}
        >
          {t('putOnAgenda')}
        </Button>
      )}
    </>
  );
}
