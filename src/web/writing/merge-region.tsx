import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { LanguageTag } from '../app/language.js';
import { changedMiddle, isClash, type Choice, type Region } from './merge-text.js';
import css from './merge-view.module.css';

/** Characters of an untouched stretch that are shown at each of its ends. */
const SHOWN = 160;

interface MergeRegionProps {
  readonly region: Region;
  readonly lang: LanguageTag;
  readonly theirName: string;
  readonly choice: Choice | undefined;
  readonly words: string;
  readonly onChoice: (choice: Choice) => void;
  readonly onWords: (words: string) => void;
}

/** One stretch: untouched, changed by one of the two, or by both and to be decided. */
export function MergeRegion(props: MergeRegionProps) {
  const { region, lang, theirName, words, onWords } = props;
  const { t } = useTranslation('prose');
  const id = useId();
  if (region.kind === 'same') return <Untouched text={region.text} lang={lang} />;
  const edit = (
    <label className={css['result']}>
      <span id={id}>{t('result')}</span>
      <textarea
        lang={lang}
        dir="auto"
        aria-labelledby={id}
        value={words}
        rows={Math.min(12, words.split('\n').length + 1)}
        onChange={(event) => {
          onWords(event.currentTarget.value);
        }}
      />
    </label>
  );
  if (!isClash(region)) {
    const isMine = region.kind === 'mine';
    return (
      <li className={css['changed']}>
        <h3>{isMine ? t('youChanged') : t('theyChanged', { name: theirName })}</h3>
        {!region.text.startsWith(region.base.trimEnd()) && (
          <Version base={region.text} text={region.base} lang={lang} isOld />
        )}
        <Version base={region.base} text={region.text} lang={lang} />
      </li>
    );
  }
  return (
    <li className={css['clash']}>
      <h3>{t('bothChanged')}</h3>
      <Choices {...props} region={region} />
      {edit}
    </li>
  );
}

function Choices({
  region,
  lang,
  theirName,
  choice,
  onChoice,
}: Pick<MergeRegionProps, 'lang' | 'theirName' | 'choice' | 'onChoice'> & {
  readonly region: Extract<Region, { kind: 'clash' }>;
}) {
  const { t } = useTranslation('prose');
  const name = useId();
  const option = (value: Choice, label: string) => (
    <label className={css['choice']}>
      <input
        type="radio"
        name={name}
        checked={choice === value}
        onChange={() => {
          onChoice(value);
        }}
      />
      {label}
    </label>
  );
  return (
    <fieldset className={css['sides']}>
      <legend className="visually-hidden">{t('bothChanged')}</legend>
      <div className={css['side']} data-chosen={choice === 'theirs' || choice === 'both'}>
        {option('theirs', t('takeTheirs', { name: theirName }))}
        <Version base={region.base} text={region.theirs} lang={lang} />
      </div>
      <div className={css['side']} data-chosen={choice === 'mine' || choice === 'both'}>
        {option('mine', t('takeMine'))}
        <Version base={region.base} text={region.mine} lang={lang} />
      </div>
      <div className={css['both']}>{option('both', t('takeBoth'))}</div>
    </fieldset>
  );
}

/** A text with what is new in it marked; one that is gone struck through as a whole. */
function Version({
  base,
  text,
  lang,
  isOld = false,
}: {
  readonly base: string;
  readonly text: string;
  readonly lang: LanguageTag;
  readonly isOld?: boolean;
}) {
  const { t } = useTranslation('prose');
  if (text.trim() === '') {
    return isOld ? null : <p className={css['none']}>{t('tookAway')}</p>;
  }
  const [head, changed, tail] = changedMiddle(base, text);
  const Mark = isOld ? 'del' : 'ins';
  return (
    <p className={css['text']} lang={lang} dir="auto">
      {head}
      {changed !== '' && <Mark>{changed}</Mark>}
      {tail}
    </p>
  );
}

/** What nobody has touched: its beginning and its end. */
function Untouched({ text, lang }: { readonly text: string; readonly lang: LanguageTag }) {
  const { t } = useTranslation('prose');
  if (text.trim() === '') return null;
  const isLong = text.length > 3 * SHOWN;
  return (
    <li className={css['same']}>
      <p className={css['text']} lang={lang} dir="auto">
        {isLong ? text.slice(0, SHOWN) : text}
      </p>
      {isLong && (
        <>
          <p className={css['fold']}>
            {t('untouchedCharacters', { count: text.length - 2 * SHOWN })}
          </p>
          <p className={css['text']} lang={lang} dir="auto">
            {text.slice(-SHOWN)}
          </p>
        </>
      )}
    </li>
  );
}
