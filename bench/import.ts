import 'reflect-metadata';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { parse } from 'yaml';

import { FeaturesModule } from '../src/api/app.module.js';
import { openPlatform } from '../src/api/platform.js';
import { OPERATOR } from '../src/core/actor.js';
import { LOCAL } from '../src/core/ctx.js';
import { loadConfig } from '../src/core/config.js';
import { newId } from '../src/core/ids.js';
import { ImportService } from '../src/features/library/import.service.js';
import { loadSqliteDriver } from '../src/infra/database/sqlite-driver.js';
import { silentLogger } from '../src/infra/logging/logger.js';
import { median, type Figure } from './figures.js';

const ROUNDS = 5;

/**
 * Imports a folder, start to searchable, and holds it against the least that must be done: parsing
 * the front matter and inserting the same rows with the bare driver in one transaction.
 */
export async function measureImport(folder: string): Promise<Figure[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  let files = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'fupan-bench-'));
    try {
      const imported = await importOnce(folder, dataDir);
      const rival = bareImport(folder, dataDir);
      files = imported.files;
      // The first round warms up.
      if (round === 0) continue;
      ours.push(imported.ms);
      bare.push(rival);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const ratios = ours.map((ms, round) => ms / (bare[round] ?? Number.NaN));
  return [
    { name: `import of ${files} files, start to searchable`, value: median(ours), unit: 'ms' },
    { name: 'bare parse and insert of the same', value: median(bare), unit: 'ms' },
    {
      name: 'ratio, median of 5 pairs',
      value: median(ratios),
      unit: '×',
      target: { at: 'most', value: 8 },
    },
    {
      name: 'files a second',
      value: files / (median(ours) / 1_000),
      unit: 'files/s',
      target: { at: 'least', value: 100 },
    },
  ];
}

async function importOnce(folder: string, dataDir: string): Promise<{ ms: number; files: number }> {
  const config = loadConfig({ FUPAN_DATA_DIR: dataDir });
  const platform = await openPlatform(config, { log: silentLogger });
  const app = await NestFactory.createApplicationContext(FeaturesModule.on(platform), {
    logger: false,
  });
  platform.outbox.start();
  const began = performance.now();
  const result = await app.get(ImportService, { strict: false }).run(
    {
      actor: OPERATOR,
      origin: LOCAL,
      locale: 'en',
      requestId: newId(),
      clock: platform.clock,
      db: platform.database.read,
    },
    { paths: [folder], cwd: process.cwd() },
  );
  const ms = performance.now() - began;
  await app.close();
  await platform.close();
  if (result.failed.length > 0) throw new Error(`failed: ${JSON.stringify(result.failed)}`);
  return { ms, files: result.created };
}

/** What any program would have to do; the rows are those that the import has just written. */
function bareImport(folder: string, dataDir: string): number {
  const Sqlite = loadSqliteDriver();
  const source = new Sqlite(join(dataDir, 'fupan.db'), { readonly: true });
  const schema = source
    .prepare<[], { name: string; type: string; sql: string }>(
      `SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       ORDER BY type DESC`,
    )
    .all();
  const tables = schema.filter(({ type }) => type === 'table').map(({ name }) => name);
  const rowsOf = tables.map((name) => source.prepare(`SELECT * FROM "${name}"`).raw().all());
  source.close();
  const target = new Sqlite(join(dataDir, 'bare.db'));
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = FULL');
  target.pragma('foreign_keys = OFF');
  for (const { sql } of schema) target.exec(sql);

  const began = performance.now();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '');
  }
  target.transaction(() => {
    tables.forEach((name, at) => {
      const rows = rowsOf[at] as unknown[][];
      const width = rows[0]?.length ?? 0;
      if (width === 0) return;
      const insert = target.prepare(
        `INSERT INTO "${name}" VALUES (${Array.from({ length: width }, () => '?').join(',')})`,
      );
      for (const row of rows) insert.run(...row);
    });
  })();
  const ms = performance.now() - began;
  target.close();
  return ms;
}
