import { useTranslation } from 'react-i18next';

import { MenuItem, MenuRule } from '../ui/menu-popup.js';
import type { MoveName } from './moves.js';

/** Moves that go on. */
const ONWARD: readonly MoveName[] = [
  'COMMIT',
  'START',
  'COMPLETE',
  'VERIFY',
  'CONFIRM_EFFECT',
  'RESUME',
];

/** Moves that put off, set aside or go back. */
const ASIDE: readonly MoveName[] = ['EXTEND', 'PAUSE', 'REOPEN', 'REJECT'];

/** What can be done with an action item, onward first. */
export function MoveItems({
  moves,
  onMove,
}: {
  readonly moves: readonly MoveName[];
  readonly onMove: (move: MoveName) => void;
}) {
  const { t } = useTranslation('action');
  const onward = ONWARD.filter((move) => moves.includes(move));
  const others = ASIDE.filter((move) => moves.includes(move));
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
