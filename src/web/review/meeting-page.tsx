import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionLines } from '../action/action-lines.js';
import { Failure, NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import catalog from '../catalog/catalog.module.css';
import type { MeetingFactsFragment } from '../gql/documents.js';
import { Skeleton } from '../ui/notice.js';
import { Tabs } from '../ui/tabs.js';
import { Agenda } from './agenda.js';
import { Attendance } from './attendance.js';
import { ClosingWords } from './closing-words.js';
import { MeetingFacts } from './meeting-facts.js';
import { MeetingFeedback } from './meeting-feedback.js';
import { MeetingHead } from './meeting-head.js';
import { MeetingMinutes } from './meeting-minutes.js';
import type { MeetingAddress } from './meetings-address.js';
import css from './review.module.css';
import { useLiveMeeting } from './use-live-meeting.js';

const MeetingForm = lazy(() =>
  import('./meeting-form.js').then((m) => ({ default: m.MeetingForm })),
);
const Projector = lazy(() => import('./projector.js').then((m) => ({ default: m.Projector })));

const route = getRouteApi('/meetings/$key');

/** One review meeting: when and where, what is talked about, what is overdue, and who is there. */
export function MeetingPage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useLiveMeeting(key);
  const meeting = data?.reviewMeeting;
  useTitle(meeting ? `${meeting.key} ${meeting.title}` : key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!meeting) return <NothingHere />;
  return (
    <MeetingOnPage key={meeting.id} meeting={meeting}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
    </MeetingOnPage>
  );
}

function MeetingOnPage({
  meeting,
  children,
}: {
  readonly meeting: MeetingFactsFragment;
  readonly children: ReactNode;
}) {
  const { edit, show, tab } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const { state, allowedActs } = meeting;
  // Whoever writes in a meeting while somebody ends it goes on writing.
  const [wasOpen] = useState(state !== 'ENDED');
  const isHeld = state === 'ENDED';
  const side = isHeld ? (tab ?? (wasOpen ? 'agenda' : 'minutes')) : 'agenda';
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <article className={catalog['page']}>
      <div className={side === 'minutes' ? 'no-print' : undefined}>
        <MeetingHead meeting={meeting} viewerId={viewer?.id} />
        {children}
        {isHeld && <Sides side={side} />}
      </div>
      <div className={css['columns']}>
        {side === 'minutes' ? (
          <MeetingMinutes meeting={meeting} />
        ) : (
          <div>
            <Agenda meeting={meeting} mayWrite={mayWrite} />
            <OverdueActions of={meeting.overdueActions} />
            {state === 'RUNNING' && <ClosingWords meeting={meeting} isRead />}
          </div>
        )}
        <aside className={side === 'minutes' ? 'no-print' : undefined}>
          {isHeld && <MeetingFeedback meeting={meeting} />}
          <MeetingFacts meeting={meeting} />
          <Attendance meeting={meeting} mayWrite={mayWrite} />
        </aside>
      </div>
      <Suspense>
        {edit !== undefined && allowedActs.includes('UPDATE') && (
          <MeetingForm
            meeting={meeting}
            onClose={() => {
              void navigate({ search: { tab }, replace: true });
            }}
          />
        )}
        {show !== undefined && <Projector meeting={meeting} shown={show} />}
      </Suspense>
    </article>
  );
}

/** The two sides of a meeting that was held, each with its address. */
function Sides({ side }: { readonly side: MeetingAddress['tab'] }) {
  const { t } = useTranslation('meetings');
  return (
    <div className={css['tabs']}>
      <Tabs label={t('sides')}>
        {(['minutes', 'agenda'] as const).map((each) => (
          <Link
            key={each}
            from={route.id}
            search={{ tab: each }}
            activeOptions={{ exact: true }}
            {...(each === side ? { 'aria-current': 'page' as const } : {})}
            replace
            resetScroll={false}
          >
            {t(`tab${each}`)}
          </Link>
        ))}
      </Tabs>
    </div>
  );
}

function OverdueActions({ of }: { readonly of: MeetingFactsFragment['overdueActions'] }) {
  const { t } = useTranslation('meetings');
  const rest = of.totalCount - of.nodes.length;
  return (
    <section className={css['section']} aria-labelledby="overdue">
      <h2 id="overdue" className={css['heading']}>
        {t('overdue')} {of.totalCount > 0 && <span>{of.totalCount}</span>}
      </h2>
      <p className={css['soft']}>{t('overdueMeans')}</p>
      {of.totalCount === 0 ? (
        <p className={css['none']}>{t('noneOverdue')}</p>
      ) : (
        <ActionLines items={of.nodes} />
      )}
      {rest > 0 && (
        <p className={css['soft']}>
          <Link to="/actions">{t('moreOverdue', { count: rest })}</Link>
        </p>
      )}
    </section>
  );
}
