import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { send, type RequestError } from '../app/api.js';
import type { TypedDocumentString } from '../gql/documents.js';

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** A list, page by page; what was shown before stays until the answer to another question comes. */
export function usePages<Result, Variables extends object>(
  document: TypedDocumentString<Result, Variables & { readonly after?: string | null | undefined }>,
  variables: Variables,
  pageInfoOf: (result: Result) => PageInfo,
) {
  return useInfiniteQuery<
    Result,
    RequestError,
    { readonly pages: readonly Result[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [document.toString(), 'pages', variables],
    queryFn: ({ pageParam, signal }) => send(document, { ...variables, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (result) => {
      const { hasNextPage, endCursor } = pageInfoOf(result);
      return hasNextPage ? endCursor : null;
    },
    placeholderData: keepPreviousData,
  });
}
