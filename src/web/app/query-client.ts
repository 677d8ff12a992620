import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { RefusedError, RequestError } from './api.js';
import { sessionLost } from './session.js';

/** Failures that pass by themselves. */
const PASSING: readonly string[] = ['OFFLINE', 'TIMEOUT', 'BUSY'];

/** How often a question is asked again when the answer did not come. */
const RETRIES = 2;

function noteLostSession(error: unknown): void {
  // About a field it is a wrong password, of somebody who is signed in.
  const isLost =
    (error instanceof RequestError ||
      (error instanceof RefusedError && error.complaints[0].field === null)) &&
    error.code === 'UNAUTHENTICATED';
  if (isLost) sessionLost.set(true);
}

/** What the client knows of the server's answers. Every change makes it ask anew for what is on the screen. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteLostSession }),
  mutationCache: new MutationCache({
    onError: noteLostSession,
    onSuccess: (_result, _variables, _context, mutation) => {
      if (mutation.meta?.['touchesNothing'] !== true) void queryClient.invalidateQueries();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < RETRIES && error instanceof RequestError && PASSING.includes(error.code),
    },
    mutations: { networkMode: 'always' },
  },
});
