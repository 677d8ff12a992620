import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { insertRows } from '../../infra/database/insert.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { CaseAccess } from '../postmortem/case-access.service.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { AttachmentContentEntity, AttachmentEntity } from './attachment.entity.js';
import { fileName } from './file-name.js';
import { IMAGE_TYPES, mediaTypeOf } from './media-type.js';

/** A file as somebody sends it. */
export interface NewAttachment {
  readonly name: string;
  /** What the sender says that it is; empty if they say nothing. */
  readonly declaredType: string;
  readonly content: Buffer;
}

/** A file as it was. */
interface KeptAttachment extends Pick<
  AttachmentEntity,
  'id' | 'name' | 'uploadedById' | 'createdAt'
> {
  readonly content: Buffer;
  readonly declaredType?: string;
}

/** The act under which the audit log knows that a file was added. */
export const ATTACHMENT_CREATE = 'attachmentCreate';

const FIELD = ['postmortem'];

/** Keeps the files of cases. They are read and changed by whoever may read and change the case. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly access: CaseAccess,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The case, if the actor may add a file to it and it has room, so that nobody sends one in vain.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION
   */
  async requireRoom(ctx: Ctx, postmortemId: string, bytes: number): Promise<PostmortemEntity> {
    const postmortem = await this.access.require(ctx, 'edit', postmortemId, FIELD);
    const present = await ctx.db.findBy(AttachmentEntity, { postmortemId });
    if (present.length >= LIMITS.attachmentsPerCase) {
      const params = { max: LIMITS.attachmentsPerCase };
      throw new FupanError('VALIDATION', 'attachmentsTooMany', params, FIELD);
    }
    const sum = present.reduce((total, each) => total + each.bytes, bytes);
    if (sum > LIMITS.attachmentBytesPerCase) {
      const params = { max: LIMITS.attachmentBytesPerCase / 1024 ** 2 };
      throw new FupanError('VALIDATION', 'attachmentsTooLarge', params, FIELD);
    }
    return postmortem;
  }

  /**
   * Adds a file to a case. The case has no new revision of it: its text has not changed.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, TOO_LARGE
   */
  async add(
    tx: TxCtx,
    postmortemId: string,
    { name, declaredType, content }: NewAttachment,
  ): Promise<AttachmentEntity> {
    return this.#insert(tx, postmortemId, {
      id: newId(),
      name,
      content,
      uploadedById: personIdOf(tx.actor),
      createdAt: tx.clock.now(),
      declaredType,
    });
  }

  /**
   * Puts a file back that an export has taken along. One that is there already stays as it is.
   * @throws FupanError IN_USE if its id is that of another file; and as `add` does
   */
  async restore(tx: TxCtx, postmortemId: string, file: KeptAttachment): Promise<void> {
    const present = await tx.db.findOneBy(AttachmentEntity, { id: file.id });
    if (!present) await this.#insert(tx, postmortemId, file);
    else if (present.postmortemId !== postmortemId || present.digest !== digestOf(file.content)) {
      throw new FupanError('IN_USE', 'attachmentIdTaken');
    }
  }

  async #insert(
    tx: TxCtx,
    postmortemId: string,
    { id, name, content, uploadedById, createdAt, declaredType = '' }: KeptAttachment,
  ): Promise<AttachmentEntity> {
    await this.requireRoom(tx, postmortemId, content.length);
    if (content.length === 0) throw new FupanError('VALIDATION', 'attachmentEmpty');
    if (content.length > LIMITS.attachmentBytes) throw attachmentTooLarge();
    const mediaType = mediaTypeOf(content);
    if (IMAGE_TYPES.includes(declaredType) && declaredType !== mediaType) {
      const params = { declared: declaredType, found: mediaType };
      throw new FupanError('VALIDATION', 'attachmentTypeDiffers', params);
    }
    const row: AttachmentEntity = {
      id,
      postmortemId,
      name: fileName(name),
      mediaType,
      bytes: content.length,
      digest: digestOf(content),
      uploadedById,
      createdAt,
    };
    await insertRows(tx, AttachmentEntity, [row]);
    await insertRows(tx, AttachmentContentEntity, [{ attachmentId: row.id, content }]);
    this.audit.note(tx, {
      act: ATTACHMENT_CREATE,
      subject: { type: 'Attachment', id: row.id },
      about: { caseId: postmortemId },
      detail: { mediaType, bytes: row.bytes },
    });
    return row;
  }

  /**
   * What is known of a file, if the actor may read its case.
   * @throws NotFoundError, the same for one that is hidden
   */
  async require(ctx: Ctx, id: string): Promise<AttachmentEntity> {
    const row = await ctx.db.findOneBy(AttachmentEntity, { id });
    if (!row) throw new NotFoundError('attachment', ['id']);
    await this.access.require(ctx, 'read', row.postmortemId, ['id'], 'attachment');
    return row;
  }

  /** The bytes of a file that the actor may read. @throws NotFoundError */
  async contentOf(ctx: Ctx, { id }: AttachmentEntity): Promise<Buffer> {
    const row = await ctx.db.findOneBy(AttachmentContentEntity, { attachmentId: id });
    if (!row) throw new NotFoundError('attachment', ['id']);
    return row.content;
  }

  /** The ids of files whose bytes are missing, or fewer or more than there were. */
  async damaged(ctx: Ctx): Promise<string[]> {
    const rows = await ctx.db
      .createQueryBuilder(AttachmentEntity, 'a')
      .select('a.id', 'id')
      .leftJoin(AttachmentContentEntity, 'c', 'c.attachmentId = a.id')
      .where('c.attachmentId IS NULL OR LENGTH(c.content) <> a.bytes')
      .orderBy('a.id')
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** Removes a file for good; texts that show it lead nowhere then. @throws FupanError NOT_FOUND, FORBIDDEN */
  async delete(tx: TxCtx, id: string): Promise<AttachmentEntity> {
    const row = await tx.db.findOneBy(AttachmentEntity, { id });
    if (!row) throw new NotFoundError('attachment', ['id']);
    await this.access.require(tx, 'edit', row.postmortemId, ['id'], 'attachment');
    await tx.db.delete(AttachmentEntity, { id });
    return row;
  }
}

const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export const attachmentTooLarge = (): FupanError =>
  new FupanError('TOO_LARGE', 'attachmentTooLarge', { max: LIMITS.attachmentBytes / 1024 ** 2 });

/** Where a file is served. */
export const attachmentUrl = ({ id, name }: Pick<AttachmentEntity, 'id' | 'name'>): string =>
  `/attachments/${id}/${percentEncoded(name)}`;

/** As `encodeURIComponent`, and the rest that Markdown or a header could take for its own. */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export const isImage = ({ mediaType }: Pick<AttachmentEntity, 'mediaType'>): boolean =>
  IMAGE_TYPES.includes(mediaType);
