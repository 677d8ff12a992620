import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { send, type RequestError } from '../app/api.js';
import { Failure } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { IncidentsDocument, type IncidentsQuery } from '../gql/documents.js';
import { Button, buttonClass } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { IncidentChips } from './incident-chips.js';
import { IncidentFilters } from './incident-filters.js';
import { IncidentLine } from './incident-line.js';
import { isUnfiltered, type IncidentsAddress } from './incidents-address.js';
import { filterOf } from './incidents-filter.js';
import css from './incidents-page.module.css';

const route = getRouteApi('/incidents');

/** Everything that broke, almost broke, or was broken as an exercise; the latest first. */
export function IncidentsPage() {
  const { t } = useTranslation(['incident', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:incidents'));
  const show = (next: IncidentsAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <div className={css['page']}>
      <header className={css['head']}>
        <h1>{t('frame:incidents')}</h1>
        {viewer && viewer.role !== 'VIEWER' && (
          <Link to="/incidents/new" className={buttonClass()}>
            {t('incident:newINCIDENT')}
          </Link>
        )}
        <Link to="/incidents/new" search={{ kind: 'NEAR_MISS' }} className={buttonClass()}>
          {t('incident:newNEAR_MISS')}
        </Link>
      </header>
      <div className={css['columns']}>
        <IncidentFilters address={address} onAddress={show} />
        <Found address={address} onAddress={show} />
      </div>
    </div>
  );
}

function Found({
  address,
  onAddress,
}: {
  readonly address: IncidentsAddress;
  readonly onAddress: (address: IncidentsAddress) => void;
}) {
  const { t } = useTranslation(['incident', 'frame', 'library']);
  const found = useIncidents(address);
  const pages = found.data?.pages;
  const total = pages?.[0]?.incidents.totalCount;
  return (
    <section className={css['found']} aria-label={t('library:results')}>
      <div className={css['tools']}>
        <TextFilter
          text={address.q ?? ''}
          onText={(q) => {
            onAddress({ ...address, q: q === '' ? undefined : q });
          }}
        />
        <Button
          aria-pressed={address.written === 'no'}
          className={css['unwritten'] ?? ''}
          onClick={() => {
            onAddress({ ...address, written: address.written === 'no' ? undefined : 'no' });
          }}
        >
          {t('incident:notWritten')}
        </Button>
      </div>
      <IncidentChips address={address} onAddress={onAddress} />
      {found.error && !pages && (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      )}
      <p className={css['count']} role="status">
        {total !== undefined && t('incident:found', { count: total })}
      </p>
      {!pages && !found.error && <Skeleton lines={12} />}
      {pages?.map((page) =>
        page.incidents.nodes.map((incident) => <IncidentLine key={incident.id} of={incident} />),
      )}
      {total === 0 && <NothingFound address={address} onAddress={onAddress} />}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {t('frame:more')}
        </Button>
      )}
    </section>
  );
}

function NothingFound({
  address,
  onAddress,
}: {
  readonly address: IncidentsAddress;
  readonly onAddress: (address: IncidentsAddress) => void;
}) {
  const { t } = useTranslation('incident');
  if (isUnfiltered(address)) return <Empty>{t('noIncidents')}</Empty>;
  return (
    <Empty
      action={
        <Button
          onClick={() => {
            onAddress({});
          }}
        >
          {t('allIncidents')}
        </Button>
      }
    >
      {t(address.written === 'no' ? 'allWritten' : 'noneFound')}
    </Empty>
  );
}

/** Milliseconds after the last key until the list follows. */
const STILL_MS = 200;

function TextFilter({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { t } = useTranslation('incident');
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has changed without the box: somebody went back, or took out a chip.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <TextField
      type="search"
      label={t('text')}
      hidesLabel
      placeholder={t('text')}
      autoComplete="off"
      maxLength={500}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          setTold(value.trim());
          onText(value.trim());
        }, STILL_MS);
      }}
    />
  );
}

function useIncidents(address: IncidentsAddress) {
  const filter = filterOf(address);
  return useInfiniteQuery<
    IncidentsQuery,
    RequestError,
    { readonly pages: readonly IncidentsQuery[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['incidents', filter],
    queryFn: ({ pageParam, signal }) =>
      send(IncidentsDocument, { filter, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ incidents: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null,
    placeholderData: keepPreviousData,
  });
}
