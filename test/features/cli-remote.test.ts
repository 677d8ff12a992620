import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

import { RemoteLibrary } from '../../src/cli/remote-library.js';
import { newToken } from '../../src/features/identity/api-token.format.js';
import {
  fupan,
  librarySettings,
  tokenBy,
  whileServing,
  type CliOptions,
  type Said,
} from '../support/cli.js';
import { contentsOf, scratchFolder, type Scratch } from '../support/files.js';
import { ownForm } from '../support/library.js';

const DEMO = fileURLToPath(new URL('../../templates/demo', import.meta.url));

let folder: Scratch;
let drops: (() => Promise<void>)[];

beforeEach(() => {
  folder = scratchFolder();
  drops = [];
});
afterEach(async () => {
  for (const drop of drops) await drop();
  folder.remove();
});

/** A library on this machine, and the commands on it. */
async function library(name: string) {
  const { env, drop } = await librarySettings(folder, name);
  drops.push(drop);
  return (argv: readonly string[], options: Partial<CliOptions> = {}): Promise<Said> =>
    fupan(argv, { env, cwd: folder.path, ...options });
}

const nowhere = (): string => join(folder.path, 'untouched');

/** A command on a fupan elsewhere, from a machine without a library. */
const from =
  (token: string, env: Record<string, string> = {}) =>
  (argv: readonly string[], options: Partial<CliOptions> = {}): Promise<Said> =>
    fupan(argv, {
      env: { FUPAN_DATA_DIR: nowhere(), FUPAN_TOKEN: token, ...env },
      cwd: folder.path,
      ...options,
    });

afterEach(() => {
  expect(existsSync(nowhere())).toBe(false);
});

const parsed = ({ stdout }: Said): unknown => JSON.parse(stdout) as unknown;

/** Without the time that it took. */
const untimed = (text: string): string => text.replace(/ in [\d.]+ (ms|s)\n/g, '\n');

describe('a fupan elsewhere', () => {
  it('takes an import, finds and exports as the library of the machine does', async () => {
    const here = await library('here');
    const there = await library('there');
    await here(['import', DEMO]);
    await here(['export', 'local']);
    await whileServing(there, async ({ url }) => {
      const elsewhere = from(await tokenBy(there, 'read,admin,restricted'), { FUPAN_URL: url });
      const dry = await elsewhere(['import', 'local', '--dry-run', '--json']);
      expect(parsed(dry)).toMatchObject({ created: 35, failed: [] });
      expect(parsed(await there(['search', '', '--json']))).toMatchObject({ totalCount: 0 });

      const first = await elsewhere(['import', 'local', '--json']);
      expect(parsed(first)).toMatchObject({ created: 35, updated: 0, unchanged: 0, notes: [] });
      // An administrator reads no draft of others, and ties nothing to what stands in one.
      const untied = ['AI-122', 'AI-124', 'AI-126', 'PM-34'];
      expect(first.stderr.match(/(?<=there is no )\S+/gu)).toEqual(untied);
      expect(parsed(await elsewhere(['import', 'local', '--json']))).toMatchObject({
        created: 0,
        unchanged: 35,
      });

      for (const words of [
        ['连接池'],
        ['severity:SEV1', '--limit', '3'],
        ['xyzzy'],
        ['database'],
      ]) {
        const query = ['search', ...words, '--filter', 'lang=zh', '--filter', 'after=2020'];
        expect(parsed(await elsewhere([...query, '--json']))).toEqual(
          parsed(await there([...query, '--json'])),
        );
        expect(untimed((await elsewhere(query)).stdout)).toBe(untimed((await there(query)).stdout));
      }

      // For the rest the files are the same to the byte.
      const exported = await elsewhere(['export', 'remote', '--json']);
      const local = contentsOf(join(folder.path, 'local'));
      const remote = contentsOf(join(folder.path, 'remote'));
      expect(parsed(exported)).toEqual({
        exported: Object.keys(remote).length - 2,
        folder: join(folder.path, 'remote'),
        others: [],
      });
      expect(Object.keys(remote).length).toBeGreaterThan(30);
      for (const [name, content] of Object.entries(remote)) {
        if (!['catalog.yaml', 'improvement.yaml'].includes(name)) expect(content).toBe(local[name]);
      }
    });
  });

  it('says what is wrong with a file as the library of the machine does', async () => {
    folder.write({
      'cases/good.md': '# Certificate expired\n\nNobody renewed it.\n',
      'cases/bad.md': '---\ntitle: [open\n---\n',
      'cases/binary.md': new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0xff, 0xfe, 0xfd]),
      'cases/notes.txt': 'no case',
      'cases/links.md': ownForm('Linked', 'links: [{ to: PM-4711, kind: RELATED }]\n'),
    });
    const here = await library('here');
    const local = await here(['import', 'cases', 'missing', '--json']);
    const there = await library('there');
    await whileServing(there, async ({ url }) => {
      const elsewhere = from(await tokenBy(there, 'read,admin'));
      const remote = await elsewhere(['import', 'cases', 'missing', '--json', '--url', url]);
      expect(remote.code).toBe(1);
      const sorted = (said: Said): unknown => {
        const { failed, notes, ...counts } = parsed(said) as Record<string, { file: string }[]>;
        const byFile = (list: { file: string }[] = []) =>
          [...list].sort((a, b) => (a.file < b.file ? -1 : 1));
        return { ...counts, failed: byFile(failed), notes: byFile(notes) };
      };
      expect(sorted(remote)).toEqual(sorted(local));
      expect(remote.stderr).toContain('cases/bad.md:');
    });
  });

  it('takes an import of several requests, and each link leads to the case that was meant', async () => {
    const there = await library('there');
    folder.write({
      'others/a.md': ownForm('Somebody else’s first', 'key: PM-1\n'),
      'others/b.md': ownForm('Somebody else’s last', 'key: PM-300\n'),
    });
    await there(['import', 'others']);
    const link = (to: number): string => `links: [{ to: PM-${to}, kind: RELATED }]\n`;
    folder.write(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, index) => {
          const number = index + 1;
          const links = number === 1 ? link(300) : number === 300 ? link(1) : '';
          const name = `many/${String(number).padStart(4, '0')}.md`;
          return [name, ownForm(`Case ${number}`, `key: PM-${number}\n${links}`)];
        }),
      ),
    );
    folder.write({
      'many/9000.md': ownForm('Twice', 'id: 01890000-0000-7000-8000-000000000001\n'),
    });
    folder.write({ 'many/0000.md': ownForm('Once', 'id: 01890000-0000-7000-8000-000000000001\n') });
    await whileServing(there, async ({ url }) => {
      const elsewhere = from(await tokenBy(there, 'read,admin'), { FUPAN_URL: url });
      const first = await elsewhere(['import', 'many', '--json']);
      expect(parsed(first)).toMatchObject({
        created: 301,
        updated: 0,
        failed: [{ file: join('many', '9000.md'), message: expect.stringContaining('keep one') }],
        notes: [],
      });
      expect(parsed(await elsewhere(['import', 'many', '--json']))).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 301,
      });
    });
    await there(['export', 'out']);
    const files = Object.values(contentsOf(join(folder.path, 'out')));
    const keyOf = (title: string): string =>
      /^key: (.*)$/m.exec(files.find((text) => text.includes(`title: ${title}\n`)) ?? '')?.[1] ??
      '';
    const linkOf = (title: string): string | undefined =>
      / to: (PM-\d+)/.exec(files.find((text) => text.includes(`title: ${title}\n`)) ?? '')?.[1];
    expect(keyOf('Case 1')).not.toBe('PM-1');
    expect(linkOf('Case 1')).toBe(keyOf('Case 300'));
    expect(linkOf('Case 300')).toBe(keyOf('Case 1'));
  }, 60_000);

  it('shows no more than its token may see', async () => {
    const there = await library('there');
    folder.write({
      'cases/open.md': ownForm(
        'Open case',
        'key: PM-1\nstatus: PUBLISHED\nlinks: [{ to: PM-2, kind: RELATED }]\n',
        '\n## Summary\n\nordinary words\n',
      ),
      'cases/shut.md': ownForm(
        'Quokka case',
        'key: PM-2\nstatus: PUBLISHED\nvisibility: RESTRICTED\nincidents: [{ title: Quokka escaped }]\n',
        '\n## Summary\n\nordinary words of the quokka\n',
      ),
    });
    await there(['import', 'cases']);
    await whileServing(there, async ({ url }) => {
      const person = { email: 'vera@example.org', role: 'VIEWER' };
      const elsewhere = from(await tokenBy(there, 'read,restricted', person), { FUPAN_URL: url });
      expect(await elsewhere(['export', 'out'])).toMatchObject({ code: 0 });
      const files = contentsOf(join(folder.path, 'out'));
      expect(Object.keys(files)).toEqual(['PM-1.md', 'catalog.yaml', 'improvement.yaml']);
      expect(JSON.stringify(files)).not.toMatch(/quokka|PM-2/i);
      expect(parsed(await elsewhere(['search', 'ordinary', '--json']))).toMatchObject({
        totalCount: 1,
        nodes: [{ key: 'PM-1' }],
      });
      const refused = await elsewhere(['import', 'cases', '--json']);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain('“admin”');
    });
  });

  it('keeps people and tokens', async () => {
    const there = await library('there');
    await whileServing(there, async ({ url }) => {
      const root = from(await tokenBy(there, 'read,write,admin'), { FUPAN_URL: url });
      const add = ['person', 'create', '--email', 'Bo@Example.org', '--name', 'Bo'];
      const added = await root([...add, '--role', 'VIEWER', '--json']);
      expect(parsed(added)).toEqual({ id: expect.any(String), email: 'bo@example.org' });
      expect((await root(add)).stderr).toContain('is known already');
      expect(await root([...add, '--password-stdin'], { stdin: 'whatever it is' })).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('invitation'),
      });

      const made = await root(['token', 'create', '--scopes', 'read,write', '--json']);
      const { token, id } = parsed(made) as { token: string; id: string };
      const weaker = from(token, { FUPAN_URL: url });
      expect((await weaker(['token', 'create', '--scopes', 'read,admin'])).code).toBe(1);
      const others = await weaker(['token', 'create', '--email', 'bo@example.org']);
      expect(others.stderr).toContain('on the machine of the library');
      const listed = parsed(await weaker(['token', 'list', '--json']));
      expect(listed).toMatchObject({ tokens: [{ id, hint: token.slice(0, 10) }, {}] });
      expect(listed).toEqual(
        parsed(await root(['token', 'list', '--email', 'ROOT@example.org', '--json'])),
      );
      await there(['token', 'create', '--email', 'bo@example.org']);
      const bos = await root(['token', 'list', '--email', 'bo@example.org', '--json']);
      expect(parsed(bos)).toMatchObject({ tokens: [{ email: 'bo@example.org' }] });
      const hidden = await weaker(['token', 'list', '--email', 'bo@example.org', '--json']);
      expect(parsed(hidden)).toEqual({ tokens: [] });

      expect(parsed(await root(['token', 'revoke', id, '--json']))).toMatchObject({ id });
      const ended = await weaker(['search', 'x']);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      expect(ended.stderr).toContain('not valid');
    });
  });
});

describe('the address and the token', () => {
  const token = newToken('API');

  it('an address that cannot be one is wrong usage, or a setting that is told', async () => {
    for (const url of ['fupan', 'ftp://x', 'http://a:b@localhost', 'http://localhost/x?y']) {
      expect(await from(token)(['search', 'x', '--url', url])).toMatchObject({ code: 2 });
      const { code, stderr } = await from(token, { FUPAN_URL: url })(['search', 'x']);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('FUPAN_URL') });
    }
  });

  it('a token comes from the environment or a file, one of them, and is whole', async () => {
    const url = 'http://127.0.0.1:9';
    const missing = await from('')(['search', 'x', '--url', url]);
    expect(missing.stderr).toContain('set FUPAN_TOKEN');
    const cut = await from(token.slice(0, -1))(['search', 'x', '--url', url]);
    expect(cut.stderr).toContain('not complete');
    expect(cut.stderr).not.toContain(token.slice(0, -1));
    const file = join(folder.path, 'token');
    writeFileSync(file, `${token}\n`);
    const both = await from(token, { FUPAN_TOKEN_FILE: file })(['search', 'x', '--url', url]);
    expect(both.stderr).toContain('keep one');
    const read = await from('', { FUPAN_TOKEN_FILE: file })(['search', 'x', '--url', url]);
    expect(read.stderr).toContain('cannot be reached');
    const none = { FUPAN_TOKEN_FILE: `${file}.none` };
    expect((await from('', none)(['search', 'x', '--url', url])).stderr).toContain(
      'cannot be read',
    );
  });

  it('over plain http a token leaves the machine only where that is allowed', async () => {
    const url = 'http://fupan.invalid';
    const refused = await from(token)(['search', 'x', '--url', url]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('plain http') });
    const allowed = await from(token, { FUPAN_ALLOW_INSECURE_HTTP: 'on' })([
      'search',
      'x',
      '--url',
      url,
    ]);
    expect(allowed.stderr).toContain('cannot be reached');
  });
});

describe('what answers and is no fupan', () => {
  const token = newToken('API');
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function answering(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const said = async (listener: RequestListener): Promise<string> => {
    const url = await answering(listener);
    const { code, stdout, stderr } = await from(token)(['search', 'x', '--url', url]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^fupan: .*\n$/);
    expect(stderr).not.toContain(token);
    return stderr;
  };

  it('is told apart: a web page, another API, one that sends on, one that wants a password', async () => {
    expect(await said((_, answer) => answer.end('<html>'))).toContain('is no fupan (HTTP 200)');
    expect(await said((_, answer) => answer.writeHead(404).end('{}'))).toContain('no fupan');
    expect(await said((_, answer) => answer.end('{"data":{"search":7}}'))).toContain('understood');
    expect(await said((_, answer) => answer.writeHead(401).end('Basic'))).toContain(
      'the token is not valid',
    );
    const moved = { location: 'https://elsewhere.example.org/' };
    expect(await said((_, answer) => answer.writeHead(301, moved).end())).toContain(
      'https://elsewhere.example.org/',
    );
    expect(await said((request) => request.socket.destroy())).toContain('cannot be reached');
  });

  it('is told apart from nothing at all', async () => {
    const url = await answering(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const { code, stderr } = await from(token)(['search', 'x', '--url', url]);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `fupan: ${url} cannot be reached: nothing listens there; start fupan, or correct the address\n`,
    );
  });

  it('is waited for only so long, and given up when the caller is', async () => {
    const url = await answering(() => undefined);
    const abort = new AbortController();
    const io = { locale: 'en', signal: abort.signal } as const;
    const silent = new RemoteLibrary({ url, token }, io);
    await expect(silent.ask(z.unknown(), '{ __typename }', {}, 50)).rejects.toThrow('in time');
    const asked = from(token)(['search', 'x', '--url', url], { signal: abort.signal });
    abort.abort();
    expect(await asked).toMatchObject({ code: 130, stderr: 'fupan: interrupted\n' });
  });

  it('is asked again where it says when, but not for ever', async () => {
    let asked = 0;
    const busy = { errors: [{ message: 'Busy.', extensions: { code: 'BUSY' } }] };
    const url = await answering((_, answer) => {
      asked += 1;
      const isReady = asked === 2;
      answer.writeHead(isReady ? 200 : 503, isReady ? {} : { 'retry-after': '0.001' });
      answer.end(JSON.stringify(isReady ? { data: { done: true } } : busy));
    });
    const io = { locale: 'en', signal: new AbortController().signal } as const;
    const remote = new RemoteLibrary({ url, token }, io);
    const schema = z.object({ done: z.boolean() });
    expect(await remote.ask(schema, '{ done }')).toEqual({ done: true });
    await expect(remote.ask(schema, '{ done }')).rejects.toThrow('Busy.');
    expect(asked).toBe(8);
  });

  it('cannot have a file written outside of the folder', async () => {
    const nodes = [{ key: '../PM-1', markdown: 'x' }];
    const pageInfo = { hasNextPage: false, endCursor: null };
    const url = await answering((_, answer) => {
      answer.end(JSON.stringify({ data: { postmortems: { nodes, pageInfo } } }));
    });
    const { code } = await from(token)(['export', 'out', '--url', url]);
    expect(code).toBe(1);
    expect(existsSync(join(folder.path, 'PM-1.md'))).toBe(false);
  });
});
