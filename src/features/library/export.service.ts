import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Ctx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { writeCaseFile } from '../case-file/case-file.write.js';
import { CATALOG_FILE_NAME, writeCatalogFile } from '../case-file/catalog-file.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { CaseReader } from './case-reader.service.js';
import { readCatalog } from './catalog-reader.js';
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

/** Cases that are read at a stretch. */
const BATCH = 50;

/** Writes the library as files. */
@Injectable()
export class ExportService {
  constructor(private readonly reader: CaseReader) {}

  /**
   * Writes every case that the caller may read as `PM-n.md`, and `catalog.yaml` beside them. Each
   * file is complete or not there. The same library always gives the same bytes.
   * @throws ForbiddenError, and what the file system refuses
   */
  async run(ctx: Ctx, { folder, signal, onProgress }: ExportOptions): Promise<ExportResult> {
    if (!mayExport(ctx.actor)) throw new ForbiddenError();
    await mkdir(folder, { recursive: true });
    const others = new Set(await readdir(folder));
    const write = async (name: string, content: string): Promise<void> => {
      await writeWhole(folder, name, content);
      others.delete(name);
    };
    let exported = 0;
    for (let last = 0; !signal?.aborted;) {
      const rows = await readableAfter(ctx, last);
      const end = rows.at(-1);
      if (!end) break;
      const loaded = await this.reader.read(
        ctx.db,
        rows.map(({ id }) => id),
      );
      const readable = await readableKeys(
        ctx,
        loaded.flatMap(({ document }) => document.links.map(({ to }) => to)),
      );
      for (const { row, document } of loaded) {
        const links = document.links.filter(({ to }) => readable.has(to));
        await write(`${row.key}.md`, writeCaseFile({ ...document, links } satisfies CaseDocument));
      }
      exported += loaded.length;
      onProgress?.(exported);
      last = end.number;
    }
    await write(CATALOG_FILE_NAME, writeCatalogFile(await readCatalog(ctx.db)));
    return { exported, folder, others: [...others].sort() };
  }
}

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

/** Writes beside the place and moves there, so that a reader never sees half a file. */
async function writeWhole(folder: string, name: string, content: string): Promise<void> {
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
