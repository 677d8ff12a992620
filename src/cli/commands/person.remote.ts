import { z } from 'zod';

import { EXIT, type RemoteCommand } from '../command-app.js';
import { say } from '../io.js';
import { RemoteError } from '../remote-library.js';
import { knownAlready, printNewPerson, type PersonCreateArguments } from './person.output.js';

const personSchema = z.object({ id: z.string(), name: z.string(), email: z.string().nullable() });

export function personCreateElsewhere({
  email,
  name,
  role,
  passwordStdin,
  json,
}: PersonCreateArguments): RemoteCommand {
  return async (io, library) => {
    if (passwordStdin) {
      say(
        io.stderr,
        'fupan: a password is set on the machine of the library, or by its owner through an invitation; leave out --password-stdin',
      );
      return EXIT.refused;
    }
    try {
      const { person } = await library.mutate(
        'personCreate',
        { person: personSchema },
        `mutation ($input: PersonCreateInput!) { personCreate(input: $input) {
          person { id name email } userErrors { code message } } }`,
        { input: { email, name, role } },
      );
      printNewPerson(io, person, json);
      return EXIT.success;
    } catch (error) {
      if (error instanceof RemoteError && error.code === 'ALREADY_EXISTS') {
        throw knownAlready(email);
      }
      throw error;
    }
  };
}
