import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionLines } from '../action/action-lines.js';
import { Failure, NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import catalog from '../catalog/catalog.module.css';
import type { MeetingFactsFragment } from '../gql/documents.js';
import { Line } from '../ui/line.js';
import { Skeleton } from '../ui/notice.js';
import { Agenda } from './agenda.js';
import { Attendance } from './attendance.js';
import { MeetingHead } from './meeting-head.js';
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
  const { edit, show } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const { data, error, refetch } = useLiveMeeting(key);
  const meeting = data?.reviewMeeting;
  useTitle(meeting ? `${meeting.key} ${meeting.title}` : key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  if (!meeting) return <NothingHere />;
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <article className={catalog['page']}>
      <MeetingHead meeting={meeting} viewerId={viewer?.id} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <div className={css['columns']}>
        <div>
          <Agenda meeting={meeting} mayWrite={mayWrite} />
          <OverdueActions of={meeting.overdueActions} />
        </div>
        <aside>
          <Facts meeting={meeting} />
          <Attendance meeting={meeting} mayWrite={mayWrite} />
        </aside>
      </div>
      <Suspense>
        {edit !== undefined && meeting.allowedActs.includes('UPDATE') && (
          <MeetingForm
            meeting={meeting}
            onClose={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        )}
        {show !== undefined && <Projector meeting={meeting} shown={show} />}
      </Suspense>
    </article>
  );
}

function Facts({ meeting }: { readonly meeting: MeetingFactsFragment }) {
  const { t } = useTranslation(['meetings', 'frame', 'catalog']);
  const { place, facilitator, durationMinutes, series, teams } = meeting;
  const none = <span className={catalog['none']}>{t('frame:none')}</span>;
  return (
    <section aria-label={t('catalog:facts')}>
      <dl className={catalog['rail']}>
        <Fact name={t('meetings:place')}>{place === null ? none : <Line text={place} />}</Fact>
        <Fact name={t('meetings:facilitator')}>
          {facilitator ? <span dir="auto">{facilitator.name}</span> : none}
        </Fact>
        <Fact name={t('meetings:lasts')}>{t('meetings:minutes', { count: durationMinutes })}</Fact>
        {series && (
          <Fact name={t('meetings:series')}>
            <Link to="/meetings" search={{ tab: 'series' }} dir="auto">
              {series.title}
            </Link>
          </Fact>
        )}
        <Fact name={t('meetings:teams')}>
          {teams.length === 0 ? (
            none
          ) : (
            <ul>
              {teams.map((team) => (
                <li key={team.id}>
                  <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
                    {team.name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
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
