import { PersonService } from '../../features/people/person.service.js';
import { EXIT, type Command } from '../command-app.js';
import { say, sayJson } from '../io.js';

export interface PersonCreateArguments {
  readonly email: string;
  readonly name: string;
  /** True if a role or a password was given, which have no meaning yet. */
  readonly wantsAccount: boolean;
  readonly json: boolean;
}

export function personCreateCommand({
  email,
  name,
  wantsAccount,
  json,
}: PersonCreateArguments): Command {
  return async (io, app) => {
    const people = await app.get(PersonService);
    const person = await app.write(io, (tx) => people.create(tx, { email, name }));
    if (wantsAccount) {
      say(
        io.stderr,
        'fupan: there is no sign-in yet, so role and password are not kept; give them again when there is',
      );
    }
    if (json) sayJson(io, { id: person.id, email: person.email });
    else say(io.stdout, `${person.name} <${person.email ?? ''}> added, id ${person.id}`);
    return EXIT.success;
  };
}
