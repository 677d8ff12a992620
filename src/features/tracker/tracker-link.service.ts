import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { trackerReference } from '../../core/tracker-reference.js';
import { checked, text } from '../../core/validation.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { ActionItemService } from '../action-item/action-item.service.js';
import { CaseHistory } from '../history/case-history.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import { TrackerLinkEntity } from './tracker-link.entity.js';
import { ensureLink, issueAt } from './tracker-url.service.js';

const URL_FIELD = ['input', 'url'];
const createSchema = z.object({ url: text.url });

export type TrackerLinkCreate = z.input<typeof createSchema>;

/** A link, and the case that its action item belongs to. */
export type LinkOfCase = TrackerLinkEntity & { readonly postmortemId: string };

/** Linking action items to the issues of trackers. */
@Injectable()
export class TrackerLinks {
  constructor(
    private readonly items: ActionItemService,
    private readonly access: CaseAccess,
    private readonly history: CaseHistory,
  ) {}

  /** @throws FupanError NOT_FOUND, FORBIDDEN, ALREADY_EXISTS; VALIDATION `notAnIssue` */
  async create(tx: TxCtx, actionItemId: string, input: TrackerLinkCreate): Promise<LinkOfCase> {
    const { postmortemId } = await this.items.require(tx, actionItemId);
    const { url } = checked(createSchema, input);
    const reference = trackerReference(url);
    if (!reference) throw new FupanError('VALIDATION', 'notAnIssue', {}, URL_FIELD);
    if ((await tx.db.countBy(TrackerLinkEntity, { actionItemId })) >= LIMITS.shortList) {
      throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, URL_FIELD);
    }
    const link = await ensureLink(tx, actionItemId, reference);
    if (!link) {
      const value = reference.label;
      throw new FupanError('ALREADY_EXISTS', 'issueLinked', { value }, URL_FIELD);
    }
    this.history.edited(tx, postmortemId);
    return { ...link, postmortemId };
  }

  /**
   * Takes a link away; with it the `trackerUrl` of the item, where that is its address.
   * @throws FupanError NOT_FOUND, FORBIDDEN
   */
  async delete(tx: TxCtx, id: string): Promise<LinkOfCase> {
    const { link, item } = await this.require(tx, id);
    if (issueAt(item.trackerUrl)?.identity === link.identity) {
      await this.items.update(tx, item.id, { trackerUrl: null });
    } else {
      await tx.db.delete(TrackerLinkEntity, { id });
      this.history.edited(tx, item.postmortemId);
    }
    return { ...link, postmortemId: item.postmortemId };
  }

  /** The link, if the actor may edit its case. @throws FupanError NOT_FOUND, FORBIDDEN */
  async require(
    tx: TxCtx,
    id: string,
  ): Promise<{ readonly link: TrackerLinkEntity; readonly item: ActionItemEntity }> {
    const { item: before } = await found(tx, id);
    await this.access.require(tx, 'edit', before.postmortemId, ['id'], 'link');
    // What was read before it was this one's turn may have changed meanwhile.
    return found(tx, id);
  }
}

/** @throws NotFoundError */
async function found(
  tx: TxCtx,
  id: string,
): Promise<{ readonly link: TrackerLinkEntity; readonly item: ActionItemEntity }> {
  const link = await tx.db.findOneBy(TrackerLinkEntity, { id });
  const item = link && (await tx.db.findOneBy(ActionItemEntity, { id: link.actionItemId }));
  if (!link || !item) throw new NotFoundError('link', ['id']);
  return { link, item };
}
