import { useTranslation } from 'react-i18next';

import { MenuItem } from '../ui/menu-popup.js';
import type { LifeAct } from './life-acts.js';

/** What else can be done with a case, in its menu. */
export function LifecycleItems({
  acts,
  onAct,
}: {
  readonly acts: readonly LifeAct[];
  readonly onAct: (act: LifeAct) => void;
}) {
  const { t } = useTranslation('prose');
  return acts.map((act) => (
    <MenuItem
      key={act}
      onClick={() => {
        onAct(act);
      }}
    >
      {t(`act${act}`)}
    </MenuItem>
  ));
}
