import { stem } from '../../../core/text/stem.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { OPEN_SPACE, type IndexChange, type SearchDocument } from '../search-index.js';
import { isKeptWord } from '../finding/vocabulary.js';
import { documentRow, type DocumentRow } from '../finding/document-table.js';
import { indexColumns } from '../finding/index-columns.js';

/** So many words are counted in memory before they are noted. */
const MOST_UNLEARNED = 100_000;

/** What became of a change: where a document now stands, or whose is gone. */
export type Written =
  { readonly slot: number; readonly row: DocumentRow } | { readonly id: string };

/** Writes documents into an index file. */
export class IndexWriter {
  private readonly findSlot;
  private readonly putDocument;
  private readonly deleteDocument;
  private readonly putText;
  private readonly deleteText;
  private readonly countTerm;
  private readonly keepTerm;
  private readonly inTransaction;
  /** Words that were filled in and are not noted yet. */
  private readonly unlearned = new Map<string, Count>();

  constructor(db: SqliteDatabase) {
    this.findSlot = db.prepare<[string], { slot: number; space: string }>(
      'SELECT slot, space FROM document WHERE id = ?',
    );
    this.putDocument = db.prepare(
      `INSERT INTO document (id, stamp, space, fields, length, occurred_at, updated_at, votes)
         VALUES (@id, @stamp, @space, @fields, @length, @occurredAt, @updatedAt, @votes)`,
    );
    this.deleteDocument = db.prepare('DELETE FROM document WHERE slot = ?');
    this.putText = db.prepare(
      'INSERT INTO fts (rowid, title, tags, summary, body) VALUES (?, ?, ?, ?, ?)',
    );
    this.deleteText = db.prepare('DELETE FROM fts WHERE rowid = ?');
    this.countTerm = db.prepare('UPDATE term SET documents = max(documents + ?, ?) WHERE term = ?');
    this.keepTerm = db.prepare(
      `INSERT INTO term (term, id, documents)
         VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM term), ?)`,
    );
    this.inTransaction = db.transaction((work: () => Written[]) => work());
  }

  /** All of the changes or none, in order. */
  apply(changes: readonly IndexChange[]): Written[] {
    return this.inTransaction(() => {
      // Counted over all documents first, since most share their words.
      const words = new Map<string, Count>();
      const written = changes.map((change) =>
        'document' in change ? this.put(change.document, words) : this.delete(change.deletedId),
      );
      this.learn(words);
      return written;
    });
  }

  /** Writes documents of a new index, within whatever transaction is open; `learnRest` ends it. */
  fill(documents: readonly SearchDocument[]): void {
    for (const document of documents) this.put(document, this.unlearned);
    if (this.unlearned.size > MOST_UNLEARNED) this.learnRest();
  }

  /** Notes the words of what `fill` has written. */
  learnRest(): void {
    this.learn(this.unlearned);
    this.unlearned.clear();
  }

  private put(document: SearchDocument, words: Map<string, Count>): Written {
    const columns = indexColumns(document);
    const row = documentRow(document, columns.flat().length);
    const known = this.findSlot.get(row.id);
    if (known !== undefined) this.remove(known.slot);
    const { lastInsertRowid } = this.putDocument.run({
      ...row,
      fields: JSON.stringify(row.fields),
    });
    const slot = Number(lastInsertRowid);
    this.putText.run(slot, ...columns.map((words) => words.map(stem).join(' ')));
    const isOpen = row.space === OPEN_SPACE;
    const wasOpen = known?.space === OPEN_SPACE;
    // A document written again counts its words once, and one that few may see counts none.
    const added = isOpen && !wasOpen ? 1 : 0;
    const least = isOpen ? 1 : 0;
    for (const word of new Set(columns.flat())) {
      if (!isKeptWord(word)) continue;
      const count = words.get(word);
      if (count === undefined) words.set(word, { added, least });
      else {
        count.added += added;
        count.least = Math.max(count.least, least);
      }
    }
    return { slot, row };
  }

  private delete(id: string): Written {
    const known = this.findSlot.get(id);
    if (known !== undefined) this.remove(known.slot);
    return { id };
  }

  private remove(slot: number): void {
    this.deleteText.run(slot);
    this.deleteDocument.run(slot);
  }

  private learn(words: ReadonlyMap<string, Count>): void {
    for (const [word, { added, least }] of words) {
      if (this.countTerm.run(added, least, word).changes > 0) continue;
      this.keepTerm.run(word, Math.max(added, least));
    }
  }
}

/** In how many documents that everybody may see a word is new, and in how many it is at least. */
interface Count {
  added: number;
  least: number;
}
