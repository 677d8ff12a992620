import { trigrams } from '../finding/trigrams.js';
import type { Term, TermStore } from '../finding/vocabulary.js';
import type { IndexTables } from './index-tables.js';
import type { Questions } from './transaction.js';

/** The words of an index as they are written. */
export class TermTable implements TermStore {
  constructor(
    private readonly client: Questions,
    private readonly tables: IndexTables,
  ) {}

  async known(words: readonly string[]): Promise<Term[]> {
    const { rows } = await this.client.query<Term>(
      `SELECT term, documents FROM ${this.tables.term} WHERE term = ANY($1)`,
      [words],
    );
    return rows;
  }

  async beginning(start: string, limit: number): Promise<string[]> {
    const { rows } = await this.client.query<Term>(
      `SELECT term, documents FROM ${this.tables.term}
       WHERE term >= $1 AND term < $2 AND documents > 0 ORDER BY documents DESC, term LIMIT $3`,
      [start, `${start}\uffff`, limit],
    );
    return rows.map(({ term }) => term);
  }

  async closedBeginning(start: string, limit: number): Promise<string[]> {
    const { rows } = await this.client.query<Term>(
      `SELECT term, documents FROM ${this.tables.term}
       WHERE term >= $1 AND term < $2 AND documents = 0 LIMIT $3`,
      [start, `${start}\uffff`, limit],
    );
    return rows.map(({ term }) => term);
  }

  /** Those of such a length that share three letters in a row with it; its ends count as letters. */
  async resembling(word: string, most: number): Promise<Term[]> {
    const { rows } = await this.client.query<Term>(
      `SELECT term, documents FROM ${this.tables.term}
       WHERE trigrams && $1 AND length(term) BETWEEN $2 AND $3`,
      [trigrams(word), word.length - most, word.length + most],
    );
    return rows;
  }
}
