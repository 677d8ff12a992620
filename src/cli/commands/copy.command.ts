import { MIGRATIONS } from '../../../migrations/index.js';
import { ENTITIES } from '../../features/entities.js';
import { copyLibrary } from '../../infra/database/copy/copy.js';
import { CopyError } from '../../infra/database/copy/copy.error.js';
import { parseAddress, shown } from '../../infra/database/copy/ends.js';
import { EXIT, type Command } from '../command-app.js';
import { Progress, say, sayJson, styled } from '../io.js';
import { counted } from '../table.js';

export interface CopyArguments {
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}

/** Copies a whole library from one database into another, whatever their engines. */
export function copyCommand({ from, to, json }: CopyArguments): Command {
  return async (io, app) => {
    if (app.isServer) {
      throw new CopyError(
        'IN_USE',
        `a server is running in the data folder ${app.config.dataDir}; stop it, then copy`,
      );
    }
    const source = parseAddress(from, io.cwd);
    const target = parseAddress(to, io.cwd);
    const progress = new Progress(io.stderr);
    try {
      const tables = await copyLibrary({
        from: source,
        to: target,
        entities: ENTITIES,
        migrations: MIGRATIONS,
        onProgress: (table, rows) => {
          progress.show(`${table}: ${counted(rows, 'row')}`);
        },
        signal: io.signal,
      });
      progress.clear();
      const total = tables.reduce((sum, { rows }) => sum + rows, 0);
      if (json) {
        sayJson(io, { from: shown(source), to: shown(target), equal: true, rows: total, tables });
        return EXIT.success;
      }
      const what = `${counted(total, 'row')} of ${counted(tables.length, 'table')}`;
      say(io.stdout, `Copied ${what} from ${shown(source)} to ${shown(target)}`);
      const equal = 'Both hold the same rows: count and SHA-256 of each table are equal';
      say(io.stdout, styled(io.stdout, 'green', equal));
      say(
        io.stdout,
        'The key is not in the database: keep FUPAN_SECRET, or secret.key of the data folder, as it is',
      );
      return EXIT.success;
    } finally {
      progress.clear();
    }
  };
}
