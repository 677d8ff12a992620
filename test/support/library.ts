import { join } from 'node:path';

import { CaseReader, type LoadedCase } from '../../src/features/library/case-reader.service.js';
import { ExportService } from '../../src/features/library/export.service.js';
import { ImportService } from '../../src/features/library/import.service.js';
import type { ImportResult } from '../../src/features/library/import-run.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import type { TestApp } from './app.js';
import { contentsOf } from './files.js';

/** The counts of an import with its faults, so that a failing test shows what failed. */
export function counts({ created, updated, unchanged, failed }: ImportResult) {
  return { created, updated, unchanged, failed };
}

export function importInto(
  app: TestApp,
  path: string,
  options: { dryRun?: boolean } = {},
): Promise<ImportResult> {
  return app.get(ImportService).run(app.ctx(), { paths: [path], cwd: '/', ...options });
}

/** Exports into a new folder; returns the files by name. */
export async function exportFrom(
  app: TestApp,
  parent: string,
  name: string,
): Promise<Record<string, string>> {
  const folder = join(parent, name);
  await app.get(ExportService).run(app.ctx(), { folder });
  return contentsOf(folder);
}

export async function caseTitled(app: TestApp, title: string): Promise<LoadedCase> {
  const { read } = app.platform.database;
  const row = await read.findOneByOrFail(PostmortemEntity, { title });
  const [loaded] = await app.get(CaseReader).read(read, [row.id]);
  if (!loaded) throw new Error(`no case ${title}`);
  return loaded;
}

/** A file in fupan's own form. */
export function ownForm(title: string, frontMatter = '', body = ''): string {
  return `---\nfupan: 1\ntitle: ${title}\nlanguage: en\n${frontMatter}---\n${body}`;
}
