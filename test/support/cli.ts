import { expect } from '@jest/globals';
import { join } from 'node:path';

import { loadConfig } from '../../src/core/config.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import type { Io } from '../../src/cli/io.js';
import { loadRemoteConfig } from '../../src/cli/remote-config.js';
import { runProgram } from '../../src/cli/run.js';
import { freshDatabaseUrl } from './database.js';
import type { Scratch } from './files.js';

/** What a command said and how it ended. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What comes in on standard input, the last line break taken off. */
  readonly stdin?: string;
  /** As if it ran in a terminal. */
  readonly terminal?: boolean;
  readonly signal?: AbortSignal;
  /** Called with everything that is written to standard output. */
  readonly onOutput?: (text: string) => void;
}

/** Runs the program in this process, as the shell would. */
export async function fupan(argv: readonly string[], options: CliOptions): Promise<Said> {
  const { env, cwd = '/', terminal = false, signal = new AbortController().signal } = options;
  let stdout = '';
  let stderr = '';
  const shape = { isTTY: terminal, hasColors: terminal, columns: 80 };
  const io: Io = {
    cwd,
    locale: 'en',
    stdout: {
      ...shape,
      write: (text) => {
        stdout += text;
        options.onOutput?.(text);
      },
    },
    stderr: { ...shape, write: (text) => (stderr += text) },
    stdin: () => Promise.resolve(options.stdin ?? ''),
    signal,
  };
  const code = await runProgram(argv, {
    io,
    loadConfig: () => loadConfig(env),
    loadRemoteConfig: (url) => loadRemoteConfig(env, url),
    createLogger: () => Promise.resolve(silentLogger),
    patience: 300,
  });
  return { code, stdout, stderr };
}

/** Settings for a library of its own in this folder, and what takes its database away again. */
export async function librarySettings(
  { path }: Scratch,
  name = 'data',
): Promise<{ env: Record<string, string>; drop: () => Promise<void> }> {
  const { url, drop } = await freshDatabaseUrl();
  const env = { FUPAN_DATA_DIR: join(path, name), FUPAN_PORT: '0' };
  return { env: url === undefined ? env : { ...env, FUPAN_DATABASE_URL: url }, drop };
}

/** Runs the program, with what a test has settled on. */
export type Run = (argv: readonly string[], options?: Partial<CliOptions>) => Promise<Said>;

/** A server in this process, until the work is done. */
export async function whileServing<Result>(
  run: Run,
  work: (server: { readonly url: string; readonly dataDir: string }) => Promise<Result>,
  command = 'serve',
): Promise<Result> {
  const abort = new AbortController();
  let ended: Promise<Said> | undefined;
  const server = await new Promise<{ url: string; dataDir: string }>((resolve, reject) => {
    ended = run([command, '--json'], {
      signal: abort.signal,
      onOutput: (text) => {
        resolve(JSON.parse(text) as { url: string; dataDir: string });
      },
    });
    ended.then(({ stderr }) => {
      reject(new Error(stderr));
    }, reject);
  });
  try {
    return await work(server);
  } finally {
    abort.abort();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  }
}

/** Makes somebody and a token for them, as the README says; answers the token. */
export async function tokenBy(
  run: Run,
  scopes: string,
  { email = 'root@example.org', role = 'ADMIN' } = {},
): Promise<string> {
  const person = ['person', 'create', '--email', email, '--name', 'Root', '--role', role];
  // Somebody who is there already is no matter.
  await run(person);
  const made = await run(['token', 'create', '--email', email, '--scopes', scopes, '--json']);
  return (JSON.parse(made.stdout) as { token: string }).token;
}
