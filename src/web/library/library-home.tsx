import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { useViewer } from '../app/viewer.js';
import { LibraryHomeDocument, type CaseLineFragment } from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { MyDrafts } from '../writing/my-drafts.js';
import { browserZone } from '../ui/time.js';
import { wallOf } from '../ui/zone.js';
import { CaseLine } from './case-line.js';
import css from './library-home.module.css';
import { SavedSearches } from './saved-searches.js';
import type { SearchAddress } from './search-address.js';

/** What there is while nobody has asked for anything: what waits for oneself, and what is new. */
export function LibraryHome() {
  const { t } = useTranslation('library');
  const viewer = useViewer();
  const { day: today } = wallOf(new Date().toISOString(), browserZone());
  const { data, error, refetch } = useAsk(
    LibraryHomeDocument,
    { me: viewer?.id ?? '', today },
    { when: viewer !== undefined },
  );
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || !viewer) return <Skeleton lines={9} />;
  const { mine, myReviews, inReview, published, onThisDay, organization, savedSearches } = data;
  const isMineToReview = new Set(myReviews.nodes.map(({ id }) => id));
  const isEmpty = [mine, inReview, published].every(({ totalCount }) => totalCount === 0);
  return (
    <div className={css['home']}>
      {organization.name !== null && (
        <p className={css['organization']} dir="auto">
          {organization.name}
        </p>
      )}
      <SavedSearches searches={savedSearches} />
      <MyDrafts />
      <Cases title={t('yourReviews')} cases={myReviews.nodes} />
      <Cases title={t('yourDrafts')} cases={mine.nodes} />
      <Cases
        title={t('inReview')}
        cases={inReview.nodes.filter(({ id }) => !isMineToReview.has(id))}
      />
      <Cases title={t('onThisDay')} cases={onThisDay} />
      <Cases
        title={t('recentlyPublished')}
        cases={published.nodes}
        total={published.totalCount}
        all={{ status: ['PUBLISHED'] }}
      />
      {isEmpty && <NoCases isAdmin={viewer.role === 'ADMIN'} mayWrite={viewer.role !== 'VIEWER'} />}
    </div>
  );
}

/** What to do about a library without a case. */
function NoCases({ isAdmin, mayWrite }: { readonly isAdmin: boolean; readonly mayWrite: boolean }) {
  const { t } = useTranslation('library');
  return (
    <Empty
      action={
        <p className={css['ways']}>
          {isAdmin && (
            <Link to="/welcome" className={buttonClass('main')}>
              {t('setUp')}
            </Link>
          )}
          {mayWrite && (
            <Link to="/postmortems/new" className={buttonClass(isAdmin ? 'plain' : 'main')}>
              {t('writeFirst')}
            </Link>
          )}
        </p>
      }
    >
      {t('emptyLibrary')}
    </Empty>
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
