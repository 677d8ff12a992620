import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { graphql } from '../support/client.js';
import {
  fupan,
  librarySettings,
  tokenBy,
  whileServing,
  type CliOptions,
  type Said,
} from '../support/cli.js';
import { scratchFolder, type Scratch } from '../support/files.js';

let folder: Scratch;
let env: Record<string, string>;
let drop: () => Promise<void>;

beforeEach(async () => {
  folder = scratchFolder();
  ({ env, drop } = await librarySettings(folder));
  folder.write({ 'cases/a.md': '# Certificate expired\n\n## Summary\n\nNobody renewed it.\n' });
});
afterEach(async () => {
  await drop();
  folder.remove();
});

const run = (argv: readonly string[], options: Partial<CliOptions> = {}): Promise<Said> =>
  fupan(argv, { env, cwd: folder.path, ...options });

interface Line {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly person: { readonly name: string; readonly email: string } | null;
  readonly act: string;
  readonly outcome: string;
  readonly detail: Record<string, unknown> | null;
  readonly hash: string;
}

async function audit(...argv: string[]): Promise<Line[]> {
  const { code, stdout, stderr } = await run(['audit', ...argv]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

const acts = (lines: readonly Line[]): string[] => lines.map(({ act }) => act);

describe('fupan audit', () => {
  it('prints what the operator did, oldest first, each entry on a line', async () => {
    const email = ['--email', 'root@example.org'];
    await run(['person', 'create', ...email, '--name', 'Root', '--role', 'ADMIN']);
    await run(['token', 'create', ...email, '--scopes', 'read', '--days', '1']);
    await run(['import', 'cases']);
    await run(['import', 'cases', '--dry-run']);
    await run(['export', 'out']);
    await run(['reindex']);
    const lines = await audit();
    expect(acts(lines)).toEqual([
      'personCreate',
      'apiTokenCreate',
      'libraryImport',
      'export',
      'reindex',
    ]);
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(lines[0]).toMatchObject({
      actor: 'OPERATOR',
      personId: null,
      person: null,
      address: null,
      subjectType: 'Person',
      outcome: 'DONE',
      detail: { role: 'ADMIN' },
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(lines[2]?.detail).toMatchObject({ created: 1 });
  });

  it('keeps what is asked for, on the machine and from elsewhere', async () => {
    const token = await tokenBy(run, 'read,write,admin');
    await whileServing(run, async ({ url }) => {
      const headers = { authorization: `Bearer ${token}` };
      for (const name of ['Ada', ' ']) {
        const document = `mutation { personCreate(input: { name: "${name}" }) { userErrors { code } } }`;
        await graphql({ url }, document, {}, headers);
      }
      const mine = ['--person', 'root@example.org', '--act', 'personCreate', '--act', 'read'];
      const here = await audit(...mine);
      expect(here.map(({ outcome }) => outcome)).toEqual(['DONE', 'REFUSED']);
      expect(here[0]).toMatchObject({
        actor: 'PERSON',
        person: { name: 'Root', email: 'root@example.org' },
        detail: { fields: ['name'] },
      });
      expect(await audit('--since', '2000-01-01', '--until', '2001-01-01T00:00:00Z')).toEqual([]);
      const [first] = here;
      expect(await audit(...mine, '--since', first?.at ?? '')).toEqual(here);
      expect(await audit(...mine, '--until', first?.at ?? '')).toEqual([]);

      const elsewhere = await run(['audit', ...mine, '--url', url], {
        env: { FUPAN_TOKEN: token },
      });
      expect(elsewhere).toMatchObject({ code: 0, stderr: '' });
      const there = elsewhere.stdout.split('\n').filter(Boolean);
      expect(there.map((line) => JSON.parse(line) as Line)).toMatchObject([
        { act: 'personCreate', outcome: 'DONE', person: { name: 'Root' }, at: here[0]?.at },
        { act: 'personCreate', outcome: 'REFUSED', code: 'VALIDATION' },
      ]);
      // How many entries there are is not for everybody who administers.
      expect(elsewhere.stdout).not.toMatch(/"seq"|"hash"/);
    });
  });

  it('refuses what it cannot understand', async () => {
    expect(await run(['audit', '--since', 'yesterday'])).toMatchObject({ code: 2 });
    const nobody = await run(['audit', '--person', 'nobody@example.org']);
    expect(nobody).toMatchObject({ code: 1, stdout: '' });
    expect(nobody.stderr).toContain('nobody@example.org');
    expect(await run(['verify', '--audit-head', '5'])).toMatchObject({ code: 2 });
  });

  it('knows of tables that were taken back, as far as there is still a log', async () => {
    await run(['migrate']);
    const steps = ['migrate', '--down', '1'];
    // The newest migration may be the one that makes the log.
    expect(await run(steps)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['migrate'])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['verify'])).toMatchObject({ code: 0 });
  });
});

describe('fupan verify', () => {
  it('says where the log ends, and takes that as what to compare with later', async () => {
    await run(['import', 'cases']);
    const said = await run(['verify', '--json']);
    const { ok, auditHead } = JSON.parse(said.stdout) as { ok: boolean; auditHead: string };
    expect(ok).toBe(true);
    expect(auditHead).toMatch(/^1:[\da-f]{64}$/);
    expect((await run(['verify'])).stdout).toContain(`The audit log ends at ${auditHead}`);
    await run(['reindex']);
    expect(await run(['verify', '--audit-head', auditHead])).toMatchObject({ code: 0 });
    const other = `1:${'0'.repeat(64)}`;
    const refused = await run(['verify', '--json', '--audit-head', other]);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      ok: false,
      problems: [{ check: 'audit', message: expect.stringContaining('entry 1 of the audit log') }],
    });
  });

  it('misses the key of the log', async () => {
    await run(['import', 'cases']);
    await run(['reindex']);
    const file = join(folder.path, 'data', 'secret.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const secret = readFileSync(file, 'utf8').trim();
    rmSync(file);
    const missed = await run(['verify']);
    expect(missed.code).toBe(1);
    // On PostgreSQL, where others may have the key, nothing begins without it.
    const said =
      env['FUPAN_DATABASE_URL'] === undefined
        ? 'secret.key is another than the log was written with'
        : 'has a key that is missing in';
    expect(missed.stdout + missed.stderr).toContain(said);
    // The same secret as a setting is the same key.
    env['FUPAN_SECRET'] = secret;
    expect(await run(['verify'])).toMatchObject({ code: 0 });
    delete env['FUPAN_SECRET'];
    writeFileSync(file, 'short');
    expect(await run(['verify'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('too short to be a key'),
    });
  });
});
