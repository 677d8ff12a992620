import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../app/language.js';
import type { EditionOnPageFragment } from '../gql/documents.js';
import { Notice } from '../ui/notice.js';
import css from './public-edition.module.css';

/** What still looks as if it should stay inside, and where; what has to be mended comes first. */
export function EditionFindings({
  findings,
  lang,
}: {
  readonly findings: EditionOnPageFragment['findings'];
  readonly lang: LanguageTag;
}) {
  const { t } = useTranslation('publicEdition');
  const blocking = findings.filter(({ isBlocking }) => isBlocking);
  const others = findings.filter(({ isBlocking }) => !isBlocking);
  return (
    <section className={css['part']} aria-labelledby="edition-check">
      <h2 id="edition-check">{t('check')}</h2>
      {findings.length === 0 && <Notice kind="good">{t('clean')}</Notice>}
      {blocking.length > 0 && (
        <p className={css['lead']}>{t('blocking', { count: blocking.length })}</p>
      )}
      <FindingList findings={blocking} lang={lang} />
      {others.length > 0 && (
        <p className={css['lead']}>{t('doubtful', { count: others.length })}</p>
      )}
      <FindingList findings={others} lang={lang} />
    </section>
  );
}

function FindingList({
  findings,
  lang,
}: {
  readonly findings: EditionOnPageFragment['findings'];
  readonly lang: LanguageTag;
}) {
  const { t } = useTranslation('publicEdition');
  if (findings.length === 0) return null;
  return (
    <ul className={css['findings']}>
      {findings.map(({ kind, words, line, heading, isBlocking }, place) => (
        <li key={place} className={isBlocking ? css['blocking'] : undefined}>
          {isBlocking ? <OctagonAlert aria-hidden /> : <TriangleAlert aria-hidden />}
          <span>
            <strong lang={lang} dir="auto">
              {words}
            </strong>{' '}
            <span className={css['soft']}>
              {t(`kind${kind}`)} · {t('line', { line })}
              {heading !== null && (
                <>
                  {' · '}
                  <span lang={lang} dir="auto">
                    {heading}
                  </span>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the rules put in the place of what. */
export function EditionReplacements({
  replacements,
  lang,
}: {
  readonly replacements: EditionOnPageFragment['replacements'];
  readonly lang: LanguageTag;
}) {
  const { t } = useTranslation('publicEdition');
  if (replacements.length === 0) return null;
  return (
    <details className={css['part']}>
      <summary>{t('replaced', { count: replacements.length })}</summary>
      <div className={css['scroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('found')}</th>
              <th scope="col">{t('instead')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col" className={css['count']}>
                {t('times')}
              </th>
            </tr>
          </thead>
          <tbody>
            {replacements.map(({ kind, found, instead, count }, place) => (
              <tr key={place}>
                <td lang={lang} dir="auto">
                  {found}
                </td>
                <td lang={lang} dir="auto">
                  {instead || <span className={css['soft']}>{t('leftOut')}</span>}
                </td>
                <td>{t(`kind${kind}`)}</td>
                <td className={css['count']}>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
