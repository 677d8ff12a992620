// Starts the built server on the Node that runs this, imports the sample cases through the command
// line, finds one of them over GraphQL in the other script, and stops the server.
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

async function ask(query) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}

async function ready(deadline = Date.now() + START_PATIENCE_MS) {
  for (;;) {
    try {
      return await ask('{ __typename }');
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) throw error;
      await sleep(100);
    }
  }
}

const server = run('dist/src/main.js');
try {
  await ready();
  const [code] = await once(run('dist/src/cli/main.js', 'import', 'templates/demo'), 'exit');
  assert.equal(code, 0, 'the import failed');
  const { search } = await ask(
    '{ search(query: "连接池") { totalCount nodes { postmortem { key title } } } }',
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
