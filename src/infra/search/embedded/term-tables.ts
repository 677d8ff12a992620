import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { GrowingNumbers } from '../finding/growing-numbers.js';
import { differsBy, lettersOf } from '../finding/letters.js';
import { isCorrection, type Term, type TermStore } from '../finding/vocabulary.js';

/**
 * The words of an index file as they are written. Their letters are kept in memory, by which nearly
 * all are found to be no misspelling of a word without a look at them.
 */
export class TermTables implements TermStore {
  /** Of each term that can be a correction: no term is ever taken back. */
  private readonly ids = new GrowingNumbers('whole');
  private readonly letters = new GrowingNumbers('whole');
  private readonly lengths = new GrowingNumbers('whole');
  private lastId = 0;
  private readonly findKnown;
  private readonly findBeginning;
  private readonly findClosedBeginning;
  private readonly findNew;
  private readonly findById;

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
    this.findNew = db.prepare<[number], { id: number; term: string }>(
      'SELECT id, term FROM term WHERE id > ? ORDER BY id',
    );
    this.findById = db.prepare<[string], Term>(
      'SELECT term, documents FROM term WHERE id IN (SELECT value FROM json_each(?))',
    );
    this.learnNew();
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

  resembling(word: string, most: number): Term[] {
    this.learnNew();
    const wanted = lettersOf(word);
    const [letters, lengths] = [this.letters.room, this.lengths.room];
    const found: number[] = [];
    for (let place = 0; place < this.ids.length; place += 1) {
      if (differsBy(letters[place] as number, wanted) > 2 * most) continue;
      if (Math.abs((lengths[place] as number) - word.length) <= most)
        found.push(this.ids.at(place));
    }
    return this.findById.all(JSON.stringify(found));
  }

  private learnNew(): void {
    for (const { id, term } of this.findNew.iterate(this.lastId)) {
      this.lastId = id;
      if (!isCorrection(term)) continue;
      const place = this.ids.length;
      this.ids.set(place, id);
      this.letters.set(place, lettersOf(term));
      this.lengths.set(place, term.length);
    }
  }
}
