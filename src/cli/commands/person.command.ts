import type { TxCtx } from '../../core/ctx.js';
import { FupanError } from '../../core/errors.js';
import type { Role } from '../../core/vocabulary.js';
import { AuditLog } from '../../features/audit/audit-log.service.js';
import { PasswordService } from '../../features/identity/password.service.js';
import type { PersonEntity } from '../../features/people/person.entity.js';
import { PersonService } from '../../features/people/person.service.js';
import { EXIT, type Command, type CommandApp } from '../command-app.js';
import { printable, say, sayJson, type Io } from '../io.js';
import { personByEmail } from '../person-by-email.js';
import { knownAlready, printNewPerson, type PersonCreateArguments } from './person.output.js';

export function personCreateCommand({
  email,
  name,
  role,
  passwordStdin,
  json,
}: PersonCreateArguments): Command {
  return async (io, app) => {
    const people = await app.get(PersonService);
    const audit = await app.get(AuditLog);
    const setPassword = await passwordSetter(io, app, passwordStdin);
    try {
      const person = await app.write(io, async (tx) => {
        const created = await people.create(tx, { email, name, role });
        const subject = { type: 'Person', id: created.id };
        audit.note(tx, { act: 'personCreate', subject, detail: { role: created.role } });
        await setPassword(tx, created);
        return created;
      });
      printNewPerson(io, person, json);
      return EXIT.success;
    } catch (error) {
      if (error instanceof FupanError && error.code === 'ALREADY_EXISTS') throw knownAlready(email);
      throw error;
    }
  };
}

export interface PersonUpdateArguments {
  readonly email: string;
  readonly role?: Role;
  readonly passwordStdin: boolean;
  readonly archive: boolean;
  readonly restore: boolean;
  readonly json: boolean;
}

/** For whoever runs the machine, also when nobody can sign in any more. */
export function personUpdateCommand({
  email,
  role,
  passwordStdin,
  archive,
  restore,
  json,
}: PersonUpdateArguments): Command {
  return async (io, app) => {
    if (role === undefined && !passwordStdin && !archive && !restore) {
      const options = '--role, --password-stdin, --archive or --restore';
      say(io.stderr, `fupan: say what to change: ${options}`);
      return EXIT.usage;
    }
    const people = await app.get(PersonService);
    const audit = await app.get(AuditLog);
    const setPassword = await passwordSetter(io, app, passwordStdin);
    const person = await app.write(io, async (tx) => {
      let row = await personByEmail(tx, email);
      const subject = { type: 'Person', id: row.id };
      if (role !== undefined) {
        row = await people.update(tx, row.id, { role });
        audit.note(tx, { act: 'personUpdate', subject, detail: { fields: ['role'], role } });
      }
      if (archive) {
        row = await people.archive(tx, row.id);
        audit.note(tx, { act: 'personArchive', subject });
      }
      if (restore) {
        row = await people.restore(tx, row.id);
        audit.note(tx, { act: 'personRestore', subject });
      }
      await setPassword(tx, row);
      return row;
    });
    const { id, name, archivedAt } = person;
    if (json) sayJson(io, { id, email: person.email, role: person.role, archivedAt });
    else {
      const state = archivedAt === null ? person.role : `${person.role}, archived`;
      say(io.stdout, `${printable(name)} <${person.email ?? ''}> is ${state}`);
    }
    return EXIT.success;
  };
}

/** Sets the password that came in on standard input; does nothing if none was to come. */
async function passwordSetter(
  io: Io,
  app: CommandApp,
  passwordStdin: boolean,
): Promise<(tx: TxCtx, person: PersonEntity) => Promise<void>> {
  if (!passwordStdin) return () => Promise.resolve();
  const password = await io.stdin();
  if (password === '') {
    throw new Error('no password came in on standard input; for example: < password.txt');
  }
  const passwords = await app.get(PasswordService);
  const audit = await app.get(AuditLog);
  return async (tx, { id }) => {
    await passwords.set(tx, id, password);
    audit.note(tx, { act: 'passwordSet', subject: { type: 'Person', id } });
  };
}
