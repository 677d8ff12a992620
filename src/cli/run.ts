import { setTimeout as sleep } from 'node:timers/promises';

import type { Config } from '../core/config.js';
import type { Logger } from '../core/logger.js';
import { DataDirLock } from '../infra/data-dir-lock.js';
import { EXIT, type Command, type CommandApp } from './command-app.js';
import { forward } from './command-socket.js';
import { inUse } from './in-use.js';
import { printable, say, type Io } from './io.js';
import { parseArguments, type Parsed } from './parse.js';
import { reasonOf } from './reason.js';
import type { RemoteConfig } from './remote-config.js';

/** How long a command waits for another process to leave the data folder. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/** What the process has for the program. */
export interface ProgramOptions {
  readonly io: Io;
  /** @throws ConfigError */
  readonly loadConfig: () => Config;
  /** The fupan elsewhere that a command is for; null: the library here. @throws RemoteConfigError */
  readonly loadRemoteConfig: (url?: string) => RemoteConfig | null;
  readonly createLogger: (level: string) => Promise<Logger>;
  /** Milliseconds to wait for a data folder in use; 10 s by default. */
  readonly patience?: number;
}

/** Runs the program with these arguments; returns its exit code. */
export async function runProgram(
  argv: readonly string[],
  options: ProgramOptions,
): Promise<number> {
  const { io } = options;
  const parsed = parseArguments(argv, io);
  if (parsed.kind === 'exit') return parsed.code;
  return guarded(io, async () => {
    if (parsed.kind === 'command') return runCommand(argv, parsed, options);
    const config = options.loadConfig();
    const log = await options.createLogger(config.logLevel);
    const { serve, serveDemo } = await import('./serve.js');
    return parsed.kind === 'serve'
      ? serve(config, { io, log, json: parsed.json, runForwarded })
      : serveDemo(config, { io, log, json: parsed.json, runForwarded });
  });
}

type ParsedCommand = Parsed & { kind: 'command' };

/** Runs a command on the fupan that it is for: one elsewhere, or the library of this machine. */
async function runCommand(
  argv: readonly string[],
  parsed: ParsedCommand,
  options: ProgramOptions,
): Promise<number> {
  const { io } = options;
  const remote = parsed.runElsewhere ? options.loadRemoteConfig(parsed.url) : null;
  // Read once: the command may run in the server, which has another standard input.
  const stdin = parsed.readsStdin ? await io.stdin() : undefined;
  const withInput: Io = { ...io, stdin: () => Promise.resolve(stdin ?? '') };
  if (remote && parsed.runElsewhere) {
    const { RemoteLibrary } = await import('./remote-library.js');
    return parsed.runElsewhere(withInput, new RemoteLibrary(remote, io));
  }
  const config = options.loadConfig();
  return runHereOrThere(argv, parsed, config, { ...options, io: withInput }, stdin);
}

/** Runs the command line of another process in this one, which has everything open. */
async function runForwarded(argv: readonly string[], io: Io, app: CommandApp): Promise<number> {
  const parsed = parseArguments(argv, io);
  if (parsed.kind === 'exit') return parsed.code;
  if (parsed.kind !== 'command') return EXIT.usage;
  return guarded(io, () => parsed.run(io, app));
}

/** Runs a command in this process if nobody holds the data folder, else in the one that holds it. */
async function runHereOrThere(
  argv: readonly string[],
  { name, run }: ParsedCommand,
  config: Config,
  { io, patience = PATIENCE_MS, createLogger }: ProgramOptions,
  stdin: string | undefined,
): Promise<number> {
  const deadline = performance.now() + patience;
  for (;;) {
    const attempt = DataDirLock.acquire(config.dataDir, name);
    if ('lock' in attempt) {
      try {
        return await runHere(run, config, io, await createLogger('warn'));
      } finally {
        attempt.lock.release();
      }
    }
    const { holder } = attempt;
    if (typeof holder?.socket === 'string') {
      const code = await forward(holder.socket, argv, io, stdin);
      if (code !== undefined) return code;
    }
    if (io.signal.aborted) return EXIT.interrupted;
    if (performance.now() > deadline) {
      say(io.stderr, `fupan: ${inUse(config.dataDir, holder)}`);
      return EXIT.refused;
    }
    await sleep(PAUSE_MS);
  }
}

async function runHere(run: Command, config: Config, io: Io, log: Logger): Promise<number> {
  const { LocalApp } = await import('./local-app.js');
  const app = new LocalApp(config, log);
  try {
    return await run(io, app);
  } finally {
    await app.close();
  }
}

/** Turns what goes wrong into one sentence and an exit code. */
async function guarded(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (io.signal.aborted) {
      say(io.stderr, 'fupan: interrupted');
      return EXIT.interrupted;
    }
    say(io.stderr, `fupan: ${printable(reasonOf(error, io.locale))}`);
    return EXIT.refused;
  }
}
