import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';

import type { TxCtx } from '../../core/ctx.js';
import { Requires } from '../../infra/graphql/access.js';
import type { Payload } from '../../infra/graphql/payload.js';
import { Writing } from '../../infra/graphql/request.js';
import { CommentThreads, type Said } from './comment-thread.service.js';
import type { CommentEntity, CommentThreadEntity } from './comment.entity.js';
import {
  CommentDeletePayload,
  CommentThreadCarryPayload,
  CommentThreadCreatePayload,
  CommentThreadReopenPayload,
  CommentThreadReplyPayload,
  CommentThreadResolvePayload,
  CommentUpdatePayload,
} from './comment.graphql.js';
import {
  CommentThreadCreateInput,
  CommentThreadMoveInput,
  CommentThreadReplyInput,
  CommentThreadResolveInput,
  CommentUpdateInput,
} from './comment.inputs.graphql.js';
import { Comments } from './comment.service.js';

type ThreadPayload = Promise<Payload<'thread', CommentThreadEntity>>;

const THREAD_ID = { type: () => ID, description: 'The thread.' };
const COMMENT_ID = { type: () => ID, description: 'The comment.' };

@Resolver()
export class CommentMutations {
  constructor(
    private readonly threads: CommentThreads,
    private readonly comments: Comments,
  ) {}

  @Requires('write')
  @Mutation(() => CommentThreadCreatePayload, {
    description: 'Says or asks something about a case or a part of it.',
  })
  commentThreadCreate(
    @Writing() tx: TxCtx,
    @Args('postmortemId', { type: () => ID, description: 'The case.' }) postmortemId: string,
    @Args('input', { description: 'The thread.' }) input: CommentThreadCreateInput,
  ): Promise<Said> {
    return this.threads.create(tx, postmortemId, input);
  }

  @Requires('write')
  @Mutation(() => CommentThreadReplyPayload, { description: 'Replies in a thread.' })
  commentThreadReply(
    @Writing() tx: TxCtx,
    @Args('id', THREAD_ID) id: string,
    @Args('input', { description: 'The reply.' }) input: CommentThreadReplyInput,
  ): Promise<Said> {
    return this.threads.reply(tx, id, input);
  }

  @Requires('write')
  @Mutation(() => CommentThreadResolvePayload, {
    description: 'Settles a comment or a question, with an answer or without.',
  })
  async commentThreadResolve(
    @Writing() tx: TxCtx,
    @Args('id', THREAD_ID) id: string,
    @Args('input', { description: 'The answer.' }) input: CommentThreadResolveInput,
  ): ThreadPayload {
    return { thread: await this.threads.resolve(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => CommentThreadCarryPayload, {
    description: 'Puts an open question on the agenda of the review meeting.',
  })
  async commentThreadCarry(
    @Writing() tx: TxCtx,
    @Args('id', THREAD_ID) id: string,
    @Args('input', { description: 'What was seen.' }) input: CommentThreadMoveInput,
  ): ThreadPayload {
    return { thread: await this.threads.carry(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => CommentThreadReopenPayload, {
    description: 'Takes up again what was resolved, or takes a question off the agenda.',
  })
  async commentThreadReopen(
    @Writing() tx: TxCtx,
    @Args('id', THREAD_ID) id: string,
    @Args('input', { description: 'What was seen.' }) input: CommentThreadMoveInput,
  ): ThreadPayload {
    return { thread: await this.threads.reopen(tx, id, input) };
  }

  @Requires('write')
  @Mutation(() => CommentUpdatePayload, {
    description: "Changes a comment of the caller's own; it shows that it was edited.",
  })
  commentUpdate(
    @Writing() tx: TxCtx,
    @Args('id', COMMENT_ID) id: string,
    @Args('input', { description: 'What to change.' }) input: CommentUpdateInput,
  ): Promise<{ comment: CommentEntity; cannotSee: string[] }> {
    return this.comments.update(tx, id, input);
  }

  @Requires('write')
  @Mutation(() => CommentDeletePayload, {
    description:
      "Deletes a comment of the caller's own, or anybody's as an administrator; a thread goes with its last comment.",
  })
  async commentDelete(
    @Writing() tx: TxCtx,
    @Args('id', COMMENT_ID) id: string,
  ): Promise<Payload<'comment', CommentEntity>> {
    return { comment: await this.comments.delete(tx, id) };
  }
}
