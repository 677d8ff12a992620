import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';

import type { TypedDocumentString } from '../gql/documents.js';
import { change, send, type PayloadOf, type RefusedError, type RequestError } from './api.js';

/** One question with its answer's type, for loaders and components alike. */
export const question = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) =>
  queryOptions<Result, RequestError>({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => send(document, variables, signal),
  });

interface AskOptions {
  /** Ask only if this holds. Default: true. */
  readonly when?: boolean;
  /** Go on showing the answer to the question before, until the new one comes. */
  readonly keep?: boolean;
  /** Ask again after so many milliseconds, over and over. */
  readonly everyMs?: number;
}

/** Asks the server, and shows what it knew before while it is being asked again. */
export function useAsk<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { when = true, keep = false, everyMs }: AskOptions = {},
): UseQueryResult<Result, RequestError> {
  return useQuery({
    ...question(document, variables),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

interface ChangeOptions<Result, Variables> {
  readonly onDone?: (payload: PayloadOf<Result>, variables: Variables) => void;
  readonly onFailed?: (error: RefusedError | RequestError, variables: Variables) => void;
  /** Nothing on the screen depends on it, so that nothing has to be asked anew. */
  readonly touchesNothing?: boolean;
}

/** Has the server change something; what it refuses is thrown, with what is wrong. */
export function useChange<Result extends object, Variables>(
  document: TypedDocumentString<Result, Variables>,
  { onDone, onFailed, touchesNothing = false }: ChangeOptions<Result, Variables> = {},
): UseMutationResult<PayloadOf<Result>, RefusedError | RequestError, Variables> {
  return useMutation<PayloadOf<Result>, RefusedError | RequestError, Variables>({
    mutationFn: (variables) => change(document, variables),
    meta: { touchesNothing },
    ...(onDone ? { onSuccess: onDone } : {}),
    ...(onFailed ? { onError: onFailed } : {}),
  });
}
