import { lstatSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import { LIMITS } from '../../core/limits.js';
import { ATTACHMENT_LIST_NAME } from '../case-file/attachment-list.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { CATALOG_FILE_NAME } from '../case-file/catalog-file.js';
import { IMPROVEMENT_FILE_NAME } from '../case-file/improvement-file.js';

/** A file that an import has to read. */
export interface FoundFile {
  readonly kind: 'case' | 'catalog' | 'improvement' | 'attachments';
  /** As a person would name it, from the path that was given. */
  readonly name: string;
  /** Within the folder that was given, with forward slashes; the name of a single file. */
  readonly relativePath: string;
  readonly bytes: number;
  /** Reads it. Synchronous, because to hand a small file to another thread takes longer. */
  readonly content: () => Uint8Array;
  /** Reads a file of the same folder, for a list of the files of a case. */
  readonly beside?: (name: string) => Buffer;
}

/** Something that an import cannot read, or passes over. */
export interface FileProblem {
  readonly kind: 'fault' | 'ignored';
  readonly name: string;
  readonly message: string;
}

/** In a folder, only these are taken for cases; a file that is named by itself may be called anything. */
const CASE_NAME = /\.(md|markdown)$/i;
/** So that PM-2 comes before PM-10. */
const order = new Intl.Collator('en', { numeric: true });

/**
 * Finds the files of an import: a file as it is, a folder with all folders in it, names in order
 * and the catalogue of a folder before its cases. Hidden files and `node_modules` are passed over,
 * and no symbolic link inside a folder is followed, so that nothing outside of it is read.
 */
export async function* findFiles(
  paths: readonly string[],
  cwd: string,
): AsyncGenerator<FoundFile | FileProblem> {
  for (const given of paths) {
    const path = resolve(cwd, given);
    try {
      const info = statSync(path);
      if (info.isDirectory()) yield* findInFolder(path, given, '');
      else if (info.isFile()) yield found(path, given, basename(path), info);
      else yield fault(given, 'this is neither a file nor a folder; name one of these');
    } catch (error) {
      yield fault(given, reasonOf(error));
    }
  }
}

async function* findInFolder(
  folder: string,
  name: string,
  relative: string,
): AsyncGenerator<FoundFile | FileProblem> {
  let entries: string[];
  try {
    entries = await readdir(folder);
  } catch (error) {
    yield fault(name, reasonOf(error));
    return;
  }
  // What else is here belongs to a case, whatever it is called.
  if (entries.includes(ATTACHMENT_LIST_NAME)) entries = [ATTACHMENT_LIST_NAME];
  entries.sort((a, b) => rank(a) - rank(b) || order.compare(a, b) || (a < b ? -1 : 1));
  for (const entry of entries) {
    if (entry.startsWith('.') || entry === 'node_modules') continue;
    const path = join(folder, entry);
    const entryName = join(name, entry);
    const entryRelative = relative === '' ? entry : `${relative}/${entry}`;
    try {
      const info = lstatSync(path);
      if (info.isSymbolicLink()) {
        yield { kind: 'ignored', name: entryName, message: 'symbolic links are not followed' };
      } else if (info.isDirectory()) yield* findInFolder(path, entryName, entryRelative);
      else if (info.isFile() && isImported(entry)) {
        yield found(path, entryName, entryRelative, info);
      } else yield { kind: 'ignored', name: entryName, message: 'it is not a Markdown file' };
    } catch (error) {
      yield fault(entryName, reasonOf(error));
    }
  }
}

/** The catalogue first: it describes the people, teams and services that the cases only name. */
function rank(entry: string): number {
  return entry === CATALOG_FILE_NAME ? 0 : 1;
}

function found(
  path: string,
  name: string,
  relativePath: string,
  info: { size: number },
): FoundFile | FileProblem {
  if (info.size > LIMITS.importFileBytes) {
    const limit = LIMITS.importFileBytes / 1024 / 1024;
    const size = (info.size / 1024 / 1024).toFixed(1);
    return fault(
      name,
      `the file has ${size} MiB and the limit is ${limit} MiB; split it or leave attachments out`,
    );
  }
  const kind = kindOf(path);
  const content = () => readFileSync(path);
  const beside = (file: string) => readBeside(dirname(path), file);
  const isList = kind === 'attachments';
  return { kind, name, relativePath, bytes: info.size, content, ...(isList ? { beside } : {}) };
}

/** A file that somebody has sent. */
export function handedOver(name: string, text: string): FoundFile {
  const content = Buffer.from(text);
  return {
    kind: kindOf(name),
    name,
    relativePath: name,
    bytes: content.length,
    content: () => content,
  };
}

function kindOf(path: string): FoundFile['kind'] {
  return KINDS.get(basename(path)) ?? 'case';
}

/** What a file is by its name. */
const KINDS: ReadonlyMap<string, FoundFile['kind']> = new Map([
  [ATTACHMENT_LIST_NAME, 'attachments'],
  [CATALOG_FILE_NAME, 'catalog'],
  [IMPROVEMENT_FILE_NAME, 'improvement'],
]);

const isImported = (name: string): boolean => kindOf(name) !== 'case' || CASE_NAME.test(name);

/** A file of a case. No link is followed, so that nothing outside of the folder is read. */
function readBeside(folder: string, name: string): Buffer {
  const path = join(folder, basename(name));
  const info = lstatSync(path);
  if (!info.isFile()) throw new CaseFileError('this is no file');
  if (info.size > LIMITS.attachmentBytes) {
    const limit = LIMITS.attachmentBytes / 1024 / 1024;
    throw new CaseFileError(`the file has more than ${limit} MiB`);
  }
  return readFileSync(path);
}

function fault(name: string, message: string): FileProblem {
  return { kind: 'fault', name, message };
}

/** Why the file system refuses, in words. */
export function reasonOf(error: unknown): string {
  const { code = '' } = Object(error) as { code?: string };
  if (code === 'ENOENT') return 'there is no such file or folder; check the path';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read; give fupan the permission';
  if (code === 'ENAMETOOLONG') return 'the path is too long';
  return `it cannot be read (${code || String(error)})`;
}
