import { createHash } from 'node:crypto';

import type { Ctx } from '../../core/ctx.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { readCaseFile, type CaseFileIdentity } from '../case-file/case-file.read.js';
import type { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import type { IncomingCase } from './case-settler.js';
import type { PendingLinks } from './case-writer.service.js';
import { reasonOf, type FoundFile } from './import-files.js';
import type { LinkBook } from './link-book.js';

/** A file that could not be imported. */
export interface FailedFile {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** Something about a file that a person may want to know. */
export interface ImportNote {
  readonly file: string;
  readonly message: string;
}

export interface ImportResult {
  created: number;
  updated: number;
  unchanged: number;
  readonly failed: FailedFile[];
  readonly notes: ImportNote[];
}

/** State of one import. */
export interface ImportRun {
  readonly ctx: Ctx;
  /** Does everything and keeps nothing. */
  readonly dryRun: boolean;
  /** Stops between two batches. */
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((filesDone: number) => void) | undefined;
  readonly result: ImportResult;
  readonly links: LinkBook;
  readonly pending: PendingLinks[];
  /** Digest by identity of every case that this import has met. */
  readonly met: Map<string, string>;
  /** What a person calls the files, by their path within the import. */
  readonly names: Map<string, string>;
  /** The files with links to cases that a later request brings. */
  readonly waiting: Set<string>;
  /** Of a dry run the ids and keys of cases and action items that it has taken back. */
  readonly takenBack: Set<string>;
}

export function newRun(
  ctx: Ctx,
  links: LinkBook,
  {
    dryRun = false,
    signal,
    onProgress,
  }: {
    dryRun?: boolean | undefined;
    signal?: AbortSignal | undefined;
    onProgress?: ImportRun['onProgress'];
  },
): ImportRun {
  return {
    ctx,
    dryRun,
    signal,
    onProgress,
    result: { created: 0, updated: 0, unchanged: 0, failed: [], notes: [] },
    links,
    pending: [],
    met: new Map(),
    names: new Map(),
    waiting: new Set(),
    takenBack: new Set(),
  };
}

/** The bytes of a file, and their SHA-256. */
export interface FileContent {
  readonly file: FoundFile;
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/** A file that has been read and wants to be in the library. */
export interface ReadFile {
  readonly file: FoundFile;
  readonly incoming: IncomingCase;
}

/** The content of a file; undefined, and reported, if it cannot be had. */
export function contentOf(run: ImportRun, file: FoundFile): FileContent | undefined {
  try {
    const bytes = file.content();
    return { file, bytes, digest: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    fail(run, file.name, reasonOf(error));
    return undefined;
  }
}

/** The case in a file; undefined, and reported, if there is none or this import has met it already. */
export function readIncoming(
  run: ImportRun,
  { file, bytes, digest }: FileContent,
): ReadFile | undefined {
  try {
    const { document, identity, format, notes } = readCaseFile(bytes, { path: file.relativePath });
    for (const message of notes) note(run, file.name, message);
    const mark = `${identity.kind}:${identity.value}`;
    const before = run.met.get(mark);
    if (before === digest) {
      run.result.unchanged += 1;
      return undefined;
    }
    if (before !== undefined) {
      fail(run, file.name, `another file of this import is the same case (${mark}); keep one`);
      return undefined;
    }
    run.met.set(mark, digest);
    if (run.dryRun) {
      for (const { id, key } of [document, ...document.actions]) {
        for (const name of [id?.toLowerCase(), key]) if (name) run.takenBack.add(name);
      }
    }
    const own = format === 'fupan';
    const identityText = lastingIdentity(identity, document);
    const name = file.relativePath;
    run.names.set(name, file.name);
    return { file, incoming: { document, identity: identityText, digest, own, name } };
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    fail(run, file.name, error.message, error.line);
    return undefined;
  }
}

/**
 * What is stored to know the case again. Not its id, which is the id of the row; but a case that
 * was exported by another library may have been imported there from a source that is read here too.
 */
function lastingIdentity(identity: CaseFileIdentity, document: CaseDocument): string | null {
  if (identity.kind !== 'id') return `${identity.kind}:${identity.value}`;
  const { externalId, url } = document.source ?? {};
  if (externalId !== undefined) return `externalId:${externalId}`;
  return url === undefined ? null : `url:${url}`;
}

/** Of files of the same bytes without an identity inside, each path is a case of its own. */
export function isSameFile({ importIdentity }: PostmortemEntity, file: FoundFile): boolean {
  return (
    importIdentity === null ||
    !importIdentity.startsWith('path:') ||
    importIdentity === `path:${file.relativePath}`
  );
}

export function fail(run: ImportRun, file: string, message: string, line = 1): void {
  run.result.failed.push({ file, line, message });
}

export function note(run: ImportRun, file: string, message: string): void {
  run.result.notes.push({ file, message });
}
