import { Option, type Command as Commander } from 'commander';

import { ROLES, TOKEN_SCOPES, type Role, type TokenScope } from '../core/vocabulary.js';
import {
  addCommand,
  addRemoteCommand,
  commander,
  countOf,
  scopesOf,
  type CommonOptions,
  type RemoteOptions,
  type RequestedCommand,
} from './parse-options.js';
import type { Io } from './io.js';

type Request = (command: RequestedCommand) => void;

interface PersonOptions {
  readonly email: string;
  readonly role?: Role;
  readonly passwordStdin: boolean;
}

const email = (): Option => new Option('--email <address>', 'e-mail address').makeOptionMandatory();
const role = (): Option => new Option('--role <role>', 'what they may do').choices(ROLES);
const password = (): Option =>
  new Option('--password-stdin', 'set the password to what comes in on standard input').default(
    false,
  );

/** `fupan person …` */
export function personCommands(io: Io, request: Request): Commander {
  const person = commander('person', io).description('keep the people');
  addRemoteCommand(person, 'create', 'add a person')
    .addOption(email())
    .requiredOption('--name <name>', 'name')
    .addOption(role())
    .addOption(password())
    .action(({ url, ...options }: PersonOptions & RemoteOptions & { name: string }) => {
      request({
        name: 'person create',
        run: async (...on) => {
          const { personCreateCommand } = await import('./commands/person.command.js');
          return personCreateCommand(options)(...on);
        },
        runElsewhere: async (...on) => {
          const { personCreateElsewhere } = await import('./commands/person.remote.js');
          return personCreateElsewhere(options)(...on);
        },
        url,
        readsStdin: options.passwordStdin,
      });
    });
  addCommand(person, 'update', 'change a person, on the machine of the library only')
    .addOption(email())
    .addOption(role())
    .addOption(password())
    .addOption(
      new Option('--archive', 'they have left: sessions and tokens end at once')
        .default(false)
        .conflicts('restore'),
    )
    .option('--restore', 'they are back', false)
    .action((options: PersonOptions & CommonOptions & { archive: boolean; restore: boolean }) => {
      request({
        name: 'person update',
        run: async (...on) => {
          const { personUpdateCommand } = await import('./commands/person.command.js');
          return personUpdateCommand(options)(...on);
        },
        readsStdin: options.passwordStdin,
      });
    });
  return person;
}

interface TokenOptions extends RemoteOptions {
  readonly email?: string;
  readonly scopes: readonly TokenScope[];
  readonly days: number;
  readonly name: string;
  readonly feed: boolean;
}

const TOKEN_HELP = `
Scopes: read, write, admin, restricted. Every token reads; none implies another.

Example:
  FUPAN_TOKEN=$(fupan token create --email ann@example.org --scopes read,write)`;

/** `fupan token …` */
export function tokenCommands(io: Io, request: Request): Commander {
  const token = commander('token', io).description('keep the API tokens');
  addRemoteCommand(token, 'create', 'make a token; it is shown this once')
    .option('--email <address>', 'whose token it is to be')
    .addOption(
      new Option('--scopes <list>', `some of ${TOKEN_SCOPES.join(',')}`)
        .argParser(scopesOf)
        .default(['read'], 'read'),
    )
    .option('--days <n>', 'until it ends, 1 to 366', countOf, 90)
    .option('--name <name>', 'what it is for', 'command line')
    .option('--feed', 'good for feeds and calendars only', false)
    .addHelpText('after', TOKEN_HELP)
    .action(({ url, ...options }: TokenOptions) => {
      request({
        name: 'token create',
        run: async (...on) => {
          const { tokenCreateCommand } = await import('./commands/token.command.js');
          return tokenCreateCommand(options)(...on);
        },
        runElsewhere: async (...on) => {
          const { tokenCreateElsewhere } = await import('./commands/token.remote.js');
          return tokenCreateElsewhere(options)(...on);
        },
        url,
      });
    });
  addRemoteCommand(token, 'list', 'show the tokens, not the secret part')
    .option('--email <address>', 'of this person only')
    .action(({ url, ...options }: RemoteOptions & { email?: string }) => {
      request({
        name: 'token list',
        run: async (...on) => {
          const { tokenListCommand } = await import('./commands/token.command.js');
          return tokenListCommand(options)(...on);
        },
        runElsewhere: async (...on) => {
          const { tokenListElsewhere } = await import('./commands/token.remote.js');
          return tokenListElsewhere(options)(...on);
        },
        url,
      });
    });
  addRemoteCommand(token, 'revoke <id>', 'end a token at once').action(
    (id: string, { url, ...options }: RemoteOptions) => {
      request({
        name: 'token revoke',
        run: async (...on) => {
          const { tokenRevokeCommand } = await import('./commands/token.command.js');
          return tokenRevokeCommand({ ...options, id })(...on);
        },
        runElsewhere: async (...on) => {
          const { tokenRevokeElsewhere } = await import('./commands/token.remote.js');
          return tokenRevokeElsewhere({ ...options, id })(...on);
        },
        url,
      });
    },
  );
  return token;
}
