import { loadConfig } from '../../src/core/config.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import type { Io } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/run.js';

/** What a command said and how it ended. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
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
    signal,
  };
  const code = await runProgram(argv, {
    io,
    loadConfig: () => loadConfig(env),
    createLogger: () => Promise.resolve(silentLogger),
    patience: 300,
  });
  return { code, stdout, stderr };
}
