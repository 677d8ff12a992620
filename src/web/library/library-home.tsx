import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { useViewer } from '../app/viewer.js';
import { LibraryHomeDocument, type CaseLineFragment } from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { MyDrafts } from '../writing/my-drafts.js';
import { CaseLine } from './case-line.js';
import css from './library-home.module.css';
import type { SearchAddress } from './search-address.js';

/** What there is while nobody has asked for anything: what waits for oneself, and what is new. */
export function LibraryHome() {
  const { t } = useTranslation('library');
  const viewer = useViewer();
  const { data, error, refetch } = useAsk(
    LibraryHomeDocument,
    { me: viewer?.id ?? '' },
    { when: viewer !== undefined },
  );
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  const { mine, inReview, published } = data;
  return (
    <div className={css['home']}>
      <MyDrafts />
      <Cases title={t('yourDrafts')} cases={mine.nodes} />
      <Cases title={t('inReview')} cases={inReview.nodes} />
      <Cases
        title={t('recentlyPublished')}
        cases={published.nodes}
        total={published.totalCount}
        all={{ status: ['PUBLISHED'] }}
      />
      {[mine, inReview, published].every(({ totalCount }) => totalCount === 0) && (
        <Empty
          action={
            <Link to="/postmortems/new" className={buttonClass('main')}>
              {t('writeFirst')}
            </Link>
          }
        >
          {t('emptyLibrary')}
        </Empty>
      )}
    </div>
  );
}

function Cases({
  title,
  cases,
  total,
  all,
}: {
  readonly title: string;
  readonly cases: readonly CaseLineFragment[];
  readonly total?: number;
  readonly all?: SearchAddress;
}) {
  const { t } = useTranslation('library');
  if (cases.length === 0) return null;
  return (
    <section className={css['section']}>
      <h2>{title}</h2>
      {cases.map((each) => (
        <CaseLine key={each.id} of={each} />
      ))}
      {all && total !== undefined && total > cases.length && (
        <p className={css['all']}>
          <Link to="/" search={all}>
            {t('allOfThem', { count: total })}
          </Link>
        </p>
      )}
    </section>
  );
}
