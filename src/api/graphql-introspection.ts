import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, visit, type DocumentNode } from 'graphql';

import { UnauthenticatedError } from '../core/errors.js';
import type { GraphqlContext } from '../infra/graphql/request.js';

const INTROSPECTION: readonly string[] = ['__schema', '__type'];

/** Describes the API to people who have signed in, and to their programs, only. */
export const introspectionForPeople: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ contextValue, document }) => {
        const isStranger = contextValue.ctx.actor.kind === 'anonymous';
        return isStranger && asksForSchema(document)
          ? Promise.reject(new UnauthenticatedError())
          : Promise.resolve();
      },
    }),
};

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      asks ||= INTROSPECTION.includes(name.value);
      return asks ? BREAK : undefined;
    },
  });
  return asks;
}
