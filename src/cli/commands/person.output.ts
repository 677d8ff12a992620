import type { Role } from '../../core/vocabulary.js';
import { printable, say, sayJson, type Io } from '../io.js';

export interface PersonCreateArguments {
  readonly email: string;
  readonly name: string;
  readonly role?: Role;
  /** Whether a password comes in on standard input. */
  readonly passwordStdin: boolean;
  readonly json: boolean;
}

interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

export function printNewPerson(io: Io, { id, name, email }: NewPerson, json: boolean): void {
  if (json) sayJson(io, { id, email });
  else say(io.stdout, `${printable(name)} <${email ?? ''}> added, id ${id}`);
}

/** What to say where somebody has the e-mail address already. */
export function knownAlready(email: string): Error {
  return new Error(
    `${email} is known already; on the machine of the library \`fupan person update --email ${email}\` changes role and password`,
  );
}

/** What to say where nobody has an e-mail address. */
export function nobodyHas(email: string): Error {
  return new Error(`nobody has the e-mail address ${email}; \`fupan person create\` adds somebody`);
}
