import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { MenuLink } from '../ui/menu-popup.js';

/** What can be begun; somebody who only reads can still report what almost happened. */
export function NewMenuItems({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {mayWrite && <MenuLink render={<Link to="/postmortems/new">{t('newPostmortem')}</Link>} />}
      {mayWrite && <MenuLink render={<Link to="/incidents/new">{t('newIncident')}</Link>} />}
      <MenuLink
        render={
          <Link to="/incidents/new" search={{ kind: 'NEAR_MISS' }}>
            {t('newNearMiss')}
          </Link>
        }
      />
    </>
  );
}
