import type { ImportResult } from '../../features/library/import-run.js';
import { EXIT } from '../command-app.js';
import { printable, say, sayJson, styled, type Io } from '../io.js';
import { counted, duration } from '../table.js';

export interface ImportArguments {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Notes that are worth a line; the rest is counted. */
const SHOWN_NOTES = 20;

/** Says what became of an import; answers with the exit code. */
export function printImport(
  io: Io,
  result: ImportResult,
  { dryRun, json }: ImportArguments,
  ms: number,
): number {
  const { created, updated, unchanged, failed, notes } = result;
  reportProblems(io, result);
  if (json) sayJson(io, { created, updated, unchanged, failed, notes });
  else say(io.stdout, summary(io, result, dryRun, ms));
  if (io.signal.aborted) {
    say(io.stderr, 'fupan: interrupted; what was imported so far stays');
    return EXIT.interrupted;
  }
  return failed.length > 0 ? EXIT.refused : EXIT.success;
}

function reportProblems({ stderr }: Io, { failed, notes }: ImportResult): void {
  for (const { file, line, message } of failed) {
    const place = styled(stderr, 'bold', `${printable(file)}:${line}`);
    say(stderr, `${place}: ${styled(stderr, 'red', printable(message))}`);
  }
  for (const { file, message } of notes.slice(0, SHOWN_NOTES)) {
    say(stderr, styled(stderr, 'dim', `${printable(file)}: ${printable(message)}`));
  }
  const more = notes.length - SHOWN_NOTES;
  if (more > 0)
    say(stderr, styled(stderr, 'dim', `and ${counted(more, 'note')} more; --json lists all`));
}

function summary({ stdout }: Io, result: ImportResult, dryRun: boolean, ms: number): string {
  const { created, updated, unchanged, failed } = result;
  const parts = [
    styled(stdout, 'green', `${created} created`),
    `${updated} updated`,
    `${unchanged} unchanged`,
    ...(failed.length > 0 ? [styled(stdout, 'red', `${failed.length} failed`)] : []),
  ];
  const lead = dryRun ? 'Nothing is written. It would be: ' : '';
  return `${lead}${parts.join(', ')} in ${duration(ms)}`;
}
