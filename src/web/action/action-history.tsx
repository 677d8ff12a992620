import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { tagOf } from '../app/language.js';
import type { ActionOnPageFragment } from '../gql/documents.js';
import { Day } from '../ui/instant.js';
import { Line } from '../ui/line.js';
import { calendarDay } from '../ui/time.js';
import css from './action-page.module.css';

interface Happened {
  readonly what: string;
  /** The instant; null if only that it happened is known. */
  readonly at: string | null;
  /** What was said with it. */
  readonly said?: readonly (string | null)[];
}

/** What has become of an action so far, the first thing first. */
export function ActionHistory({ item }: { readonly item: ActionOnPageFragment }) {
  const { t, i18n } = useTranslation('action');
  const lang = tagOf(item.postmortem.language);
  return (
    <ol className={css['history']}>
      {happenedTo(item, i18n.language, t).map(({ what, at, said = [] }) => (
        <li key={what}>
          <span className={css['when']}>{at !== null && <Day at={at} />}</span>
          <div>
            {what}
            {said
              .filter((text) => text !== null)
              .map((text) => (
                <p key={text} className={css['said']}>
                  <Line text={text} lang={lang} />
                </p>
              ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function happenedTo(
  item: ActionOnPageFragment,
  language: string,
  t: TFunction<'action'>,
): readonly Happened[] {
  const { completedAt, verifiedAt, verifier, status, reason, effectCheckOn, pausedUntil } = item;
  const { createdAt } = item;
  // What came in by a file may have been done long before it was known here.
  const isOld = completedAt !== null && completedAt < createdAt;
  const happened: Happened[] = isOld ? [] : [{ what: t('happenedCreated'), at: createdAt }];
  if (completedAt !== null) happened.push({ what: t('happenedCompleted'), at: completedAt });
  if (verifiedAt !== null) {
    happened.push({
      what: verifier
        ? t('happenedVerified', { name: verifier.name })
        : t('happenedVerifiedUnknown'),
      at: verifiedAt,
    });
  }
  if (status === 'EFFECTIVE') {
    happened.push({ what: t('happenedEffective'), at: null, said: [item.effectNote] });
  } else if (effectCheckOn !== null && verifiedAt !== null) {
    const day = calendarDay(effectCheckOn, language);
    happened.push({ what: t('effectDue', { day }), at: null });
  }
  if (status === 'REJECTED') {
    happened.push({ what: t('happenedRejected'), at: null, said: [reason] });
  }
  if (status === 'PAUSED') {
    const day = pausedUntil === null ? '' : calendarDay(pausedUntil, language);
    const approver = item.pauseApprover;
    happened.push({
      what: pausedUntil === null ? t('happenedPausedOnly') : t('happenedPaused', { day }),
      at: null,
      said: [reason, approver && t('approvedBy', { name: approver.name })],
    });
  }
  if (isOld) happened.push({ what: t('happenedRecorded'), at: createdAt });
  return happened;
}
