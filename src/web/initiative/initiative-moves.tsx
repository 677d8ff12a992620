import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import moves from '../action/action-moves.module.css';
import { failureText } from '../app/failure.js';
import { say } from '../app/said.js';
import type { InitiativeFactsFragment } from '../gql/documents.js';
import { Menu } from '../ui/menu.js';
import { InitiativeState } from './initiative-state.js';
import { asks, movesOf, useMove, type InitiativeMoveName } from './moves.js';

const InitiativeMoveItems = lazy(() =>
  import('./initiative-move-items.js').then((m) => ({ default: m.InitiativeMoveItems })),
);
const InitiativeMoveDialog = lazy(() =>
  import('./initiative-move-dialog.js').then((m) => ({ default: m.InitiativeMoveDialog })),
);

/** Where an initiative stands; whoever may moves it on from here. */
export function InitiativeMoves({ initiative }: { readonly initiative: InitiativeFactsFragment }) {
  const { t } = useTranslation('initiatives');
  const { t: tFrame } = useTranslation();
  const [asking, setAsking] = useState<InitiativeMoveName | null>(null);
  const { mutate, isPending, error, reset } = useMove(initiative);
  const possible = movesOf(initiative);
  const { key, status } = initiative;
  if (possible.length === 0) return <InitiativeState of={status} />;
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className={moves['state']}
            aria-label={t('stateOf', { key, state: t(`state${status}`) })}
          >
            <InitiativeState of={status} />
            <ChevronDown aria-hidden />
          </button>
        }
      >
        <InitiativeMoveItems
          moves={possible}
          onMove={(name) => {
            reset();
            if (asks(name, initiative)) {
              setAsking(name);
              return;
            }
            mutate(
              { name },
              {
                onError: (failure) => {
                  say({ text: failureText(failure, tFrame) });
                },
              },
            );
          }}
        />
      </Menu>
      {asking !== null && (
        <Suspense>
          <InitiativeMoveDialog
            initiative={initiative}
            name={asking}
            isPending={isPending}
            error={error}
            onMove={(move) => {
              mutate(move, {
                onSuccess: () => {
                  setAsking(null);
                },
              });
            }}
            onClose={() => {
              setAsking(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
