import { useTranslation } from 'react-i18next';

import type { Practice, PracticeVerdict } from '../gql/documents.js';
import { Hint } from '../ui/hint.js';
import { Line } from '../ui/line.js';
import { CaseBlock } from './case-block.js';
import { useCase } from './case-context.js';
import type { Part } from './parts-of.js';
import { numberOf } from './practice-number.js';
import css from './practices-block.module.css';

type Verdict = PracticeVerdict | 'UNKNOWN';

const STAGES = [
  ['P1_1', 'P1_2', 'P1_3'],
  ['P2_1', 'P2_2', 'P2_3'],
  ['P3_1', 'P3_2', 'P3_3'],
  ['P4_1', 'P4_2', 'P4_3'],
  ['P5_1', 'P5_2', 'P5_3', 'P5_4'],
] as const satisfies readonly (readonly Practice[])[];

/** What each verdict looks like, in the order of the legend. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  HELD: '✓',
  FAILED: '✕',
  ABSENT: '○',
  NOT_APPLICABLE: '–',
  UNKNOWN: '·',
};
const VERDICTS = Object.keys(SIGNS) as Verdict[];

/** Which of the sixteen practices held in this case, by stage. */
export function PracticesBlock({ part }: { readonly part: Part }) {
  const { t } = useTranslation(['case', 'vocabulary']);
  const { postmortem, lang } = useCase();
  const known = new Map(postmortem.practices.map((each) => [each.practice, each]));
  const verdictOf = (practice: Practice): Verdict => known.get(practice)?.verdict ?? 'UNKNOWN';
  const word = (verdict: Verdict): string =>
    verdict === 'UNKNOWN' ? t('case:notAssessed') : t(`vocabulary:verdict${verdict}`);
  const all = STAGES.flat();
  const legend = VERDICTS.map((verdict) => ({
    verdict,
    count: all.filter((practice) => verdictOf(practice) === verdict).length,
  })).filter(({ count }) => count > 0);
  const noted = postmortem.practices.filter(({ note }) => note !== null && note !== '');
  return (
    <CaseBlock part={part} isEmpty={postmortem.practices.length === 0}>
      <p className={css['legend']} aria-hidden>
        {legend.map(({ verdict, count }) => (
          <span key={verdict}>
            <Sign of={verdict} /> {word(verdict)} {count}
          </span>
        ))}
      </p>
      <ol className={css['map']}>
        {STAGES.map((practices, stage) => (
          <li key={practices[0]}>
            <h3>{t(`vocabulary:stage${(stage + 1) as 1 | 2 | 3 | 4 | 5}`)}</h3>
            <ul>
              {practices.map((practice) => (
                <Hint key={practice} text={word(verdictOf(practice))}>
                  <li className={css[verdictOf(practice)]}>
                    <Sign of={verdictOf(practice)} />
                    <span>
                      <span className={css['number']}>{numberOf(practice)}</span>{' '}
                      {t(`vocabulary:practice${practice}`)}
                      <span className="visually-hidden">: {word(verdictOf(practice))}</span>
                    </span>
                  </li>
                </Hint>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {noted.length > 0 && (
        <dl className={css['notes']}>
          {noted.map(({ practice, verdict, note }) => (
            <div key={practice}>
              <dt>
                <Sign of={verdict} /> <span className={css['number']}>{numberOf(practice)}</span>{' '}
                {t(`vocabulary:practice${practice}`)}
                <span className={css['verdict']}>{word(verdict)}</span>
              </dt>
              <dd>
                <Line text={note ?? ''} lang={lang} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </CaseBlock>
  );
}

function Sign({ of }: { readonly of: Verdict }) {
  return (
    <span className={`${css['sign']} ${css[`sign${of}`] ?? ''}`} aria-hidden>
      {SIGNS[of]}
    </span>
  );
}
