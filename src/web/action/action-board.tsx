import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../app/failure.js';
import type { Viewer } from '../app/viewer.js';
import type { ActionRowFragment, ActionStatus } from '../gql/documents.js';
import { Weight } from '../ties/weight.js';
import { ActionState } from '../ui/badge.js';
import { Skeleton } from '../ui/notice.js';
import css from './action-board.module.css';
import { Narrowed } from './action-filters.js';
import { useActionList } from './action-list.js';
import { ActionMoves } from './action-moves.js';
import { ActionTitle, PausedUntil } from './action-row.js';
import { chosenStates, filterOf, STATES, type BoardAddress } from './board-address.js';
import { ClockWords } from './clock-words.js';
import { ClosedThere } from './closed-there.js';
import { DueCell } from './due-cell.js';
import { OwnerCell } from './owner-cell.js';
import { Priority } from './priority.js';
import { useRowKeys } from './row-keys.js';

/** Cards in a column; the table has all of them. */
const CARDS = 20;

/** States beside the way, which few look at. */
const FOLDED: readonly ActionStatus[] = ['PAUSED', 'REJECTED'];

interface BoardProps {
  readonly address: BoardAddress;
  readonly viewer: Viewer;
  readonly onAddress: (address: BoardAddress) => void;
}

/** Actions in a column for each state. */
export function ActionBoard({ address, viewer, onAddress }: BoardProps) {
  const { t } = useTranslation('action');
  const board = useRef<HTMLDivElement>(null);
  useRowKeys(board);
  const chosen = chosenStates(address);
  const states = chosen ?? STATES;
  // The count of each stands at its head.
  return (
    <>
      <Narrowed address={address} onAddress={onAddress} count={undefined} />
      <div ref={board} className={css['board']} role="group" aria-label={t('board')}>
        {states.map((state) => (
          <Column
            key={state}
            state={state}
            address={address}
            viewer={viewer}
            beginsFolded={chosen === undefined && FOLDED.includes(state)}
          />
        ))}
      </div>
    </>
  );
}

function Column({
  state,
  address,
  viewer,
  beginsFolded,
}: {
  readonly state: ActionStatus;
  readonly address: BoardAddress;
  readonly viewer: Viewer;
  readonly beginsFolded: boolean;
}) {
  const { t } = useTranslation(['action', 'vocabulary']);
  const [isOpen, setOpen] = useState(!beginsFolded);
  const found = useActionList(filterOf(address, viewer, state), address, CARDS);
  const list = found.data?.pages[0]?.actionItems;
  return (
    <details
      className={css['column']}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
      }}
    >
      <summary className={css['head']}>
        <ActionState of={state} />
        <span className={css['count']}>{list?.totalCount}</span>
      </summary>
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {!list && !found.error && <Skeleton lines={4} />}
      {list?.totalCount === 0 && <p className={css['empty']}>{t('action:columnEmpty')}</p>}
      {list?.nodes.map((item) => (
        <Card key={item.id} item={item} />
      ))}
      {list && list.totalCount > list.nodes.length && (
        <Link
          to="/actions"
          search={{ ...address, view: undefined, status: [state] }}
          className={css['all']}
        >
          {t('action:columnAll', { count: list.totalCount })}
        </Link>
      )}
    </details>
  );
}

function Card({ item }: { readonly item: ActionRowFragment }) {
  return (
    <article className={css['card']} data-row-of={item.key}>
      <ActionTitle item={item} />
      <div className={css['facts']}>
        <OwnerCell item={item} />
        <DueCell item={item} />
      </div>
      <div className={css['facts']}>
        <ActionMoves item={item} />
        <Priority of={item.priority} />
        <Weight of={item.weight} />
        <PausedUntil of={item} />
      </div>
      <ClockWords of={item.clock} />
      <ClosedThere of={item} />
    </article>
  );
}
