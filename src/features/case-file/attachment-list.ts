import { z } from 'zod';

import { LIMITS } from '../../core/limits.js';
import { instant, personRefSchema } from './case-document.js';
import { readParts } from './case-file.own.js';
import { compact, FORM_VERSION, personData } from './case-file.write.js';
import { writeYaml } from './yaml-source.js';

/** The name of the file beside the files of a case that says what they are. */
export const ATTACHMENT_LIST_NAME = 'attachments.yaml';

const id = z.uuid().toLowerCase();

/** The files of one case, as an export lays them down beside each other in a folder of their own. */
const attachmentListSchema = z.strictObject({
  /** The id of the case. */
  case: id,
  files: z
    .array(
      z.strictObject({
        /** In links of the texts, so that they go on leading there. */
        id,
        name: z.string().min(1).max(LIMITS.name),
        /** What it is called in the folder. */
        file: z
          .string()
          .max(255)
          .regex(/^[^/\\\0]+$/),
        uploadedBy: personRefSchema.optional(),
        createdAt: instant,
      }),
    )
    .max(LIMITS.attachmentsPerCase),
});
export type AttachmentList = z.infer<typeof attachmentListSchema>;
export type ListedAttachment = AttachmentList['files'][number];

/** Writes the list; the same one always gives the same bytes. */
export function writeAttachmentList(list: AttachmentList): string {
  return writeYaml(
    compact({
      fupan: FORM_VERSION,
      case: list.case,
      files: list.files.map((each) => ({
        id: each.id,
        name: each.name,
        file: each.file,
        uploadedBy: personData(each.uploadedBy),
        createdAt: each.createdAt,
      })),
    }),
  );
}

/**
 * The inverse of {@link writeAttachmentList}.
 *
 * @throws CaseFileError with the line at fault
 */
export function readAttachmentList(bytes: Uint8Array): AttachmentList {
  return readParts(attachmentListSchema, bytes).data;
}
