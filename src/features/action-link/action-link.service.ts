import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked } from '../../core/validation.js';
import { ACTION_LINK_KINDS } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItemService } from '../action-item/action-item.service.js';
import { ActionLinkEntity } from './action-link.entity.js';
import { seenFrom, type SeenActionLink } from './action-link.loaders.js';

const OTHER = ['input', 'otherId'];

const linkSchema = z.object({ otherId: z.string(), kind: z.enum(ACTION_LINK_KINDS) });

export type ActionLinkCreate = z.input<typeof linkSchema>;

/** Linking action items: whoever may edit the case of one of them and read that of the other. */
@Injectable()
export class ActionLinks {
  constructor(private readonly items: ActionItemService) {}

  /** @throws FupanError NOT_FOUND for either item, FORBIDDEN, VALIDATION, ALREADY_EXISTS */
  async link(tx: TxCtx, fromId: string, input: ActionLinkCreate): Promise<SeenActionLink> {
    const from = await this.items.require(tx, fromId, ['actionItemId']);
    const { otherId: toId, kind } = checked(linkSchema, input);
    const to = await this.#read(tx, toId, OTHER);
    if (toId === fromId) throw new FupanError('VALIDATION', 'actionLinkToSelf', {}, OTHER);
    // Twice in one case is one action too many, and says nothing of how often it came up.
    if (kind === 'SAME_IDEA' && from.postmortemId === to.postmortemId) {
      throw new FupanError('VALIDATION', 'sameIdeaInCase', {}, OTHER);
    }
    const present = await tx.db.existsBy(ActionLinkEntity, [
      { fromId, toId },
      { fromId: toId, toId: fromId },
    ]);
    if (present)
      throw new FupanError('ALREADY_EXISTS', 'actionLinkExists', { value: to.key }, OTHER);
    if ((await tx.db.countBy(ActionLinkEntity, { fromId })) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, OTHER);
    }
    const row = { id: newId(), fromId, toId, kind };
    await insertRows(tx, ActionLinkEntity, [row]);
    return seenFrom(row, from, to);
  }

  /** @throws FupanError NOT_FOUND, the same where either item is hidden; FORBIDDEN */
  async unlink(tx: TxCtx, id: string): Promise<SeenActionLink> {
    const row = await tx.db.findOneBy(ActionLinkEntity, { id });
    if (!row) throw new NotFoundError('link', ['id']);
    const to = await this.#read(tx, row.toId, ['id'], 'link');
    await this.#read(tx, row.fromId, ['id'], 'link');
    const from = await this.items.require(tx, row.fromId);
    await tx.db.delete(ActionLinkEntity, { id });
    return seenFrom(row, from, to);
  }

  async #read(
    tx: TxCtx,
    id: string,
    field: readonly string[],
    what = 'action item',
  ): Promise<ActionItemEntity> {
    const item = await this.items.find(tx, { id });
    if (!item) throw new NotFoundError(what, field);
    return item;
  }
}
