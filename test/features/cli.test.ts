import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { CommandSocket, forward } from '../../src/cli/command-socket.js';
import type { Io } from '../../src/cli/io.js';
import { DataDirLock } from '../../src/infra/data-dir-lock.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';
import { graphql } from '../support/client.js';
import {
  fupan,
  tokenBy,
  librarySettings,
  whileServing,
  type CliOptions,
  type Run,
  type Said,
} from '../support/cli.js';
import { contentsOf, scratchFolder, type Scratch } from '../support/files.js';
import { loseIndex } from '../support/search-folder.js';

let folder: Scratch;
let env: Record<string, string>;
let drop: () => Promise<void>;

beforeEach(async () => {
  folder = scratchFolder();
  ({ env, drop } = await librarySettings(folder));
  folder.write({
    'cases/pool.md':
      '---\nuuid: zh-1\ntitle: 連接池耗盡\n---\n\nHikariPool - Connection is not available, 下單失敗。\n',
    'cases/cert.md': '# Certificate expired\n\n## Summary\n\nNobody renewed it.\n',
  });
});
afterEach(async () => {
  await drop();
  folder.remove();
});

const run = (argv: readonly string[], options: Partial<CliOptions> = {}): Promise<Said> =>
  fupan(argv, { env, cwd: folder.path, ...options });

/** A server in this process, until the work is done. */
const serving = <Result>(work: (url: string) => Promise<Result>): Promise<Result> =>
  whileServing(run, ({ url }) => work(url));

describe('usage', () => {
  it('the help is a result, wrong usage is a message and ends with 2', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('import [options] <path...>'),
    });
    expect(await run(['serch'])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['search', 'x', '--limit', '0'])).toMatchObject({ code: 2 });
    expect((await run(['search', 'x', '--filter', 'color=red'])).stderr).toContain('severity');
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });

  it('a word to leave out is a part of the query, a wrong option is not', async () => {
    await run(['import', 'cases']);
    const found = await run(['search', 'renewed', '-hikaripool', '--json']);
    expect(JSON.parse(found.stdout)).toMatchObject({ totalCount: 1 });
    expect(await run(['search', 'renewed', '--limt', '3'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('all faults of the settings are told at once', async () => {
    env = { ...env, FUPAN_PORT: 'many', FUPAN_LOG_LEVEL: 'loud' };
    const { code, stderr } = await run(['verify']);
    expect(code).toBe(1);
    expect(stderr).toContain('FUPAN_PORT');
    expect(stderr).toContain('FUPAN_LOG_LEVEL');
  });
});

describe('commands on a library of their own', () => {
  it('import, search, export, verify, reindex and migrate print what the contract says', async () => {
    const imported = await run(['import', 'cases', '--json']);
    expect(JSON.parse(imported.stdout)).toMatchObject({
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: [],
    });
    const found = await run(['search', '连接池', '--json']);
    expect(JSON.parse(found.stdout)).toEqual({
      totalCount: 1,
      didYouMean: null,
      nodes: [
        {
          key: expect.stringMatching(/^PM-\d$/),
          title: '連接池耗盡',
          score: 1,
          externalId: 'zh-1',
        },
      ],
    });
    const none = await run(['search', '连接池', '--filter', 'lang=en', '--json']);
    expect(JSON.parse(none.stdout)).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await run(['export', 'out'])).toMatchObject({ code: 0 });
    expect(Object.keys(contentsOf(join(folder.path, 'out')))).toEqual([
      'PM-1.md',
      'PM-2.md',
      'catalog.yaml',
      'improvement.yaml',
    ]);
    expect(JSON.parse((await run(['reindex', '--json'])).stdout)).toMatchObject({ indexed: 2 });
    expect(JSON.parse((await run(['migrate', '--json'])).stdout)).toEqual({ applied: [] });
    expect(JSON.parse((await run(['verify', '--json'])).stdout)).toEqual({
      ok: true,
      problems: [],
      auditHead: expect.stringMatching(/^\d+:[\da-f]{64}$/),
    });
  });

  it('an import with a bad file ends with 1 and names file, line and reason', async () => {
    folder.write({ 'cases/bad.md': '---\ntitle: [open\n---\n' });
    const { code, stdout, stderr } = await run(['import', 'cases', '--json']);
    expect(code).toBe(1);
    const result = JSON.parse(stdout) as { created: number; failed: object[] };
    expect(result.created).toBe(2);
    expect(result.failed).toEqual([
      {
        file: join('cases', 'bad.md'),
        line: expect.any(Number),
        message: expect.any(String),
      },
    ]);
    expect(stderr).toMatch(/cases\/bad\.md:\d+: /);
  });

  it('what was found is marked, in colour on a terminal and with asterisks elsewhere', async () => {
    await run(['import', 'cases']);
    const plain = await run(['search', 'hikaripool']);
    expect(plain.stdout).toContain('*HikariPool*');
    const colourful = await run(['search', 'hikaripool'], { terminal: true });
    expect(colourful.stdout).toMatch(/\u001b\[\d+m\u001b\[\d+mHikariPool/);
  });

  it('a hit says how grave it was, when, and what it struck', async () => {
    folder.write({
      'cases/struck.md':
        '---\ntitle: Coupons gone\nseverity: SEV2\nstart_time: 2025-03-01T10:00:00Z\nservices: [coupon, checkout]\n---\n',
    });
    await run(['import', 'cases']);
    const { stdout } = await run(['search', 'coupons']);
    expect(stdout).toContain('SEV2 · 2025-03-01 · coupon, checkout\n');
  });

  it('a search in an empty library says which one that is', async () => {
    const { code, stderr } = await run(['search', 'pool', '--json']);
    expect(code).toBe(0);
    expect(stderr).toContain(`the library in ${join(folder.path, 'data')} is empty`);
  });

  it('verify finds a lost search index, and tables that are not up to date', async () => {
    await run(['import', 'cases']);
    const databaseUrl = env['FUPAN_DATABASE_URL'];
    await loseIndex(join(folder.path, 'data', 'search'), databaseUrl);
    const lost = await run(['verify', '--json']);
    expect(lost.code).toBe(1);
    expect(JSON.parse(lost.stdout)).toMatchObject({
      ok: false,
      problems: [
        {
          check: 'search-index',
          message: expect.stringContaining(`${databaseUrl ? 'postgres' : 'embedded'}: `),
        },
      ],
    });
    expect(await run(['verify', '--repair'])).toMatchObject({ code: 0 });
    expect(await run(['verify'])).toMatchObject({ code: 0 });
    await run(['migrate', '--down', '1']);
    expect(JSON.parse((await run(['verify', '--json'])).stdout)).toMatchObject({
      problems: [{ check: 'migrations' }],
    });
  });
});

describe('what a system refuses', () => {
  it('a damaged database file is a problem that verify finds', async () => {
    if (env['FUPAN_DATABASE_URL'] !== undefined) return;
    folder.write({ 'data/fupan.db': 'no database at all, but long enough to be looked at' });
    const { code, stdout } = await run(['verify', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ check: 'database' }] });
    expect((await run(['search', 'x'])).stderr).toContain('database file is damaged');
  });

  it('an export onto a file names the file and what to do', async () => {
    folder.write({ taken: '' });
    const { code, stderr } = await run(['export', 'taken']);
    expect(code).toBe(1);
    expect(stderr).toContain(`${join(folder.path, 'taken')} is a file and no folder`);
  });
});

describe('one process for each data folder', () => {
  it('while the server runs, a command is done by it and says the same', async () => {
    await serving(async (url) => {
      const imported = await run(['import', 'cases', '--json']);
      expect(JSON.parse(imported.stdout)).toMatchObject({ created: 2 });
      const authorization = `Bearer ${await tokenBy(run, 'read')}`;
      const query = '{ search(query: "HikariPool") { totalCount } }';
      const { data } = await graphql({ url }, query, {}, { authorization });
      expect(data).toEqual({ search: { totalCount: 1 } });
      expect(await run(['import', 'nowhere'])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('nowhere:1: there is no such file'),
      });
      expect(await run(['verify'])).toMatchObject({ code: 0 });
      expect((await run(['migrate', '--down', '1'])).stderr).toContain('stop it');
    });
  });

  it('who gives up on a command that the server does is told so and ends with 130', async () => {
    const caller = new AbortController();
    let stderr = '';
    const output = { isTTY: false, hasColors: false, columns: 80 };
    const io: Io = {
      cwd: folder.path,
      locale: 'en',
      stdout: { ...output, write: () => undefined },
      stderr: { ...output, write: (text) => (stderr += text) },
      stdin: () => Promise.resolve(''),
      signal: caller.signal,
    };
    let hasNoticed = false;
    const server = await CommandSocket.listen(folder.path, (_argv, { signal }) => {
      caller.abort();
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          hasNoticed = true;
          resolve(130);
        });
      });
    });
    expect(await forward(server.path, ['import', 'cases'], io)).toBe(130);
    await server.close();
    expect(hasNoticed).toBe(true);
    expect(stderr).toBe('fupan: interrupted\n');
  });

  it('the sample cases are there when the address is told', async () => {
    const demo = ({ url, dataDir }: { url: string; dataDir: string }) => {
      const inDemo: Run = (argv) => fupan(argv, { env: { FUPAN_DATA_DIR: dataDir } });
      return tokenBy(inDemo, 'read,restricted').then((token) =>
        graphql(
          { url },
          '{ postmortems { totalCount } }',
          {},
          { authorization: `Bearer ${token}` },
        ),
      );
    };
    const { data } = await whileServing(run, demo, 'demo');
    // Of the 35 one is a draft, and one is restricted, both of somebody else.
    expect(data).toEqual({ postmortems: { totalCount: 33 } });
  });

  it('a second server is refused and names the first', async () => {
    await serving(async () => {
      const second = await run(['serve']);
      expect(second.code).toBe(1);
      expect(second.stderr).toContain(`process ${process.pid}, \`fupan serve\``);
      expect(second.stderr).toContain(join(folder.path, 'data'));
    });
  });

  it('only its own user may hand a command to the server, and nonsense does not hurt it', async () => {
    await serving(async () => {
      const path = join(folder.path, 'data', 'fupan.sock');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      await new Promise((resolve) => {
        connect(path, function (this: ReturnType<typeof connect>) {
          this.end('{"argv": "not a list"}\n');
        })
          .on('close', resolve)
          .resume();
      });
      expect(await run(['verify'])).toMatchObject({ code: 0 });
    });
  });

  it('a socket is found where the path of the data folder is too long for one', async () => {
    env = { ...env, FUPAN_DATA_DIR: join(folder.path, 'd'.repeat(120)) };
    await serving(async () => {
      expect(await run(['import', 'cases'])).toMatchObject({ code: 0 });
    });
  });

  it('a server says that it is ready, and leaves nothing but the library behind', async () => {
    await serving(async (url) => {
      let ready = await fetch(`${url}/readyz`);
      // Until the search index has been compared with the database.
      while (ready.status === 503) ready = await fetch(`${url}/readyz`);
      expect(await ready.json()).toEqual({
        status: 'ready',
        checks: { database: 'ok', migrations: 'ok', search: 'ok' },
      });
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      await run(['import', 'cases']);
    });
    expect(existsSync(join(folder.path, 'data', 'fupan.sock'))).toBe(false);
    expect(existsSync(join(folder.path, 'data', 'running.json'))).toBe(false);
    expect(await run(['verify'])).toMatchObject({ code: 0 });
    const found = await run(['search', '下单失败', '--json']);
    expect(JSON.parse(found.stdout)).toMatchObject({ totalCount: 1 });
  });

  it('a command that cannot have the folder says who has it', async () => {
    const attempt = DataDirLock.acquire(join(folder.path, 'data'), 'import');
    expect(attempt).toHaveProperty('lock');
    if (!('lock' in attempt)) return;
    const refused = await run(['verify']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('`fupan import`');
    attempt.lock.release();
    expect(await run(['import', 'cases'])).toMatchObject({ code: 0 });
  });

  it('a note that a killed process has left does not lock anybody out', async () => {
    const dataDir = join(folder.path, 'data');
    const attempt = DataDirLock.acquire(dataDir, 'serve');
    if (!('lock' in attempt)) throw new Error('the folder is new');
    attempt.lock.release();
    const note = { pid: 1, command: 'serve', socket: join(dataDir, 'fupan.sock') };
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify(note));
    writeFileSync(join(dataDir, 'fupan.sock'), '');
    expect(await run(['import', 'cases'])).toMatchObject({ code: 0 });
    await serving(async () => {
      expect(await run(['verify'])).toMatchObject({ code: 0 });
    });
  });

  it('the lock is one that SQLite itself respects', () => {
    const dataDir = join(folder.path, 'data');
    const attempt = DataDirLock.acquire(dataDir, 'serve');
    const other = new (loadSqliteDriver())(join(dataDir, 'lock.db'), { timeout: 0 });
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
    other.close();
    if ('lock' in attempt) attempt.lock.release();
  });
});
