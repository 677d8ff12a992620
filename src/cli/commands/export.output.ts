import type { ExportResult } from '../../features/library/export.service.js';
import { printable, say, sayJson, type Io } from '../io.js';
import { counted, duration } from '../table.js';

export interface ExportArguments {
  readonly dir: string;
  readonly json: boolean;
}

/** Says what an export has written, and what it has left alone. */
export function printExport(
  io: Io,
  { exported, folder, others }: ExportResult,
  { dir, json }: ExportArguments,
  ms: number,
): void {
  if (others.length > 0) {
    const some = others.slice(0, 5).map(printable).join(', ');
    say(
      io.stderr,
      `fupan: ${counted(others.length, 'file')} in the folder ${others.length === 1 ? 'is' : 'are'} none of this export and left alone: ${some}${others.length > 5 ? ' …' : ''}`,
    );
  }
  if (json) sayJson(io, { exported, folder, others });
  else {
    const what = `${counted(exported, 'case')} and the catalogue`;
    say(io.stdout, `${what} written to ${dir} in ${duration(ms)}`);
  }
}
