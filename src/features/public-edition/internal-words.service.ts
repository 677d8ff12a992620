import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { updateSingleRow } from '../../infra/database/single-row.js';
import { wordWithin } from './edition-rules.js';
import { InternalWordsEntity } from './public-edition.entity.js';
import { internalWordsOf } from './public-edition.loaders.js';
import { mayKeepInternalWords, maySeeInternalWords } from './public-edition.policy.js';
import { termPattern } from './term-pattern.js';

const updateSchema = z.object({
  words: z.array(z.object({ word: text.name, instead: text.name })).max(LIMITS.internalWords),
  expectedVersion: z.number().int().nullish(),
});
export type InternalWordsUpdate = z.input<typeof updateSchema>;

/** Keeps the words that stay inside, and what stands in their place. */
@Injectable()
export class InternalWordList {
  /** All of them, in the order they were given. @throws FupanError FORBIDDEN */
  async find(ctx: Ctx): Promise<InternalWordsEntity> {
    if (!maySeeInternalWords(ctx.actor)) throw new ForbiddenError();
    return internalWordsOf(ctx);
  }

  /**
   * Replaces the list. Editions that are made already stay as they are; their check tells what is new.
   * @throws FupanError FORBIDDEN, CONFLICT, VALIDATION `wordTooShort`, `listedTwice`, `wordWithin`
   */
  async update(tx: TxCtx, input: InternalWordsUpdate): Promise<InternalWordsEntity> {
    if (!mayKeepInternalWords(tx.actor)) throw new ForbiddenError();
    const { words, expectedVersion } = checked(updateSchema, input);
    const field = ['input', 'words'];
    const known = new Set<string>();
    for (const { word } of words) {
      const letters = termPattern(word)?.letters;
      if (letters === undefined) {
        throw new FupanError('VALIDATION', 'wordTooShort', { value: word }, field);
      }
      if (known.has(letters)) {
        throw new FupanError('VALIDATION', 'wordTwice', { value: word }, field);
      }
      known.add(letters);
    }
    const within = wordWithin(words);
    if (within) throw new FupanError('VALIDATION', 'wordWithin', { value: within.instead }, field);
    const row = await internalWordsOf(tx);
    return updateSingleRow(tx, InternalWordsEntity, row, expectedVersion, { words });
  }
}
