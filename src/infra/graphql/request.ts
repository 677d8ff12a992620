import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';

/** What GraphQL carries through one request. */
export interface GraphqlContext {
  readonly ctx: Ctx;
  /** Open while a mutation runs; mutations of one request run one after another. */
  tx?: TxCtx | undefined;
}

const contextOf = (execution: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(execution).getContext<GraphqlContext>();

/** The `Ctx` of the request, for resolvers that read. */
export const Reading = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Ctx => contextOf(execution).ctx,
);

/** The open transaction, for mutations. */
export const Writing = createParamDecorator((_: unknown, execution: ExecutionContext): TxCtx => {
  const { tx } = contextOf(execution);
  if (!tx) throw new Error('a mutation ran outside the transaction interceptor');
  return tx;
});
