import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server';

import { RateLimitedError } from '../core/errors.js';
import type { GraphqlContext } from '../infra/graphql/request.js';
import { POINTS } from './admission.js';
import { balanceHeaders } from './rate-limit.js';
import { requestScope } from './request-scope.js';

/**
 * Takes what an operation costs from whoever asked for it, and tells them what is left.
 * @throws RateLimitedError if there was not enough
 */
export async function charge(http: HTTPGraphQLHead, points: number): Promise<void> {
  const balance = await requestScope.getStore()?.spend?.(points);
  if (!balance) return;
  for (const [name, value] of Object.entries(balanceHeaders(balance)))
    http.headers.set(name, value);
  if (balance.isOverdrawn) throw new RateLimitedError(balance.resetS);
}

/** Charges for documents that came to nothing. */
export const chargeRefused: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: async ({ operation, response }) => {
        if (operation) return;
        // It is refused already; the next request will hear of an empty account.
        await charge(response.http, POINTS.refused).catch(() => undefined);
      },
    }),
};
