import { fold } from '../../../core/text/fold.js';
import { plainText } from '../../../core/text/plain-text.js';
import { camelCaseNames, camelCaseParts, isCjk, tokens } from '../../../core/text/segment.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import type { IndexChange, SearchDocument } from '../search-index.js';
import { documentRow, type DocumentRow } from './document-table.js';
import { markedTerm } from './vocabulary.js';

/** A word that can be completed or be a correction: letters only. */
const VOCABULARY_WORD = /^\p{L}{3,32}$/u;

/** What became of a change: where a document now stands, or whose is gone. */
export type Written =
  { readonly slot: number; readonly row: DocumentRow } | { readonly id: string };

/** Writes documents into an index file. */
export class IndexWriter {
  private readonly findSlot;
  private readonly putDocument;
  private readonly putText;
  private readonly deleteDocument;
  private readonly deleteText;
  private readonly countTerm;
  private readonly keepTerm;
  private readonly putTrigrams;
  private readonly inTransaction;

  constructor(db: SqliteDatabase) {
    this.findSlot = db.prepare<[string], number>('SELECT slot FROM document WHERE id = ?').pluck();
    this.putDocument = db.prepare(
      `INSERT INTO document (id, stamp, space, fields, occurred_at, updated_at)
         VALUES (@id, @stamp, @space, @fields, @occurredAt, @updatedAt)
       ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, space = excluded.space,
         fields = excluded.fields, occurred_at = excluded.occurred_at,
         updated_at = excluded.updated_at`,
    );
    this.putText = db.prepare(
      'INSERT OR REPLACE INTO fts (rowid, title, tags, summary, body) VALUES (?, ?, ?, ?, ?)',
    );
    this.deleteDocument = db.prepare('DELETE FROM document WHERE slot = ?');
    this.deleteText = db.prepare('DELETE FROM fts WHERE rowid = ?');
    this.countTerm = db.prepare('UPDATE term SET documents = documents + ? WHERE term = ?');
    this.keepTerm = db.prepare('INSERT INTO term (term, documents) VALUES (?, ?)');
    this.putTrigrams = db.prepare('INSERT INTO term_trigram (rowid, term) VALUES (?, ?)');
    this.inTransaction = db.transaction((work: () => Written[]) => work());
  }

  /** All of the changes or none, in order. */
  apply(changes: readonly IndexChange[]): Written[] {
    return this.inTransaction(() => {
      // Counted over all documents first, since most share their words.
      const words = new Map<string, number>();
      const written = changes.map((change) =>
        'document' in change ? this.put(change.document, words) : this.delete(change.deletedId),
      );
      this.learn(words);
      return written;
    });
  }

  private put(document: SearchDocument, words: Map<string, number>): Written {
    const row = documentRow(document);
    const known = this.findSlot.get(row.id);
    const { lastInsertRowid } = this.putDocument.run({
      ...row,
      fields: JSON.stringify(row.fields),
    });
    const slot = known ?? Number(lastInsertRowid);
    const columns = indexColumns(document);
    this.putText.run(slot, ...columns.map((words) => words.join(' ')));
    // A document written again counts its words once.
    const count = known === undefined ? 1 : 0;
    for (const word of new Set(columns.flat())) words.set(word, (words.get(word) ?? 0) + count);
    return { slot, row };
  }

  private delete(id: string): Written {
    const slot = this.findSlot.get(id);
    if (slot !== undefined) {
      this.deleteText.run(slot);
      this.deleteDocument.run(slot);
    }
    return { id };
  }

  private learn(words: ReadonlyMap<string, number>): void {
    for (const [word, count] of words) {
      if (!VOCABULARY_WORD.test(word) || isCjk(word)) continue;
      if (this.countTerm.run(count, word).changes > 0) continue;
      const { lastInsertRowid } = this.keepTerm.run(word, Math.max(1, count));
      this.putTrigrams.run(lastInsertRowid, markedTerm(word));
    }
  }
}

/** Tokens of title, tags, summary and body. What a case is labelled with is among its tags. */
function indexColumns(document: SearchDocument): string[][] {
  const title = document.title;
  const summary = plainText(document.summary);
  const body = plainText(document.body);
  const labels = [
    ...document.tags,
    ...document.services,
    ...document.teams,
    document.company ?? '',
    document.product ?? '',
    ...camelCaseWords([title, summary, body].join('\n')),
  ];
  return [title, labels.join('\n'), summary, body].map((text) => tokens(fold(text)));
}

/** The words inside of the camel-cased names of a text, each name once. */
function camelCaseWords(text: string): string[] {
  const names = new Set(camelCaseNames(text).map(({ name }) => name));
  return [...names].map((name) => camelCaseParts(name).join(' '));
}
