import { Link, getRouteApi } from '@tanstack/react-router';
import { ChartLine, Columns3, Rows3 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { useTitle } from '../app/title.js';
import { useViewer, type Viewer } from '../app/viewer.js';
import { buttonClass } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { Tabs } from '../ui/tabs.js';
import { ActionFilters } from './action-filters.js';
import { ActionTable } from './action-table.js';
import css from './actions-page.module.css';
import { WHOSE, type BoardAddress } from './board-address.js';

const ActionBoard = lazy(() =>
  import('./action-board.js').then((m) => ({ default: m.ActionBoard })),
);

const route = getRouteApi('/actions');

/** What has been promised, and how it stands: one's own, one's teams', or everybody's. */
export function ActionsPage() {
  const { t } = useTranslation(['action', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:actions'));
  const show = (next: BoardAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <h1>{t('frame:actions')}</h1>
        <WhoseTabs address={address} />
        <ViewTabs address={address} />
        <Link to="/trends" search={{ team: onlyTeam(address) }} className={buttonClass()}>
          <ChartLine aria-hidden />
          {t('trends')}
        </Link>
      </div>
      {viewer ? (
        <Actions address={address} viewer={viewer} onAddress={show} />
      ) : (
        <Skeleton lines={9} />
      )}
    </div>
  );
}

/** The team, if the list is of one. */
const onlyTeam = ({ team = [] }: BoardAddress): string | undefined =>
  team.length === 1 ? team[0] : undefined;

/** The router compares addresses word by word; the same may be written in another way. */
const current = (isCurrent: boolean) =>
  isCurrent ? { inactiveProps: { 'aria-current': 'page' as const } } : {};

function WhoseTabs({ address }: { readonly address: BoardAddress }) {
  const { t } = useTranslation('action');
  const { whose: open = 'mine' } = address;
  return (
    <Tabs label={t('whose')}>
      {WHOSE.map((whose) => (
        <Link
          key={whose}
          to="/actions"
          search={{
            ...address,
            whose: whose === 'mine' ? undefined : whose,
            // A choice of teams belongs to the tab it was made in.
            team: whose === open ? address.team : undefined,
          }}
          activeOptions={{ exact: true }}
          {...current(whose === open)}
        >
          {t(whose === 'all' ? 'everybody' : whose)}
        </Link>
      ))}
    </Tabs>
  );
}

function ViewTabs({ address }: { readonly address: BoardAddress }) {
  const { t } = useTranslation('action');
  return (
    <div className={css['views']}>
      <Tabs label={t('view')}>
        <Link
          to="/actions"
          search={{ ...address, view: undefined }}
          activeOptions={{ exact: true }}
          {...current(address.view === undefined)}
        >
          <Rows3 aria-hidden />
          <span>{t('table')}</span>
        </Link>
        <Link to="/actions" search={{ ...address, view: 'board' }} activeOptions={{ exact: true }}>
          <Columns3 aria-hidden />
          <span>{t('board')}</span>
        </Link>
      </Tabs>
    </div>
  );
}

function Actions({
  address,
  viewer,
  onAddress,
}: {
  readonly address: BoardAddress;
  readonly viewer: Viewer;
  readonly onAddress: (address: BoardAddress) => void;
}) {
  const { t } = useTranslation('action');
  if (address.whose === 'teams' && viewer.teams.length === 0) {
    return (
      <Empty
        action={
          <Link to="/teams" className={buttonClass()}>
            {t('toTeams')}
          </Link>
        }
      >
        {t('noTeams')}
      </Empty>
    );
  }
  const shared = { address, viewer, onAddress };
  return (
    <>
      <ActionFilters address={address} onAddress={onAddress} />
      {address.view === 'board' ? (
        <Suspense fallback={<Skeleton lines={9} />}>
          <ActionBoard {...shared} />
        </Suspense>
      ) : (
        <ActionTable {...shared} />
      )}
    </>
  );
}
