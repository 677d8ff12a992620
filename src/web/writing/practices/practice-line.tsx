import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../../app/language.js';
import { say } from '../../app/said.js';
import type { Practice, PracticeVerdict } from '../../gql/documents.js';
import { GrowText } from '../entries/grow-text.js';
import type { Entry } from '../entries/steps.js';
import type { EntryStore, Trouble } from '../entries/store.js';
import { TroubleNote } from '../entries/trouble-note.js';
import { numberOf } from '../practices-by-stage.js';
import { VERDICTS, type PracticeValues } from './practice-values.js';
import css from './practices.module.css';

/** One practice: whether it held, and how that showed. */
export const PracticeLine = memo(function PracticeLine({
  practice,
  entry,
  store,
  trouble,
  lang,
}: {
  readonly practice: Practice;
  /** What the case says of it; undefined for nothing. */
  readonly entry: Entry<PracticeValues> | undefined;
  readonly store: EntryStore<PracticeValues>;
  readonly trouble: Trouble<PracticeValues> | undefined;
  readonly lang: LanguageTag;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  const name = useId();
  const title = `${numberOf(practice)} ${t(`vocabulary:practice${practice}`)}`;
  const decide = (verdict: PracticeVerdict | null): void => {
    if (verdict === null) {
      store.edit((all) => all.filter(({ key }) => key !== practice));
      if (!entry || entry.values.note.trim() === '') return;
      say({
        text: t('practiceCleared', { practice: title }),
        undo: () => {
          store.edit((all) => [...all.filter(({ key }) => key !== practice), entry]);
        },
      });
    } else if (entry) store.set(practice, { verdict });
    else {
      const values = { practice, verdict, note: '' };
      store.edit((all) => [...all, { key: practice, parent: null, values }]);
    }
  };
  return (
    <li className={css['line']}>
      <fieldset className={css['verdict']}>
        <legend>{title}</legend>
        <div className={css['segments']}>
          {[...VERDICTS, null].map((verdict) => (
            <label key={verdict ?? ''} className={css[verdict ?? 'NONE']}>
              <input
                type="radio"
                name={name}
                className="visually-hidden"
                checked={(entry?.values.verdict ?? null) === verdict}
                onChange={() => {
                  decide(verdict);
                }}
              />
              <span>
                {verdict === null ? t('practiceNone') : t(`vocabulary:verdict${verdict}`)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {entry && (
        <GrowText
          label={t('practiceNote', { practice: title })}
          placeholder={t(`practiceAsk${entry.values.verdict}`)}
          lang={lang}
          value={entry.values.note}
          onChange={(event) => {
            store.set(practice, { note: event.currentTarget.value }, 'soon');
          }}
          onBlur={() => void store.save()}
        />
      )}
      <TroubleNote
        trouble={trouble}
        textOf={({ note }) => note}
        onSettle={(whose) => {
          store.settle(practice, whose);
        }}
      />
    </li>
  );
});
