import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../app/language.js';
import type { ProseOfCaseFragment } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Ago } from '../ui/instant.js';
import { chosenText, isClash, type Choice } from './merge-text.js';
import { MergeRegion } from './merge-region.js';
import css from './merge-view.module.css';
import type { SaveStep } from './save-plan.js';

interface MergeViewProps {
  readonly step: Extract<SaveStep, { kind: 'merge' }>;
  readonly now: ProseOfCaseFragment;
  readonly lang: LanguageTag;
  readonly onResult: (text: string) => void;
  readonly onBack: () => void;
}

/** What becomes of each stretch: a choice, and the words if somebody has written others. */
interface Decision {
  readonly choice?: Choice;
  readonly words?: string;
}

/** Puts together what two have written of one text: what each did, and what comes of it. */
export function MergeView({ step, now, lang, onResult, onBack }: MergeViewProps) {
  const { t } = useTranslation('prose');
  const { regions, isClear, place } = step;
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const wordsOf = (at: number): string => {
    const region = regions[at];
    const decision = decisions[at];
    if (!region) return '';
    return decision?.words ?? chosenText(region, decision?.choice);
  };
  const open = regions.filter(
    (region, at) =>
      isClash(region) && decisions[at]?.choice === undefined && decisions[at]?.words === undefined,
  ).length;
  const decide = (at: number, decision: Decision): void => {
    setDecisions(regions.map((_, place) => (place === at ? decision : (decisions[place] ?? {}))));
  };
  const [last] = now.revisions.nodes;
  return (
    <div className={css['merge']}>
      <p>
        {last?.editor ? t('theySaved', { name: last.editor.name }) : t('somebodySaved')}
        {last && <> ({<Ago at={last.at} />})</>}
        {place.isRenamed && place.heading !== null && (
          <> · {t('isNowCalled', { heading: place.heading })}</>
        )}
      </p>
      <p className={css['what']}>{isClear ? t('mergedByItself') : t('mergeByHand')}</p>
      <ol className={css['regions']}>
        {regions.map((region, at) => (
          <MergeRegion
            key={at}
            region={region}
            lang={lang}
            theirName={last?.editor?.name ?? t('theirs')}
            choice={decisions[at]?.choice}
            words={wordsOf(at)}
            onChoice={(choice) => {
              decide(at, { choice });
            }}
            onWords={(words) => {
              decide(at, { ...decisions[at], words });
            }}
          />
        ))}
      </ol>
      <div className={css['foot']}>
        <Button
          kind="main"
          disabled={open > 0}
          onClick={() => {
            onResult(
              regions
                .map((_, at) => wordsOf(at))
                .join('')
                .replace(/\n$/, ''),
            );
          }}
        >
          {t('saveMerged')}
        </Button>
        <Button onClick={onBack}>{t('backToText')}</Button>
        {open > 0 && <span className={css['open']}>{t('undecided', { count: open })}</span>}
      </div>
    </div>
  );
}
