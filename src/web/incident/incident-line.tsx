import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { IncidentLineFragment } from '../gql/documents.js';
import { CaseStatus, IncidentState, Severity } from '../ui/badge.js';
import { Ago, Day } from '../ui/instant.js';
import { listed } from '../ui/listed.js';
import { span } from '../ui/time.js';
import css from './incident-line.module.css';

/** States in which it is still going on. */
const OPEN = ['INVESTIGATING', 'IDENTIFIED', 'MITIGATED'];

/** An incident in the list: how bad, what, where, when, how long, and what has been written about it. */
export function IncidentLine({ of: incident }: { readonly of: IncidentLineFragment }) {
  const { t, i18n } = useTranslation(['incident', 'vocabulary']);
  const { key, title, kind, severity, status, startedAt, services } = incident;
  const solved = incident.measurements.find(({ name }) => name === 'TTR');
  return (
    <article className={css['line']}>
      <div className={css['severity']}>
        {severity === null ? (
          <span className={css['unrated']}>{t('incident:unrated')}</span>
        ) : (
          <Severity of={severity} />
        )}
      </div>
      <div className={css['what']}>
        <h2 className={css['title']}>
          <Link to="/incidents/$key" params={{ key }}>
            <span className={css['key']}>{key}</span>
            <span dir="auto">{title}</span>
          </Link>
        </h2>
        <p className={css['facts']}>
          <IncidentState of={status} />
          {kind !== 'INCIDENT' && (
            <span className={css['kind']}>{t(`vocabulary:kind${kind}`)}</span>
          )}
          {startedAt === null ? (
            <span>
              {t('incident:reported')} <Ago at={incident.createdAt} />
              {t('incident:reportedAfter')}
            </span>
          ) : (
            <Day at={startedAt} />
          )}
          {solved && (
            <span>{t('incident:lasted', { span: span(solved.seconds, i18n.language) })}</span>
          )}
          {!solved && startedAt !== null && OPEN.includes(status) && (
            <span>{t('incident:goingOn')}</span>
          )}
          {services.length > 0 && (
            <span>
              {namesOf(
                services.map(({ service }) => service.name),
                i18n.language,
              )}
            </span>
          )}
        </p>
      </div>
      <div className={css['written']}>
        {incident.postmortems.map((postmortem) => (
          <Link
            key={postmortem.id}
            to="/postmortems/$key"
            params={{ key: postmortem.key }}
            className={css['case']}
          >
            <span className={css['key']}>{postmortem.key}</span>
            <CaseStatus of={postmortem.status} />
            <span className="visually-hidden" lang={tagOf(postmortem.language)}>
              {postmortem.title}
            </span>
          </Link>
        ))}
        {incident.postmortems.length === 0 && incident.allowedActs.includes('WRITE_UP') && (
          <Link to="/postmortems/new" search={{ incident: key }} className={css['start']}>
            {t('incident:startPostmortem')}
          </Link>
        )}
      </div>
    </article>
  );
}

/** How many names of a list are shown before the rest is counted. */
const SHOWN = 3;

function namesOf(names: readonly string[], language: string): string {
  const text = listed(names.slice(0, SHOWN), language);
  return names.length > SHOWN ? `${text} +${names.length - SHOWN}` : text;
}
