import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MenuChoice, MenuItem, MenuLink, MenuRule } from '../ui/menu-popup.js';
import { LANGUAGES, pageLanguage, type LanguageTag } from './language.js';
import { chooseTheme, chosenTheme, type Theme } from './theme.js';
import type { Viewer } from './viewer.js';

/** Every language under its own name; whoever needs it cannot read the others. */
const LANGUAGE_NAMES: Record<LanguageTag, string> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** What is in the menu of whoever is signed in. */
export function AccountMenuItems({
  viewer,
  onKeys,
  onSignOut,
}: {
  readonly viewer: Viewer;
  readonly onKeys: () => void;
  readonly onSignOut: () => void;
}) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <>
      <MenuLink render={<Link to="/digest">{t('myWeek')}</Link>} />
      <MenuLink render={<Link to="/organization/digest">{t('organizationWeek')}</Link>} />
      <MenuLink render={<Link to="/settings">{t('settings')}</Link>} />
      {viewer.role === 'ADMIN' && (
        <MenuLink render={<Link to="/admin">{t('administration')}</Link>} />
      )}
      <MenuItem onClick={onKeys}>{t('keys')}</MenuItem>
      <MenuRule />
      <MenuChoice
        label={t('theme')}
        value={theme}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
        onChange={(chosen) => {
          chooseTheme(chosen);
          setTheme(chosen);
        }}
      />
      <MenuRule />
      <MenuChoice
        label={t('language')}
        value={pageLanguage()}
        options={Object.keys(LANGUAGES).map((tag) => ({
          value: tag as LanguageTag,
          label: <span lang={tag}>{LANGUAGE_NAMES[tag as LanguageTag]}</span>,
        }))}
        onChange={changeLanguage}
      />
      <MenuRule />
      <MenuItem onClick={onSignOut}>{t('signOut')}</MenuItem>
    </>
  );
}

/** The page is loaded anew in the other language; where it is stays. */
function changeLanguage(tag: LanguageTag): void {
  const { pathname, search } = window.location;
  const query = new URLSearchParams({ to: tag, next: pathname + search });
  window.location.assign(`/language?${query.toString()}`);
}
