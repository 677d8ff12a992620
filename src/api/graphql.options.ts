import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { newId } from '../core/ids.js';
import type { GraphqlContext } from '../infra/graphql/request.js';
import { nothingShown, watchWhatIsShown } from './audit-shown.js';
import { browserOf } from './caller.js';
import { publicError } from './graphql-errors.js';
import { chargeRefused } from './graphql-charge.js';
import { introspectionForPeople } from './graphql-introspection.js';
import { costLimit, GRAPHQL_LIMITS, shapeLimits } from './graphql-limits.js';
import { readFromReplicas } from './graphql-replicas.js';
import { wholeStatus } from './graphql-status.js';
import { NestLog } from './nest-log.js';
import type { Platform } from './platform.js';
import { requestCtx } from './request-ctx.js';
import { NOBODY, requestScope } from './request-scope.js';
import { GRAPHQL_PATH } from './route.js';

/** Apollo, with every setting that hangs on the environment by default set on purpose. */
export function graphqlOptions(platform: Platform): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    // The guard tests check the schema and print it sorted; a start need not do it again.
    buildSchemaOptions: { skipCheck: true },
    graphiql: false,
    // For whom, says `introspectionForPeople`.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    // It would make every answer of an execution 200; `wholeStatus` knows better.
    preserveHttpStatusForExecutionErrors: false,
    logger: new NestLog(platform.log),
    parseOptions: { maxLexicalTokens: GRAPHQL_LIMITS.tokens },
    maxRecursiveSelections: GRAPHQL_LIMITS.recursiveSelections,
    validationRules: [shapeLimits],
    validationOptions: { maxErrors: GRAPHQL_LIMITS.faults },
    executionOptions: { maxCoercionErrors: GRAPHQL_LIMITS.faults },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      introspectionForPeople,
      costLimit,
      chargeRefused,
      wholeStatus,
      readFromReplicas(platform.database),
    ],
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({
      ctx: requestCtx(platform),
      browser: browserOf(request, reply, platform),
      shown: nothingShown(),
    }),
    transformSchema: watchWhatIsShown,
    formatError: (formatted, error) => {
      const scope = requestScope.getStore();
      const id = scope?.id ?? newId();
      return publicError(formatted, error, {
        id,
        locale: scope?.locale ?? 'en',
        isStranger: (scope?.caller ?? NOBODY).actor.kind === 'anonymous',
        report: (cause) => {
          platform.log.error({ err: cause, requestId: id }, 'a request failed');
        },
      });
    },
  };
}
