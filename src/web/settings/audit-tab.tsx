import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Failure } from '../app/failure.js';
import { AdminAuditDocument, type AuditEntryFilter } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { browserZone } from '../ui/time.js';
import { instantOf } from '../ui/zone.js';
import css from './admin.module.css';
import { AuditEntry } from './audit-entry.js';
import { AuditFilters } from './audit-filters.js';
import { usePages } from './pages.js';
import list from './settings.module.css';
import type { AdminAddress } from './settings-address.js';

const route = getRouteApi('/admin');

/** Who did what, the newest first. */
export function AuditTab() {
  const { t } = useTranslation(['admin', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const found = usePages(
    AdminAuditDocument,
    { filter: filterOf(address) },
    ({ auditEntries }) => auditEntries.pageInfo,
  );
  const show = (next: AdminAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const entries = found.data?.pages.flatMap(({ auditEntries }) => auditEntries.nodes);
  return (
    <>
      <p className={list['lead']}>{t('admin:auditLead')}</p>
      <AuditFilters address={address} onAddress={show} />
      {found.error && !entries && (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      )}
      {!entries && !found.error && <Skeleton lines={12} />}
      {entries?.length === 0 && (
        <Empty
          action={
            <Button
              onClick={() => {
                show({ tab: 'audit' });
              }}
            >
              {t('admin:withoutFilters')}
            </Button>
          }
        >
          {t('admin:noEntries')}
        </Empty>
      )}
      {entries && entries.length > 0 && (
        <ol className={css['entries']}>
          {entries.map((entry) => (
            <AuditEntry key={entry.id} of={entry} />
          ))}
        </ol>
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} disabled={found.isFetchingNextPage}>
          {t('frame:more')}
        </Button>
      )}
    </>
  );
}

function filterOf({ act, person, outcome, from, to }: AdminAddress): AuditEntryFilter {
  const zone = browserZone();
  return {
    act: act === undefined ? null : [act],
    personId: person ?? null,
    outcome: outcome ?? null,
    after: from === undefined ? null : instantOf('00:00', zone, from),
    // The day itself is meant as well.
    before: to === undefined ? null : instantOf('00:00', zone, dayAfter(to)),
  };
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
