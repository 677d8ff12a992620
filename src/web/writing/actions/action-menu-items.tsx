import { useTranslation } from 'react-i18next';

import { MenuItem, MenuRule } from '../../ui/menu-popup.js';

export type ActionAct = 'up' | 'down' | 'remove';

/** What can be done with the line of an action item. */
export function ActionMenuItems({ onAct }: { readonly onAct: (what: ActionAct) => void }) {
  const { t } = useTranslation('parts');
  return (
    <>
      <MenuItem
        onClick={() => {
          onAct('up');
        }}
      >
        {t('entryUp')} <kbd aria-hidden>Alt+↑</kbd>
      </MenuItem>
      <MenuItem
        onClick={() => {
          onAct('down');
        }}
      >
        {t('entryDown')} <kbd aria-hidden>Alt+↓</kbd>
      </MenuItem>
      <MenuRule />
      <MenuItem
        onClick={() => {
          onAct('remove');
        }}
      >
        {t('entryRemove')}
      </MenuItem>
    </>
  );
}
