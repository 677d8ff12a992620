import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import { FACTOR_CATEGORIES, FACTOR_KINDS, PRACTICES } from '../../core/vocabulary.js';
import { placeSchema, takePosition } from '../../infra/database/position.js';
import { given } from '../../infra/database/versioned.js';
import { CaseEntries } from '../postmortem/case-entries.service.js';
import { FactorEntity } from './factor.entity.js';
import { FactorTree } from './factor.tree.js';

/** Levels of "why?"; far more than anybody asks, and few enough to nest in a file. */
const MAX_LEVELS = 30;
const PARENT = ['input', 'parentId'];

const createSchema = z.object({
  kind: z.enum(FACTOR_KINDS),
  category: z.enum(FACTOR_CATEGORIES).nullish(),
  practice: z.enum(PRACTICES).nullish(),
  text: text.entry,
  parentId: z.string().nullish(),
  place: placeSchema,
});
const updateSchema = createSchema.partial().extend({ expectedVersion: z.number().int().nullish() });

export type FactorCreate = z.input<typeof createSchema>;
export type FactorUpdate = z.input<typeof updateSchema>;

/** Writing the tree of factors of a case. */
@Injectable()
export class FactorService {
  constructor(private readonly entries: CaseEntries) {}

  /** @throws FupanError NOT_FOUND, also for a parent in another case; FORBIDDEN, VALIDATION */
  async create(tx: TxCtx, postmortemId: string, input: FactorCreate): Promise<FactorEntity> {
    await this.entries.requireRoom(tx, FactorEntity, postmortemId);
    const { place, ...values } = checked(createSchema, input);
    const parentId = values.parentId ?? null;
    const tree = await this.#tree(tx, postmortemId);
    requireParent(tree, parentId);
    requireLevels(tree.levelOf(parentId) + 1);
    return this.entries.add(tx, FactorEntity, {
      id: newId(),
      version: 1,
      postmortemId,
      parentId,
      position: await takePosition(tx, FactorEntity, siblings(postmortemId, parentId), place),
      kind: values.kind,
      category: values.category ?? null,
      practice: values.practice ?? null,
      text: values.text,
    });
  }

  /**
   * Changes what is given. A new parent moves the factor with all that is under it.
   * @throws FupanError VALIDATION `factorCycle` for a parent that is under the factor itself
   * @throws ConflictError if `expectedVersion` is not the present one
   */
  async update(tx: TxCtx, id: string, input: FactorUpdate): Promise<FactorEntity> {
    const row = await this.#require(tx, id);
    const { expectedVersion, place, ...values } = checked(updateSchema, input);
    const parentId = values.parentId === undefined ? row.parentId : values.parentId;
    const movesUp = parentId !== row.parentId;
    if (movesUp) await this.#requireMove(tx, row, parentId);
    const moves = movesUp || (place ?? null) !== null;
    const among = siblings(row.postmortemId, parentId);
    return this.entries.change(tx, FactorEntity, row, expectedVersion, {
      ...given(values),
      ...(moves ? { position: await takePosition(tx, FactorEntity, among, place, id) } : {}),
    });
  }

  /** Removes a factor with all that is under it. */
  async delete(tx: TxCtx, id: string): Promise<FactorEntity> {
    return this.entries.remove(tx, FactorEntity, await this.#require(tx, id));
  }

  async #requireMove(tx: TxCtx, row: FactorEntity, parentId: string | null): Promise<void> {
    const tree = await this.#tree(tx, row.postmortemId);
    requireParent(tree, parentId);
    const moved = [row, ...tree.below(row.id)];
    if (moved.some((factor) => factor.id === parentId)) {
      throw new FupanError('VALIDATION', 'factorCycle', {}, PARENT);
    }
    const deepest = Math.max(...moved.map((factor) => tree.levelOf(factor.id)));
    requireLevels(tree.levelOf(parentId) + 1 + deepest - tree.levelOf(row.id));
  }

  async #tree(tx: TxCtx, postmortemId: string): Promise<FactorTree<FactorEntity>> {
    return new FactorTree(await tx.db.findBy(FactorEntity, { postmortemId }));
  }

  #require(tx: TxCtx, id: string): Promise<FactorEntity> {
    return this.entries.require(tx, FactorEntity, 'factor', id);
  }
}

function siblings(postmortemId: string, parentId: string | null) {
  return { postmortemId, parentId: parentId ?? IsNull() };
}

function requireParent(tree: FactorTree<FactorEntity>, parentId: string | null): void {
  if (parentId !== null && !tree.find(parentId)) throw new NotFoundError('factor', PARENT);
}

function requireLevels(levels: number): void {
  if (levels > MAX_LEVELS) {
    throw new FupanError('VALIDATION', 'factorTooDeep', { max: MAX_LEVELS }, PARENT);
  }
}
