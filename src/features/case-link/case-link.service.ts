import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';
import { CASE_LINK_KINDS } from '../../core/vocabulary.js';
import { insertRows } from '../../infra/database/insert.js';
import { CaseHistory } from '../history/case-history.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { CaseLinkEntity } from './case-link.entity.js';

const TO = ['input', 'toId'];

const linkSchema = z.object({
  toId: z.string(),
  kind: z.enum(CASE_LINK_KINDS),
  note: text.entry.nullish(),
});

export type CaseLinkCreate = z.input<typeof linkSchema>;

/** Linking cases. A link belongs to the case it was made from; both show it. */
@Injectable()
export class CaseLinkService {
  constructor(
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  /** @throws FupanError NOT_FOUND for either case, FORBIDDEN, VALIDATION, ALREADY_EXISTS */
  async link(tx: TxCtx, fromId: string, input: CaseLinkCreate): Promise<CaseLinkEntity> {
    await this.access.require(tx, 'edit', fromId, ['postmortemId']);
    const { toId, kind, note = null } = checked(linkSchema, input);
    const { key } = await this.access.require(tx, 'read', toId, TO);
    if (toId === fromId) throw new FupanError('VALIDATION', 'linkToSelf', {}, TO);
    const present = await tx.db.existsBy(CaseLinkEntity, [
      { fromId, toId, kind },
      { fromId: toId, toId: fromId, kind },
    ]);
    if (present) throw new FupanError('ALREADY_EXISTS', 'linkExists', { value: key }, TO);
    if ((await tx.db.countBy(CaseLinkEntity, { fromId })) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, TO);
    }
    const last = await tx.db.maximum(CaseLinkEntity, 'position', { fromId });
    const row: CaseLinkEntity = {
      id: newId(),
      fromId,
      toId,
      position: (last ?? -1) + 1,
      kind,
      note,
    };
    await insertRows(tx, CaseLinkEntity, [row]);
    this.history.edited(tx, fromId);
    return row;
  }

  /** @throws FupanError NOT_FOUND, the same where either case is hidden; FORBIDDEN */
  async unlink(tx: TxCtx, id: string): Promise<CaseLinkEntity> {
    const row = await tx.db.findOneBy(CaseLinkEntity, { id });
    if (!row) throw new NotFoundError('link', ['id']);
    await this.access.require(tx, 'read', row.toId, ['id'], 'link');
    await this.access.require(tx, 'edit', row.fromId, ['id'], 'link');
    await tx.db.delete(CaseLinkEntity, { id });
    this.history.edited(tx, row.fromId);
    return row;
  }
}
