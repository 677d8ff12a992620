import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import type { ActionToMoveFragment } from '../gql/documents.js';
import { ActionState } from '../ui/badge.js';
import { Menu } from '../ui/menu.js';
import css from './action-moves.module.css';
import { asks, movesOf, useMove, type Move, type MoveName } from './moves.js';

const MoveItems = lazy(() => import('./move-items.js').then((m) => ({ default: m.MoveItems })));
const MoveDialog = lazy(() => import('./move-dialog.js').then((m) => ({ default: m.MoveDialog })));

/** Where an action item stands; whoever may moves it on from here. */
export function ActionMoves({ item }: { readonly item: ActionToMoveFragment }) {
  const { t } = useTranslation(['action', 'vocabulary']);
  const { t: tFrame } = useTranslation();
  const moves = movesOf(item);
  const [asking, setAsking] = useState<MoveName | null>(null);
  const { shown, mutate, isPending, error, reset } = useMove(item);
  if (moves.length === 0) return <ActionState of={shown} />;
  const make = (move: Move): void => {
    mutate(move, {
      onSuccess: () => {
        setAsking(null);
      },
      onError: (failure) => {
        if (asking === null) say({ text: failureText(failure, tFrame) });
      },
    });
  };
  const choose = (name: MoveName): void => {
    reset();
    if (asks(name)) setAsking(name);
    else make({ name } as Move);
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className={css['state']}
            aria-label={t('action:stateOf', {
              key: item.key,
              state: t(`vocabulary:action${shown}`),
            })}
          >
            <ActionState of={shown} />
            <ChevronDown aria-hidden />
          </button>
        }
      >
        <MoveItems moves={moves} onMove={choose} />
      </Menu>
      {asking !== null && (
        <Suspense>
          <MoveDialog
            item={item}
            name={asking}
            isPending={isPending}
            error={error}
            onMove={make}
            onClose={() => {
              setAsking(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
