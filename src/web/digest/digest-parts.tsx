import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import lines from '../action/action-lines.module.css';
import { tagOf } from '../app/language.js';
import type { DigestCaseFragment, DigestFactsFragment } from '../gql/documents.js';
import css from './digest.module.css';
import { changeOf } from './week.js';

function Case({ of }: { readonly of: DigestCaseFragment }) {
  return (
    <Link to="/postmortems/$key" params={{ key: of.key }}>
      <span className={lines['key']}>{of.key}</span>
      <span lang={tagOf(of.language)} dir="auto">
        {of.title}
      </span>
    </Link>
  );
}

function Heading({ text, count }: { readonly text: string; readonly count?: number }) {
  return (
    <h2>
      {text}
      {count !== undefined && <span>{count}</span>}
    </h2>
  );
}

/** What happened before. */
export function DigestRecurrences({
  recurrences,
}: {
  readonly recurrences: DigestFactsFragment['recurrences'];
}) {
  const { t } = useTranslation('digest');
  if (recurrences.length === 0) return null;
  return (
    <section className={css['section']}>
      <Heading text={t('recurrences')} count={recurrences.length} />
      <ul className={lines['lines']}>
        {recurrences.map(({ postmortem, earlier }) => (
          <li key={`${postmortem.id} ${earlier.id}`}>
            <Case of={postmortem} />
            <span className={lines['how']}>
              {t('earlier')}: <Case of={earlier} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The cases that wait for review. */
export function DigestWaiting({
  waiting,
}: {
  readonly waiting: DigestFactsFragment['waitingReviews'];
}) {
  const { t } = useTranslation('digest');
  if (waiting.length === 0) return null;
  return (
    <section className={css['section']}>
      <Heading text={t('waiting')} count={waiting.length} />
      <ul className={lines['lines']}>
        {waiting.map(({ postmortem, days }) => (
          <li key={postmortem.id}>
            <Case of={postmortem} />
            <span className={lines['how']}>{t('waited', { count: days })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One case to read, and why. */
export function DigestReading({
  reading,
}: {
  readonly reading: DigestFactsFragment['worthReading'];
}) {
  const { t } = useTranslation('digest');
  if (!reading) return null;
  return (
    <section className={css['section']}>
      <Heading text={t('reading')} />
      <ul className={lines['lines']}>
        <li>
          <Case of={reading.postmortem} />
          <span className={lines['how']}>{t(`reading${reading.reason}`)}</span>
        </li>
      </ul>
    </section>
  );
}

const COLUMNS = ['open', 'overdue', 'done', 'verified', 'effective'] as const;

/** The numbers of each team. */
export function DigestTeams({
  teams,
  week,
}: {
  readonly teams: DigestFactsFragment['teams'];
  readonly week: string;
}) {
  const { t } = useTranslation('digest');
  if (teams.length === 0) return null;
  return (
    <section className={css['section']}>
      <Heading text={t('teams')} />
      <div className={css['wide']}>
        <table className={css['teams']}>
          <thead>
            <tr>
              <th scope="col">{t('team')}</th>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {t(`number_${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, numbers }) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link
                    to="/teams/$key/digest"
                    params={{ key: team.key }}
                    search={{ week }}
                    dir="auto"
                  >
                    {team.name}
                  </Link>
                </th>
                {COLUMNS.map((name) => (
                  <td key={name}>
                    {numbers[name].now} <small>{changeOf(numbers[name])}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
