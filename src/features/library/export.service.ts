import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { defineLoader } from '../../core/loader.js';
import { AuditLog, type AuditNote } from '../audit/audit-log.service.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { writeCaseFile } from '../case-file/case-file.write.js';
import { IMPROVEMENT_FILE_NAME, writeImprovementFile } from '../case-file/improvement-file.js';
import { CATALOG_FILE_NAME, writeCatalogFile } from '../case-file/catalog-file.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { isForSome, onlyReadable } from '../postmortem/postmortem.policy.js';
import { CaseAttachments } from './case-attachments.service.js';
import { CaseReader } from './case-reader.service.js';
import { readCatalog } from './catalog-reader.js';
import { ExportFolder } from './export-folder.js';
import { readImprovement } from './improvement-reader.js';
import { mayExport } from './library.policy.js';

export interface ExportOptions {
  /** Absolute; made if it is not there. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((casesDone: number) => void) | undefined;
}

export interface ExportResult {
  /** Cases written, one file each. */
  readonly exported: number;
  readonly folder: string;
  /** Files that were in the folder before and are none of this export; they are left alone. */
  readonly others: string[];
}

/** A case as a file. */
interface CaseFile {
  readonly row: PostmortemEntity;
  readonly content: string;
}

/** Cases that are read at a stretch. */
const BATCH = 50;

/** Cases that are looked up in one statement, which takes so many parameters. */
const AT_ONCE = 1_000;

/** Writes the library as files. */
@Injectable()
export class ExportService {
  /** Whole cases are read a few at a time, whatever the page; each batch is one note in the log. */
  readonly #fileOf = defineLoader(async (ctx: Ctx, ids: readonly string[]) => {
    const files: CaseFile[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      files.push(...(await this.#files(ctx, ids.slice(start, start + BATCH))));
    }
    await this.#note(ctx, files);
    const contentOf = new Map(files.map(({ row, content }) => [row.id, content]));
    return ids.map((id) => contentOf.get(id) ?? '');
  });

  constructor(
    private readonly reader: CaseReader,
    private readonly audit: AuditLog,
    private readonly attachments: CaseAttachments,
  ) {}

  /**
   * Writes every case that the caller may read as `PM-n.md`, its files in a folder of their own, and
   * `catalog.yaml` and `improvement.yaml` beside them. Each file is complete or not there. The same library always gives the same bytes.
   * @throws ForbiddenError, and what the file system refuses
   */
  async run(ctx: Ctx, { folder: path, signal, onProgress }: ExportOptions): Promise<ExportResult> {
    if (!mayExport(ctx.actor)) throw new ForbiddenError();
    const folder = await ExportFolder.open(path);
    let exported = 0;
    for (let last = 0; !signal?.aborted;) {
      const rows = await readableAfter(ctx, last);
      const end = rows.at(-1);
      if (!end) break;
      const files = await this.#files(
        ctx,
        rows.map(({ id }) => id),
      );
      for (const { row, content } of files) {
        await folder.write(`${row.key}.md`, content);
        await this.attachments.write(ctx, folder, row);
      }
      await this.#note(ctx, files);
      exported += files.length;
      onProgress?.(exported);
      last = end.number;
    }
    await folder.write(CATALOG_FILE_NAME, await this.catalog(ctx));
    const { improvement } = await readImprovement(ctx);
    await folder.write(IMPROVEMENT_FILE_NAME, writeImprovementFile(improvement));
    return { exported, folder: path, others: folder.others };
  }

  /** The export file of a case that the caller may read. @throws ForbiddenError */
  async fileOf(ctx: Ctx, postmortemId: string): Promise<string> {
    if (!mayExport(ctx.actor)) throw new ForbiddenError();
    return this.#fileOf(ctx).load(postmortemId);
  }

  /** `catalog.yaml`, as far as the caller may read what is in it. @throws ForbiddenError */
  async catalog(ctx: Ctx): Promise<string> {
    if (!mayExport(ctx.actor)) throw new ForbiddenError();
    return writeCatalogFile(await readCatalog(ctx));
  }

  /** `improvement.yaml`, as far as the caller may read the cases that it speaks of. @throws ForbiddenError */
  async improvement(ctx: Ctx): Promise<string> {
    if (!mayExport(ctx.actor)) throw new ForbiddenError();
    const { improvement, caseIds } = await readImprovement(ctx);
    const ids = [...caseIds];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const id = In(ids.slice(start, start + AT_ONCE));
      const rows = await ctx.db.find(PostmortemEntity, {
        select: { id: true, key: true, visibility: true, status: true },
        where: { id },
      });
      await this.audit.record(ctx, ...rows.filter(isForSome).map(noteOf));
    }
    return writeImprovementFile(improvement);
  }

  async #files(ctx: Ctx, ids: readonly string[]): Promise<CaseFile[]> {
    const loaded = await this.reader.read(ctx.db, ids, { withHistory: true });
    const readable = await readableKeys(
      ctx,
      loaded.flatMap(({ document }) => document.links.map(({ to }) => to)),
    );
    return loaded.map(({ row, document }) => {
      const links = document.links.filter(({ to }) => readable.has(to));
      return { row, content: writeCaseFile({ ...document, links } satisfies CaseDocument) };
    });
  }

  async #note(ctx: Ctx, files: readonly CaseFile[]): Promise<void> {
    const forSome = files.filter(({ row }) => isForSome(row));
    await this.audit.record(
      ctx,
      { act: 'export', detail: { cases: files.length - forSome.length } },
      // Each by itself, so that only those see it who may read that case.
      ...forSome.map(({ row }) => noteOf(row)),
    );
  }
}

const noteOf = ({ id, key }: PostmortemEntity): AuditNote => ({
  act: 'export',
  subject: { type: 'Postmortem', id, key },
});

function readableAfter(ctx: Ctx, number: number): Promise<{ id: string; number: number }[]> {
  return onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p')
    .select('p.id', 'id')
    .addSelect('p.number', 'number')
    .andWhere('p.number > :number', { number })
    .orderBy('p.number')
    .limit(BATCH)
    .getRawMany<{ id: string; number: number }>();
}

/** A link to a case that the caller may not read would tell that it is there. */
async function readableKeys(ctx: Ctx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p')
    .select('p.key', 'key')
    .andWhere('p.key IN (:...keys)', { keys })
    .getRawMany<{ key: string }>();
  return new Set(rows.map(({ key }) => key));
}
