import { Link } from '@tanstack/react-router';
import { ExternalLink, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import { CaseStatus } from '../ui/badge.js';
import { buttonClass } from '../ui/button.js';
import { ZonedTime } from '../ui/zoned-time.js';
import type { Incident } from './incident-edit.js';
import css from './incident-page.module.css';

/** How each service was struck, and when it worked again. */
export function ServiceTable({
  of: { services },
  zone,
}: {
  readonly of: Incident;
  readonly zone: string;
}) {
  const { t } = useTranslation(['incident', 'frame']);
  return (
    <ul className={css['services']}>
      {services.map(({ service, impact, recoveredAt }) => (
        <li key={service.id}>
          <p className={css['service']}>
            <Link to="/services/$name" params={{ name: service.name }}>
              {service.name}
            </Link>
            <span className={css['recovered']}>
              {recoveredAt === null ? (
                t('incident:recoveryUnknown')
              ) : (
                <>
                  {t('incident:recovered')} <ZonedTime at={recoveredAt} zone={zone} withDay />
                </>
              )}
            </span>
          </p>
          {impact !== null && (
            <p className={css['impact']} dir="auto">
              {impact}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who took part, and as what. */
export function ResponderList({ of: { responders } }: { readonly of: Incident }) {
  const { t } = useTranslation('vocabulary');
  return (
    <dl className={css['people']}>
      {responders.map(({ person, role }) => (
        <div key={`${person.id} ${role}`}>
          <dt>{t(`responder${role}`)}</dt>
          <dd dir="auto">{person.name}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where it is known elsewhere. */
export function ReferenceList({ of: { references } }: { readonly of: Incident }) {
  const { t } = useTranslation('incident');
  return (
    <ul className={css['references']}>
      {references.map(({ source, externalId, url }, index) => (
        <li key={index}>
          {url === null ? (
            <span>
              {source} {externalId}
            </span>
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {[source, externalId ?? pathOf(url)].join(' ')}
              <ExternalLink aria-label={t('newTab')} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The end of an address, which is what tells it from others of the same system. */
function pathOf(url: string): string {
  return new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
}

/** The cases about it; if there is none, how one begins. */
export function PostmortemsAbout({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  const { key, postmortems, allowedActs } = incident;
  return (
    <section className={css['block']} aria-label={t('incident:postmortems')}>
      <div className={css['blockHead']}>
        <h2>{t('incident:postmortems')}</h2>
      </div>
      {postmortems.length === 0 && <p className={css['empty']}>{t('incident:notWritten')}</p>}
      <ul className={css['cases']}>
        {postmortems.map((postmortem) => (
          <li key={postmortem.id}>
            <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
              <span className={css['caseKey']}>{postmortem.key}</span>{' '}
              <span lang={tagOf(postmortem.language)} dir="auto">
                {postmortem.title}
              </span>
            </Link>
            <p className={css['caseFacts']}>
              <CaseStatus of={postmortem.status} />
              {postmortem.visibility === 'RESTRICTED' && (
                <span>
                  <Lock aria-hidden /> {t('vocabulary:visibilityRESTRICTED')}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {postmortems.length > 0 && allowedActs.includes('WRITE_UP') && (
        <Link
          to="/postmortems/new"
          search={{ incident: key }}
          className={`${buttonClass('quiet', 'small')} ${css['another'] ?? ''}`}
        >
          {t('incident:startAnother')}
        </Link>
      )}
    </section>
  );
}
