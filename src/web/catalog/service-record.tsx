import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { ActionLines } from '../action/action-lines.js';
import { useAsk } from '../app/ask.js';
import { Failure } from '../app/failure.js';
import { ServiceActionsDocument, type ServicePageQuery } from '../gql/documents.js';
import { CaseLine } from '../library/case-line.js';
import { IncidentState, Severity } from '../ui/badge.js';
import { Day } from '../ui/instant.js';
import { Skeleton } from '../ui/notice.js';
import css from './catalog.module.css';

/** What struck a service, the last first. */
export function ServiceIncidents({
  name,
  incidents: { totalCount, nodes },
}: {
  readonly name: string;
  readonly incidents: ServicePageQuery['incidents'];
}) {
  const { t } = useTranslation(['catalog', 'vocabulary']);
  return (
    <section className={css['section']}>
      <h2>
        {t('catalog:serviceIncidents')}
        <span>{totalCount}</span>
      </h2>
      {totalCount === 0 && <p className={css['none']}>{t('catalog:noIncidents')}</p>}
      <ul className={css['list']}>
        {nodes.map((incident) => (
          <li key={incident.id}>
            <div className={css['line']}>
              <Link to="/incidents/$key" params={{ key: incident.key }} className={css['name']}>
                <span className={css['key']}>{incident.key}</span>{' '}
                <span dir="auto">{incident.title}</span>
              </Link>
            </div>
            <div className={css['facts']}>
              <Severity of={incident.severity} />
              {incident.kind !== 'INCIDENT' && <span>{t(`vocabulary:kind${incident.kind}`)}</span>}
              <IncidentState of={incident.status} />
              {incident.startedAt === null ? (
                <span>{t('catalog:startedUnknown')}</span>
              ) : (
                <Day at={incident.startedAt} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p className={css['all']}>
          <Link to="/incidents" search={{ service: [name] }}>
            {t('catalog:allIncidents', { count: totalCount })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** The cases about what struck a service. */
export function ServiceCases({
  name,
  postmortems: { totalCount, nodes },
}: {
  readonly name: string;
  readonly postmortems: ServicePageQuery['postmortems'];
}) {
  const { t } = useTranslation('catalog');
  return (
    <section className={css['section']}>
      <h2>
        {t('serviceCases')}
        <span>{totalCount}</span>
      </h2>
      {totalCount === 0 && <p className={css['none']}>{t('noCases')}</p>}
      {nodes.map((each) => (
        <CaseLine key={each.id} of={each} />
      ))}
      {totalCount > nodes.length && (
        <p className={css['all']}>
          <Link to="/" search={{ service: [name] }}>
            {t('allCases', { count: totalCount })}
          </Link>
        </p>
      )}
    </section>
  );
}

const OPEN: readonly string[] = ['PROPOSED', 'COMMITTED', 'IN_PROGRESS'];

/** What is still to be done because of what struck a service. */
export function ServiceActions({ name }: { readonly name: string }) {
  const { t } = useTranslation('catalog');
  const { data, error, refetch } = useAsk(ServiceActionsDocument, { name });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const { nodes, pageInfo } = data.postmortems;
  const open = nodes
    .flatMap(({ actionItems }) => actionItems)
    .filter(({ status }) => OPEN.includes(status))
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
  return (
    <section className={css['section']}>
      <h2>
        {t('serviceActions')}
        <span>{open.length}</span>
      </h2>
      {pageInfo.hasNextPage && <p className={css['part']}>{t('serviceActionsPart')}</p>}
      {open.length === 0 ? (
        <p className={css['none']}>{t('noOpenActions')}</p>
      ) : (
        <ActionLines items={open} />
      )}
    </section>
  );
}
