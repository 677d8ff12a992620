import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));

/** Where a server is asked, and by what it knows us. */
export interface ServerAddress {
  readonly url: string;
  /** An API token. */
  readonly token: string;
}

/** The built server as a process of its own. */
export interface ServerProcess extends ServerAddress {
  readonly child: ChildProcess;
  /** Milliseconds from the spawn to the first answer of GraphQL. */
  readonly startMs: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Somebody in whose name a server is asked, and what their token is to allow. */
export interface Account {
  readonly email: string;
  readonly scopes: string;
}

/**
 * Starts the built server on a data folder and waits for its first GraphQL answer.
 * @param account of the library; without one, an administrator who is made for it
 */
export async function startServer(dataDir: string, account?: Account): Promise<ServerProcess> {
  const token = await (account ? newToken(dataDir, account) : adminToken(dataDir));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=16', '--enable-source-maps', MAIN],
    {
      env: {
        ...process.env,
        FUPAN_DATA_DIR: dataDir,
        FUPAN_PORT: String(port),
        FUPAN_LOG_LEVEL: 'error',
        // The limits are measured elsewhere; here they would only be in the way.
        FUPAN_POINTS_PER_MINUTE: '1000000000',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const deadline = began + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (performance.now() > deadline) throw new Error('the server did not answer within 60 s');
    if (await answers({ url, token })) break;
    await sleep(10);
  }
  return {
    url,
    token,
    child,
    startMs: performance.now() - began,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}

/** Resident memory of a process in MB (10^6 bytes); Linux only, NaN elsewhere. */
export function residentMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1_024) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Sends a GraphQL document; returns its data. */
export async function ask<Data>(
  { url, token }: ServerAddress,
  query: string,
  variables: object = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (data === undefined || data === null || errors !== undefined) {
    throw new Error(`refused: ${JSON.stringify(errors)}`);
  }
  return data;
}

/** Runs the built command line; returns what it printed on standard output. */
export async function runCli(dataDir: string, args: readonly string[]): Promise<string> {
  return (await runToEnd(dataDir, args)).output;
}

/** Runs the built command line; returns the most memory it held, in MB (Linux only). */
export async function peakOf(dataDir: string, args: readonly string[]): Promise<number> {
  return (await runToEnd(dataDir, args)).peakMb;
}

async function runToEnd(
  dataDir: string,
  args: readonly string[],
): Promise<{ output: string; peakMb: number }> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, FUPAN_DATA_DIR: dataDir, FUPAN_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let peakMb = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const watch = setInterval(() => {
    const now = residentMb(child.pid);
    if (now > peakMb) peakMb = now;
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`fupan ${args.join(' ')} ended with ${String(code)}`);
  return { output, peakMb };
}

const tokens = new Map<string, string>();

/** A token for the library in a data folder, made before its first server starts. */
async function adminToken(dataDir: string): Promise<string> {
  const known = tokens.get(dataDir);
  if (known !== undefined) return known;
  const email = 'bench@example.org';
  await runCli(dataDir, ['person', 'create', '--email', email, '--name', 'B', '--role', 'ADMIN']);
  const token = await newToken(dataDir, { email, scopes: 'read,write,restricted,admin' });
  tokens.set(dataDir, token);
  return token;
}

async function newToken(dataDir: string, { email, scopes }: Account): Promise<string> {
  const args = ['--email', email, '--scopes', scopes, '--json'];
  const made = await runCli(dataDir, ['token', 'create', ...args]);
  return (JSON.parse(made) as { token: string }).token;
}

async function answers(server: ServerAddress): Promise<boolean> {
  try {
    await ask(server, '{ __typename }');
    return true;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
