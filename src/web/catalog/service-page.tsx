import { getRouteApi, Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { ServicePageDocument, type ServiceFactsFragment } from '../gql/documents.js';
import { buttonClass } from '../ui/button.js';
import { Skeleton } from '../ui/notice.js';
import { ArchiveButton } from './archive-button.js';
import css from './catalog.module.css';
import { ServiceActions, ServiceCases, ServiceIncidents } from './service-record.js';
import { Tier } from './tier.js';

const ServiceForm = lazy(() =>
  import('./service-form.js').then((m) => ({ default: m.ServiceForm })),
);

const route = getRouteApi('/services/$name');

/** One service: what hangs on it, what it hangs on, and what has happened to it. */
export function ServicePage() {
  const { name } = route.useParams();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useAsk(ServicePageDocument, { name });
  const viewer = useViewer();
  useTitle(data?.service?.name ?? name);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={9} />;
  const { service, incidents, postmortems } = data;
  if (!service) return <NothingHere />;
  const mayWrite = viewer !== undefined && viewer.role !== 'VIEWER';
  return (
    <article className={css['page']}>
      <Head service={service} mayWrite={mayWrite} />
      <div className={css['columns']}>
        <div>
          <ServiceIncidents name={service.name} incidents={incidents} />
          <ServiceCases name={service.name} postmortems={postmortems} />
          <ServiceActions name={service.name} />
        </div>
        <Facts service={service} />
      </div>
      {mayWrite && edit !== undefined && (
        <Suspense>
          <ServiceForm
            service={service}
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
  service,
  mayWrite,
}: {
  readonly service: ServiceFactsFragment;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation(['catalog', 'frame']);
  const { name } = service;
  return (
    <header className={css['head']}>
      <div className={css['line']}>
        <h1 dir="auto">{name}</h1>
        <Tier of={service.tier} />
        {service.archivedAt !== null && (
          <span className={css['archived']}>{t('catalog:archived')}</span>
        )}
      </div>
      {mayWrite && (
        <div className={css['tools']}>
          <ArchiveButton kind="service" entry={service} />
          <Link
            to="/services/$name"
            params={{ name }}
            search={{ edit: 'facts' }}
            replace
            className={buttonClass()}
          >
            <Pencil aria-hidden />
            {t('frame:edit')}
          </Link>
        </div>
      )}
    </header>
  );
}

function Facts({ service }: { readonly service: ServiceFactsFragment }) {
  const { t } = useTranslation(['catalog', 'frame']);
  const { ownerTeam, businessFunction, redundancy } = service;
  return (
    <aside aria-label={t('catalog:facts')}>
      <dl className={css['rail']}>
        <Fact name={t('catalog:ownerTeam')}>
          {ownerTeam ? (
            <Link to="/teams/$key" params={{ key: ownerTeam.key }} dir="auto">
              {ownerTeam.name}
            </Link>
          ) : (
            <span className={css['none']}>{t('frame:none')}</span>
          )}
        </Fact>
        {businessFunction !== null && (
          <Fact name={t('catalog:businessFunction')}>
            <span dir="auto">{businessFunction}</span>
          </Fact>
        )}
        {redundancy !== null && (
          <Fact name={t('catalog:redundancy')}>
            <span dir="auto">{redundancy}</span>
          </Fact>
        )}
        <Fact name={t('catalog:dependsOn')}>
          <ServiceNames of={service.dependsOn} />
        </Fact>
        <Fact name={t('catalog:neededBy')}>
          <ServiceNames of={service.dependents} />
        </Fact>
      </dl>
    </aside>
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

function ServiceNames({
  of: services,
}: {
  readonly of: readonly { readonly id: string; readonly name: string }[];
}) {
  const { t } = useTranslation();
  if (services.length === 0) return <span className={css['none']}>{t('none')}</span>;
  return (
    <ul>
      {services.map(({ id, name }) => (
        <li key={id}>
          <Link to="/services/$name" params={{ name }} dir="auto">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
