import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import css from '../action/action-page.module.css';
import { pageLanguage } from '../app/language.js';
import type { InitiativeEventFactsFragment, InitiativeFactsFragment } from '../gql/documents.js';
import { Day } from '../ui/instant.js';
import { Line } from '../ui/line.js';
import { calendarDay } from '../ui/time.js';

type Event = InitiativeEventFactsFragment;

/** What has become of an initiative so far, the latest first: who did what, when and why. */
export function InitiativeHistory({
  of: { nodes, totalCount },
}: {
  readonly of: InitiativeFactsFragment['history'];
}) {
  const { t, i18n } = useTranslation(['initiatives', 'action']);
  const left = totalCount - nodes.length;
  return (
    <>
      <ol className={css['history']} reversed>
        {nodes.map((event, index) => {
          const facts = factsOf(event, nodes[index + 1], i18n.language, t);
          return (
            <li key={event.number}>
              <span className={css['when']}>
                <Day at={event.at} />
              </span>
              <div>
                <strong>{t(`initiatives:act${event.act}`)}</strong>
                {event.actor && <> {t('action:actBy', { name: event.actor.name })}</>}
                {facts.length > 0 && <p className={css['changes']}>{facts.join(' · ')}</p>}
                {event.reason !== null && (
                  <p className={css['said']}>
                    <Line text={event.reason} lang={pageLanguage()} />
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {left > 0 && <p className={css['none']}>{t('action:earlier', { count: left })}</p>}
    </>
  );
}

/** How an event changed where the initiative stands and what was promised, in words. */
function factsOf(
  event: Event,
  before: Event | undefined,
  language: string,
  t: TFunction<['initiatives', 'action']>,
): readonly string[] {
  const { fromStatus, status, owner, team, targetOn } = event;
  const facts: string[] = [];
  if (fromStatus !== null && fromStatus !== status) {
    const [from, to] = [t(`initiatives:state${fromStatus}`), t(`initiatives:state${status}`)];
    facts.push(t('initiatives:fromTo', { from, to }));
  }
  if (owner && owner.id !== before?.owner?.id) {
    facts.push(t('initiatives:nowOwner', { name: owner.name }));
  }
  if (team && team.id !== before?.team?.id) {
    facts.push(t('initiatives:nowTeam', { name: team.name }));
  }
  if (targetOn !== null && targetOn !== (before?.targetOn ?? null)) {
    facts.push(t('initiatives:by', { day: calendarDay(targetOn, language) }));
  }
  return facts;
}
