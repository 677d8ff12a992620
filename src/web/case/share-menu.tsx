import { Share2 } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';

const ShareItems = lazy(() => import('./share-items.js').then((m) => ({ default: m.ShareItems })));

/** Takes the case elsewhere. */
export function ShareMenu() {
  const { t } = useTranslation('case');
  return (
    <Menu trigger={<Button icon={<Share2 />}>{t('share')}</Button>}>
      <ShareItems />
    </Menu>
  );
}
