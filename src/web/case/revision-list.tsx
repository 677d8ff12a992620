import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { CaseHistoryDocument } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { Skeleton } from '../ui/notice.js';
import css from './revision-list.module.css';

/** Some revisions, the newest first, and those before them when they are asked for. */
export function RevisionList({
  caseKey,
  after,
  shown,
  onRestore,
}: {
  readonly caseKey: string;
  readonly after: string | null;
  /** The revision whose changes are shown. */
  readonly shown: number;
  /** Brings back what a revision said; undefined for whoever may not. */
  readonly onRestore?: ((number: number) => void) | undefined;
}) {
  const { t } = useTranslation(['case', 'frame']);
  const { data, error, refetch } = useAsk(CaseHistoryDocument, { key: caseKey, after });
  const [isMoreWanted, setMoreWanted] = useState(false);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  if (!data.postmortem) return null;
  const { revision: newest, revisions } = data.postmortem;
  const { nodes, pageInfo } = revisions;
  return (
    <>
      <ol className={css['list']} reversed start={nodes[0]?.number}>
        {nodes.map(({ number, at, reason, editor }) => (
          <li key={number}>
            <Link
              to="."
              search={{ to: `${number}`, ...(number > 1 ? { from: `${number - 1}` } : {}) }}
              replace
              resetScroll={false}
              className={css['number']}
              aria-current={number === shown ? 'true' : undefined}
              activeProps={{ 'aria-current': number === shown ? 'true' : undefined }}
            >
              v{number}
              <span className="visually-hidden"> {t('case:changesOf', { number })}</span>
            </Link>
            <span className={css['who']} dir="auto">
              {editor?.name ?? t('case:byTheProgram')}
            </span>
            <Ago at={at} />
            <span className={css['reason']} dir="auto">
              {reason}
            </span>
            {onRestore && number < newest && (
              <Button
                kind="quiet"
                size="small"
                icon={<History />}
                aria-label={t('case:restoreNamed', { number })}
                onClick={() => {
                  onRestore(number);
                }}
              >
                {t('case:restoreRevision')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage &&
        (isMoreWanted ? (
          <RevisionList
            caseKey={caseKey}
            after={pageInfo.endCursor}
            shown={shown}
            onRestore={onRestore}
          />
        ) : (
          <Button
            size="small"
            onClick={() => {
              setMoreWanted(true);
            }}
          >
            {t('frame:more')}
          </Button>
        ))}
    </>
  );
}
