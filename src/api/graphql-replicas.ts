import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { Database } from '../infra/database/database.js';
import type { GraphqlContext } from '../infra/graphql/request.js';

/**
 * Has each query read from a replica where there is one that will do. Who asks was found out before,
 * and what is noted afterwards is noted by the primary.
 */
export function readFromReplicas(database: Database): ApolloServerPlugin<GraphqlContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        executionDidStart: async ({ operation, contextValue }) => {
          if (operation.operation !== OperationTypeNode.QUERY) return;
          const reader = await database.reader();
          const { ctx } = contextValue;
          contextValue.ctx = { ...ctx, db: reader.db };
          return {
            executionDidEnd: () => {
              contextValue.ctx = ctx;
              reader.release();
              return Promise.resolve();
            },
          };
        },
      }),
  };
}
