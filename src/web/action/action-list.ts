import { usePages } from '../app/pages.js';
import {
  ActionListDocument,
  type ActionItemFilter,
  type ActionItemOrder,
} from '../gql/documents.js';
import type { BoardAddress } from './board-address.js';

const ORDERS = {
  urgency: { field: 'URGENCY', direction: 'ASC' },
  clock: { field: 'CLOCK', direction: 'ASC' },
  weight: { field: 'WEIGHT', direction: 'DESC' },
} as const satisfies Record<string, ActionItemOrder>;

/** The actions that a filter keeps, so many at a time: the most urgent first, unless the address says otherwise. */
export const useActionList = (
  filter: ActionItemFilter,
  { order }: Pick<BoardAddress, 'order'>,
  first: number,
) =>
  usePages(
    ActionListDocument,
    { filter, orderBy: ORDERS[order ?? 'urgency'], first },
    ({ actionItems }) => actionItems,
  );
