import { Command as Commander, Help, InvalidArgumentError, Option } from 'commander';

import { LIMITS } from '../core/limits.js';
import { TOKEN_SCOPES, type TokenScope } from '../core/vocabulary.js';
import type { SearchFilter } from '../infra/search/search-index.js';
import type { Command, RemoteCommand } from './command-app.js';
import type { Io } from './io.js';
import { originOf } from './remote-config.js';
import { addToFilter } from './search-filter.js';

/** What every command takes. */
export interface CommonOptions {
  readonly json: boolean;
}

/** What every command takes that can also be done on a fupan elsewhere. */
export interface RemoteOptions extends CommonOptions {
  readonly url?: string;
}

/** A command as the command line asks for it. */
export interface RequestedCommand {
  readonly name: string;
  readonly run: Command;
  /** How it is done on a fupan elsewhere; undefined where it belongs to the machine itself. */
  readonly runElsewhere?: RemoteCommand;
  /** Where it is to be done, if that was said. */
  readonly url?: string | undefined;
  /** Whether it reads what comes in on standard input. */
  readonly readsStdin?: boolean;
}

/** Describes a default that is not worth a word. */
export const NOTHING = 'nothing';

const plainHelp = new Help();

/** A commander that speaks through `io` and never ends the process. */
export function commander(name: string, { stdout, stderr }: Io): Commander {
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

/** Adds a command; each can print its result as JSON. */
export function addCommand(parent: Commander, usage: string, description: string): Commander {
  return parent
    .command(usage)
    .description(description)
    .addOption(new Option('--json', 'print the result as JSON').default(false));
}

/** Adds a command that can also be done on a fupan elsewhere. */
export function addRemoteCommand(parent: Commander, usage: string, description: string): Commander {
  return addCommand(parent, usage, description).addOption(
    new Option(
      '--url <url>',
      'do it on the fupan there, with the token in FUPAN_TOKEN; default: FUPAN_URL, else the library here',
    ).argParser(urlOf),
  );
}

function urlOf(text: string): string {
  const origin = originOf(text);
  if (origin !== undefined) return origin;
  throw new InvalidArgumentError('Give an address like https://fupan.example.org.');
}

/** A whole number from 1 on. */
export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  return count;
}

/** How many things one page can show. */
export function limitOf(text: string): number {
  const limit = countOf(text);
  if (limit > LIMITS.pageSize) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${LIMITS.pageSize}.`);
  }
  return limit;
}

/** Adds a `field=value` to a filter. */
export function filterOf(text: string, before: SearchFilter): SearchFilter {
  const filter = addToFilter(before, text);
  if (filter) return filter;
  throw new InvalidArgumentError(
    'Write field=value: service, severity, team, tag, category, status, lang, company, product, after or before.',
  );
}

/** Scopes between commas. */
export function scopesOf(text: string): TokenScope[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  const scopes = TOKEN_SCOPES.filter((scope) => words.includes(scope));
  if (words.every((word) => scopes.some((scope) => scope === word))) return scopes;
  throw new InvalidArgumentError(
    `Write ${TOKEN_SCOPES.join(', ')}, those that are wanted, with commas between them.`,
  );
}
