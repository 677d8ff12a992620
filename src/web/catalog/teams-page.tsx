import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { usePages } from '../app/pages.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { TeamListDocument, type TeamFactsFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { catalogFilter, type CatalogAddress } from './catalog-address.js';
import { CatalogList } from './catalog-list.js';
import css from './catalog.module.css';

const TeamForm = lazy(() => import('./team-form.js').then((m) => ({ default: m.TeamForm })));

const route = getRouteApi('/teams');

/** The teams, and who leads them. */
export function TeamsPage() {
  const { t } = useTranslation(['catalog', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const isAdmin = useViewer()?.role === 'ADMIN';
  useTitle(t('frame:teams'));
  const pages = usePages(
    TeamListDocument,
    { filter: catalogFilter(address) },
    ({ teams }) => teams,
  );
  const show = (next: CatalogAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <>
      <CatalogList
        title={t('frame:teams')}
        findLabel={t('catalog:findTeam')}
        address={address}
        onAddress={show}
        count={pages.data?.pages[0]?.teams.totalCount}
        none={isAdmin ? t('catalog:noTeams') : `${t('catalog:noTeams')} ${t('catalog:askAdmin')}`}
        pages={pages}
        create={
          isAdmin && (
            <Button
              icon={<Plus />}
              onClick={() => {
                show({ ...address, edit: 'new' });
              }}
            >
              {t('catalog:newTeam')}
            </Button>
          )
        }
      >
        {pages.data?.pages.flatMap(({ teams }) =>
          teams.nodes.map((team) => (
            <li key={team.id}>
              <TeamLine of={team} />
            </li>
          )),
        )}
      </CatalogList>
      {isAdmin && address.edit === 'new' && (
        <Suspense>
          <TeamForm
            team={null}
            mayChangeKey
            onClose={() => {
              show({ ...address, edit: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function TeamLine({ of: team }: { readonly of: TeamFactsFragment }) {
  const { t, i18n } = useTranslation('catalog');
  const leads = team.members.filter(({ role }) => role === 'LEAD');
  const names = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(
    leads.map(({ person }) => person.name),
  );
  return (
    <>
      <div className={css['line']}>
        <Link to="/teams/$key" params={{ key: team.key }} className={css['name']} dir="auto">
          {team.name}
        </Link>
        <span className={css['key']}>{team.key}</span>
        {team.archivedAt !== null && <span className={css['archived']}>{t('archived')}</span>}
      </div>
      <p className={css['facts']}>
        <span>{t('memberCount', { count: team.members.length })}</span>
        {leads.length > 0 && <span dir="auto">{t('ledBy', { names })}</span>}
      </p>
    </>
  );
}
