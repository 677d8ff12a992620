import { getRouteApi, Link } from '@tanstack/react-router';

import { useTranslation } from 'react-i18next';

import { useOwnZone } from '../app/viewer.js';
import type { CaseIncidentFragment } from '../gql/documents.js';
import { Severity } from '../ui/badge.js';
import { TimeAxis } from '../ui/time-axis.js';
import { useCase } from './case-context.js';
import css from './course.module.css';

const route = getRouteApi('/postmortems/$key');

/** The course of each incident that the case is about. */
export function Course() {
  const { postmortem } = useCase();
  const { zone = 'author' } = route.useSearch();
  const mine = useOwnZone();
  const { incidents, timeline } = postmortem;
  const written = timeline[0]?.zone;
  const shown = zone === 'utc' ? 'UTC' : zone === 'author' && written ? written : mine;
  return incidents.map((incident) => (
    <IncidentCourse
      key={incident.key}
      incident={incident}
      zone={shown}
      isOne={incidents.length === 1}
    />
  ));
}

function IncidentCourse({
  incident,
  zone,
  isOne,
}: {
  readonly incident: CaseIncidentFragment;
  readonly zone: string;
  readonly isOne: boolean;
}) {
  const { t } = useTranslation('vocabulary');
  const { key, title, kind, severity } = incident;
  return (
    <section className={css['course']}>
      <p className={css['which']}>
        <Link to="/incidents/$key" params={{ key }}>
          <span className={css['key']}>{key}</span>{' '}
          {isOne ? t(`kind${kind}`) : <span dir="auto">{title}</span>}
        </Link>
        {!isOne && <Severity of={severity} />}
      </p>
      <TimeAxis of={incident} zone={zone} />
    </section>
  );
}
