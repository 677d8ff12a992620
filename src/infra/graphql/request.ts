import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';

/** What GraphQL carries through one request. */
export interface GraphqlContext {
  /** While a query is executed it may read from a replica. */
  ctx: Ctx;
  /** Open while a mutation runs; mutations of one request run one after another. */
  tx?: TxCtx | undefined;
  /** Absent where nobody asks over HTTP. */
  readonly browser?: Browser | undefined;
  /** What the answer shows of the library, for the audit log. */
  readonly shown?: Shown | undefined;
}

/** Cases and incidents by their ids. */
export interface Shown {
  readonly cases: Set<string>;
  /** Those of the cases that need no note: everybody may read them, or what was done to them is noted. */
  readonly settledCases: Set<string>;
  readonly incidents: Set<string>;
}

/** The browser at the other end, as far as its session goes. */
export interface Browser {
  /** What it calls itself. */
  readonly userAgent: string | null;
  /** Gives it a session to show from now on. */
  begin(token: string, expiresAt: Date): void;
  /** Has it forget its session. */
  end(): void;
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

/** Where it is kept that a mutation opens its transactions itself. */
export const OWN_TRANSACTIONS = 'fupan:own-transactions';

/**
 * Says of a mutation that it does its work in several transactions of its own: what one of them
 * has done stays, whatever becomes of the next. It takes a `Ctx`.
 */
export const OwnTransactions = (): MethodDecorator => SetMetadata(OWN_TRANSACTIONS, true);

/** The browser of the request, for signing in and out. */
export const TheBrowser = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Browser => contextOf(execution).browser ?? NO_BROWSER,
);

const NO_BROWSER: Browser = { userAgent: null, begin: () => undefined, end: () => undefined };
