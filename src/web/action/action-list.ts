import { usePages } from '../app/pages.js';
import {
  ActionListDocument,
  type ActionItemFilter,
  type ActionItemOrder,
} from '../gql/documents.js';

const URGENT_FIRST = { field: 'URGENCY', direction: 'ASC' } as const satisfies ActionItemOrder;

/** The actions that a filter keeps, the most urgent first, so many at a time. */
export const useActionList = (filter: ActionItemFilter, first: number) =>
  usePages(
    ActionListDocument,
    { filter, orderBy: URGENT_FIRST, first },
    ({ actionItems }) => actionItems,
  );
