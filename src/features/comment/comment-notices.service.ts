import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { personIdOf, readerByMail } from '../../core/actor.js';
import { CONFIG, type Config } from '../../core/config.js';
import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { insertRows } from '../../infra/database/insert.js';
import { MAILER, type Mailer } from '../../infra/mail/mailer.js';
import { DeliveryEntity } from '../delivery/delivery.entity.js';
import { promiseDelivery } from '../delivery/delivery.service.js';
import { mailPreferencesOf, momentForPerson } from '../mail-preference/mail-preference.loaders.js';
import { PersonEntity } from '../people/person.entity.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { PostmortemPersonEntity, type PostmortemEntity } from '../postmortem/postmortem.entity.js';
import {
  CommentEntity,
  CommentNoticeEntity,
  type CommentThreadEntity,
  type NoticeReason,
} from './comment.entity.js';
import { mentionedIn } from './mention.wording.js';

/** The kind of delivery that tells somebody of comments. */
export const COMMENTS = 'COMMENTS';

/** For so long what comes together is gathered. */
const GATHER_MS = 5 * 60_000;
/** From one message to the next. */
const APART_MS = 60 * 60_000;
/** A message that is due so soon may be composed while this transaction still goes on. */
const MARGIN_MS = 60_000;
/** People whose names are looked for in one text. */
const MOST_NAMES = 500;

/** Sees to it that people are told of what was said: those who are named, answered and asked. */
@Injectable()
export class CommentNotices {
  constructor(
    private readonly access: CaseAccess,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MAILER) private readonly mailer: Mailer,
  ) {}

  /**
   * Tells of a comment that is new or was changed, everybody once.
   * @returns the names of those who are mentioned and may not see the case: they are not told
   * @throws FupanError VALIDATION where too many are mentioned
   */
  async tell(
    tx: TxCtx,
    postmortem: PostmortemEntity,
    thread: CommentThreadEntity,
    comment: CommentEntity,
  ): Promise<string[]> {
    const mentioned = await peopleIn(tx, comment.text);
    if (mentioned.length > LIMITS.mentions) {
      const field = ['input', 'text'];
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.mentions }, field);
    }
    const reasons = new Map<string, NoticeReason>();
    const isNew = comment.version === 1;
    for (const id of isNew ? await concerned(tx, thread, comment) : []) {
      reasons.set(id, comment.number === 0 ? 'ASKED' : 'REPLIED');
    }
    for (const { id } of mentioned) reasons.set(id, 'MENTIONED');
    const self = personIdOf(tx.actor);
    if (self !== null) reasons.delete(self);
    const cannotSee: string[] = [];
    for (const [id, reason] of reasons) {
      const person = await tx.db.findOneBy(PersonEntity, { id, archivedAt: IsNull() });
      if (!person) continue;
      const reader = readerByMail(person, this.config.draftsAreOpen);
      if (await this.access.isReadableBy(tx, reader, postmortem)) {
        await this.#promise(tx, person, comment, reason);
      } else if (reason === 'MENTIONED') cannotSee.push(person.name);
    }
    return cannotSee;
  }

  async #promise(
    tx: TxCtx,
    person: PersonEntity,
    { id: commentId }: CommentEntity,
    reason: NoticeReason,
  ): Promise<void> {
    const { id: personId, email } = person;
    if (email === null || this.mailer.from === null) return;
    const { comments: isWanted } = await mailPreferencesOf(tx).load(personId);
    if (!isWanted || (await tx.db.existsBy(CommentNoticeEntity, { commentId, personId }))) return;
    const deliveryId = await deliveryFor(tx, person);
    await insertRows(tx, CommentNoticeEntity, [
      { id: newId(), commentId, personId, deliveryId, reason },
    ]);
  }
}

/** The message that is waiting and takes more in, or the next one: at most one an hour. */
async function deliveryFor(tx: TxCtx, person: PersonEntity): Promise<string> {
  const now = tx.clock.now().getTime();
  const last = await tx.db.findOne(DeliveryEntity, {
    where: { kind: COMMENTS, personId: person.id },
    order: { dueAt: 'DESC' },
  });
  if (last?.state === 'WAITING' && last.dueAt.getTime() > now + MARGIN_MS) return last.id;
  const earliest = Math.max(now + GATHER_MS, last ? last.dueAt.getTime() + APART_MS : 0);
  const dueAt = await momentForPerson(tx, person, new Date(earliest));
  // By the hour, so that two who write at the same moment promise one message.
  const dedupeKey = `${COMMENTS} ${dueAt.toISOString().slice(0, 13)} person ${person.id}`;
  const to = { personId: person.id };
  await promiseDelivery(tx, { kind: COMMENTS, dedupeKey, to, subject: {}, dueAt });
  const { id } = await tx.db.findOneByOrFail(DeliveryEntity, { dedupeKey });
  return id;
}

/** Whose names are in a text. */
async function peopleIn(tx: TxCtx, text: string): Promise<PersonEntity[]> {
  if (!text.includes('@')) return [];
  const people = await tx.db
    .createQueryBuilder(PersonEntity, 'n')
    .where('n.archivedAt IS NULL')
    .andWhere(`:text LIKE '%@' || n.name || '%'`, { text })
    .orderBy('n.id')
    .limit(MOST_NAMES)
    .getMany();
  return mentionedIn(text, people);
}

/** Whom a comment concerns by what it is: of a question the authors of the case, of a reply who is in the thread. */
async function concerned(
  tx: TxCtx,
  { id: threadId, kind, postmortemId }: CommentThreadEntity,
  { number }: CommentEntity,
): Promise<string[]> {
  if (number > 0) {
    const said = await tx.db.find(CommentEntity, {
      select: { id: true, authorId: true },
      where: { threadId, removedAt: IsNull() },
      take: LIMITS.commentsPerThread,
    });
    return said.flatMap(({ authorId }) => authorId ?? []);
  }
  if (kind !== 'QUESTION') return [];
  const authors = await tx.db.find(PostmortemPersonEntity, {
    where: { postmortemId, role: 'AUTHOR' },
    take: LIMITS.shortList,
  });
  return authors.map(({ personId }) => personId);
}
