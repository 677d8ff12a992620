import { createHash } from 'node:crypto';
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

import { LANGUAGES } from '../core/vocabulary.js';
import { EXIT } from './command-app.js';
import type { Io, Output } from './io.js';

/** The shortest limit that a system has for the path of a socket, in bytes. */
const MAX_SOCKET_PATH = 100;

/** Far above what a password needs, in UTF-16 code units. */
const MAX_STDIN = 1_024;

const outputSchema = z.object({
  isTTY: z.boolean(),
  hasColors: z.boolean(),
  columns: z.number().int().positive(),
});
/** The first line of a connection: what to run, and what the caller's terminal is like. */
const requestSchema = z.object({
  argv: z.array(z.string()),
  cwd: z.string(),
  locale: z.enum(LANGUAGES),
  stdout: outputSchema,
  stderr: outputSchema,
  /** What the caller was handed on standard input, if the command reads it. */
  stdin: z.string().max(MAX_STDIN).optional(),
});
type Request = z.infer<typeof requestSchema>;
/** Every other line: a piece of output, or the end. */
const frameSchema = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.number().int() }),
]);
type Frame = z.infer<typeof frameSchema>;

/** Runs the command line that another process was given. */
type Run = (argv: readonly string[], io: Io) => Promise<number>;

/**
 * A Unix domain socket in the data folder, through which commands reach the running server. Only
 * its own user may connect. The protocol is JSON, one value a line.
 */
export class CommandSocket {
  readonly #running = new Map<AbortController, Promise<void>>();

  private constructor(
    readonly path: string,
    private readonly server: Server,
    private readonly run: Run,
    /** The folder that was made for the socket alone. */
    private readonly ownFolder: string | null,
  ) {
    server.on('connection', (socket) => {
      const abort = new AbortController();
      const work = this.#serve(socket, abort).finally(() => this.#running.delete(abort));
      this.#running.set(abort, work);
    });
  }

  /** Listens; the caller must hold the lock of the data folder. */
  static async listen(dataDir: string, run: Run): Promise<CommandSocket> {
    const { path, ownFolder } = socketPlace(dataDir);
    rmSync(path, { force: true });
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      // The socket comes into being with these rights, so that there is no moment without them.
      const before = process.umask(0o177);
      server.listen(path, resolve);
      process.umask(before);
    });
    return new CommandSocket(path, server, run, ownFolder);
  }

  /** Takes no more commands, and asks those that run to come to an end. */
  async close(): Promise<void> {
    this.server.close();
    for (const abort of this.#running.keys()) abort.abort();
    await Promise.all(this.#running.values());
    rmSync(this.path, { force: true });
    // Never recursively: it is empty, or it is not ours.
    if (this.ownFolder !== null) rmdirSync(this.ownFolder);
  }

  async #serve(socket: Socket, abort: AbortController): Promise<void> {
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      abort.abort();
    });
    const lines = createInterface({ input: socket, crlfDelay: Infinity });
    lines.on('error', () => socket.destroy());
    try {
      const line = await new Promise<string>((resolve, reject) => {
        lines.once('line', resolve);
        lines.once('close', () => {
          reject(new Error('the caller has said nothing'));
        });
      });
      const request = requestSchema.parse(JSON.parse(line));
      const exit = await this.run(request.argv, ioOf(request, socket, abort.signal));
      send(socket, { exit });
    } catch {
      // What reaches this socket and is no request of ours gets no answer.
    } finally {
      socket.end();
    }
  }
}

function ioOf(request: Request, socket: Socket, signal: AbortSignal): Io {
  const { cwd, locale, stdin = '' } = request;
  const output = (shape: Omit<Output, 'write'>, frame: (text: string) => Frame): Output => ({
    ...shape,
    write: (text) => {
      send(socket, frame(text));
    },
  });
  return {
    cwd,
    locale,
    stdout: output(request.stdout, (out) => ({ out })),
    stderr: output(request.stderr, (err) => ({ err })),
    stdin: () => Promise.resolve(stdin),
    signal,
  };
}

function send(socket: Socket, frame: Frame): void {
  if (socket.writable) socket.write(`${JSON.stringify(frame)}\n`);
}

const PREFIX = 'fupan-';
const SOCKET_NAME = 'fupan.sock';

/** In the data folder; where that lies too deep for a socket, in a new private folder for temporary files. */
function socketPlace(dataDir: string): { path: string; ownFolder: string | null } {
  if (process.platform === 'win32') {
    const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 32);
    return { path: `\\\\.\\pipe\\${PREFIX}${mark}`, ownFolder: null };
  }
  const path = join(dataDir, SOCKET_NAME);
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH) return { path, ownFolder: null };
  const ownFolder = mkdtempSync(join(tmpdir(), PREFIX));
  return { path: join(ownFolder, SOCKET_NAME), ownFolder };
}

/**
 * Has the running server run a command, and shows what it says.
 * @param stdin what the command is to read from standard input; undefined if it does not
 * @returns the exit code, or undefined if nobody listens there
 */
export function forward(
  path: string,
  argv: readonly string[],
  io: Io,
  stdin?: string,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let exit: number | undefined;
    let isConnected = false;
    const giveUp = (): void => {
      exit = EXIT.interrupted;
      socket.destroy();
    };
    if (io.signal.aborted) giveUp();
    io.signal.addEventListener('abort', giveUp, { once: true });
    socket.on('connect', () => {
      isConnected = true;
      const { cwd, locale } = io;
      const shape = ({ isTTY, hasColors, columns }: Output) => ({ isTTY, hasColors, columns });
      const request: Request = {
        argv: [...argv],
        cwd,
        locale,
        stdout: shape(io.stdout),
        stderr: shape(io.stderr),
        stdin,
      };
      socket.write(`${JSON.stringify(request)}\n`);
    });
    socket.on('error', () => socket.destroy());
    createInterface({ input: socket, crlfDelay: Infinity })
      .on('error', () => socket.destroy())
      .on('line', (line) => {
        const frame = frameOf(line);
        if (!frame) socket.destroy();
        else if ('out' in frame) io.stdout.write(frame.out);
        else if ('err' in frame) io.stderr.write(frame.err);
        else exit = frame.exit;
      });
    // Of the socket, not of the lines: those do not end when the caller gives up.
    socket.on('close', () => {
      io.signal.removeEventListener('abort', giveUp);
      if (!isConnected && exit === undefined) {
        resolve(undefined);
        return;
      }
      if (exit === undefined) io.stderr.write('fupan: the server has ended before the command\n');
      if (io.signal.aborted) io.stderr.write('fupan: interrupted\n');
      resolve(exit ?? EXIT.refused);
    });
  });
}

/** Undefined for what no fupan of this version says. */
function frameOf(line: string): Frame | undefined {
  try {
    return frameSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
