import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ActionOnPageFragment } from '../gql/documents.js';
import { InitiativeOfAction } from '../initiative/initiative-of-action.js';
import { Ago } from '../ui/instant.js';
import { calendarDay } from '../ui/time.js';
import css from './action-page.module.css';
import { ClockWords } from './clock-words.js';
import { DueCell } from './due-cell.js';
import { OwnerCell } from './owner-cell.js';
import { TrackerLinks } from './tracker-links.js';

/** What is known of an action in a few words each. */
export function ActionFacts({ item }: { readonly item: ActionOnPageFragment }) {
  const { t, i18n } = useTranslation(['action', 'initiatives', 'vocabulary', 'frame']);
  const { team, type, effectCheckOn, status } = item;
  return (
    <aside aria-label={t('action:facts')}>
      <dl className={css['facts']}>
        <Fact name={t('action:owner')}>
          <OwnerCell item={item} />
        </Fact>
        <Fact name={t('action:team')}>
          {team ? (
            <Link to="/teams/$key" params={{ key: team.key }} dir="auto">
              {team.name}
            </Link>
          ) : (
            <span className={css['none']}>{t('frame:none')}</span>
          )}
        </Fact>
        <Fact name={t('action:due')}>
          <DueCell item={item} />
          <PutOff times={item.extensions} />
        </Fact>
        <Fact name={t('action:target')}>
          <Target clock={item.clock} />
        </Fact>
        {type !== null && <Fact name={t('action:type')}>{t(`vocabulary:type${type}`)}</Fact>}
        {effectCheckOn !== null && status !== 'EFFECTIVE' && (
          <Fact name={t('action:effectCheckOn')}>{calendarDay(effectCheckOn, i18n.language)}</Fact>
        )}
        <Fact name={t('initiatives:initiative')}>
          <InitiativeOfAction item={item} />
        </Fact>
        <Fact name={t('action:tracker')}>
          <TrackerLinks item={item} />
        </Fact>
        <Fact name={t('action:lastChanged')}>
          <Ago at={item.updatedAt} />
        </Fact>
      </dl>
    </aside>
  );
}

/** How often the date was put off, and why the last time. */
function PutOff({ times }: { readonly times: ActionOnPageFragment['extensions'] }) {
  const { t } = useTranslation('action');
  if (times === null) return null;
  return (
    <p className={css['small']}>
      {t('putOff', { count: times.count })}
      {times.lastReason !== null && (
        <span dir="auto"> {t('putOffWhy', { reason: times.lastReason })}</span>
      )}
    </p>
  );
}

/** The time there is for an action, and how it is counted. */
function Target({ clock }: { readonly clock: ActionOnPageFragment['clock'] }) {
  const { t, i18n } = useTranslation('action');
  const { targetDays, targetOn, pausedDays, state } = clock;
  if (targetDays === null) return <span className={css['none']}>{t('clockNone')}</span>;
  return (
    <>
      <ClockWords of={clock} />
      {targetOn !== null && state !== 'STOPPED' && (
        <p className={css['small']}>
          {t('clockOn', { day: calendarDay(targetOn, i18n.language) })}
        </p>
      )}
      <p className={css['small']}>
        {t('clockMeans')}
        {pausedDays > 0 && ` ${t('clockPauses', { count: pausedDays })}`}
      </p>
    </>
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
