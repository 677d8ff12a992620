import { useTranslation } from 'react-i18next';

import { MenuItem, MenuRule } from '../../ui/menu-popup.js';
import css from './factors.module.css';
import type { LineAct } from './use-outline.js';

const ACTS = [
  ['after', 'factorAddAfter', 'Enter'],
  ['why', 'factorAddWhy', 'Ctrl+Enter'],
  ['deeper', 'factorDeeper', 'Tab'],
  ['higher', 'factorHigher', 'Shift+Tab'],
  ['up', 'factorUp', 'Alt+↑'],
  ['down', 'factorDown', 'Alt+↓'],
] as const satisfies readonly (readonly [LineAct, string, string])[];

/** What can be done with a factor, with the keys that do the same. */
export function FactorMenuItems({ onAct }: { readonly onAct: (what: LineAct) => void }) {
  const { t } = useTranslation('parts');
  return (
    <>
      {ACTS.map(([act, text, keys]) => (
        <MenuItem
          key={act}
          onClick={() => {
            onAct(act);
          }}
        >
          <span className={css['act']}>{t(text)}</span>
          <kbd aria-hidden>{keys}</kbd>
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem
        onClick={() => {
          onAct('remove');
        }}
      >
        {t('factorRemove')}
      </MenuItem>
    </>
  );
}
