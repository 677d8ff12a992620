import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../app/failure.js';
import type { Viewer } from '../app/viewer.js';
import { Button, buttonClass } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { Narrowed } from './action-filters.js';
import { useActionList } from './action-list.js';
import { ActionRow } from './action-row.js';
import css from './action-table.module.css';
import page from './actions-page.module.css';
import { filterOf, isNarrowed, withoutFilters, type BoardAddress } from './board-address.js';
import { useRowKeys } from './row-keys.js';

/** Actions that are asked for at once. */
const PAGE = 50;

/** Actions one below the other. */
export function ActionTable({
  address,
  viewer,
  onAddress,
}: {
  readonly address: BoardAddress;
  readonly viewer: Viewer;
  readonly onAddress: (address: BoardAddress) => void;
}) {
  const { t } = useTranslation(['action', 'frame']);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const found = useActionList(filterOf(address, viewer), address, PAGE);
  const pages = found.data?.pages ?? [];
  const count = pages[0]?.actionItems.totalCount;
  return (
    <>
      <Narrowed address={address} onAddress={onAddress} count={count} />
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Skeleton lines={9} />}
      {count === 0 && <NoActions address={address} onAddress={onAddress} />}
      {count !== undefined && count > 0 && (
        <div ref={list}>
          {/* The roles stay what they are where a phone shows rows as cards. */}
          <table className={css['table']} role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader">{t('action:columnState')}</th>
                <th role="columnheader">{t('action:columnPriority')}</th>
                <th role="columnheader">{t('action:columnWhat')}</th>
                <th role="columnheader">{t('action:columnOwner')}</th>
                <th role="columnheader">{t('action:columnTeam')}</th>
                <th role="columnheader">{t('action:columnDue')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {pages.flatMap(({ actionItems }) =>
                actionItems.nodes.map((item) => <ActionRow key={item.id} item={item} />),
              )}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && (
        <div className={page['more']}>
          <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
            {t('frame:more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Why there is nothing, and what to do. */
export function NoActions({
  address,
  onAddress,
}: {
  readonly address: BoardAddress;
  readonly onAddress: (address: BoardAddress) => void;
}) {
  const { t } = useTranslation('action');
  if (isNarrowed(address)) {
    return (
      <Empty
        action={
          <Button
            onClick={() => {
              onAddress(withoutFilters(address));
            }}
          >
            {t('clearFilters')}
          </Button>
        }
      >
        {t('emptyFiltered')}
      </Empty>
    );
  }
  const { whose = 'mine' } = address;
  if (whose === 'all') return <Empty>{t('emptyAll')}</Empty>;
  return (
    <Empty
      action={
        <Link to="/actions" search={{ ...address, whose: 'all' }} className={buttonClass()}>
          {t('showAll')}
        </Link>
      }
    >
      {t(whose === 'mine' ? 'emptyMine' : 'emptyTeams')}
    </Empty>
  );
}
