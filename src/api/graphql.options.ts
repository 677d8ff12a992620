import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';

import { OPERATOR } from '../core/actor.js';
import type { Ctx } from '../core/ctx.js';
import { newId } from '../core/ids.js';
import type { GraphqlContext } from '../infra/graphql/request.js';
import { publicError } from './graphql-errors.js';
import { costLimit, GRAPHQL_LIMITS, shapeLimits } from './graphql-limits.js';
import type { Platform } from './platform.js';
import { requestScope } from './request-scope.js';

/** Where GraphQL is served. */
export const GRAPHQL_PATH = '/graphql';

/** Apollo, with every setting that hangs on the environment by default set on purpose. */
export function graphqlOptions(platform: Platform): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    // The guard tests check the schema and print it sorted; a start need not do it again.
    buildSchemaOptions: { skipCheck: true },
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    parseOptions: { maxLexicalTokens: GRAPHQL_LIMITS.tokens },
    maxRecursiveSelections: GRAPHQL_LIMITS.recursiveSelections,
    validationRules: [shapeLimits],
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      costLimit,
    ],
    context: (): GraphqlContext => ({ ctx: contextOf(platform) }),
    formatError: (formatted, error) => {
      const scope = requestScope.getStore();
      const id = scope?.id ?? newId();
      return publicError(formatted, error, {
        id,
        locale: scope?.locale ?? 'en',
        report: (cause) => {
          platform.log.error({ err: cause, requestId: id }, 'a request failed');
        },
      });
    },
  };
}

function contextOf(platform: Platform): Ctx {
  const scope = requestScope.getStore();
  return {
    // The server listens on loopback only, so whoever reaches it runs this machine.
    actor: OPERATOR,
    locale: scope?.locale ?? 'en',
    requestId: scope?.id ?? newId(),
    clock: platform.clock,
    db: platform.database.read,
  };
}
