import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError, NotFoundError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { assertPageSize } from '../../core/paging.js';
import { checked, text } from '../../core/validation.js';
import { isForeignKeyViolation } from '../../infra/database/database.js';
import { given } from '../../infra/database/versioned.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { DraftEntity } from './draft.entity.js';
import { HEAD, type DraftHead } from './draft.loaders.js';

const saveSchema = z.object({
  part: text.part,
  text: text.prose,
  base: text.prose.nullish(),
  baseVersion: z.number().int(),
});
export type DraftSave = z.input<typeof saveSchema>;

/**
 * Keeps what people have typed and not saved, so that no closed tab takes it. A draft is no change
 * of the case: it leaves no revision, and search, exports and everybody else know nothing of it.
 */
@Injectable()
export class DraftService {
  constructor(private readonly access: CaseAccess) {}

  /** The caller's own drafts of the cases that they may still read, the newest first. */
  async list(ctx: Ctx, first: number): Promise<DraftHead[]> {
    assertPageSize(first);
    const personId = personIdOf(ctx.actor);
    if (personId === null) return [];
    const query = ctx.db
      .createQueryBuilder(DraftEntity, 'd')
      .select(HEAD.map((name) => `d.${name}`))
      .innerJoin(PostmortemEntity, 'p', 'p.id = d.postmortemId')
      .where('d.personId = :personId', { personId });
    return onlyReadable(query, ctx.actor, 'p')
      .orderBy('d.updatedAt', 'DESC')
      .addOrderBy('d.postmortemId')
      .addOrderBy('d.part')
      .limit(first)
      .getMany();
  }

  /**
   * Keeps what was typed in place of what was kept before. People type fast: this reads nothing of
   * the old text and does not wait for a turn to change the case.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION also for too many drafts
   */
  async save(tx: TxCtx, postmortemId: string, input: DraftSave): Promise<DraftHead> {
    await this.access.requireAside(tx, 'edit', postmortemId, ['postmortemId']);
    const personId = personIdOf(tx.actor);
    if (personId === null) throw new ForbiddenError();
    const { part, base, ...values } = checked(saveSchema, input);
    const key = { personId, postmortemId, part };
    const changes = { ...values, ...given({ base: base ?? undefined }), updatedAt: tx.clock.now() };
    const { affected } = await tx.db.update(DraftEntity, key, changes);
    if (affected === 0) {
      await this.#requireRoom(tx, personId, postmortemId);
      await putDraft(tx, { base: '', ...key, ...changes });
    }
    return { ...key, ...changes };
  }

  /**
   * Forgets a draft of the caller's, be it that there is none.
   * @throws FupanError NOT_FOUND for a case that they may not read
   */
  async discard(tx: TxCtx, postmortemId: string, part: string): Promise<PostmortemEntity> {
    const row = await this.access.requireAside(tx, 'read', postmortemId, ['postmortemId']);
    const key = checked(text.part, part, ['part']);
    const personId = personIdOf(tx.actor);
    if (personId !== null) {
      await tx.db.delete(DraftEntity, { personId, postmortemId, part: key });
    }
    return row;
  }

  /** @throws FupanError VALIDATION `tooManyDrafts` */
  async #requireRoom(tx: TxCtx, personId: string, postmortemId: string): Promise<void> {
    for (const [where, max] of [
      [{ personId, postmortemId }, LIMITS.draftsPerCase],
      [{ personId }, LIMITS.draftsPerPerson],
    ] as const) {
      if ((await tx.db.countBy(DraftEntity, where)) < max) continue;
      throw new FupanError('VALIDATION', 'tooManyDrafts', { max }, ['input', 'part']);
    }
  }
}

/** Puts a draft there; another browser of the same person may have done so in this very moment. */
async function putDraft(tx: TxCtx, row: DraftEntity): Promise<void> {
  try {
    await tx.db.upsert(DraftEntity, row, ['personId', 'postmortemId', 'part']);
  } catch (error) {
    // The case was deleted meanwhile.
    if (isForeignKeyViolation(error)) throw new NotFoundError('postmortem', ['postmortemId']);
    throw error;
  }
}
