import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { In } from 'typeorm';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError } from '../../core/errors.js';
import { messageOf } from '../../locales/messages.js';
import { Database } from '../../infra/database/database.js';
import { OutboxWorker } from '../../infra/database/outbox-worker.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { readCaseFile, type CaseFileIdentity } from '../case-file/case-file.read.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { readCatalogFile } from '../case-file/catalog-file.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import type { IncomingCase } from './case-settler.js';
import { CaseWriter, type PendingLinks, type WrittenCase } from './case-writer.service.js';
import { CatalogWriter } from './catalog-writer.service.js';
import { findFiles, reasonOf, type FoundFile } from './import-files.js';
import { mayImport } from './library.policy.js';
import { LinkBook } from './link-book.js';

export interface ImportOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** What relative paths start from. */
  readonly cwd: string;
  /** Does everything and keeps nothing. */
  readonly dryRun?: boolean | undefined;
  /** Stops between two batches. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((filesDone: number) => void) | undefined;
}

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

/** Files of one transaction. */
const BATCH_FILES = 50;
/** Bytes of one batch, so that memory stays flat whatever the files are. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Cases whose links are settled in one transaction. */
const LINK_BATCH = 50;

/** Thrown to take a dry run back. */
class TakeBack extends Error {}

interface ReadFile {
  readonly file: FoundFile;
  readonly incoming: IncomingCase;
}

/** State of one import. */
interface Run {
  readonly ctx: Ctx;
  readonly options: ImportOptions;
  readonly result: ImportResult;
  readonly links: LinkBook;
  readonly pending: PendingLinks[];
  /** Digest by identity of every case that this import has met. */
  readonly met: Map<string, string>;
}

/** Brings files into the library. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWorker,
    private readonly cases: CaseWriter,
    private readonly catalogs: CatalogWriter,
  ) {}

  /**
   * Imports files and folders, some files at a time, each batch in one transaction. A file that
   * cannot be read is reported and does not stop the others. When it returns, the search finds
   * what was imported.
   * @throws ForbiddenError for anybody but the operator
   */
  async run(ctx: Ctx, options: ImportOptions): Promise<ImportResult> {
    if (!mayImport(ctx.actor)) throw new ForbiddenError();
    const result = { created: 0, updated: 0, unchanged: 0, failed: [], notes: [] };
    const run: Run = {
      ctx,
      options,
      result,
      links: new LinkBook(),
      pending: [],
      met: new Map(),
    };
    let batch: FoundFile[] = [];
    let bytes = 0;
    let done = 0;
    const flush = async (): Promise<void> => {
      await this.#importBatch(run, batch);
      done += batch.length;
      options.onProgress?.(done);
      batch = [];
      bytes = 0;
    };
    for await (const file of findFiles(options.paths, options.cwd)) {
      if (options.signal?.aborted) break;
      if ('message' in file) {
        if (file.kind === 'fault') fail(run, file.name, file.message);
        else note(run, file.name, file.message);
      } else if (file.kind === 'catalog') await this.#importCatalog(run, file);
      else {
        if (batch.length >= BATCH_FILES || bytes + file.bytes > BATCH_BYTES) await flush();
        batch.push(file);
        bytes += file.bytes;
      }
    }
    if (!options.signal?.aborted) await flush();
    await this.#settleLinks(run);
    if (!options.dryRun) await this.outbox.drained();
    return result;
  }

  async #importCatalog(run: Run, file: FoundFile): Promise<void> {
    try {
      const catalog = readCatalogFile(readFileSync(file.path));
      await this.#transaction(run, (tx) => this.catalogs.write(tx, catalog));
    } catch (error) {
      this.#report(run, file.name, error);
    }
  }

  async #importBatch(run: Run, files: readonly FoundFile[]): Promise<void> {
    if (files.length === 0) return;
    const contents = files.map((file) => contentOf(run, file));
    const known = await this.#knownDigests(run.ctx, contents);
    const read: ReadFile[] = [];
    for (const content of contents) {
      if (content === undefined) continue;
      const { file, bytes, digest } = content;
      const there = known.get(digest)?.find((row) => isSameFile(row, file));
      if (there) {
        run.links.note(there.key, there);
        if (there.importIdentity !== null) run.met.set(there.importIdentity, digest);
        run.result.unchanged += 1;
        continue;
      }
      const incoming = readIncoming(run, file, bytes, digest);
      if (incoming) read.push({ file, incoming });
      // Reading is work without a pause; the server answers others in between.
      await breathe();
    }
    await this.#write(run, read);
  }

  /** The cases that came from files of the same bytes. */
  async #knownDigests(
    ctx: Ctx,
    contents: readonly (Content | undefined)[],
  ): Promise<Map<string, PostmortemEntity[]>> {
    const digests = contents.flatMap((content) => content?.digest ?? []);
    const rows = await ctx.db.find(PostmortemEntity, {
      select: { id: true, key: true, importIdentity: true, importDigest: true },
      where: { importDigest: In(digests) },
    });
    const known = new Map<string, PostmortemEntity[]>();
    for (const row of rows) {
      const digest = row.importDigest ?? '';
      known.set(digest, [...(known.get(digest) ?? []), row]);
    }
    return known;
  }

  /** Writes a batch; if the database refuses it, file by file, so that one does not take its neighbours along. */
  async #write(run: Run, read: readonly ReadFile[]): Promise<void> {
    if (read.length === 0) return;
    try {
      // What a dry run has written is gone again, and no later batch may lead there.
      const links = run.options.dryRun ? new LinkBook() : run.links;
      const written = await this.#transaction(run, (tx) =>
        this.cases.write(
          tx,
          read.map(({ incoming }) => incoming),
          links,
        ),
      );
      read.forEach(({ incoming }, index) => {
        const each = written[index];
        if (!each) return;
        if (incoming.document.key !== undefined) run.links.note(incoming.document.key, each);
        count(run, each);
      });
    } catch (error) {
      if (error instanceof FupanError && error.code === 'BUSY') throw error;
      const [first] = read;
      if (read.length === 1 && first) {
        this.#report(run, first.file.name, error);
        return;
      }
      for (const each of read) await this.#write(run, [each]);
    }
  }

  /** Runs a transaction, and in a dry run takes it back. */
  async #transaction<Result>(run: Run, work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
    if (!run.options.dryRun) return this.database.transaction(run.ctx, work);
    let result: { value: Result } | undefined;
    try {
      await this.database.transaction(run.ctx, async (tx) => {
        result = { value: await work(tx) };
        throw new TakeBack();
      });
    } catch (error) {
      if (!(error instanceof TakeBack)) throw error;
    }
    if (!result) throw new Error('a dry run ended without a result');
    return result.value;
  }

  async #settleLinks(run: Run): Promise<void> {
    for (let start = 0; start < run.pending.length; start += LINK_BATCH) {
      const some = run.pending.slice(start, start + LINK_BATCH);
      const unresolved = run.options.dryRun
        ? await this.cases.unresolvedOf(run.ctx.db, some, run.links)
        : await this.database.transaction(run.ctx, (tx) =>
            this.cases.settlePending(tx, some, run.links),
          );
      for (const { name, to } of unresolved) {
        note(run, name, `the link to ${to} leads to no case; it is kept and tried again next time`);
      }
    }
  }

  #report(run: Run, file: string, error: unknown): void {
    if (error instanceof CaseFileError) fail(run, file, error.message, error.line);
    else if (error instanceof FupanError) fail(run, file, messageOf(error, run.ctx.locale));
    else if (Object(error) === error && 'syscall' in (error as object))
      fail(run, file, reasonOf(error));
    else {
      const reason = error instanceof Error ? error.message : String(error);
      fail(run, file, `the database does not take it (${reason})`);
    }
  }
}

interface Content {
  readonly file: FoundFile;
  readonly bytes: Buffer;
  readonly digest: string;
}

/** Synchronous, because to hand a small file to another thread takes longer than to read it. */
function contentOf(run: Run, file: FoundFile): Content | undefined {
  try {
    const bytes = readFileSync(file.path);
    return { file, bytes, digest: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    fail(run, file.name, reasonOf(error));
    return undefined;
  }
}

function readIncoming(
  run: Run,
  file: FoundFile,
  bytes: Buffer,
  digest: string,
): IncomingCase | undefined {
  try {
    const { document, identity, format, notes } = readCaseFile(bytes, {
      path: file.relativePath,
      modifiedAt: file.modifiedAt,
    });
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
    const own = format === 'fupan';
    const identityText = lastingIdentity(identity, document);
    return { document, identity: identityText, digest, own, name: file.relativePath };
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
function isSameFile({ importIdentity }: PostmortemEntity, file: FoundFile): boolean {
  return (
    importIdentity === null ||
    !importIdentity.startsWith('path:') ||
    importIdentity === `path:${file.relativePath}`
  );
}

function count(run: Run, { outcome, pending }: WrittenCase): void {
  run.result[outcome] += 1;
  if (pending) run.pending.push(pending);
}

function fail(run: Run, file: string, message: string, line = 1): void {
  run.result.failed.push({ file, line, message });
}

function note(run: Run, file: string, message: string): void {
  run.result.notes.push({ file, message });
}
