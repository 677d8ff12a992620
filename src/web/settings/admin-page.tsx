import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { NothingHere } from '../app/failure.js';
import { useTitle } from '../app/title.js';
import { useViewer } from '../app/viewer.js';
import { Skeleton } from '../ui/notice.js';
import { AuditTab } from './audit-tab.js';
import { CalendarsTab } from './calendars-tab.js';
import { ChannelsTab } from './channels-tab.js';
import { DeadLettersTab } from './dead-letters-tab.js';
import { OrganizationTab } from './organization-tab.js';
import { PeopleTab } from './people-tab.js';
import { RulesTab } from './rules-tab.js';
import { InternalWordsTab } from '../public-edition/words-tab.js';
import { TemplatesTab } from '../template/templates-tab.js';
import { ADMIN_TABS } from './settings-address.js';
import css from './settings.module.css';
import { Tabs } from './tabs.js';
import { TrackersTab } from './trackers-tab.js';

const route = getRouteApi('/admin');

/** What administrators see to; for everybody else it is not there. */
export function AdminPage() {
  const { t } = useTranslation(['admin', 'frame']);
  const { tab = 'people' } = route.useSearch();
  const viewer = useViewer();
  useTitle(viewer?.role === 'ADMIN' ? t('frame:administration') : undefined);
  if (!viewer) return <Skeleton lines={10} />;
  if (viewer.role !== 'ADMIN') return <NothingHere />;
  return (
    <div className={css['page']}>
      <h1>{t('frame:administration')}</h1>
      <Tabs
        to="/admin"
        label={t('frame:administration')}
        tab={tab}
        tabs={ADMIN_TABS.map((each) => ({ tab: each, label: t(`admin:tab_${each}`) }))}
      />
      {tab === 'people' && <PeopleTab />}
      {tab === 'channels' && <ChannelsTab />}
      {tab === 'trackers' && <TrackersTab />}
      {tab === 'audit' && <AuditTab />}
      {tab === 'dead-letters' && <DeadLettersTab />}
      {tab === 'organization' && <OrganizationTab />}
      {tab === 'calendars' && <CalendarsTab />}
      {tab === 'rules' && <RulesTab />}
      {tab === 'templates' && <TemplatesTab />}
      {tab === 'public-edition' && <InternalWordsTab />}
    </div>
  );
}
