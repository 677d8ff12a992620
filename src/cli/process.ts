import { isUtf8 } from 'node:buffer';
import { addAbortSignal } from 'node:stream';
import { isatty, type WriteStream } from 'node:tty';

import { loadConfig } from '../core/config.js';
import { localeFromHeader } from '../locales/messages.js';
import { EXIT } from './command-app.js';
import type { Io, Output } from './io.js';
import { loadRemoteConfig } from './remote-config.js';
import { runProgram } from './run.js';

/** A process that is told to stop and has not done so by then is ended. */
const LAST_MOMENT_MS = 19_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs the program as this process: its arguments, its terminal, its signals, its exit code. */
export async function runProcess(argv: readonly string[], env: Environment): Promise<void> {
  const abort = new AbortController();
  const onSignal = (): void => {
    // Whoever asks twice does not want to wait.
    if (abort.signal.aborted) process.exit(EXIT.interrupted);
    abort.abort();
    setTimeout(() => process.exit(EXIT.refused), LAST_MOMENT_MS).unref();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  for (const stream of [process.stdout, process.stderr]) {
    // A reader such as `head` has seen enough.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.success : EXIT.refused);
    });
  }
  process.exitCode = await runProgram(argv, {
    io: processIo(env, abort.signal),
    loadConfig: () => loadConfig(env),
    loadRemoteConfig: (url) => loadRemoteConfig(env, url),
    createLogger: async (level) => (await import('../infra/logging/logger.js')).createLogger(level),
  });
}

function processIo(env: Environment, signal: AbortSignal): Io {
  const asked = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return {
    cwd: process.cwd(),
    locale: localeFromHeader(asked.replace(/[.@].*$/, '').replace('_', '-')),
    stdout: outputOf(process.stdout, env),
    stderr: outputOf(process.stderr, env),
    stdin: () => readInput(signal),
    signal,
  };
}

/** A password needs no more. */
const MOST_INPUT_BYTES = 1_024;

async function readInput(signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin)) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_INPUT_BYTES) {
      throw new Error('what comes in on standard input is longer than 1 KiB; give one line');
    }
  }
  const input = Buffer.concat(chunks);
  if (!isUtf8(input)) throw new Error('what comes in on standard input is not UTF-8 text');
  return input.toString('utf8').replace(/\r?\n$/, '');
}

function outputOf(stream: WriteStream & { fd: number }, env: Environment): Output {
  const isTTY = isatty(stream.fd);
  return {
    isTTY,
    hasColors: isTTY && stream.hasColors({ ...env }),
    columns: stream.columns || 80,
    write: (text) => {
      stream.write(text);
    },
  };
}
