import { say, type Io } from '../io.js';

export interface AuditArguments {
  readonly since?: Date;
  readonly until?: Date;
  readonly act?: readonly string[];
  /** E-mail address. */
  readonly person?: string;
}

/** Who did something, in the words of the library. */
export interface ShownPerson {
  readonly name: string;
  readonly email: string | null;
}

/** Prints one entry as one line of JSON, which no reader takes for two. */
export function printEntry(io: Io, entry: object): void {
  say(io.stdout, JSON.stringify(entry));
}
