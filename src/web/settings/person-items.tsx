import { useTranslation } from 'react-i18next';

import { MenuItem } from '../ui/menu-popup.js';

/** What can be done about somebody. */
export function PersonItems({
  hasLeft,
  canBeInvited,
  onInvite,
  onArchive,
  onRestore,
}: {
  readonly hasLeft: boolean;
  readonly canBeInvited: boolean;
  readonly onInvite: () => void;
  readonly onArchive: () => void;
  readonly onRestore: () => void;
}) {
  const { t } = useTranslation('admin');
  if (hasLeft) return <MenuItem onClick={onRestore}>{t('restore')}</MenuItem>;
  return (
    <>
      <MenuItem onClick={onInvite} disabled={!canBeInvited}>
        {t('newLink')}
      </MenuItem>
      <MenuItem onClick={onArchive}>{t('archive')}</MenuItem>
    </>
  );
}
