import { useTranslation } from 'react-i18next';

import { MenuItem } from '../ui/menu-popup.js';
import type { InitiativeMoveName } from './moves.js';

/** What can be done with an initiative. */
export function InitiativeMoveItems({
  moves,
  onMove,
}: {
  readonly moves: readonly InitiativeMoveName[];
  readonly onMove: (move: InitiativeMoveName) => void;
}) {
  const { t } = useTranslation('initiatives');
  return moves.map((move) => (
    <MenuItem
      key={move}
      onClick={() => {
        onMove(move);
      }}
    >
      {t(`move${move}`)}
    </MenuItem>
  ));
}
