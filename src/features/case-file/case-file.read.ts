import type { CaseDocument } from './case-document.js';
import { CaseFileError } from './case-file.error.js';
import { readForeignForm } from './case-file.foreign.js';
import { readOwnForm } from './case-file.own.js';
import { decodeText, FRONT_MATTER_LINE, splitFrontMatter } from './file-text.js';
import { readYaml } from './yaml-source.js';

/** What is known of a file besides its bytes. */
export interface CaseFileContext {
  /** Relative to the folder that is imported, with forward slashes. */
  path: string;
  /** Not used to date anything: a copy or a checkout changes it. */
  modifiedAt?: Date;
}

/** How a case is known again on the next import. */
export interface CaseFileIdentity {
  kind: 'id' | 'externalId' | 'url' | 'path';
  value: string;
}

export interface CaseFile {
  document: CaseDocument;
  identity: CaseFileIdentity;
  format: 'fupan' | 'front-matter' | 'prose';
  /** What a person may want to check: guesses that were made, one sentence each. */
  notes: string[];
}

/**
 * Reads one case from the bytes of a file, whatever its shape: fupan's own form, front matter in
 * other people's words, or plain Markdown with the headings of the field.
 *
 * @throws CaseFileError with the line at fault
 */
export function readCaseFile(bytes: Uint8Array, context: CaseFileContext): CaseFile {
  const parts = splitFrontMatter(decodeText(bytes));
  const front =
    parts.frontMatter === undefined ? undefined : readYaml(parts.frontMatter, FRONT_MATTER_LINE);
  if (parts.body.trim() === '' && Object.keys(front?.value ?? {}).length === 0) {
    throw new CaseFileError('there is nothing in the file; write a case into it or remove it');
  }
  if (front && Object.hasOwn(front.value, 'fupan')) {
    const document = readOwnForm(front, parts);
    return { document, identity: identityOf(document, context), format: 'fupan', notes: [] };
  }
  const { document, notes } = readForeignForm(front, parts, context.path);
  return {
    document,
    identity: identityOf(document, context),
    format: front ? 'front-matter' : 'prose',
    notes,
  };
}

function identityOf({ id, source }: CaseDocument, { path }: CaseFileContext): CaseFileIdentity {
  if (id !== undefined) return { kind: 'id', value: id };
  if (source?.externalId !== undefined) return { kind: 'externalId', value: source.externalId };
  if (source?.url !== undefined) return { kind: 'url', value: source.url };
  return { kind: 'path', value: path };
}
