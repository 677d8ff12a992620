import 'reflect-metadata';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { In } from 'typeorm';

import { MIGRATIONS } from '../migrations/index.js';
import { FeaturesModule } from '../src/api/app.module.js';
import { openPlatform, type Platform } from '../src/api/platform.js';
import { OPERATOR } from '../src/core/actor.js';
import { loadConfig } from '../src/core/config.js';
import { LOCAL, type Ctx } from '../src/core/ctx.js';
import { newId } from '../src/core/ids.js';
import {
  CATALOG_FILE_NAME,
  catalogSchema,
  writeCatalogFile,
} from '../src/features/case-file/catalog-file.js';
import { CaseWriter } from '../src/features/library/case-writer.service.js';
import { ImportService } from '../src/features/library/import.service.js';
import { LinkBook } from '../src/features/library/link-book.js';
import { SearchIndexer } from '../src/features/search/search-indexer.service.js';
import { OutboxEntity } from '../src/infra/database/outbox.entity.js';
import { silentLogger } from '../src/infra/logging/logger.js';
import { createIndexFile } from '../src/infra/search/embedded/index-file.js';
import { generatedCase, MEMBER, MEMBER_TEAM } from './corpus/corpus.js';
import { PEOPLE, SERVICES, TEAMS } from './corpus/names.js';
import { runCli } from './server.js';

const CORPUS = fileURLToPath(new URL('./corpus/', import.meta.url));
/** Cases of one transaction. */
const BATCH = 250;

/** A library of generated cases that is kept from one run to the next. */
export interface KeptLibrary {
  /** A data folder; whoever changes anything works on a copy. */
  readonly dataDir: string;
  /** Where other things that are made from the same cases may be kept. */
  readonly folder: string;
  readonly cases: number;
}

/**
 * The library of the first so many generated cases: what an earlier run has left under the
 * temporary folder of the system, as long as the cases, the migrations and the form of the index
 * are still the same, and otherwise a new one.
 */
export async function keptLibrary(cases: number): Promise<KeptLibrary> {
  const folder = join(tmpdir(), `fupan-bench-library-${cases}-${fingerprint()}`);
  const library = { folder, dataDir: join(folder, 'data'), cases };
  if (existsSync(folder)) {
    process.stderr.write(`  the library of ${cases} cases is from an earlier run: ${folder}\n`);
    return library;
  }
  const began = performance.now();
  const unfinished = mkdtempSync(`${folder}-unfinished-`);
  try {
    await build(join(unfinished, 'data'), cases);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another run may have been faster.
    if (!existsSync(folder)) throw error;
  }
  const seconds = (performance.now() - began) / 1_000;
  process.stderr.write(
    `  built the library of ${cases} cases in ${seconds.toFixed(0)} s; it is kept: ${folder}\n`,
  );
  return library;
}

/** Changes with the generated cases, the tables of the database and those of the index. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(CORPUS)
    .filter((each) => each.endsWith('.js'))
    .sort()) {
    hash.update(name).update(readFileSync(join(CORPUS, name)));
  }
  for (const { name } of MIGRATIONS) hash.update(name);
  hash.update(indexForm());
  return hash.digest('hex').slice(0, 12);
}

/** What an empty index says of its form. */
function indexForm(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fupan-bench-index-'));
  const db = createIndexFile(join(folder, 'index.db'), 'new');
  const tables = db.prepare<[], string | null>('SELECT sql FROM sqlite_master').pluck().all();
  const version = db.pragma('user_version', { simple: true });
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return JSON.stringify([version, tables]);
}

/**
 * Writes through the importer's own writer, without the files: reading 100,000 of them is most of
 * an import, and none of what is measured here. The index is made once at the end.
 */
async function build(dataDir: string, cases: number): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  await runCli(dataDir, [
    'person',
    'create',
    '--email',
    MEMBER.email ?? '',
    '--name',
    MEMBER.name,
    '--role',
    'MEMBER',
  ]);
  const platform = await openPlatform(loadConfig({ FUPAN_DATA_DIR: dataDir }), {
    log: silentLogger,
  });
  const app = await NestFactory.createApplicationContext(FeaturesModule.on(platform), {
    logger: false,
  });
  try {
    const ctx: Ctx = {
      actor: OPERATOR,
      origin: LOCAL,
      locale: 'en',
      requestId: newId(),
      clock: platform.clock,
      db: platform.database.read,
    };
    await importCatalog(app, ctx, dataDir);
    await writeCases(app, platform, ctx, cases);
    const began = performance.now();
    await app.get(SearchIndexer, { strict: false }).rebuild();
    report(cases, 'indexed', began);
    // The index has just been made from all of them.
    const topics = platform.keptIndexes.map(({ topic }) => topic);
    await platform.database.transaction(ctx, (tx) =>
      tx.db.delete(OutboxEntity, { topic: In(topics) }),
    );
  } finally {
    await app.close();
    await platform.close();
  }
}

async function writeCases(
  app: INestApplicationContext,
  platform: Platform,
  ctx: Ctx,
  cases: number,
): Promise<void> {
  const writer = app.get(CaseWriter, { strict: false });
  const links = new LinkBook(OPERATOR);
  const began = performance.now();
  for (let first = 0; first < cases; first += BATCH) {
    const incoming = Array.from({ length: Math.min(BATCH, cases - first) }, (_, at) => {
      const number = first + at;
      const name = `generated-${number}`;
      return {
        document: generatedCase(number),
        identity: `externalId:${name}`,
        digest: null,
        own: true,
        name,
      };
    });
    await platform.database.transaction(ctx, (tx) => writer.write(tx, incoming, links));
    if ((first + BATCH) % 10_000 === 0) report(first + BATCH, 'written', began);
  }
}

function report(cases: number, done: string, began: number): void {
  const rate = cases / ((performance.now() - began) / 1_000);
  process.stderr.write(`  ${cases} cases ${done}, ${rate.toFixed(0)} a second\n`);
}

/** The teams with everybody in one of them, and the services that they own. */
async function importCatalog(
  app: INestApplicationContext,
  ctx: Ctx,
  dataDir: string,
): Promise<void> {
  const catalog = catalogSchema.parse({
    people: [...PEOPLE, MEMBER],
    teams: TEAMS.map((key, at) => ({
      key,
      name: key,
      members: [
        ...PEOPLE.filter((_, person) => person % TEAMS.length === at),
        ...(key === MEMBER_TEAM ? [MEMBER] : []),
      ].map((person) => ({ person })),
    })),
    services: SERVICES.map(([name, ownerTeam]) => ({ name, ownerTeam })),
  });
  const path = join(dataDir, CATALOG_FILE_NAME);
  writeFileSync(path, writeCatalogFile(catalog));
  const { failed } = await app
    .get(ImportService, { strict: false })
    .run(ctx, { paths: [path], cwd: dataDir });
  rmSync(path);
  if (failed.length > 0) throw new Error(`failed: ${JSON.stringify(failed)}`);
}
