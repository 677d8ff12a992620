// Starts the built server on the Node that runs this, makes an administrator and a token and imports
// the sample cases through the command line, finds one of them over GraphQL in the other script, and
// stops the server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_PATIENCE_MS = 60_000;

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();

const dataDir = mkdtempSync(join(tmpdir(), 'fupan-smoke-'));
const env = {
  ...process.env,
  FUPAN_DATA_DIR: dataDir,
  FUPAN_PORT: String(port),
  FUPAN_LOG_LEVEL: 'warn',
};
const run = (...args) =>
  spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });

/** Runs a command to its end; answers what it printed. */
async function fupan(args, input = '') {
  const child = spawn(process.execPath, ['dist/src/cli/main.js', ...args, '--json'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  assert.equal(code, 0, `fupan ${args.join(' ')} failed`);
  return JSON.parse(output);
}

async function ask(query, token) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}

async function ready(deadline = Date.now() + START_PATIENCE_MS) {
  for (;;) {
    try {
      const { status } = await fetch(`http://127.0.0.1:${port}/readyz`);
      assert.equal(status, 200);
      return;
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) throw error;
      await sleep(100);
    }
  }
}

const server = run('dist/src/main.js');
try {
  await ready();
  const who = ['--email', 'smoke@example.org'];
  const account = ['--name', 'Smoke', '--role', 'ADMIN', '--password-stdin'];
  await fupan(['person', 'create', ...who, ...account], 'smoke rises over nine quiet hills\n');
  const { token } = await fupan(['token', 'create', ...who, '--scopes', 'read,write']);
  await fupan(['import', 'templates/demo']);
  const { search } = await ask(
    '{ search(query: "连接池") { totalCount nodes { postmortem { key title } } } }',
    token,
  );
  assert.ok(search.totalCount > 0, 'the search found nothing');
  server.kill('SIGTERM');
  const [exit] = await once(server, 'exit');
  assert.equal(exit, 0, 'the server did not stop cleanly');
  const [best] = search.nodes;
  console.log(`Node ${process.version}: ${search.totalCount} found, first ${best.postmortem.key}`);
} finally {
  server.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
}
