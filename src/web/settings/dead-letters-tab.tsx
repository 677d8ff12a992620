import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { say } from '../app/said.js';
import {
  AdminDeadLettersDocument,
  AdminLetterDiscardDocument,
  AdminLetterRetryDocument,
  type DeadLetterLineFragment,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { usePages } from './pages.js';
import css from './settings.module.css';

/** What fupan should have done and could not, however often it tried. */
export function DeadLettersTab() {
  const { t } = useTranslation(['admin', 'frame']);
  const found = usePages(AdminDeadLettersDocument, {}, ({ deadLetters }) => deadLetters.pageInfo);
  const { data, error, refetch } = found;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const letters = data.pages.flatMap(({ deadLetters }) => deadLetters.nodes);
  return (
    <>
      <p className={css['lead']}>{t('admin:deadLettersLead')}</p>
      {letters.length === 0 ? (
        <Empty>{t('admin:noDeadLetters')}</Empty>
      ) : (
        <ul className={css['list']}>
          {letters.map((letter) => (
            <Letter key={letter.id} of={letter} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {t('frame:more')}
        </Button>
      )}
    </>
  );
}

function Letter({ of: letter }: { readonly of: DeadLetterLineFragment }) {
  const { t } = useTranslation(['admin', 'frame']);
  const { id, topic, subject, attempts, lastError, failedAt } = letter;
  const retry = useChange(AdminLetterRetryDocument, {
    onDone: () => {
      say({ text: t('admin:retried') });
    },
  });
  const discard = useChange(AdminLetterDiscardDocument, {
    onDone: () => {
      say({ text: t('admin:discarded') });
    },
  });
  const topicText = topic === 'search' || topic === 'delivery' ? t(`admin:topic_${topic}`) : topic;
  const isBusy = retry.isPending || discard.isPending;
  const error = retry.error ?? discard.error;
  return (
    <li>
      <div className={css['what']}>
        <p className={css['name']}>
          {topicText}{' '}
          {topic === 'delivery' ? null : subject === null ? (
            <span className={css['facts']}>{t('admin:subjectHidden')}</span>
          ) : (
            <Link to="/postmortems/$key" params={{ key: subject }}>
              {subject}
            </Link>
          )}
        </p>
        <p>
          <code lang="en">{lastError}</code>
        </p>
        <p className={css['facts']}>
          <span>{t('admin:attempts', { count: attempts })}</span>
          <span>
            {t('admin:givenUp')} <Ago at={failedAt} />
          </span>
        </p>
        {error && <Failure error={error} />}
      </div>
      <div className={css['row']}>
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => {
            retry.mutate({ id });
          }}
        >
          {t('frame:retry')}
        </Button>
        <Button
          size="small"
          kind="danger"
          disabled={isBusy}
          onClick={() => {
            discard.mutate({ id });
          }}
        >
          {t('admin:discard')}
        </Button>
      </div>
    </li>
  );
}
