import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { CommandSocket, forward } from '../../src/cli/command-socket.js';
import type { Io } from '../../src/cli/io.js';
import {
  fupan,
  librarySettings,
  whileServing,
  type CliOptions,
  type Said,
} from '../support/cli.js';
import { graphql } from '../support/client.js';
import { scratchFolder, type Scratch } from '../support/files.js';

const PASSWORD = 'nine quiet hills at dawn';

let folder: Scratch;
let env: Record<string, string>;
let drop: () => Promise<void>;

beforeEach(async () => {
  folder = scratchFolder();
  ({ env, drop } = await librarySettings(folder));
});
afterEach(async () => {
  await drop();
  folder.remove();
});

const run = (argv: readonly string[], options: Partial<CliOptions> = {}): Promise<Said> =>
  fupan(argv, { env, cwd: folder.path, ...options });

const json = async <Value>(argv: readonly string[], stdin?: string): Promise<Value> => {
  const { code, stdout, stderr } = await run(
    [...argv, '--json'],
    stdin === undefined ? {} : { stdin },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Value;
};

const ANN = ['--email', 'Ann@Example.org'];
const create = (...more: string[]): string[] => [
  'person',
  'create',
  ...ANN,
  '--name',
  'Ann',
  ...more,
];
const update = (...more: string[]): string[] => ['person', 'update', ...ANN, ...more];
const tokenFor = (...more: string[]): string[] => ['token', 'create', ...ANN, ...more];

interface Token {
  readonly token: string;
  readonly id: string;
}

async function signIn(url: string, password: string): Promise<boolean> {
  const { data } = await graphql<{ sessionCreate: { userErrors: unknown[] } }>(
    { url },
    `
      mutation ($input: SessionCreateInput!) {
        sessionCreate(input: $input) {
          userErrors {
            code
          }
        }
      }
    `,
    { input: { email: 'ann@example.org', password } },
  );
  return data?.sessionCreate.userErrors.length === 0;
}

describe('fupan person create', () => {
  it('adds somebody with a role and a password, with which they sign in', async () => {
    const made = await json(create('--role', 'ADMIN', '--password-stdin'), PASSWORD);
    expect(made).toEqual({ id: expect.any(String), email: 'ann@example.org' });
    await whileServing(run, async ({ url }) => {
      expect(await signIn(url, 'something else altogether')).toBe(false);
      expect(await signIn(url, PASSWORD)).toBe(true);
      const { token } = await json<Token>(tokenFor('--scopes', 'read,admin'));
      const { data } = await graphql(
        { url },
        '{ viewer { name email role } }',
        {},
        { authorization: `Bearer ${token}` },
      );
      expect(data).toEqual({ viewer: { name: 'Ann', email: 'ann@example.org', role: 'ADMIN' } });
    });
  });

  it('hands the password to the running server', async () => {
    await whileServing(run, async ({ url }) => {
      await json(create('--password-stdin'), PASSWORD);
      expect(await signIn(url, PASSWORD)).toBe(true);
    });
  });

  it('says so where somebody is there already, and changes nothing', async () => {
    await json(create());
    const again = await run(create('--role', 'ADMIN', '--json'));
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('is known already');
    expect(again.stderr).toContain('fupan person update');
    expect(await json(update('--role', 'VIEWER'))).toMatchObject({ role: 'VIEWER' });
  });

  it('adds nobody where the password is weak or does not come', async () => {
    for (const stdin of ['', 'password', 'ann']) {
      const refused = await run(create('--password-stdin'), { stdin });
      expect(refused).toMatchObject({ code: 1, stdout: '' });
    }
    expect((await run(tokenFor())).stderr).toContain('nobody has the e-mail address');
  });

  it('wants an address, a name and a role that exists', async () => {
    expect(await run(['person', 'create', '--name', 'Ann'])).toMatchObject({ code: 2 });
    expect(await run(['person', 'create', ...ANN])).toMatchObject({ code: 2 });
    expect(await run(create('--role', 'ROOT'))).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['person', 'create', '--email', 'no', '--name', 'x'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not an e-mail address'),
    });
  });
});

describe('fupan person update', () => {
  it('is the way back in for whoever has the machine', async () => {
    const { id } = await json<{ id: string }>(
      create('--role', 'ADMIN', '--password-stdin'),
      PASSWORD,
    );
    const { token } = await json<Token>(tokenFor());
    await whileServing(run, async ({ url }) => {
      const viewer = async (): Promise<unknown> =>
        (await graphql({ url }, '{ viewer { id } }', {}, { authorization: `Bearer ${token}` }))
          .data;
      expect(await viewer()).toEqual({ viewer: { id } });
      expect(await json(update('--archive'))).toMatchObject({ archivedAt: expect.any(String) });
      expect(await viewer()).toBeFalsy();
      expect(await signIn(url, PASSWORD)).toBe(false);
      const back = await json(
        update('--restore', '--role', 'MEMBER', '--password-stdin'),
        'another line of words',
      );
      expect(back).toEqual({ id, email: 'ann@example.org', role: 'MEMBER', archivedAt: null });
      expect(await signIn(url, PASSWORD)).toBe(false);
      expect(await signIn(url, 'another line of words')).toBe(true);
    });
  });

  it('wants to be told what to change, and whom', async () => {
    await json(create());
    expect(await run(update())).toMatchObject({ code: 2, stdout: '' });
    expect(await run(update('--archive', '--restore'))).toMatchObject({ code: 2 });
    expect(
      await run(['person', 'update', '--email', 'bob@example.org', '--archive']),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nobody has the e-mail address bob@example.org'),
    });
  });
});

describe('fupan token', () => {
  it('makes, lists and revokes', async () => {
    await json(create('--role', 'ADMIN'));
    const { token, id } = await json<Token>(
      tokenFor('--scopes', 'admin,read', '--days', '30', '--name', 'Nightly export'),
    );
    expect(token).toMatch(/^fpn_[\w-]{49}$/);
    const { tokens } = await json<{ tokens: unknown[] }>(['token', 'list']);
    expect(tokens).toEqual([
      {
        id,
        email: 'ann@example.org',
        hint: token.slice(0, 10),
        kind: 'API',
        name: 'Nightly export',
        scopes: ['read', 'admin'],
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
        lastUsedAt: null,
        revokedAt: null,
      },
    ]);
    expect(await json(['token', 'revoke', id])).toEqual({ id, revokedAt: expect.any(String) });
    expect(await json(['token', 'list', ...ANN])).toMatchObject({
      tokens: [{ id, revokedAt: expect.any(String) }],
    });
    expect(await run(['token', 'revoke', 'nothing'])).toMatchObject({ code: 1, stdout: '' });
  });

  it('prints nothing but the token on standard output', async () => {
    await json(create());
    const made = await run(tokenFor('--feed'));
    expect(made.stdout).toMatch(/^fpf_[\w-]{49}\n$/);
    expect(made.stderr).toContain('shown this once');
    const listed = await run(['token', 'list']);
    expect(listed.stdout).toContain(made.stdout.slice(0, 10));
    expect(listed.stdout).not.toContain(made.stdout.slice(0, 20));
  });

  it('lasts ninety days and reads, unless something else is said', async () => {
    await json(create());
    const made = await json<{ scopes: string[]; expiresAt: string }>(tokenFor());
    expect(made.scopes).toEqual(['read']);
    const days = (Date.parse(made.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
  });

  it('refuses what cannot be', async () => {
    await json(create('--role', 'VIEWER'));
    expect(await run(tokenFor('--scopes', 'read,everything'))).toMatchObject({ code: 2 });
    expect(await run(tokenFor('--days', 'ten'))).toMatchObject({ code: 2 });
    expect(await run(['token', 'create'])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(tokenFor('--days', '367'))).toMatchObject({ code: 1 });
    expect(await run(tokenFor('--scopes', 'write'))).toMatchObject({ code: 1 });
    expect((await run(tokenFor('--scopes', 'read,write'))).stderr).toContain('VIEWER');
    expect(await json(['token', 'list'])).toEqual({ tokens: [] });
  });
});

describe('what comes in on standard input', () => {
  const output = { isTTY: false, hasColors: false, columns: 80, write: () => undefined };
  const io = (stdin: string): Io => ({
    cwd: folder.path,
    locale: 'en',
    stdout: output,
    stderr: output,
    stdin: () => Promise.resolve(stdin),
    signal: new AbortController().signal,
  });

  it('reaches the command in the server to the letter, and is nothing where it was not asked for', async () => {
    const heard: string[] = [];
    const server = await CommandSocket.listen(folder.path, async (_argv, { stdin }) => {
      heard.push(await stdin());
      return 0;
    });
    await forward(server.path, ['x'], io(''), ' 密碼 "with" \\ and\ttab ');
    await forward(server.path, ['x'], io('not asked for'));
    await server.close();
    expect(heard).toEqual([' 密碼 "with" \\ and\ttab ', '']);
  });
});
