import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { send, type RequestError } from '../app/api.js';
import {
  ActionListDocument,
  type ActionItemFilter,
  type ActionItemOrder,
  type ActionListQuery,
} from '../gql/documents.js';

const URGENT_FIRST = { field: 'URGENCY', direction: 'ASC' } as const satisfies ActionItemOrder;

/** The actions that a filter keeps, the most urgent first, so many at a time. */
export function useActionList(filter: ActionItemFilter, first: number) {
  const variables = { filter, orderBy: URGENT_FIRST, first };
  return useInfiniteQuery<
    ActionListQuery,
    RequestError,
    { readonly pages: readonly ActionListQuery[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['actions', variables],
    queryFn: ({ pageParam, signal }) =>
      send(ActionListDocument, { ...variables, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ actionItems: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null,
    placeholderData: keepPreviousData,
  });
}
