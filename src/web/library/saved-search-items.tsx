import { useTranslation } from 'react-i18next';

import { MenuItem } from '../ui/menu-popup.js';

/** What can be done with a saved search. */
export function SavedSearchItems({
  isShared,
  mayShare,
  onShare,
  onForget,
}: {
  readonly isShared: boolean;
  readonly mayShare: boolean;
  readonly onShare: () => void;
  readonly onForget: () => void;
}) {
  const { t } = useTranslation('library');
  return (
    <>
      {mayShare && <MenuItem onClick={onShare}>{t(isShared ? 'stopSharing' : 'share')}</MenuItem>}
      <MenuItem onClick={onForget}>{t('forgetSearch')}</MenuItem>
    </>
  );
}
