import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useTitle } from '../app/title.js';
import { AppearanceTab } from './appearance-tab.js';
import { FeedsTab } from './feeds-tab.js';
import { ProfileTab } from './profile-tab.js';
import { MailTab } from './mail-tab.js';
import { SETTINGS_TABS } from './settings-address.js';
import css from './settings.module.css';
import { SignInTab } from './sign-in-tab.js';
import { Tabs } from './tabs.js';
import { TokensTab } from './tokens-tab.js';

const route = getRouteApi('/settings');

/** What somebody sets for themselves. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'frame']);
  const { tab = 'profile', feed, team } = route.useSearch();
  useTitle(t('frame:settings'));
  return (
    <div className={css['page']}>
      <h1>{t('frame:settings')}</h1>
      <Tabs
        to="/settings"
        label={t('frame:settings')}
        tab={tab}
        tabs={SETTINGS_TABS.map((each) => ({ tab: each, label: t(`settings:tab_${each}`) }))}
      />
      {tab === 'profile' && <ProfileTab />}
      {tab === 'mail' && <MailTab />}
      {tab === 'feeds' && <FeedsTab feed={feed} team={team} />}
      {tab === 'sign-in' && <SignInTab />}
      {tab === 'tokens' && <TokensTab />}
      {tab === 'appearance' && <AppearanceTab />}
    </div>
  );
}
