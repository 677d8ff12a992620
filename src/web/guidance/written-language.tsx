import { useTranslation } from 'react-i18next';

import css from './guidance.module.css';
import type { Found } from './language-watch.js';

/** Phrases shown at once. */
const MOST = 8;

/** What the language check finds in a text while it is written: the words, why, and what to ask instead. */
export function WrittenLanguage({
  found,
  onGo,
}: {
  readonly found: readonly Found[];
  readonly onGo: (found: Found) => void;
}) {
  const { t } = useTranslation('guidance');
  if (found.length === 0) return null;
  return (
    <aside className={css['written']} aria-label={t('language')}>
      <p role="status">{t('written', { count: found.length })}</p>
      <ul>
        {found.slice(0, MOST).map((each) => (
          <li key={`${each.rule.name} ${each.start}`}>
            <button
              type="button"
              onClick={() => {
                onGo(each);
              }}
            >
              {each.words}
            </button>{' '}
            {each.rule.why} <em>{each.rule.ask}</em>
          </li>
        ))}
      </ul>
    </aside>
  );
}
