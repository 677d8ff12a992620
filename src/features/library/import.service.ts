import { Injectable } from '@nestjs/common';
import { dirname, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { In } from 'typeorm';
import { z } from 'zod';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError, FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { checked } from '../../core/validation.js';
import { messageOf } from '../../locales/messages.js';
import { Database } from '../../infra/database/database.js';
import { OutboxWorker } from '../../infra/database/outbox-worker.js';
import type { AuditDetail } from '../audit/audit-entry.entity.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { readAttachmentList } from '../case-file/attachment-list.js';
import { CaseFileError } from '../case-file/case-file.error.js';
import { readCatalogFile } from '../case-file/catalog-file.js';
import { readImprovementFile } from '../case-file/improvement-file.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { isForSome } from '../postmortem/postmortem.policy.js';
import { CaseAttachments } from './case-attachments.service.js';
import { CaseWriter, type WrittenCase } from './case-writer.service.js';
import { CatalogWriter } from './catalog-writer.service.js';
import {
  findFiles,
  handedOver,
  reasonOf,
  type FileProblem,
  type FoundFile,
} from './import-files.js';
import type { ImportFault } from './import-fault.js';
import { refuseHidden, refuseHiddenIncidents } from './import-guard.js';
import {
  contentOf,
  fail,
  isSameFile,
  newRun,
  note,
  readIncoming,
  type FileContent,
  type ImportResult,
  type ImportRun,
  type ReadFile,
} from './import-run.js';
import { ImprovementWriter } from './improvement-writer.service.js';
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

/** What a key in the files means: a case of the library, or null for one that a later request brings. */
export interface FileKey {
  readonly inFiles: string;
  readonly inLibrary: string | null;
}

const key = z.string().max(LIMITS.name);
const handOverSchema = z.object({
  files: z
    .array(z.object({ name: z.string().min(1).max(LIMITS.url), content: z.string() }))
    .max(LIMITS.entriesPerCase),
  keys: z
    .array(z.object({ inFiles: key, inLibrary: key.nullable() }))
    .max(LIMITS.entriesPerCase)
    .default([]),
  dryRun: z.boolean().default(false),
});
export type HandOver = z.input<typeof handOverSchema>;

/** What became of files that were handed over, and what the next ones of the same import need to know. */
export interface HandOverResult extends ImportResult {
  readonly keys: FileKey[];
  /** Files with links to cases that are still to come: to be handed over once more at the end. */
  readonly waiting: readonly string[];
}

/** What the audit log calls an import, wherever it comes from. */
const ACT = 'libraryImport';
/** Files of one transaction. */
const BATCH_FILES = 50;
/** Bytes of one batch, so that memory stays flat whatever the files are. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Cases whose links are settled in one transaction. */
const LINK_BATCH = 50;

/** Thrown to take a dry run back. */
class TakeBack extends Error {}

/** Brings files into the library. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWorker,
    private readonly cases: CaseWriter,
    private readonly catalogs: CatalogWriter,
    private readonly improvements: ImprovementWriter,
    private readonly audit: AuditLog,
    private readonly attachments: CaseAttachments,
  ) {}

  /**
   * Imports files and folders of this machine, some files at a time, each batch in one transaction.
   * A file that cannot be read is reported and does not stop the others. When it returns, the
   * search finds what was imported.
   * @throws ForbiddenError
   */
  async run(ctx: Ctx, { paths, cwd, ...options }: ImportOptions): Promise<ImportResult> {
    if (!mayImport(ctx.actor)) throw new ForbiddenError();
    const run = newRun(ctx, new LinkBook(ctx.actor), options);
    await this.#import(run, findFiles(paths, cwd));
    return run.result;
  }

  /**
   * Imports files that somebody has sent, as `run` does. An import that is too large for one
   * request comes in several, which tell each other through `keys` and `waiting` where links lead.
   * @throws FupanError FORBIDDEN, VALIDATION
   */
  async handOver(ctx: Ctx, input: HandOver): Promise<HandOverResult> {
    if (!mayImport(ctx.actor)) throw new ForbiddenError();
    const { files, keys, dryRun } = checked(handOverSchema, input);
    const later = keys.flatMap(({ inFiles, inLibrary }) => (inLibrary === null ? inFiles : []));
    const links = new LinkBook(ctx.actor, later);
    const targets = await links.resolve(
      ctx.db,
      keys.flatMap(({ inLibrary }) => inLibrary ?? []),
    );
    for (const { inFiles, inLibrary } of keys) {
      const target = targets.get(inLibrary ?? '');
      if (target) links.note(inFiles, target);
    }
    const run = newRun(ctx, links, { dryRun });
    await this.#import(
      run,
      files.map(({ name, content }) => handedOver(name, content)),
    );
    const now = links.noted().map(([inFiles, target]) => ({ inFiles, inLibrary: target.key }));
    return { ...run.result, keys: now, waiting: [...run.waiting] };
  }

  async #import(
    run: ImportRun,
    files: AsyncIterable<FoundFile | FileProblem> | Iterable<FoundFile | FileProblem>,
  ): Promise<void> {
    let batch: FoundFile[] = [];
    const attached: FoundFile[] = [];
    const improvements: FoundFile[] = [];
    let bytes = 0;
    let done = 0;
    const flush = async (): Promise<void> => {
      await this.#importBatch(run, batch);
      done += batch.length;
      run.onProgress?.(done);
      batch = [];
      bytes = 0;
    };
    for await (const file of files) {
      if (run.signal?.aborted) break;
      if ('message' in file) {
        if (file.kind === 'fault') fail(run, file.name, file.message);
        else note(run, file.name, file.message);
      } else if (file.kind === 'catalog') await this.#importCatalog(run, file);
      else if (file.kind === 'attachments') attached.push(file);
      else if (file.kind === 'improvement') improvements.push(file);
      else {
        if (batch.length >= BATCH_FILES || bytes + file.bytes > BATCH_BYTES) await flush();
        batch.push(file);
        bytes += file.bytes;
      }
    }
    if (!run.signal?.aborted) await flush();
    for (const list of attached) await this.#importAttachments(run, list);
    await this.#settleLinks(run);
    for (const file of improvements) await this.#importImprovement(run, file);
    if (run.dryRun) return;
    await this.outbox.drained();
  }

  async #importCatalog(run: ImportRun, file: FoundFile): Promise<void> {
    try {
      const { data: catalog, lineOf } = readCatalogFile(file.content());
      const faults = await this.#transaction(run, async (tx) => {
        await refuseHiddenIncidents(tx, catalog.incidents);
        this.audit.note(tx, { act: ACT, detail: { catalog: true } });
        return this.catalogs.write(tx, catalog);
      });
      this.#reportEach(run, file, faults, lineOf);
    } catch (error) {
      this.#report(run, file.name, error);
    }
  }

  /** What ties cases together, once they are all there. */
  async #importImprovement(run: ImportRun, file: FoundFile): Promise<void> {
    if (run.signal?.aborted) return;
    try {
      const { data: improvement, lineOf } = readImprovementFile(file.content());
      const faults = await this.#transaction(run, (tx) => {
        this.audit.note(tx, { act: ACT, detail: { improvement: true } });
        return this.improvements.write(tx, improvement);
      });
      const lasting = faults.filter(
        ({ ref }) => !run.takenBack.has(ref?.id ?? '') && !run.takenBack.has(ref?.key ?? ''),
      );
      this.#reportEach(run, file, lasting, lineOf);
    } catch (error) {
      this.#report(run, file.name, error);
    }
  }

  #reportEach(
    run: ImportRun,
    file: FoundFile,
    faults: readonly ImportFault[],
    lineOf: (path: readonly PropertyKey[]) => number,
  ): void {
    for (const { path, message } of faults) fail(run, file.name, message, lineOf(path));
  }

  /** The files of one case, each by itself, as they are large. */
  async #importAttachments(run: ImportRun, list: FoundFile): Promise<void> {
    try {
      const { case: caseId, files } = readAttachmentList(list.content());
      // Of a dry run the case is gone again.
      if (run.dryRun && !(await run.ctx.db.existsBy(PostmortemEntity, { id: caseId }))) return;
      for (const file of files) {
        if (run.signal?.aborted) return;
        try {
          const content = list.beside?.(file.file);
          if (!content) throw new CaseFileError('files of cases are imported from a folder only');
          await this.#transaction(run, (tx) => this.attachments.restore(tx, caseId, file, content));
        } catch (error) {
          this.#report(run, join(dirname(list.name), file.file), error);
        }
      }
    } catch (error) {
      this.#report(run, list.name, error);
    }
  }

  async #importBatch(run: ImportRun, files: readonly FoundFile[]): Promise<void> {
    if (files.length === 0) return;
    const contents = files.flatMap((file) => contentOf(run, file) ?? []);
    const known = await this.#knownDigests(run.ctx, contents);
    const read: ReadFile[] = [];
    for (const content of contents) {
      const { file, digest } = content;
      const there = known.get(digest)?.find((row) => isSameFile(row, file));
      if (there) {
        run.links.note(there.key, there);
        if (there.importIdentity !== null) run.met.set(there.importIdentity, digest);
        run.result.unchanged += 1;
        continue;
      }
      const incoming = readIncoming(run, content);
      if (incoming) read.push(incoming);
      // Reading is work without a pause; the server answers others in between.
      await breathe();
    }
    await this.#write(run, read);
  }

  /** The cases that came from files of the same bytes. */
  async #knownDigests(
    ctx: Ctx,
    contents: readonly FileContent[],
  ): Promise<Map<string, PostmortemEntity[]>> {
    const rows = await ctx.db.find(PostmortemEntity, {
      select: { id: true, key: true, importIdentity: true, importDigest: true },
      where: { importDigest: In(contents.map(({ digest }) => digest)) },
    });
    const known = new Map<string, PostmortemEntity[]>();
    for (const row of rows) {
      const digest = row.importDigest ?? '';
      known.set(digest, [...(known.get(digest) ?? []), row]);
    }
    return known;
  }

  /** Writes a batch; if the database refuses it, file by file, so that one does not take its neighbours along. */
  async #write(run: ImportRun, read: readonly ReadFile[]): Promise<void> {
    if (read.length === 0) return;
    try {
      // What a dry run has written is gone again, and no later batch may lead there.
      const links = run.dryRun ? run.links.withoutTargets() : run.links;
      const incoming = read.map((each) => each.incoming);
      const written = await this.#transaction(run, async (tx) => {
        await refuseHidden(tx, incoming);
        const cases = await this.cases.write(tx, incoming, links);
        await this.#note(tx, cases);
        return cases;
      });
      incoming.forEach(({ document }, index) => {
        const each = written[index];
        if (!each) return;
        if (document.key !== undefined) run.links.note(document.key, each);
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

  /** Each batch by itself, as what it has done stays, whatever becomes of the next. */
  async #note(tx: TxCtx, written: readonly WrittenCase[]): Promise<void> {
    const rows = await tx.db.find(PostmortemEntity, {
      select: { id: true, key: true, visibility: true, status: true },
      where: { id: In(written.map(({ id }) => id)) },
    });
    const forSome = new Map(rows.filter(isForSome).map((row) => [row.id, row.key]));
    const others = written.filter(({ id }) => !forSome.has(id));
    this.audit.note(tx, { act: ACT, detail: countsOf(others) });
    // Each by itself, so that only those see it who may read that case.
    for (const [id, key] of forSome) {
      this.audit.note(tx, { act: ACT, subject: { type: 'Postmortem', id, key } });
    }
  }

  /** Runs a transaction, and in a dry run takes it back. */
  async #transaction<Result>(
    run: ImportRun,
    work: (tx: TxCtx) => Promise<Result>,
  ): Promise<Result> {
    if (!run.dryRun) return this.database.transaction(run.ctx, work);
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

  async #settleLinks(run: ImportRun): Promise<void> {
    for (let start = 0; start < run.pending.length; start += LINK_BATCH) {
      const some = run.pending.slice(start, start + LINK_BATCH);
      const unresolved = run.dryRun
        ? await this.cases.unresolvedOf(run.ctx.db, some, run.links)
        : await this.database.transaction(run.ctx, (tx) =>
            this.cases.settlePending(tx, some, run.links),
          );
      for (const { name, to } of unresolved) {
        if (run.links.comesLater(to)) run.waiting.add(name);
        else {
          note(
            run,
            run.names.get(name) ?? name,
            `the link to ${to} leads to no case; it is kept and tried again next time`,
          );
        }
      }
    }
  }

  #report(run: ImportRun, file: string, error: unknown): void {
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

function countsOf(written: readonly WrittenCase[]): AuditDetail {
  const of = (wanted: WrittenCase['outcome']) =>
    written.filter(({ outcome }) => outcome === wanted).length;
  return { created: of('created'), updated: of('updated'), unchanged: of('unchanged') };
}

function count(run: ImportRun, { outcome, pending }: WrittenCase): void {
  run.result[outcome] += 1;
  if (pending) run.pending.push(pending);
}
