import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';

import type { TxCtx } from '../core/ctx.js';
import { ConflictError, FupanError } from '../core/errors.js';
import { forgetLoaded } from '../core/loader.js';
import { AuditLog } from '../features/audit/audit-log.service.js';
import { Database } from '../infra/database/database.js';
import { OWN_TRANSACTIONS, type GraphqlContext } from '../infra/graphql/request.js';
import { messageOf } from '../locales/messages.js';
import { noteOfDone, noteOfRefused, objectField } from './audit-subject.js';

/** What a caller cannot mend goes up as an error of the request instead. */
const NOT_FOR_THE_CALLER: readonly string[] = ['BUSY', 'INTERNAL'];

/**
 * What the audit log is not told of: these change nothing that anybody else sees, and a browser
 * does them every few seconds while somebody types or reads. Attempts at what is forbidden count.
 */
const NOT_AUDITED: readonly string[] = ['caseAttend', 'draftDiscard', 'draftSave'];

/**
 * Runs each mutation in one transaction, unless it opens its own, and turns a refusal into
 * `userErrors`, after the transaction has been rolled back: a refused mutation leaves no trace but
 * in the audit log, which hears of either.
 */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly reflector: Reflector,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(execution);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    if (info.parentType.name !== 'Mutation') return next.handle();
    const inOne = !this.reflector.get<true | undefined>(OWN_TRANSACTIONS, execution.getHandler());
    return from(this.#run(graphql.getContext<GraphqlContext>(), info, next, inOne));
  }

  async #run(
    context: GraphqlContext,
    info: GraphQLResolveInfo,
    next: CallHandler,
    inOneTransaction: boolean,
  ): Promise<unknown> {
    const resolve = async (): Promise<object> => (await lastValueFrom(next.handle())) as object;
    let open: TxCtx | undefined;
    try {
      const payload = inOneTransaction
        ? await this.database.transaction(context.ctx, async (tx) => {
            context.tx = open = tx;
            try {
              const answer = await resolve();
              this.#note(context, tx, info, answer);
              return answer;
            } finally {
              context.tx = undefined;
            }
          })
        : await resolve();
      return { ...payload, userErrors: [] };
    } catch (error) {
      if (!(error instanceof FupanError) || NOT_FOR_THE_CALLER.includes(error.code)) throw error;
      await this.#noteRefusal(context, open, info, error);
      const refusal = {
        code: error.code,
        field: error.field ?? null,
        message: messageOf(error, context.ctx.locale),
      };
      const present = error instanceof ConflictError ? { [objectField(info).name]: error.row } : {};
      return { ...present, userErrors: [refusal] };
    } finally {
      forgetLoaded(context.ctx);
    }
  }

  /** Unless whoever did it has told the log more. */
  #note({ shown }: GraphqlContext, tx: TxCtx, info: GraphQLResolveInfo, answer: object): void {
    if (NOT_AUDITED.includes(info.fieldName) || this.audit.hasNoted(tx, info.fieldName)) return;
    const note = noteOfDone(info, answer);
    this.audit.note(tx, note);
    // Whoever has changed a case has seen it: no second note says so.
    const caseId = note.about?.caseId;
    if (caseId !== undefined) shown?.settledCases.add(caseId);
  }

  /**
   * Strangers leave no trace here, or they could fill the disk; what they show to sign in is noted
   * where it is looked at.
   */
  async #noteRefusal(
    { ctx }: GraphqlContext,
    open: TxCtx | undefined,
    info: GraphQLResolveInfo,
    { code }: FupanError,
  ): Promise<void> {
    if (ctx.actor.kind === 'anonymous') return;
    if (NOT_AUDITED.includes(info.fieldName) && code !== 'FORBIDDEN') return;
    const note = { ...(await noteOfRefused(ctx, info)), code };
    if (open && this.audit.isUnnamed(open)) await this.audit.recordUnnamed(ctx, note);
    else await this.audit.record(ctx, note);
  }
}
