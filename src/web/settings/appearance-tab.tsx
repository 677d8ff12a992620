import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { chooseTheme, chosenTheme, type Theme } from '../app/theme.js';
import css from './settings.module.css';

const THEMES: readonly { readonly theme: Theme; readonly name: 'System' | 'Light' | 'Dark' }[] = [
  { theme: 'system', name: 'System' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

/** How fupan looks in this browser. */
export function AppearanceTab() {
  const { t } = useTranslation(['settings', 'frame']);
  const [chosen, setChosen] = useState<Theme>(chosenTheme);
  return (
    <fieldset className={css['choices']}>
      <legend>{t('frame:theme')}</legend>
      <p className={css['lead']}>{t('settings:themeLead')}</p>
      {THEMES.map(({ theme, name }) => (
        <label key={theme} className={css['choice']}>
          <input
            type="radio"
            name="theme"
            checked={theme === chosen}
            onChange={() => {
              chooseTheme(theme);
              setChosen(theme);
            }}
          />
          <span>{t(`frame:theme${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
