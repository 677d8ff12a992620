import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import type { TypedDocumentString } from '../gql/documents.js';
import { send, type RequestError } from './api.js';

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for a list page by page; the pages stay while the next one, or another list, is on its way. */
export function usePages<Result, Variables extends { after?: string | null | undefined }>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionOf: (result: Result) => Connection,
  /** Ask only if this holds. */
  when = true,
) {
  return useInfiniteQuery<
    Result,
    RequestError,
    { readonly pages: readonly Result[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['pages', document.toString(), variables],
    queryFn: ({ pageParam, signal }) =>
      send(document, { ...variables, after: pageParam } as Variables, signal),
    enabled: when,
    initialPageParam: null,
    getNextPageParam: (page) => {
      const { pageInfo } = connectionOf(page);
      return pageInfo.hasNextPage ? pageInfo.endCursor : null;
    },
    placeholderData: keepPreviousData,
  });
}
