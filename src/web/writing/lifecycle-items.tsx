import { useTranslation } from 'react-i18next';

import { MenuItem } from '../ui/menu-popup.js';
import type { LifeAct } from './life-acts.js';

/** What else can be done with a case, in its menu. */
export function LifecycleItems({
  acts,
  onAct,
  onAgenda,
}: {
  readonly acts: readonly LifeAct[];
  readonly onAct: (act: LifeAct) => void;
  /** Puts it on the agenda of a meeting; undefined where that is nothing to do. */
  readonly onAgenda: (() => void) | undefined;
}) {
  const { t } = useTranslation(['prose', 'meetings']);
  return (
    <>
      {onAgenda && <MenuItem onClick={onAgenda}>{t('meetings:putOnAgenda')}</MenuItem>}
      {acts.map((act) => (
        <MenuItem
          key={act}
          onClick={() => {
            onAct(act);
          }}
        >
          {t(`prose:act${act}`)}
        </MenuItem>
      ))}
    </>
  );
}
