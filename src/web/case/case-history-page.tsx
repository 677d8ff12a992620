import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import { CaseHistoryDocument } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import css from './case-history-page.module.css';
import { Comparison } from './comparison.js';
import { RestoreDialog } from './restore-dialog.js';
import { RevisionList } from './revision-list.js';

const route = getRouteApi('/postmortems/$key/history');

/** How a case came to be: who changed it, when and why, and what any two of its revisions differ in. */
export function CaseHistoryPage() {
  const { t } = useTranslation('case');
  const { key } = route.useParams();
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const [restored, setRestored] = useState<number>();
  const { data, error, refetch } = useAsk(CaseHistoryDocument, { key, after: null });
  const postmortem = data?.postmortem;
  useTitle(postmortem ? `${t('history')} · ${postmortem.key} ${postmortem.title}` : key);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  if (!postmortem) return <NothingHere />;
  const mayRestore = postmortem.allowedActs.includes('EDIT') && postmortem.status !== 'ARCHIVED';
  const newest = postmortem.revision;
  const to = Math.min(Number(address.to ?? newest), newest);
  const from = Math.min(Number(address.from ?? Math.max(to - 1, 1)), newest);
  return (
    <div className={css['page']}>
      <p className={css['case']}>
        <Link to="/postmortems/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          <span lang={tagOf(postmortem.language)} dir="auto">
            {postmortem.title}
          </span>
        </Link>
      </p>
      <h1>{t('history')}</h1>
      <RevisionList
        caseKey={key}
        after={null}
        shown={to}
        onRestore={mayRestore ? setRestored : undefined}
      />
      {newest > 1 && (
        <Comparison
          id={postmortem.id}
          newest={newest}
          from={from}
          to={to}
          language={tagOf(postmortem.language)}
        />
      )}
      {restored !== undefined && (
        <RestoreDialog
          postmortem={postmortem}
          number={restored}
          onClose={() => {
            setRestored(undefined);
          }}
          onDone={() => {
            setRestored(undefined);
            // The newest revision, which is that of the restore.
            void navigate({ search: {}, replace: true, resetScroll: false });
          }}
        />
      )}
    </div>
  );
}
