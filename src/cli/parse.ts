import { CommanderError, Option, type Command as Commander } from 'commander';

import { LANGUAGES } from '../core/vocabulary.js';
import type { SearchFilter } from '../infra/search/search-index.js';
import { EXIT } from './command-app.js';
import type { CopyArguments } from './commands/copy.command.js';
import type { DigestArguments } from './commands/digest.command.js';
import type { Io } from './io.js';
import { packageVersion } from '../infra/package.js';
import { personCommands, tokenCommands } from './parse-accounts.js';
import { addAuditCommands } from './parse-audit.js';
import {
  addCommand,
  addRemoteCommand,
  commander,
  countOf,
  filterOf,
  limitOf,
  NOTHING,
  type CommonOptions,
  type RemoteOptions,
  type RequestedCommand,
} from './parse-options.js';

/** What a command line asks for. */
export type Parsed =
  /** Everything has been said: the help, the version, or what is wrong with the usage. */
  | { readonly kind: 'exit'; readonly code: number }
  /** The server itself, on the library of the settings or on a throwaway one. */
  | { readonly kind: 'serve' | 'demo'; readonly json: boolean }
  /** Something that is done and over, here or in the running server. */
  | (RequestedCommand & { readonly kind: 'command' });

interface SearchOptions extends RemoteOptions {
  readonly limit: number;
  readonly filter: SearchFilter;
}

const SEARCH_HELP = `
Query:
  pool timeout            both words, in any order and form
  "is not available"      these words in this order
  -coupon                 nothing with this word
  severity:SEV1           by field: service, severity, team, tag, category,
                          status, lang, after, before

Script, case and width make no difference: 證書過期 finds 证书过期.

Examples:
  fupan search 'HikariPool "Connection is not available"'
  fupan search 連線池耗盡 --filter severity=SEV1 --filter after=2025`;

const COPY_HELP = `
Every table travels, files, sessions and the audit log too, in one transaction; then both sides are
compared row by row. Without a password in the address, PGPASSWORD is used.

Example:
  fupan copy --from sqlite:./data/fupan.db --to postgres://fupan@db.example.org/fupan`;

const PROGRAM_HELP = `
Examples:
  fupan import ~/postmortems
  fupan search 'too many clients already'
  fupan COMMAND --help

Each command takes --json. Exit code: 0 done, 1 refused with a reason, 2 wrong usage.
Settings are the environment variables FUPAN_…; the library is in FUPAN_DATA_DIR (./data).
With --url or FUPAN_URL a command is done on the fupan there, with the token in FUPAN_TOKEN
or in the file that FUPAN_TOKEN_FILE names.`;

/**
 * Reads a command line, without the program itself, and says on `io` what is wrong with it.
 * The commands are loaded only when they run, so that handing one to the server costs little.
 */
export function parseArguments(argv: readonly string[], io: Io): Parsed {
  let parsed: Parsed | undefined;
  const request = (command: RequestedCommand): void => {
    parsed = { kind: 'command', ...command };
  };
  const program = commander('fupan', io)
    .description('A postmortem knowledge base: imports, finds and keeps what was learnt.')
    .version(packageVersion())
    .addHelpText('after', PROGRAM_HELP);

  addCommand(program, 'serve', 'run the server').action(({ json }: CommonOptions) => {
    parsed = { kind: 'serve', json };
  });
  addCommand(program, 'demo', 'serve a throwaway library of sample cases').action(
    ({ json }: CommonOptions) => {
      parsed = { kind: 'demo', json };
    },
  );
  addRemoteCommand(program, 'import <path...>', 'import files or folders; can be repeated any time')
    .addOption(
      new Option('--format <format>', 'shape of the files').choices(['auto']).default('auto'),
    )
    .option('--dry-run', 'say what would happen, and write nothing', false)
    .action((paths: string[], { url, ...options }: RemoteOptions & { dryRun: boolean }) => {
      request({
        name: 'import',
        run: async (...on) => {
          const { importCommand } = await import('./commands/import.command.js');
          return importCommand({ ...options, paths })(...on);
        },
        runElsewhere: async (...on) => {
          const { importElsewhere } = await import('./commands/import.remote.js');
          return importElsewhere({ ...options, paths })(...on);
        },
        url,
      });
    });
  addRemoteCommand(
    program,
    'export <dir>',
    'write every case as Markdown, and the catalogue',
  ).action((dir: string, { url, ...options }: RemoteOptions) => {
    request({
      name: 'export',
      run: async (...on) => {
        const { exportCommand } = await import('./commands/export.command.js');
        return exportCommand({ ...options, dir })(...on);
      },
      runElsewhere: async (...on) => {
        const { exportElsewhere } = await import('./commands/export.remote.js');
        return exportElsewhere({ ...options, dir })(...on);
      },
      url,
    });
  });
  addRemoteCommand(program, 'search <query...>', 'find cases')
    .option('--limit <n>', 'show at most so many, 1 to 100', limitOf, 10)
    .addOption(
      new Option('--filter <field=value>', 'keep only these; may be given again')
        .argParser(filterOf)
        .default({}, NOTHING),
    )
    .addHelpText('after', SEARCH_HELP)
    // So that `-coupon` can be a word of the query; a wrong `--option` is told below.
    .allowUnknownOption()
    .action((words: string[], { url, ...options }: SearchOptions, search: Commander) => {
      const unknown = words.find((word) => word.startsWith('--'));
      if (unknown !== undefined) search.error(`error: unknown option '${unknown}'`);
      const query = words.join(' ');
      request({
        name: 'search',
        run: async (...on) => {
          const { searchCommand } = await import('./commands/search.command.js');
          return searchCommand({ ...options, query })(...on);
        },
        runElsewhere: async (...on) => {
          const { searchElsewhere } = await import('./commands/search.remote.js');
          return searchElsewhere({ ...options, query })(...on);
        },
        url,
      });
    });
  addCommand(program, 'reindex', 'make the search index anew').action((options: CommonOptions) => {
    request({
      name: 'reindex',
      run: async (...on) => {
        const { reindexCommand } = await import('./commands/reindex.command.js');
        return reindexCommand(options)(...on);
      },
    });
  });
  addCommand(program, 'digest', 'print the digest of a week of a team')
    .requiredOption('--team <key>', 'the key of the team')
    .option('--week <week>', 'as ISO 8601 numbers it: 2026-W47; default: the last')
    .addOption(new Option('--language <language>', 'to write it in').choices([...LANGUAGES]))
    .option('--send', 'send it to the channels of the team, unless they have it', false)
    .action((options: DigestArguments) => {
      request({
        name: 'digest',
        run: async (...on) => {
          const { digestCommand } = await import('./commands/digest.command.js');
          return digestCommand(options)(...on);
        },
      });
    });
  addAuditCommands(program, request);
  addCommand(program, 'migrate', 'bring the database up to date')
    .addOption(
      new Option('--down <n>', 'go back so many steps; what they had made is lost')
        .argParser(countOf)
        .default(0, NOTHING),
    )
    .action((options: CommonOptions & { down: number }) => {
      request({
        name: 'migrate',
        run: async (...on) => {
          const { migrateCommand } = await import('./commands/migrate.command.js');
          return migrateCommand(options)(...on);
        },
      });
    });
  addCommand(program, 'copy', 'move a library: SQLite to PostgreSQL, or back')
    .requiredOption('--from <address>', 'sqlite:PATH or postgres://…; stays as it is')
    .requiredOption('--to <address>', 'the same; an empty database')
    .addHelpText('after', COPY_HELP)
    .action((options: CopyArguments) => {
      request({
        name: 'copy',
        run: async (...on) => {
          const { copyCommand } = await import('./commands/copy.command.js');
          return copyCommand(options)(...on);
        },
      });
    });
  program.addCommand(personCommands(io, request));
  program.addCommand(tokenCommands(io, request));

  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'exit', code: error.exitCode === 0 ? EXIT.success : EXIT.usage };
  }
  return parsed ?? { kind: 'exit', code: EXIT.usage };
}
