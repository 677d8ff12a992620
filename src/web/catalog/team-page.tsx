import { getRouteApi, Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { ActionLines } from '../action/action-lines.js';
import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import {
  TeamPageDocument,
  TeamServicesDocument,
  type TeamFactsFragment,
  type TeamPageQuery,
} from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { ArchiveButton } from './archive-button.js';
import css from './catalog.module.css';
import { ServiceLine } from './services-page.js';
import { TeamMembers } from './team-members.js';

const TeamChannels = lazy(() =>
  import('./team-channels.js').then((m) => ({ default: m.TeamChannels })),
);
const TeamForm = lazy(() => import('./team-form.js').then((m) => ({ default: m.TeamForm })));

const route = getRouteApi('/teams/$key');

/** One team: who belongs to it, what it owns, and what it has promised. */
export function TeamPage() {
  const { key } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useTranslation('catalog');
  const { data, error, refetch } = useAsk(TeamPageDocument, { key });
  const viewer = useViewer();
  useTitle(data?.team?.name ?? key);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  const { team, actionItems } = data;
  if (!team) return <NothingHere />;
  const isAdmin = viewer?.role === 'ADMIN';
  const leads = team.members.some(
    ({ role, person }) => role === 'LEAD' && person.id === viewer?.id,
  );
  const mayEdit = isAdmin || (leads && viewer?.role !== 'VIEWER');
  return (
    <article className={css['page']}>
      <Head team={team} mayEdit={mayEdit} isAdmin={isAdmin} />
      <div className={css['columns']}>
        <div>
          <TeamActions team={team} actionItems={actionItems} />
          <TeamServices id={team.id} />
          {mayEdit && (
            <Suspense>
              <TeamChannels team={team} />
            </Suspense>
          )}
        </div>
        <aside>
          <TeamMembers team={team} mayEdit={mayEdit} />
          <p className={css['calendar']}>
            {t('calendar')}: <span dir="auto">{team.calendar?.name ?? t('usualCalendar')}</span>
          </p>
        </aside>
      </div>
      {mayEdit && edit !== undefined && (
        <Suspense>
          <TeamForm
            team={team}
            mayChangeKey={isAdmin}
            onClose={() => {
              void navigate({ search: {}, replace: true });
            }}
          />
        </Suspense>
      )}
    </article>
  );
}

function Head({
  team,
  mayEdit,
  isAdmin,
}: {
  readonly team: TeamFactsFragment;
  readonly mayEdit: boolean;
  readonly isAdmin: boolean;
}) {
  const { t } = useTranslation(['catalog', 'frame']);
  return (
    <header className={css['head']}>
      <div className={css['line']}>
        <h1 dir="auto">{team.name}</h1>
        <span className={css['key']}>{team.key}</span>
        {team.archivedAt !== null && (
          <span className={css['archived']}>{t('catalog:archived')}</span>
        )}
      </div>
      <div className={css['tools']}>
        <Link to="/teams/$key/digest" params={{ key: team.key }} className={buttonClass()}>
          {t('catalog:digest')}
        </Link>
        <Link to="/trends" search={{ team: team.key }} className={buttonClass()}>
          {t('catalog:trends')}
        </Link>
        {isAdmin && <ArchiveButton kind="team" entry={team} />}
        {mayEdit && (
          <Link
            to="/teams/$key"
            params={{ key: team.key }}
            search={{ edit: 'facts' }}
            replace
            className={buttonClass()}
          >
            <Pencil aria-hidden />
            {t('frame:edit')}
          </Link>
        )}
      </div>
    </header>
  );
}

function TeamActions({
  team,
  actionItems: { totalCount, nodes },
}: {
  readonly team: TeamFactsFragment;
  readonly actionItems: TeamPageQuery['actionItems'];
}) {
  const { t } = useTranslation('catalog');
  return (
    <section className={css['section']}>
      <h2>
        {t('teamActions')}
        <span>{totalCount}</span>
      </h2>
      {totalCount === 0 ? (
        <p className={css['none']}>{t('noOpenActions')}</p>
      ) : (
        <ActionLines items={nodes} />
      )}
      {totalCount > nodes.length && (
        <p className={css['all']}>
          <Link to="/actions" search={{ whose: 'all', team: [team.key] }}>
            {t('allActions', { count: totalCount })}
          </Link>
        </p>
      )}
    </section>
  );
}

function TeamServices({ id }: { readonly id: string }) {
  const { t } = useTranslation('catalog');
  const { data, error, refetch } = useAsk(TeamServicesDocument, { id });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const { totalCount, nodes } = data.services;
  return (
    <section className={css['section']}>
      <h2>
        {t('teamServices')}
        <span>{totalCount}</span>
      </h2>
      {totalCount === 0 && <p className={css['none']}>{t('ownsNothing')}</p>}
      <ul className={css['list']}>
        {nodes.map((service) => (
          <li key={service.id}>
            <ServiceLine of={{ ...service, ownerTeam: null }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
