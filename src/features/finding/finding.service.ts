import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { FINDING_KINDS } from '../../core/vocabulary.js';
import { placeSchema, takePosition } from '../../infra/database/position.js';
import { given } from '../../infra/database/versioned.js';
import { CaseEntries } from '../postmortem/case-entries.service.js';
import { FindingEntity } from './finding.entity.js';

const createSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  text: text.entry,
  place: placeSchema,
});
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type FindingCreate = z.input<typeof createSchema>;
export type FindingUpdate = z.input<typeof updateSchema>;

/** Writing down what went well, what went wrong, where there was luck and what surprised. */
@Injectable()
export class FindingService {
  constructor(private readonly entries: CaseEntries) {}

  /** @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION */
  async create(tx: TxCtx, postmortemId: string, input: FindingCreate): Promise<FindingEntity> {
    await this.entries.requireRoom(tx, FindingEntity, postmortemId);
    const { place, ...values } = checked(createSchema, input);
    return this.entries.add(tx, FindingEntity, {
      id: newId(),
      version: 1,
      postmortemId,
      position: await takePosition(tx, FindingEntity, { postmortemId }, place),
      ...values,
    });
  }

  /** @throws ConflictError if `expectedVersion` is not the present one */
  async update(tx: TxCtx, id: string, input: FindingUpdate): Promise<FindingEntity> {
    const row = await this.#require(tx, id);
    const { expectedVersion, place, ...values } = checked(updateSchema, input);
    const siblings = { postmortemId: row.postmortemId };
    return this.entries.change(tx, FindingEntity, row, expectedVersion, {
      ...given(values),
      ...((place ?? null) === null
        ? {}
        : { position: await takePosition(tx, FindingEntity, siblings, place, id) }),
    });
  }

  async delete(tx: TxCtx, id: string): Promise<FindingEntity> {
    return this.entries.remove(tx, FindingEntity, await this.#require(tx, id));
  }

  #require(tx: TxCtx, id: string): Promise<FindingEntity> {
    return this.entries.require(tx, FindingEntity, 'finding', id);
  }
}
