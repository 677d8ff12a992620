import type { Config } from '../core/config.js';
import type { Ctx, TxCtx } from '../core/ctx.js';
import type { Database } from '../infra/database/database.js';
import type { Io } from './io.js';
import type { RemoteLibrary } from './remote-library.js';

/** What a command works on: the program, in this process or in the running server. */
export interface CommandApp {
  readonly config: Config;
  /** True inside of the running server, whose tables cannot be taken from under it. */
  readonly isServer: boolean;
  /** The database as it is, without bringing its tables up to date. */
  database(): Promise<Database>;
  /** A service of a feature, on tables that are up to date. */
  get<Service>(type: abstract new (...args: never[]) => Service): Promise<Service>;
  /** Brings the search index up to date and sees to it that it stays so. */
  awake(): Promise<void>;
  ctx(io: Io): Promise<Ctx>;
  /** Runs in a transaction. */
  write<Result>(io: Io, work: (tx: TxCtx) => Promise<Result>): Promise<Result>;
  /** Resolves when the side effects that were promised so far have been delivered or have failed once. */
  drained(): Promise<void>;
}

/** A command, ready to run; answers with its exit code. */
export type Command = (io: Io, app: CommandApp) => Promise<number>;

/** The same command on a fupan elsewhere. */
export type RemoteCommand = (io: Io, library: RemoteLibrary) => Promise<number>;

/** The exit codes of the contract. */
export const EXIT = { success: 0, refused: 1, usage: 2, interrupted: 130 } as const;
