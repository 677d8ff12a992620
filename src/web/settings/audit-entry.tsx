import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { AuditLineFragment } from '../gql/documents.js';
import { Hint } from '../ui/hint.js';
import { ZonedTime } from '../ui/zoned-time.js';
import { browserZone } from '../ui/time.js';
import css from './admin.module.css';
import { useActText } from './use-act-text.js';

/** One thing that was done, or tried. */
export function AuditEntry({ of: entry }: { readonly of: AuditLineFragment }) {
  const { t } = useTranslation('admin');
  const textOf = useActText();
  const {
    at,
    act,
    actor,
    person,
    outcome,
    code,
    address,
    postmortem,
    subjectKey,
    subjectPerson,
    details,
  } = entry;
  // Whoever signs in was nobody before.
  const doer = person ?? (actor === 'ANONYMOUS' ? subjectPerson : null);
  // Ids say nothing to anybody who reads.
  const told = details.filter(({ name }) => !name.endsWith('Id'));
  return (
    <li>
      <ZonedTime at={at} zone={browserZone()} withDay />
      <div>
        <p>
          <b dir="auto">{doer?.name ?? t(`actor${actor}`)}</b>{' '}
          <Hint text={<span lang="en">{act}</span>}>
            <span tabIndex={0}>{textOf(act)}</span>
          </Hint>{' '}
          {outcome === 'REFUSED' && (
            <span className={css['refused']}>
              {t('outcomeREFUSED')} <span lang="en">{code}</span>
            </span>
          )}
        </p>
        <p className={css['more']}>
          {postmortem ? (
            <Link to="/postmortems/$key" params={{ key: postmortem.key }}>
              {postmortem.key}{' '}
              <span lang={tagOf(postmortem.language)} dir="auto">
                {postmortem.title}
              </span>
            </Link>
          ) : (
            subjectKey !== null && <span>{subjectKey}</span>
          )}
          {subjectPerson && subjectPerson.id !== doer?.id && (
            <span dir="auto">{subjectPerson.name}</span>
          )}
          {address !== null && <span>{address}</span>}
          {told.map(({ name, values }) => (
            <span key={name} lang="en">
              {name}: {values.join(', ')}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}
