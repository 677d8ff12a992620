import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { Page } from '../../core/paging.js';
import { Requires } from '../../infra/graphql/access.js';
import { PagingArgs } from '../../infra/graphql/paging.args.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Reading, Writing } from '../../infra/graphql/request.js';
import { DELIVERY_TOPIC } from '../delivery/delivery.service.js';
import { postmortemById } from '../postmortem/postmortem.loaders.js';
import {
  DeadLetter,
  DeadLetterConnection,
  DeadLetterDiscardPayload,
  DeadLetterRetryPayload,
} from './dead-letter.graphql.js';
import { DeadLetters, type DeadLetterRow } from './dead-letter.service.js';

type DeadLetterPayload = Promise<Payload<'deadLetter', DeadLetterRow>>;

const WHICH = { type: () => ID, description: 'The dead letter.' } as const;

@Resolver(() => DeadLetter)
export class DeadLetterResolver {
  constructor(private readonly letters: DeadLetters) {}

  @Requires('admin')
  @Query(() => DeadLetterConnection, {
    description: 'What could not be delivered, the newest first. Administrators only.',
  })
  deadLetters(@Reading() ctx: Ctx, @Args() paging: PagingArgs): Promise<Page<DeadLetterRow>> {
    return this.letters.page(ctx, paging);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The key of what it is about; null where that is gone or the caller may not see it.',
  })
  async subject(
    @Reading() ctx: Ctx,
    @Parent() { subjectId }: DeadLetterRow,
  ): Promise<string | null> {
    return (await postmortemById(ctx).load(subjectId))?.key ?? null;
  }

  @ResolveField(() => String, {
    description:
      'What went wrong the last time; only its kind where the caller may not see what it is about.',
  })
  async lastError(
    @Reading() ctx: Ctx,
    @Parent() { topic, subjectId, error }: DeadLetterRow,
  ): Promise<string> {
    // A message may quote what the case says; what is said of a receiver quotes nothing.
    const isReadable =
      topic === DELIVERY_TOPIC || (await postmortemById(ctx).load(subjectId)) !== null;
    return isReadable ? error : (/^[A-Za-z]+(?=:|$)/.exec(error)?.[0] ?? 'Error');
  }

  @Requires('admin')
  @Mutation(() => DeadLetterRetryPayload, {
    description: 'Has it tried again at once. Administrators only.',
  })
  async deadLetterRetry(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): DeadLetterPayload {
    return { deadLetter: await this.letters.retry(tx, id) };
  }

  @Requires('admin')
  @Mutation(() => DeadLetterDiscardPayload, {
    description: 'Gives it up for good. Administrators only.',
  })
  async deadLetterDiscard(@Writing() tx: TxCtx, @Args('id', WHICH) id: string): DeadLetterPayload {
    return { deadLetter: await this.letters.discard(tx, id) };
  }
}
