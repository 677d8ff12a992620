import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import lines from '../action/action-lines.module.css';
import { useAsk } from '../app/ask.js';
import { Failure, NothingHere } from '../app/failure.js';
import { tagOf } from '../app/language.js';
import { useTitle } from '../app/title.js';
import {
  TeamDigestDocument,
  type DigestLineFragment,
  type TeamDigestQuery,
  type WeekNumberFragment,
} from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { buttonClass } from '../ui/button.js';
import { Day } from '../ui/instant.js';
import { Skeleton } from '../ui/notice.js';
import { calendarDay } from '../ui/time.js';
import css from './digest.module.css';
import { weekOf, weeksAfter } from './week.js';

type Digest = NonNullable<TeamDigestQuery['digest']>;

const route = getRouteApi('/teams/$key/digest');

const NUMBERS = [
  'open',
  'overdue',
  'proposed',
  'done',
  'verified',
  'effective',
  'extended',
] as const satisfies readonly (keyof Digest['numbers'])[];

/** What became of the actions of a team in a week; of the last whole one, unless the address says otherwise. */
export function DigestPage() {
  const { key } = route.useParams();
  const { week = weeksAfter(weekOf(new Date()), -1) } = route.useSearch();
  const { t } = useTranslation('digest');
  const { data, error, refetch } = useAsk(TeamDigestDocument, { team: key, week });
  useTitle(t('title', { team: data?.digest?.team.name ?? key, week }));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={12} />;
  const { digest } = data;
  if (!digest) return <NothingHere />;
  return (
    <article className={css['page']}>
      <Head digest={digest} />
      <Numbers numbers={digest.numbers} />
      {digest.sections.length === 0 && <p className={css['none']}>{t('nothing')}</p>}
      {digest.sections.map((section) => (
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
    </article>
  );
}

function Head({ digest }: { readonly digest: Digest }) {
  const { t } = useTranslation('digest');
  const { team, week, from, until, isFinal } = digest;
  const step = (weeks: number) => ({
    to: '/teams/$key/digest' as const,
    params: { key: team.key },
    search: { week: weeksAfter(week, weeks) },
    className: buttonClass(),
  });
  return (
    <header className={css['head']}>
      <div>
        <h1>
          <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
            {team.name}
          </Link>{' '}
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

/** `+3`, `−2`, `±0`. */
function changeOf({ now, before }: WeekNumberFragment): string {
  const change = now - before;
  if (change === 0) return '±0';
  return change > 0 ? `+${change}` : `−${-change}`;
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
