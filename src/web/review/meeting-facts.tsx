import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import catalog from '../catalog/catalog.module.css';
import type { MeetingFactsFragment } from '../gql/documents.js';
import { Line } from '../ui/line.js';

/** Where a meeting is, who leads it, and whom it is for. */
export function MeetingFacts({ meeting }: { readonly meeting: MeetingFactsFragment }) {
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
