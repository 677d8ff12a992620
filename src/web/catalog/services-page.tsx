import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import { usePages } from '../app/pages.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { ServiceListDocument, type ServiceLineFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { catalogFilter, type CatalogAddress } from './catalog-address.js';
import { CatalogList } from './catalog-list.js';
import css from './catalog.module.css';
import { Tier } from './tier.js';

const ServiceForm = lazy(() =>
  import('./service-form.js').then((m) => ({ default: m.ServiceForm })),
);

const route = getRouteApi('/services');

/** What the organization runs: how much each matters, whose it is, and what struck it. */
export function ServicesPage() {
  const { t } = useTranslation(['catalog', 'frame']);
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  useTitle(t('frame:services'));
  const pages = usePages(
    ServiceListDocument,
    { filter: catalogFilter(address) },
    ({ services }) => services,
  );
  const show = (next: CatalogAddress): void => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <>
      <CatalogList
        title={t('frame:services')}
        findLabel={t('catalog:findService')}
        address={address}
        onAddress={show}
        count={pages.data?.pages[0]?.services.totalCount}
        none={t('catalog:noServices')}
        pages={pages}
        create={
          mayWrite && (
            <Button
              icon={<Plus />}
              onClick={() => {
                show({ ...address, edit: 'new' });
              }}
            >
              {t('catalog:newService')}
            </Button>
          )
        }
      >
        {pages.data?.pages.flatMap(({ services }) =>
          services.nodes.map((service) => (
            <li key={service.id}>
              <ServiceLine of={service} />
            </li>
          )),
        )}
      </CatalogList>
      {mayWrite && address.edit === 'new' && (
        <Suspense>
          <ServiceForm
            service={null}
            onClose={() => {
              show({ ...address, edit: undefined });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** A service in a list. */
export function ServiceLine({ of: service }: { readonly of: ServiceLineFragment }) {
  const { t } = useTranslation('catalog');
  const { name, tier, ownerTeam, businessFunction, incidentCount, dependsOn } = service;
  return (
    <>
      <div className={css['line']}>
        <Link to="/services/$name" params={{ name }} className={css['name']} dir="auto">
          {name}
        </Link>
        <Tier of={tier} />
        {service.archivedAt !== null && <span className={css['archived']}>{t('archived')}</span>}
      </div>
      <p className={css['facts']}>
        {businessFunction !== null && <span dir="auto">{businessFunction}</span>}
        {ownerTeam && (
          <Link to="/teams/$key" params={{ key: ownerTeam.key }} dir="auto">
            {ownerTeam.name}
          </Link>
        )}
        <span>{t('incidentCount', { count: incidentCount })}</span>
        {dependsOn.length > 0 && <span>{t('dependsCount', { count: dependsOn.length })}</span>}
      </p>
    </>
  );
}
