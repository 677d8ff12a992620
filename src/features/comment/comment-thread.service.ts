import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { THREAD_KINDS, THREAD_PARTS, type ThreadState } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { updateVersioned } from '../../infra/database/versioned.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { CommentNotices } from './comment-notices.service.js';
import { CommentEntity, CommentThreadEntity } from './comment.entity.js';
import { mayComment } from './comment.policy.js';
import { requirePart } from './thread-part.service.js';
import { takeThreadTurn } from './thread-turn.service.js';

const createSchema = z.object({
  kind: z.enum(THREAD_KINDS).default('COMMENT'),
  part: z.enum(THREAD_PARTS).default('CASE'),
  partId: z.string().max(LIMITS.name).nullish(),
  heading: text.heading.nullish(),
  quote: text.entry.nullish(),
  text: text.entry,
  forMeeting: z.boolean().nullish(),
});
const replySchema = z.object({ text: text.entry });
const settleSchema = z.object({
  expectedVersion: z.number().int().nullish(),
  answer: text.entry.nullish(),
});

export type ThreadCreate = z.input<typeof createSchema>;
export type ThreadReply = z.input<typeof replySchema>;
export type ThreadSettle = z.input<typeof settleSchema>;

/** A thread in which something was said, and who was mentioned and cannot see it. */
export interface Said {
  readonly thread: CommentThreadEntity;
  readonly cannotSee: string[];
}

const WHAT = 'comment thread';

/** Talking about a case: threads on its parts, and what becomes of what was asked. */
@Injectable()
export class CommentThreads {
  constructor(
    private readonly access: CaseAccess,
    private readonly notices: CommentNotices,
  ) {}

  /**
   * Begins a thread.
   * @throws FupanError NOT_FOUND also for a part that the case does not have, FORBIDDEN, VALIDATION
   */
  async create(tx: TxCtx, postmortemId: string, input: ThreadCreate): Promise<Said> {
    const field = ['postmortemId'];
    const postmortem = await this.access.requireAside(tx, 'read', postmortemId, field);
    requireWriting(tx);
    const { text: words, forMeeting, ...values } = checked(createSchema, input);
    if (values.kind === 'PERSPECTIVE' && !['CASE', 'TIMELINE_EVENT'].includes(values.part)) {
      throw new FupanError('VALIDATION', 'perspectivePlace', {}, ['input', 'part']);
    }
    if (forMeeting === true && values.kind !== 'QUESTION') {
      throw new FupanError('VALIDATION', 'notAQuestion', {}, ['input', 'forMeeting']);
    }
    const place = await requirePart(tx, postmortemId, values);
    if ((await tx.db.countBy(CommentThreadEntity, { postmortemId })) >= LIMITS.threadsPerCase) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.threadsPerCase }, field);
    }
    const thread: CommentThreadEntity = {
      id: newId(),
      version: 1,
      postmortemId,
      kind: values.kind,
      state: forMeeting === true ? 'CARRIED' : 'OPEN',
      ...place,
      quote: values.quote ?? null,
      createdAt: tx.clock.now(),
      answer: null,
      settledById: null,
      settledAt: null,
    };
    await insertRows(tx, CommentThreadEntity, [thread]);
    const comment = await add(tx, thread, 0, words);
    return { thread, cannotSee: await this.notices.tell(tx, postmortem, thread, comment) };
  }

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION */
  async reply(tx: TxCtx, id: string, input: ThreadReply): Promise<Said> {
    const thread = await this.#require(tx, id);
    const { text: words } = checked(replySchema, input);
    const [last] = await tx.db.find(CommentEntity, {
      where: { threadId: id },
      order: { number: 'DESC' },
      take: 1,
    });
    const number = (last?.number ?? 0) + 1;
    if (number >= LIMITS.commentsPerThread) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.commentsPerThread }, ['id']);
    }
    const comment = await add(tx, thread, number, words);
    const field = ['id'];
    const postmortem = await this.access.requireAside(tx, 'read', thread.postmortemId, field, WHAT);
    return { thread, cannotSee: await this.notices.tell(tx, postmortem, thread, comment) };
  }

  /** Settles it, with an answer or without. @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE, CONFLICT */
  async resolve(tx: TxCtx, id: string, input: ThreadSettle): Promise<CommentThreadEntity> {
    const thread = await this.#require(tx, id);
    const { answer, expectedVersion } = checked(settleSchema, input);
    if (thread.kind === 'PERSPECTIVE') throw new FupanError('WRONG_STATE', 'perspectiveStays');
    return move(tx, thread, expectedVersion, 'RESOLVED', { answer: answer ?? null });
  }

  /** Puts a question on the agenda of the review meeting. @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE, CONFLICT */
  async carry(tx: TxCtx, id: string, input: ThreadSettle): Promise<CommentThreadEntity> {
    const thread = await this.#require(tx, id);
    const { expectedVersion } = checked(settleSchema, input);
    if (thread.kind !== 'QUESTION') throw new FupanError('WRONG_STATE', 'notAQuestion');
    return move(tx, thread, expectedVersion, 'CARRIED', {});
  }

  /** Takes it up again, or off the agenda. @throws FupanError NOT_FOUND, FORBIDDEN, WRONG_STATE, CONFLICT */
  async reopen(tx: TxCtx, id: string, input: ThreadSettle): Promise<CommentThreadEntity> {
    const thread = await this.#require(tx, id);
    const { expectedVersion } = checked(settleSchema, input);
    return move(tx, thread, expectedVersion, 'OPEN', {});
  }

  /** The thread, if the actor may write in it; others wait until this transaction is through with it. */
  async #require(tx: TxCtx, id: string): Promise<CommentThreadEntity> {
    const row = await tx.db.findOneBy(CommentThreadEntity, { id });
    if (!row) throw new NotFoundError(WHAT, ['id']);
    await this.access.requireAside(tx, 'read', row.postmortemId, ['id'], WHAT);
    requireWriting(tx);
    const present = await takeThreadTurn(tx, id);
    if (!present) throw new NotFoundError(WHAT, ['id']);
    return present;
  }
}

function requireWriting({ actor }: TxCtx): void {
  if (!mayComment(actor, 'write', { isOwn: true })) throw new ForbiddenError();
}

async function add(
  tx: TxCtx,
  { id: threadId, postmortemId }: CommentThreadEntity,
  number: number,
  words: string,
): Promise<CommentEntity> {
  const comment: CommentEntity = {
    id: newId(),
    version: 1,
    postmortemId,
    threadId,
    number,
    authorId: personIdOf(tx.actor),
    text: words,
    createdAt: tx.clock.now(),
    editedAt: null,
    removedAt: null,
  };
  await insertRows(tx, CommentEntity, [comment]);
  return comment;
}

function move(
  tx: TxCtx,
  thread: CommentThreadEntity,
  expectedVersion: number | null | undefined,
  state: ThreadState,
  changes: Partial<CommentThreadEntity>,
): Promise<CommentThreadEntity> {
  // Whoever has seen another version is told what it is now, before that it is settled already.
  const isSeen = (expectedVersion ?? thread.version) === thread.version;
  const isPossible = state !== thread.state && !(state === 'CARRIED' && thread.state !== 'OPEN');
  if (isSeen && !isPossible) {
    throw new FupanError('WRONG_STATE', 'alreadyInState', { status: thread.state });
  }
  const settled =
    state === 'RESOLVED'
      ? { settledById: personIdOf(tx.actor), settledAt: tx.clock.now() }
      : { settledById: null, settledAt: null };
  return updateVersioned(tx, CommentThreadEntity, thread, expectedVersion, {
    ...changes,
    ...settled,
    state,
  });
}
