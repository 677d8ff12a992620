import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import type { RequestError } from '../app/api.js';
import { send } from '../app/api.js';
import { useCopy } from '../app/copy.js';
import { Failure } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { SearchDocument, type SearchQuery } from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { Empty, Notice, Skeleton } from '../ui/notice.js';
import { CaseLine } from './case-line.js';
import { citation } from './citation.js';
import { Facets } from './facets.js';
import { Highlights, markedTitle } from './highlights.js';
import { ResultActions } from './result-actions.js';
import { onResultKey } from './result-keys.js';
import { SaveSearch } from './save-search.js';
import { filterOf, isNarrowed, type SearchAddress } from './search-address.js';
import css from './search-results.module.css';
import { Understood } from './understood.js';

/** Hits that are asked for at once. */
const PAGE = 20;

/** What was found, what it can be narrowed by, and what to do if it is not what was wanted. */
export function SearchResults({
  address,
  onAddress,
}: {
  readonly address: SearchAddress;
  readonly onAddress: (address: SearchAddress) => void;
}) {
  const { t, i18n } = useTranslation(['library', 'frame']);
  const copy = useCopy();
  const found = useFound(address);
  const pages = found.data?.pages ?? [];
  const [first] = pages;
  const hits = pages.flatMap((page) => page.search.nodes);
  if (found.error && !first) {
    return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  }
  const search = first?.search;
  return (
    <div
      className={css['columns']}
      onKeyDown={(event) => {
        onResultKey(event, (key) => {
          const hit = hits.find(({ postmortem }) => postmortem.key === key);
          if (hit) copy(citation(hit.postmortem));
        });
      }}
    >
      <Facets facets={search?.facets ?? []} address={address} onAddress={onAddress} />
      <section className={css['hits']} aria-label={t('library:results')}>
        <Understood address={address} understood={search?.understood ?? []} onAddress={onAddress} />
        <div className={css['above']}>
          <p
            className={css['count']}
            role="status"
            data-count={found.isPlaceholderData ? undefined : address.q}
          >
            {search &&
              t('library:found', {
                count: search.totalCount,
                ms: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 }).format(
                  Math.max(1, search.tookMs),
                ),
              })}
          </p>
          <SaveSearch address={address} />
        </div>
        {search?.degraded === true && <Notice kind="warn">{t('library:degraded')}</Notice>}
        {typeof search?.didYouMean === 'string' && (
          <p className={css['suggestion']}>
            {t('library:didYouMean')}{' '}
            <button
              type="button"
              onClick={() => {
                onAddress({ ...address, q: search.didYouMean ?? undefined });
              }}
            >
              {search.didYouMean}
            </button>
          </p>
        )}
        {search?.relaxed === true && search.totalCount > 0 && (
          <p className={css['suggestion']}>{t('library:relaxed')}</p>
        )}
        {!search && <Skeleton lines={9} />}
        {hits.map(({ postmortem, highlights }) => (
          <Fragment key={postmortem.id}>
            <CaseLine of={postmortem} title={markedTitle(highlights)}>
              <Highlights of={highlights} lang={tagOf(postmortem.language)} />
              <ResultActions of={postmortem} />
            </CaseLine>
          </Fragment>
        ))}
        {search?.totalCount === 0 && (
          <Empty
            action={
              isNarrowed(address) ? (
                <Button
                  onClick={() => {
                    onAddress({ q: address.q });
                  }}
                >
                  {t('library:withoutFilters')}
                </Button>
              ) : (
                <Link to="/" search={{}} className={buttonClass()}>
                  {t('frame:toLibrary')}
                </Link>
              )
            }
          >
            {t('library:nothingFound')}
          </Empty>
        )}
        {found.hasNextPage && (
          <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
            {t('frame:more')}
          </Button>
        )}
      </section>
    </div>
  );
}

function useFound(address: SearchAddress) {
  const variables = { query: address.q ?? '', filter: filterOf(address), first: PAGE };
  return useInfiniteQuery<
    SearchQuery,
    RequestError,
    { readonly pages: readonly SearchQuery[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['search', variables],
    queryFn: ({ pageParam, signal }) =>
      send(SearchDocument, { ...variables, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ search: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null,
    placeholderData: keepPreviousData,
  });
}
