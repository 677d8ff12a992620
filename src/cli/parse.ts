import {
  Command as Commander,
  CommanderError,
  Help,
  InvalidArgumentError,
  Option,
} from 'commander';

import { LIMITS } from '../core/limits.js';
import type { SearchFilter } from '../infra/search/search-index.js';
import { EXIT, type Command } from './command-app.js';
import type { Io } from './io.js';
import { packageVersion } from './package.js';
import { addToFilter } from './search-filter.js';

/** What a command line asks for. */
export type Parsed =
  /** Everything has been said: the help, the version, or what is wrong with the usage. */
  | { readonly kind: 'exit'; readonly code: number }
  /** The server itself, on the library of the settings or on a throwaway one. */
  | { readonly kind: 'serve' | 'demo'; readonly json: boolean }
  /** Something that is done and over, here or in the running server. */
  | { readonly kind: 'command'; readonly name: string; readonly run: Command };

const json = (): Option => new Option('--json', 'print the result as JSON').default(false);

interface SearchOptions {
  readonly limit: number;
  readonly filter: SearchFilter;
  readonly json: boolean;
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

const PROGRAM_HELP = `
Examples:
  fupan import ~/postmortems
  fupan search 'too many clients already'
  fupan COMMAND --help

Each command takes --json. Exit code: 0 done, 1 refused with a reason, 2 wrong usage.
Settings are the environment variables FUPAN_…; the library is in FUPAN_DATA_DIR (./data).`;

/**
 * Reads a command line, without the program itself, and says on `io` what is wrong with it.
 * The commands are loaded only when they run, so that handing one to the server costs little.
 */
export function parseArguments(argv: readonly string[], io: Io): Parsed {
  let parsed: Parsed | undefined;
  const command = (name: string, run: Command): void => {
    parsed = { kind: 'command', name, run };
  };
  const program = commander('fupan', io)
    .description('A postmortem knowledge base: imports, finds and keeps what was learnt.')
    .version(packageVersion())
    .addHelpText('after', PROGRAM_HELP);
  const add = (parent: Commander, usage: string, description: string): Commander =>
    parent.command(usage).description(description).addOption(json());

  add(program, 'serve', 'run the server').action(({ json: asJson }: { json: boolean }) => {
    parsed = { kind: 'serve', json: asJson };
  });
  add(program, 'demo', 'serve a throwaway library of sample cases').action(
    ({ json: asJson }: { json: boolean }) => {
      parsed = { kind: 'demo', json: asJson };
    },
  );
  add(program, 'import <path...>', 'import files or folders; can be repeated at any time')
    .addOption(
      new Option('--format <format>', 'shape of the files').choices(['auto']).default('auto'),
    )
    .option('--dry-run', 'say what would happen, and write nothing', false)
    .action((paths: string[], options: { dryRun: boolean; json: boolean }) => {
      command('import', async (...on) => {
        const { importCommand } = await import('./commands/import.command.js');
        return importCommand({ ...options, paths })(...on);
      });
    });
  add(program, 'export <dir>', 'write every case as Markdown, and the catalogue').action(
    (dir: string, options: { json: boolean }) => {
      command('export', async (...on) => {
        const { exportCommand } = await import('./commands/export.command.js');
        return exportCommand({ ...options, dir })(...on);
      });
    },
  );
  add(program, 'search <query...>', 'find cases')
    .option('--limit <n>', 'show at most so many, 1 to 100', limitOf, 10)
    .addOption(
      new Option('--filter <field=value>', 'keep only these; may be given again')
        .argParser(filterOf)
        .default({}, NOTHING),
    )
    .addHelpText('after', SEARCH_HELP)
    // So that `-coupon` can be a word of the query; a wrong `--option` is told below.
    .allowUnknownOption()
    .action((words: string[], options: SearchOptions, search: Commander) => {
      const unknown = words.find((word) => word.startsWith('--'));
      if (unknown !== undefined) search.error(`error: unknown option '${unknown}'`);
      command('search', async (...on) => {
        const { searchCommand } = await import('./commands/search.command.js');
        return searchCommand({ ...options, query: words.join(' ') })(...on);
      });
    });
  add(program, 'reindex', 'make the search index anew').action((options: { json: boolean }) => {
    command('reindex', async (...on) => {
      const { reindexCommand } = await import('./commands/reindex.command.js');
      return reindexCommand(options)(...on);
    });
  });
  add(program, 'verify', 'check the database and the search index').action(
    (options: { json: boolean }) => {
      command('verify', async (...on) => {
        const { verifyCommand } = await import('./commands/verify.command.js');
        return verifyCommand(options)(...on);
      });
    },
  );
  add(program, 'migrate', 'bring the database up to date')
    .addOption(
      new Option('--down <n>', 'go back so many steps; what they had made is lost')
        .argParser(countOf)
        .default(0, NOTHING),
    )
    .action((options: { down: number; json: boolean }) => {
      command('migrate', async (...on) => {
        const { migrateCommand } = await import('./commands/migrate.command.js');
        return migrateCommand(options)(...on);
      });
    });
  const person = commander('person', io).description('keep the people');
  add(person, 'create', 'add a person')
    .requiredOption('--email <address>', 'e-mail address')
    .requiredOption('--name <name>', 'name')
    .addOption(
      new Option('--role <role>', 'for the sign-in to come').choices(['ADMIN', 'MEMBER', 'VIEWER']),
    )
    .option('--password-stdin', 'for the sign-in to come', false)
    .action(
      (options: {
        email: string;
        name: string;
        role?: string;
        passwordStdin: boolean;
        json: boolean;
      }) => {
        const wantsAccount = options.role !== undefined || options.passwordStdin;
        command('person create', async (...on) => {
          const { personCreateCommand } = await import('./commands/person-create.command.js');
          return personCreateCommand({ ...options, wantsAccount })(...on);
        });
      },
    );
  program.addCommand(person);

  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'exit', code: error.exitCode === 0 ? EXIT.success : EXIT.usage };
  }
  return parsed ?? { kind: 'exit', code: EXIT.usage };
}

const plainHelp = new Help();
/** Describes a default that is not worth a word. */
const NOTHING = 'nothing';

/** A commander that speaks through `io` and never ends the process. */
function commander(name: string, { stdout, stderr }: Io): Commander {
  const help = new Commander(name).exitOverride().configureHelp({
    // That a switch is off unless it is given goes without saying.
    optionDescription: (option) =>
      option.isBoolean() || option.defaultValueDescription === NOTHING
        ? option.description
        : plainHelp.optionDescription(option),
  });
  return help.configureOutput({
    writeOut: (text) => {
      stdout.write(text);
    },
    writeErr: (text) => {
      stderr.write(text);
    },
    getOutHelpWidth: () => stdout.columns,
    getErrHelpWidth: () => stderr.columns,
    getOutHasColors: () => stdout.hasColors,
    getErrHasColors: () => stderr.hasColors,
  });
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  return count;
}

function limitOf(text: string): number {
  const limit = countOf(text);
  if (limit > LIMITS.pageSize) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${LIMITS.pageSize}.`);
  }
  return limit;
}

function filterOf(text: string, before: SearchFilter): SearchFilter {
  const filter = addToFilter(before, text);
  if (filter) return filter;
  throw new InvalidArgumentError(
    'Write field=value: service, severity, team, tag, category, status, lang, company, product, after or before.',
  );
}
