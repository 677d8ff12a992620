import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { usePages } from '../app/pages.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { PeopleListDocument, type PersonLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { ArchiveButton } from './archive-button.js';
import { catalogFilter, type CatalogAddress } from './catalog-address.js';
import { CatalogList } from './catalog-list.js';
import css from './catalog.module.css';

const PersonForm = lazy(() => import('./person-form.js').then((m) => ({ default: m.PersonForm })));

const route = getRouteApi('/people');

/** Everybody who is known here, and the teams they belong to. */
export function PeoplePage() {
  const { t } = useTranslation(['catalog', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:people'));
  const pages = usePages(
    PeopleListDocument,
    { filter: catalogFilter(address) },
    ({ people }) => people,
  );
  const show = (next: CatalogAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  const isAdmin = viewer?.role === 'ADMIN';
  return (
    <>
      <CatalogList
        title={t('frame:people')}
        findLabel={t('catalog:findPerson')}
        address={address}
        onAddress={show}
        count={pages.data?.pages[0]?.people.totalCount}
        none={t('catalog:noPeople')}
        pages={pages}
        create={
          mayWrite && (
            <Button
              icon={<Plus />}
              onClick={() => {
                show({ ...address, edit: 'new' });
              }}
            >
              {t('catalog:newPerson')}
            </Button>
          )
        }
      >
        {pages.data?.pages.flatMap(({ people }) =>
          people.nodes.map((person) => (
            <li key={person.id} className={css['person']}>
              <PersonLine of={person} />
              {isAdmin && person.id !== viewer.id && (
                <ArchiveButton kind="person" entry={person} size="small" />
              )}
            </li>
          )),
        )}
      </CatalogList>
      {mayWrite && address.edit === 'new' && (
        <Suspense>
          <PersonForm
            takesEmail={isAdmin}
            onClose={() => {
              show({ ...address, edit: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function PersonLine({ of: person }: { readonly of: PersonLineFragment }) {
  const { t } = useTranslation(['catalog', 'vocabulary']);
  const { name, email, role, teams } = person;
  return (
    <div className={css['who']}>
      <div className={css['line']}>
        <span className={css['name']} dir="auto">
          {name}
        </span>
        {role !== 'MEMBER' && <span className={css['role']}>{t(`vocabulary:role${role}`)}</span>}
        {person.archivedAt !== null && (
          <span className={css['archived']}>{t('catalog:archived')}</span>
        )}
      </div>
      <p className={css['facts']}>
        {teams.length === 0 && <span>{t('catalog:inNoTeam')}</span>}
        {teams.map(({ team, role: part }) => (
          <span key={team.id}>
            <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
              {team.name}
            </Link>
            {part === 'LEAD' && ` · ${t('vocabulary:teamRoleLEAD')}`}
          </span>
        ))}
        {email !== null && <span>{email}</span>}
      </p>
    </div>
  );
}
