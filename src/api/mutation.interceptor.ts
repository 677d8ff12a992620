import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';

import { ConflictError, FupanError } from '../core/errors.js';
import { forgetLoaded } from '../core/loader.js';
import { Database } from '../infra/database/database.js';
import type { GraphqlContext } from '../infra/graphql/request.js';
import { messageOf } from '../locales/messages.js';

/** What a caller cannot mend goes up as an error of the request instead. */
const NOT_FOR_THE_CALLER: readonly string[] = ['BUSY', 'INTERNAL'];

/**
 * Runs each mutation in one transaction and turns a refusal into `userErrors`, after the
 * transaction has been rolled back: a refused mutation leaves no trace.
 */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(execution);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    if (info.parentType.name !== 'Mutation') return next.handle();
    return from(this.#run(graphql.getContext<GraphqlContext>(), info, next));
  }

  async #run(
    context: GraphqlContext,
    info: GraphQLResolveInfo,
    next: CallHandler,
  ): Promise<unknown> {
    try {
      const payload = await this.database.transaction(context.ctx, async (tx) => {
        context.tx = tx;
        try {
          return (await lastValueFrom(next.handle())) as object;
        } finally {
          context.tx = undefined;
        }
      });
      return { ...payload, userErrors: [] };
    } catch (error) {
      if (!(error instanceof FupanError) || NOT_FOR_THE_CALLER.includes(error.code)) throw error;
      const refusal = {
        code: error.code,
        field: error.field ?? null,
        message: messageOf(error, context.ctx.locale),
      };
      const present = error instanceof ConflictError ? { [objectField(info)]: error.row } : {};
      return { ...present, userErrors: [refusal] };
    } finally {
      forgetLoaded(context.ctx);
    }
  }
}

/** The field of the payload that holds the object, beside `userErrors`. */
function objectField(info: GraphQLResolveInfo): string {
  const payload = getNamedType(info.returnType);
  const names = isObjectType(payload) ? Object.keys(payload.getFields()) : [];
  return names.find((name) => name !== 'userErrors') ?? '';
}
