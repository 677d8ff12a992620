import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { MIGRATIONS } from '../../migrations/index.js';
import { fillDemo } from '../../src/cli/demo.js';
import type { Config } from '../../src/core/config.js';
import { newId } from '../../src/core/ids.js';
import { AuditCheck } from '../../src/features/audit/audit-check.service.js';
import { ENTITIES } from '../../src/features/entities.js';
import { copyLibrary } from '../../src/infra/database/copy/copy.js';
import { Database } from '../../src/infra/database/database.js';
import { promise } from '../../src/infra/database/outbox.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeMatrixWorld } from '../support/authorization-world.js';
import { fupan, type Said } from '../support/cli.js';
import { freshDatabaseUrl, type TestDatabase } from '../support/database.js';
import { scratchFolder, type Scratch } from '../support/files.js';
import { storedRows, type StoredRows } from '../support/stored-rows.js';

type Target = Config['database'];

/** What one engine might keep and the other change. */
const EDGE_TEXTS = [
  '連接池耗盡，下單失敗',
  '连接池耗尽 👩‍👩‍👧‍👦 𠮷 🙂',
  '',
  ' \t\r\n ',
  'NULL',
  '\\u0000 \\0 %00 \u2400',
  '\u0001\u001f\u007f\u0085\u2028\ufeff\ufffd',
  `'; DROP TABLE person; -- "$1" ?`,
  'e\u0301 é',
  '0042',
  'true',
  '2025-03-03T09:00:00.123Z',
];

const library = { entities: ENTITIES, migrations: MIGRATIONS };
const isPostgres = Boolean(process.env['FUPAN_TEST_POSTGRES_URL']);

let folder: Scratch;
let app: TestApp;
/** The filled library on the engine of this run. */
let filled: Target;
/** The same in a file, with texts that are hard to keep. */
let file: string;
const made: TestDatabase[] = [];

/** An empty database on the engine of this run. */
async function empty(name: string): Promise<Target> {
  const database = await freshDatabaseUrl();
  made.push(database);
  const { url } = database;
  return url === undefined
    ? { engine: 'sqlite', path: join(folder.path, `${name}.db`) }
    : { engine: 'postgres', url };
}

const inFile = (name: string): { engine: 'sqlite'; path: string } => ({
  engine: 'sqlite',
  path: join(folder.path, `${name}.db`),
});
const address = (target: Target): string =>
  target.engine === 'sqlite' ? `sqlite:${target.path}` : target.url;
const copy = (from: Target, to: Target, options: string[] = []): Promise<Said> =>
  fupan(['copy', '--from', address(from), '--to', address(to), ...options], {
    env: { FUPAN_DATA_DIR: join(folder.path, 'cli') },
    cwd: folder.path,
  });

const total = (rows: StoredRows): number =>
  Object.values(rows).reduce((sum, each) => sum + each.length, 0);

function changeFile(
  path: string,
  work: (run: (sql: string, ...values: unknown[]) => void) => void,
) {
  const Driver = loadSqliteDriver();
  const handle = new Driver(path);
  try {
    work((sql, ...values) => handle.prepare(sql).run(...values));
  } finally {
    handle.close();
  }
}

/** Puts a row into each table that has none, with references to rows that are there. */
function fillEmptyTables(path: string): void {
  const Driver = loadSqliteDriver();
  const handle = new Driver(path);
  const all = <Row>(sql: string): Row[] => handle.prepare<[], Row>(sql).all();
  for (const { name } of all<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
  )) {
    if (all(`SELECT 1 FROM ${name} LIMIT 1`).length > 0) continue;
    const references = all<{ from: string; table: string }>(`PRAGMA foreign_key_list(${name})`);
    const columns = all<{ name: string; type: string }>(`PRAGMA table_info(${name})`);
    const values = columns.map((column) => {
      const to = references.find(({ from }) => from === column.name);
      if (to) return all<{ id: string }>(`SELECT id FROM ${to.table} LIMIT 1`)[0]?.id;
      return /^int/i.test(column.type) ? -7 : '值'.repeat(8);
    });
    const places = columns.map(() => '?').join(', ');
    handle.prepare(`INSERT INTO ${name} VALUES (${places})`).run(...values);
  }
  handle.close();
}

beforeAll(async () => {
  folder = scratchFolder();
  file = inFile('library').path;
  ({ app } = await makeMatrixWorld());
  const { database, config } = app.platform;
  await fillDemo({ database, get: (type) => app.get(type) }, app.ctx(), resolve('templates/demo'));
  await app.write((tx) => promise(tx, 'nobody', EDGE_TEXTS));
  filled = config.database;
}, 120_000);
afterAll(async () => {
  await app.close();
  for (const { drop } of made) await drop();
  folder.remove();
});

describe('a library on its way from one database to another', () => {
  it('stays where it is while a server works on it', async () => {
    const said = await copy(filled, inFile('too-early'));
    expect(said).toMatchObject({ code: 1, stdout: '' });
    expect(said.stderr).toMatch(/^fupan: a fupan works on .+; stop every process/);
    await app.stop();
  });

  it('arrives in a file with every row as it was', async () => {
    const said = await copy(filled, inFile('library'), ['--json']);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    const before = await storedRows(filled);
    expect(await storedRows(inFile('library'))).toEqual(before);
    const report = JSON.parse(said.stdout) as {
      rows: number;
      tables: { table: string; rows: number }[];
    };
    expect(report).toMatchObject({ equal: true, rows: total(before) });
    expect(report.tables.map(({ table }) => table)).toEqual(Object.keys(before).sort());
  });

  it('goes on to another database and back with texts, moments, bytes and keys of every kind', async () => {
    changeFile(file, (run) => {
      EDGE_TEXTS.forEach((text, at) => {
        run(
          `UPDATE section SET body = ? WHERE id = (SELECT id FROM section ORDER BY id LIMIT 1 OFFSET ?)`,
          text,
          at,
        );
      });
      // More than travel at a time, and in another order by letters than by bytes.
      for (let at = 0; at < 450; at++) {
        const tag = `${'aBéZ連😀_-'.charAt(at % 8)}${at % 3 ? '' : ' '}${at}`;
        run(
          `INSERT INTO postmortem_tag (postmortem_id, tag, position) SELECT id, ?, ? FROM postmortem ORDER BY id LIMIT 1`,
          tag,
          1_000 + at,
        );
      }
      const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, at) => at % 256));
      for (const [at, content] of [bytes, Buffer.alloc(0), Buffer.from([0])].entries()) {
        const id = newId();
        run(
          `INSERT INTO attachment (id, postmortem_id, name, media_type, bytes, digest, created_at)
           SELECT ?, id, ?, 'image/png', ?, 'x', '2025-03-03T09:00:00.007Z' FROM postmortem LIMIT 1`,
          id,
          `圖 ${at}`,
          content.length,
        );
        run('INSERT INTO attachment_content VALUES (?, ?)', id, content);
      }
    });
    fillEmptyTables(file);
    const there = await empty('there');
    const said = await copy(inFile('library'), there);
    expect(said).toMatchObject({
      stderr: '',
      code: 0,
      stdout: expect.stringContaining('Both hold the same rows'),
    });
    const before = await storedRows(inFile('library'));
    expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual([]);
    expect(await storedRows(there)).toEqual(before);
    expect((await copy(there, inFile('back'))).code).toBe(0);
    expect(await storedRows(inFile('back'))).toEqual(before);
    for (const target of [there, inFile('back')]) {
      const database = await Database.open({ target, ...library });
      expect(await database.drift()).toEqual([]);
      expect(await database.integrityProblems()).toEqual([]);
      await database.close();
    }
  });

  it('is one that a server goes on with: numbers, references, and the audit log', async () => {
    const target = await empty('lively');
    await copy(inFile('library'), target);
    const there = await startApp({ dataDir: app.dataDir, on: target });
    const numbers = await there.write(async (tx) => {
      await promise(tx, 'nobody', ['next']);
      return tx.db.query<{ seq: number }[]>('SELECT seq FROM outbox ORDER BY seq');
    });
    expect(numbers.at(-1)?.seq).toBeGreaterThan(numbers.at(-2)?.seq ?? Infinity);
    expect((await there.get(AuditCheck).check()).problems).toEqual([]);
    await expect(there.write((tx) => tx.db.query(`DELETE FROM audit_entry`))).rejects.toThrow(
      'only ever added to',
    );
    await expect(
      there.write((tx) => tx.db.query(`UPDATE section SET postmortem_id = 'nobody'`)),
    ).rejects.toThrow(/foreign key/i);
    await there.stop();
  });
});

describe('a copy is refused', () => {
  it('into a database that is not empty, which stays as it is', async () => {
    const target = await empty('filled');
    expect((await copy(inFile('library'), target)).code).toBe(0);
    const before = await storedRows(target);
    const said = await copy(inFile('library'), target);
    expect(said.code).toBe(1);
    expect(said.stderr).toMatch(/is not empty: there are rows in \w+; name an empty database\n$/);
    expect(await storedRows(target)).toEqual(before);
  });

  it('from nowhere, onto itself, from another version, and with an address that is none', async () => {
    const target = inFile('none');
    expect((await copy(inFile('nothing'), target)).stderr).toContain('there is no library at');
    expect((await copy(inFile('library'), inFile('library'))).stderr).toContain('are both');
    const older = inFile('older');
    copyFileSync(file, older.path);
    changeFile(older.path, (run) => {
      run('DELETE FROM migrations WHERE id = (SELECT MAX(id) FROM migrations)');
    });
    expect((await copy(older, target)).stderr).toContain('another version');
    const said = await fupan(['copy', '--from', 'mysql://me:hidden@there', '--to', 'sqlite:x'], {
      env: { FUPAN_DATA_DIR: join(folder.path, 'cli') },
    });
    expect(said.stderr).toContain('give sqlite:PATH or postgres://');
    expect(said.stderr).not.toContain('hidden');
  });

  it('to a server that does not answer, without its password in the message', async () => {
    const nowhere = 'postgres://me:hidden@127.0.0.1:1/fupan?password=hidden';
    const said = await copy(inFile('library'), { engine: 'postgres', url: nowhere });
    expect(said.code).toBe(1);
    expect(said.stderr).toContain('postgres://me@127.0.0.1:1/fupan cannot be reached');
    expect(said.stderr).not.toContain('hidden');
  });
});

describe('a copy that fails leaves the target empty', () => {
  const rowsOf = async (target: Target): Promise<number> => total(await storedRows(target));

  it('where the source is damaged', async () => {
    const broken = inFile('broken');
    copyFileSync(file, broken.path);
    const Driver = loadSqliteDriver();
    const handle = new Driver(broken.path);
    const size = Number(handle.pragma('page_size', { simple: true }));
    const root = handle
      .prepare<[], { page: number }>(
        `SELECT rootpage AS page FROM sqlite_master WHERE name = 'timeline_event'`,
      )
      .get();
    handle.close();
    const raw = openSync(broken.path, 'r+');
    writeSync(raw, Buffer.alloc(size, 0xff), 0, size, ((root?.page ?? 0) - 1) * size);
    closeSync(raw);
    const target = await empty('after-damage');
    const said = await copy(broken, target);
    expect(said.code).toBe(1);
    expect(said.stderr).toContain('damaged');
    // The one row is where the audit log begins.
    expect(await rowsOf(target)).toBe(1);
    expect((await copy(inFile('library'), target)).code).toBe(0);
  });

  it('where it is interrupted', async () => {
    const target = await empty('interrupted');
    const abort = new AbortController();
    const onProgress = (table: string): void => {
      if (table === 'timeline_event') abort.abort();
    };
    await expect(
      copyLibrary({
        from: inFile('library'),
        to: target,
        ...library,
        onProgress,
        signal: abort.signal,
      }),
    ).rejects.toThrow();
    expect(await rowsOf(target)).toBe(1);
  });

  (isPostgres ? it : it.skip)('where PostgreSQL takes a text for none', async () => {
    const strange = inFile('strange');
    copyFileSync(file, strange.path);
    changeFile(strange.path, (run) => {
      run(`UPDATE timeline_event SET text = 'a' || char(0) || 'b'`);
    });
    const target = await empty('strange');
    const said = await copy(strange, target);
    expect(said.stderr).toMatch(/^fupan: a row of timeline_event is refused by the target: /);
    expect(await rowsOf(target)).toBe(1);
  });
});
