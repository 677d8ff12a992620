import { loadSqliteDriver, type SqliteDatabase } from '../../src/infra/database/sqlite-driver.js';
import { serveTasks } from '../companion.js';
import type { AskedText } from '../search/words-asked.js';

/** First where the index is, then what to look for. */
export type BareTask = { readonly open: string } | { readonly texts: readonly AskedText[] };

/** How long a rival took, by its own clock, and how many hits it gave, 20 at most. */
export interface RivalAnswer {
  readonly ms: number;
  readonly hits: number;
}

/** As much memory for pages as a search thread of ours has. */
const CACHE_KIB = 16_384;

let db: SqliteDatabase | undefined;

serveTasks((task: BareTask): RivalAnswer => {
  if ('open' in task) {
    const Driver = loadSqliteDriver();
    db = new Driver(task.open, { readonly: true });
    db.pragma(`cache_size = -${CACHE_KIB}`);
    return { ms: 0, hits: 0 };
  }
  if (db === undefined) throw new Error('no index is open');
  const match = task.texts
    .map(({ tokens, prefix }) => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`)
    .join(' AND ');
  if (match === '') return { ms: 0, hits: 0 };
  const began = performance.now();
  const rows = db
    .prepare('SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20')
    .all(match);
  return { ms: performance.now() - began, hits: rows.length };
});
