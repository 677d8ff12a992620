import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Rss } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import lines from '../action/action-lines.module.css';
import type { RequestError } from '../app/api.js';
import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import {
  MyDigestDocument,
  OrganizationDigestDocument,
  TeamDigestDocument,
  type DigestFactsFragment,
  type DigestLineFragment,
  type DigestSubject,
} from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { buttonClass } from '../ui/button.js';
import { Day } from '../ui/instant.js';
import { Skeleton } from '../ui/notice.js';
import { calendarDay } from '../ui/time.js';
import { DigestMail } from './digest-mail.js';
import { DigestReading, DigestRecurrences, DigestTeams, DigestWaiting } from './digest-parts.js';
import css from './digest.module.css';
import { changeOf, weekOf, weeksAfter } from './week.js';

type Digest = DigestFactsFragment;

const teamRoute = getRouteApi('/teams/$key/digest');
const myRoute = getRouteApi('/digest');
const organizationRoute = getRouteApi('/organization/digest');

const NUMBERS = [
  'open',
  'overdue',
  'proposed',
  'done',
  'verified',
  'effective',
  'extended',
] as const satisfies readonly (keyof Digest['numbers'])[];

/** Of the last whole week, unless the address says otherwise. */
const lastWeek = (): string => weeksAfter(weekOf(new Date()), -1);

/** What became of the actions and cases of a team in a week. */
export function TeamDigestPage() {
  const { key } = teamRoute.useParams();
  const { week = lastWeek() } = teamRoute.useSearch();
  const { t } = useTranslation('digest');
  const asked = useAsk(TeamDigestDocument, { team: key, week });
  useTitle(t('title', { team: asked.data?.digest?.team?.name ?? key, week }));
  return (
    <Page
      asked={asked}
      of="TEAM"
      name={t('team')}
      stepTo={{ to: '/teams/$key/digest', params: { key } }}
    />
  );
}

/** What whoever looks owns and is to check. */
export function MyDigestPage() {
  const { week = lastWeek() } = myRoute.useSearch();
  const { t } = useTranslation('digest');
  const asked = useAsk(MyDigestDocument, { week });
  useTitle(t('titleMine', { week }));
  return <Page asked={asked} of="PERSON" name={t('mine')} stepTo={{ to: '/digest' }} />;
}

/** The week of everybody, for those who lead. */
export function OrganizationDigestPage() {
  const { week = lastWeek() } = organizationRoute.useSearch();
  const { t } = useTranslation('digest');
  const asked = useAsk(OrganizationDigestDocument, { week });
  useTitle(t('titleAll', { week }));
  return (
    <Page asked={asked} of="ORGANIZATION" name={t('all')} stepTo={{ to: '/organization/digest' }} />
  );
}

interface Asked {
  readonly data: { readonly digest: Digest | null } | undefined;
  readonly error: RequestError | null;
  readonly refetch: () => unknown;
}

type Step =
  | { readonly to: '/teams/$key/digest'; readonly params: { readonly key: string } }
  | { readonly to: '/digest' | '/organization/digest' };

function Page({
  asked: { data, error, refetch },
  of,
  name,
  stepTo,
}: {
  readonly asked: Asked;
  readonly of: DigestSubject;
  readonly name: string;
  readonly stepTo: Step;
}) {
  const { t } = useTranslation('digest');
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  const { digest } = data;
  if (!digest) return <NothingHere />;
  const { sections, recurrences, waitingReviews } = digest;
  const isEmpty = sections.length + recurrences.length + waitingReviews.length === 0;
  return (
    <article className={css['page']}>
      <Head of={of} digest={digest} name={name} stepTo={stepTo} />
      <Numbers numbers={digest.numbers} />
      {of === 'ORGANIZATION' && <DigestTeams teams={digest.teams} week={digest.week} />}
      {isEmpty && <p className={css['none']}>{t('nothing')}</p>}
      <DigestRecurrences recurrences={recurrences} />
      {sections.map((section) => (
        <section key={section.kind} className={css['section']}>
          <h2>
            {t(`section${section.kind}`)}
            <span>{section.count}</span>
          </h2>
          <ul className={lines['lines']}>
            {section.entries.map((entry) => (
              <Line key={entry.actionItem.id} entry={entry} />
            ))}
          </ul>
          {section.count > section.entries.length && (
            <p className={css['none']}>
              {t('more', { count: section.count - section.entries.length })}
            </p>
          )}
        </section>
      ))}
      <DigestWaiting waiting={waitingReviews} />
      {of === 'PERSON' && <DigestTeams teams={digest.teams} week={digest.week} />}
      <DigestReading reading={digest.worthReading} />
      <DigestMail of={of} week={digest.week} teamKey={digest.team?.key} />
    </article>
  );
}

/** What an address for feed readers is of. */
const FEED_OF = {
  TEAM: 'teamDigest',
  PERSON: 'ownDigest',
  ORGANIZATION: 'organizationDigest',
} as const;

function Head({
  of,
  digest,
  name,
  stepTo,
}: {
  readonly of: DigestSubject;
  readonly digest: Digest;
  readonly name: string;
  readonly stepTo: Step;
}) {
  const { t } = useTranslation('digest');
  const { team, week, from, until, isFinal } = digest;
  const step = (weeks: number) => ({
    ...stepTo,
    search: { week: weeksAfter(week, weeks) },
    className: buttonClass(),
  });
  return (
    <header className={css['head']}>
      <div>
        <h1>
          {team ? (
            <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
              {team.name}
            </Link>
          ) : (
            name
          )}{' '}
          <span className={css['week']}>{week}</span>
        </h1>
        <p className={css['none']}>
          <Day at={from} /> – <Day at={new Date(Date.parse(until) - 1).toISOString()} />
          {!isFinal && <> · {t('running')}</>}
        </p>
      </div>
      <nav className={css['tools']} aria-label={t('weeks')}>
        <Link {...step(-1)}>
          <ChevronLeft aria-hidden />
          {t('before')}
        </Link>
        {isFinal && (
          <Link {...step(1)}>
            {t('after')}
            <ChevronRight aria-hidden />
          </Link>
        )}
        <Link
          to="/settings"
          search={{ tab: 'feeds', feed: FEED_OF[of], team: team?.key }}
          className={buttonClass()}
        >
          <Rss aria-hidden />
          {t('subscribe')}
        </Link>
      </nav>
    </header>
  );
}

function Numbers({ numbers }: { readonly numbers: Digest['numbers'] }) {
  const { t } = useTranslation('digest');
  return (
    <section className={css['numbers']} aria-label={t('inNumbers')}>
      <dl>
        {NUMBERS.map((name) => (
          <div key={name}>
            <dt>{t(`number_${name}`)}</dt>
            <dd>
              {numbers[name].now}
              <small>{changeOf(numbers[name])}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('lastWeek')}</p>
    </section>
  );
}

function Line({ entry }: { readonly entry: DigestLineFragment }) {
  const { t, i18n } = useTranslation(['digest', 'action']);
  const { actionItem, title, status, owner, day, daysLate, reason } = entry;
  return (
    <li>
      <Link to="/actions/$key" params={{ key: actionItem.key }}>
        <span className={lines['key']}>{actionItem.key}</span>
        <span lang={tagOf(actionItem.postmortem.language)} dir="auto">
          {title}
        </span>
      </Link>
      <span className={lines['how']}>
        <ActionState of={status} />
        <span dir="auto">{owner?.name ?? t('action:noOwner')}</span>
        {day !== null && <span>{calendarDay(day, i18n.language)}</span>}
        {daysLate !== null && daysLate > 0 && (
          <strong className={css['late']}>{t('action:late', { count: daysLate })}</strong>
        )}
        {reason !== null && <span dir="auto">{reason}</span>}
      </span>
    </li>
  );
}
