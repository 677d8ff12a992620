import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus, Repeat } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../app/failure.js';
import { usePages } from '../app/pages.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import catalog from '../catalog/catalog.module.css';
import {
  MeetingListDocument,
  type MeetingLineFragment,
  type ReviewMeetingState,
} from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Empty, Skeleton } from '../ui/notice.js';
import { Tabs } from '../ui/tabs.js';
import { MeetingState } from './meeting-state.js';
import { MeetingTime } from './meeting-time.js';
import type { MeetingsAddress } from './meetings-address.js';
import { ReviewQueue } from './review-queue.js';
import css from './review.module.css';
import { SeriesList } from './series-list.js';

const MeetingForm = lazy(() =>
  import('./meeting-form.js').then((m) => ({ default: m.MeetingForm })),
);
const SeriesForm = lazy(() => import('./series-form.js').then((m) => ({ default: m.SeriesForm })));

const route = getRouteApi('/meetings');

const TABS = [undefined, 'past', 'series'] as const;

/** The review meetings, and beside them what waits for one. */
export function MeetingsPage() {
  const { t } = useTranslation(['meetings', 'frame']);
  const { tab, edit } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:meetings'));
  const open = (next: MeetingsAddress['edit']): void => {
    void navigate({ search: { tab, edit: next }, replace: true, resetScroll: false });
  };
  const close = (): void => {
    open(undefined);
  };
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <div className={catalog['page']}>
      <div className={catalog['head']}>
        <h1>{t('frame:meetings')}</h1>
        {mayWrite && (
          <div className={catalog['tools']}>
            <Button
              icon={<Repeat />}
              onClick={() => {
                open('series');
              }}
            >
              {t('meetings:newSeries')}
            </Button>
            <Button
              kind="main"
              icon={<Plus />}
              onClick={() => {
                open('meeting');
              }}
            >
              {t('meetings:newMeeting')}
            </Button>
          </div>
        )}
      </div>
      <div className={css['columns']}>
        <div>
          <div className={css['tabs']}>
            <Tabs label={t('meetings:which')}>
              {TABS.map((each) => (
                <Link
                  key={each ?? 'next'}
                  to="/meetings"
                  search={{ tab: each }}
                  activeOptions={{ exact: true }}
                  {...(each === tab ? { 'aria-current': 'page' as const } : {})}
                  replace
                >
                  {t(`meetings:tab${each ?? 'next'}`)}
                </Link>
              ))}
            </Tabs>
          </div>
          {tab === 'series' ? (
            <SeriesList viewer={viewer} edited={edit} onEdit={open} />
          ) : (
            <MeetingList key={tab ?? 'next'} isPast={tab === 'past'} />
          )}
        </div>
        <aside>
          <ReviewQueue />
        </aside>
      </div>
      {mayWrite && (
        <Suspense>
          {edit === 'meeting' && <MeetingForm meeting={null} onClose={close} />}
          {edit === 'series' && <SeriesForm series={null} onClose={close} />}
        </Suspense>
      )}
    </div>
  );
}

const TO_COME: readonly ReviewMeetingState[] = ['PLANNED', 'RUNNING'];
const OVER: readonly ReviewMeetingState[] = ['ENDED', 'CANCELED'];

function MeetingList({ isPast }: { readonly isPast: boolean }) {
  const { t } = useTranslation(['meetings', 'frame']);
  const pages = usePages(
    MeetingListDocument,
    isPast
      ? { filter: { state: [...OVER] }, direction: 'DESC' }
      : { filter: { state: [...TO_COME] }, direction: 'ASC' },
    ({ reviewMeetings }) => reviewMeetings,
  );
  const { data, error, refetch } = pages;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const all = data.pages.flatMap(({ reviewMeetings }) => reviewMeetings.nodes);
  if (all.length === 0) {
    return <Empty>{isPast ? t('meetings:nonePast') : t('meetings:noneNext')}</Empty>;
  }
  const running = all.filter(({ state }) => state === 'RUNNING');
  const others = all.filter(({ state }) => state !== 'RUNNING');
  return (
    <>
      <ul className={catalog['list']}>
        {[...running, ...others].map((meeting) => (
          <li key={meeting.id}>
            <MeetingLine of={meeting} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className={catalog['more']}>
          <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
            {t('frame:more')}
          </Button>
        </div>
      )}
    </>
  );
}

function MeetingLine({ of: meeting }: { readonly of: MeetingLineFragment }) {
  const { t } = useTranslation('meetings');
  const { key, title, state, facilitator, teams, agenda, series } = meeting;
  return (
    <>
      <div className={catalog['line']}>
        <span className={catalog['key']}>{key}</span>
        <Link to="/meetings/$key" params={{ key }} className={catalog['name']} dir="auto">
          {title}
        </Link>
        <span className={catalog['end']}>
          <MeetingState of={state} />
        </span>
      </div>
      <div className={catalog['facts']}>
        <MeetingTime of={meeting} />
        <span>{t('cases', { count: agenda.length })}</span>
        {series && <span>{t('ofSeries')}</span>}
        {facilitator && <span dir="auto">{facilitator.name}</span>}
        {teams.map((team) => (
          <span key={team.id} dir="auto">
            {team.name}
          </span>
        ))}
      </div>
    </>
  );
}
