import { useTranslation } from 'react-i18next';

import { MenuItem, MenuRule } from '../ui/menu-popup.js';
import type { MoveName } from './moves.js';

/** Moves that go on; the others set aside or go back. */
const ONWARD: readonly MoveName[] = [
  'COMMIT',
  'START',
  'COMPLETE',
  'VERIFY',
  'CONFIRM_EFFECT',
  'RESUME',
];

/** What can be done with an action item, onward first. */
export function MoveItems({
  moves,
  onMove,
}: {
  readonly moves: readonly MoveName[];
  readonly onMove: (move: MoveName) => void;
}) {
  const { t } = useTranslation('action');
  const onward = moves.filter((move) => ONWARD.includes(move));
  const others = moves.filter((move) => !ONWARD.includes(move));
  const item = (move: MoveName) => (
    <MenuItem
      key={move}
      onClick={() => {
        onMove(move);
      }}
    >
      {t(`move${move}`)}
    </MenuItem>
  );
  return (
    <>
      {onward.map(item)}
      {onward.length > 0 && others.length > 0 && <MenuRule />}
      {others.map(item)}
    </>
  );
}
