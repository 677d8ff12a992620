import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { AttachmentEntity } from '../attachment/attachment.entity.js';
import { attachmentsOf } from '../attachment/attachment.loaders.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import {
  ATTACHMENT_LIST_NAME,
  writeAttachmentList,
  type ListedAttachment,
} from '../case-file/attachment-list.js';
import { personById } from '../people/people.loaders.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { withoutBlanks } from './case-parts.js';
import type { ExportFolder } from './export-folder.js';
import { openPersonBook } from './person-book.js';

/** Bytes of a name that every file system takes, with an id and the ending of a half-written file. */
const LONGEST_NAME = 180;

/** Takes the files of cases along, into an export and back out of it. */
@Injectable()
export class CaseAttachments {
  constructor(private readonly attachments: AttachmentService) {}

  /** Writes the files of a case, and a list of them; nothing for a case without. */
  async write(ctx: Ctx, folder: ExportFolder, { id, key }: PostmortemEntity): Promise<void> {
    const rows = await attachmentsOf(ctx).load(id);
    if (rows.length === 0) return;
    const place = `attachments/${key}`;
    const files: ListedAttachment[] = [];
    for (const row of rows) {
      const file = fileOf(row);
      await folder.write(`${place}/${file}`, await this.attachments.contentOf(ctx, row));
      const person =
        row.uploadedById === null ? null : await personById(ctx).load(row.uploadedById);
      files.push({
        id: row.id,
        name: row.name,
        file,
        ...(person
          ? { uploadedBy: withoutBlanks({ name: person.name, email: person.email }) }
          : {}),
        createdAt: row.createdAt.toISOString(),
      });
    }
    await folder.write(
      `${place}/${ATTACHMENT_LIST_NAME}`,
      writeAttachmentList({ case: id, files }),
    );
  }

  /**
   * Puts a file back to its case under the id it had; one that is there already stays.
   * @throws FupanError NOT_FOUND for the case, IN_USE for an id of another file, and as `add` does
   */
  async restore(
    tx: TxCtx,
    caseId: string,
    listed: ListedAttachment,
    content: Buffer,
  ): Promise<void> {
    const { id, name, uploadedBy, createdAt } = listed;
    const people = await openPersonBook(tx, uploadedBy ? [uploadedBy] : []);
    await this.attachments.restore(tx, caseId, {
      id,
      name,
      content,
      uploadedById: uploadedBy ? people.idOf(uploadedBy) : null,
      createdAt: new Date(createdAt),
    });
  }
}

/** What a file is called in an export: its id keeps those of one name apart. */
function fileOf({ id, name }: AttachmentEntity): string {
  // What some file system or other has a meaning for.
  const tame = name.replace(/[<>:"|?*\0-\x1f]/g, '_').replace(/[. ]+$/, '_');
  const ending = /\.[^.]{1,10}$/.exec(tame)?.[0] ?? '';
  let stem = tame.slice(0, tame.length - ending.length);
  while (Buffer.byteLength(stem + ending) > LONGEST_NAME) stem = stem.slice(0, -1);
  return `${id}-${stem.toWellFormed()}${ending}`;
}
