import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { trigrams } from '../finding/trigrams.js';
import type { Term, TermStore } from '../finding/vocabulary.js';

/** The words of an index file as they are written. */
export class TermTables implements TermStore {
  private readonly findKnown;
  private readonly findBeginning;
  private readonly findClosedBeginning;
  private readonly findResembling;

  constructor(db: SqliteDatabase) {
    this.findKnown = db.prepare<[string], Term>(
      `SELECT term, documents FROM term WHERE term IN (SELECT value FROM json_each(?))`,
    );
    this.findBeginning = db
      .prepare<[string, string, number], string>(
        `SELECT term FROM term WHERE term >= ? AND term < ? AND documents > 0
         ORDER BY documents DESC, term LIMIT ?`,
      )
      .pluck();
    this.findClosedBeginning = db
      .prepare<[string, string, number], string>(
        `SELECT term FROM term WHERE term >= ? AND term < ? AND documents = 0 LIMIT ?`,
      )
      .pluck();
    this.findResembling = db.prepare<[string, number, number], Term>(
      `SELECT term, documents FROM term WHERE id IN
         (SELECT rowid FROM term_trigram WHERE term_trigram MATCH ?)
       AND length(term) BETWEEN ? AND ?`,
    );
  }

  known(words: readonly string[]): Term[] {
    return this.findKnown.all(JSON.stringify(words));
  }

  beginning(start: string, limit: number): string[] {
    return this.findBeginning.all(start, `${start}\uffff`, limit);
  }

  closedBeginning(start: string, limit: number): string[] {
    return this.findClosedBeginning.all(start, `${start}\uffff`, limit);
  }

  resembling(word: string, shortest: number, longest: number): Term[] {
    return this.findResembling.all(
      trigrams(word)
        .map((trigram) => `"${trigram}"`)
        .join(' OR '),
      shortest,
      longest,
    );
  }
}
