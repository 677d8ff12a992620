import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { ActionOnPageFragment } from '../gql/documents.js';
import { Day } from '../ui/instant.js';
import { Line } from '../ui/line.js';
import { calendarDay, dayOf } from '../ui/time.js';
import css from './action-page.module.css';

type Event = ActionOnPageFragment['history']['nodes'][number];

/** What has become of an action so far, the latest first: who did what, when and why. */
export function ActionHistory({ item }: { readonly item: ActionOnPageFragment }) {
  const { t, i18n } = useTranslation(['action', 'vocabulary']);
  const lang = tagOf(item.postmortem.language);
  const { nodes, totalCount } = item.history;
  const left = totalCount - nodes.length;
  return (
    <>
      <ol className={css['history']} reversed>
        {nodes.map((event, index) => {
          const isLatestImport = index === 0 && event.act === 'IMPORT';
          const facts = [
            ...(isLatestImport ? [t(`vocabulary:action${event.status}`)] : []),
            ...factsOf(event, nodes[index + 1], i18n.language, t),
            ...(isLatestImport ? factsOfFile(item, i18n.language, t) : []),
          ];
          const said = isLatestImport ? [item.reason, item.effectNote] : [event.reason];
          return (
            <li key={event.number}>
              <span className={css['when']}>
                <Day at={event.at} />
              </span>
              <div>
                <strong>{t(`act${event.act}`)}</strong>
                {event.actor && <> {t('actBy', { name: event.actor.name })}</>}
                {facts.length > 0 && <p className={css['changes']}>{facts.join(' · ')}</p>}
                {said
                  .filter((text) => text !== null)
                  .map((text) => (
                    <p key={text} className={css['said']}>
                      <Line text={text} lang={lang} />
                    </p>
                  ))}
              </div>
            </li>
          );
        })}
      </ol>
      {left > 0 && <p className={css['none']}>{t('earlier', { count: left })}</p>}
    </>
  );
}

type Texts = TFunction<['action', 'vocabulary']>;

/** What a file knew of an item that has not moved since: it may have been done long before it came here. */
function factsOfFile(item: ActionOnPageFragment, language: string, t: Texts): readonly string[] {
  const { completedAt, verifiedAt, verifier, pauseApprover } = item;
  const day = (at: string): string => dayOf(at, language);
  return [
    ...(completedAt === null ? [] : [t('fileDone', { day: day(completedAt) })]),
    ...(verifiedAt === null ? [] : [t('fileVerified', { day: day(verifiedAt) })]),
    ...(verifier ? [t('fileVerifier', { name: verifier.name })] : []),
    ...(pauseApprover ? [t('fileApprover', { name: pauseApprover.name })] : []),
  ];
}

/** What an event changed of the promise, in words. */
function factsOf(
  event: Event,
  before: Event | undefined,
  language: string,
  t: Texts,
): readonly string[] {
  const day = (of: string): string => calendarDay(of, language);
  const facts: string[] = [];
  if (event.owner && event.owner.id !== before?.owner?.id) {
    facts.push(t('actOwner', { name: event.owner.name }));
  }
  if (event.dueOn !== (before?.dueOn ?? null)) facts.push(dueWords(event.dueOn, before, day, t));
  if (event.pausedUntil !== null && ['PAUSE', 'IMPORT'].includes(event.act)) {
    facts.push(t('actUntil', { day: day(event.pausedUntil) }));
  }
  if (event.effectCheckOn !== null && event.effectCheckOn !== before?.effectCheckOn) {
    facts.push(t('actEffect', { day: day(event.effectCheckOn) }));
  }
  return facts;
}

function dueWords(
  dueOn: string | null,
  before: Event | undefined,
  day: (of: string) => string,
  t: Texts,
): string {
  if (dueOn === null) return t('actDueGone');
  const from = before?.dueOn ?? null;
  return from === null
    ? t('actDue', { day: day(dueOn) })
    : t('actDueFrom', { from: day(from), to: day(dueOn) });
}
