import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { fold } from '../../src/core/text/fold.js';
import { tokens, tokenSequence } from '../../src/core/text/segment.js';
import { loadSqliteDriver } from '../../src/infra/database/sqlite-driver.js';
import { generatedCase, textOf } from '../corpus/corpus.js';
import type { KeptLibrary } from '../library.js';

/** Cases written in one transaction. */
const BATCH = 5_000;

/**
 * The least that FTS5 needs to find the same words in the same texts: one column, nothing kept of
 * the texts, nothing beside it. Made once for each library. Returns where it is.
 */
export function bareIndex({ folder, cases }: KeptLibrary): string {
  const path = join(folder, 'bare.db');
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const Driver = loadSqliteDriver();
  const db = new Driver(unfinished);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(`CREATE VIRTUAL TABLE bare USING fts5(text, content='',
    tokenize='porter unicode61 remove_diacritics 2')`);
  const put = db.prepare('INSERT INTO bare (rowid, text) VALUES (?, ?)');
  const write = db.transaction((first: number) => {
    for (let number = first; number < Math.min(first + BATCH, cases); number++) {
      put.run(number + 1, segmented(textOf(generatedCase(number))));
    }
  });
  for (let first = 0; first < cases; first += BATCH) write(first);
  db.exec(`INSERT INTO bare (bare) VALUES ('optimize')`);
  db.close();
  renameSync(unfinished, path);
  return path;
}

/** A text as the words that our index holds, with spaces between them. */
export function segmented(text: string): string {
  return tokens(fold(text)).join(' ');
}

/** How many cases hold a text: as many as match it. */
export function holdersIn(path: string): { holders: (text: string) => number; close: () => void } {
  const Driver = loadSqliteDriver();
  const db = new Driver(path, { readonly: true });
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM bare WHERE bare MATCH ?')
    .pluck();
  return {
    holders: (text) => {
      const sequence = tokenSequence(fold(text)).tokens;
      return sequence.length === 0 ? 0 : (count.get(`"${sequence.join(' ')}"`) ?? 0);
    },
    close: () => db.close(),
  };
}
