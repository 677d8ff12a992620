import type { Synonyms } from '../../../core/text/synonyms.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { CaseFinder, type Found } from '../finding/case-finder.js';
import { DocumentTable, type DocumentRow } from '../finding/document-table.js';
import { inRoom } from '../finding/number-room.js';
import { StoredVocabulary } from '../finding/vocabulary.js';
import type { SearchRequest, SimilarHit, SimilarRequest } from '../search-index.js';
import { EmbeddedTextIndex } from './embedded-text-index.js';
import type { Written } from './index-writer.js';
import { PostingReader } from './posting-reader.js';
import { TermTables } from './term-tables.js';

/** What one index file answers: it knows nothing of engines. */
export interface FoundInFile extends Found {
  /** Not all cases have come into the file yet, and never will: another is made in its place. */
  readonly degraded: boolean;
}

/** Answers from one index file. */
export class IndexReader {
  private readonly documents: DocumentTable;
  private readonly postings: PostingReader;
  private readonly vocabulary: StoredVocabulary;
  private readonly lacksCases: boolean;

  constructor(
    private readonly db: SqliteDatabase,
    private readonly synonyms: Synonyms,
  ) {
    const reason = db.prepare('SELECT needs_rebuild FROM state').pluck().get();
    this.lacksCases = reason !== null;
    this.documents = documentsOf(db);
    this.postings = new PostingReader(db, 'fts');
    this.vocabulary = new StoredVocabulary(new TermTables(db));
  }

  async search(request: SearchRequest): Promise<FoundInFile> {
    const found = await this.atOneMoment((finder) => finder.search(request));
    return { ...found, degraded: this.lacksCases };
  }

  similar(request: SimilarRequest): Promise<SimilarHit[]> {
    return this.atOneMoment((finder) => finder.similar(request));
  }

  /** Takes note of what has been written into the file. */
  learn(written: readonly Written[]): void {
    const { documents } = this;
    for (const put of written) {
      if ('id' in put) documents.delete(put.id);
      else documents.set(put.slot, put.row);
    }
  }

  close(): void {
    this.db.close();
  }

  /** Sees the file as it is now, however many statements it takes. */
  private async atOneMoment<T>(work: (finder: CaseFinder) => Promise<T>): Promise<T> {
    this.db.exec('BEGIN');
    try {
      const { documents, vocabulary, synonyms } = this;
      return await inRoom((room) => {
        const text = new EmbeddedTextIndex(this.postings, documents, room);
        return work(new CaseFinder(documents, text, vocabulary, synonyms));
      });
    } finally {
      this.db.exec('COMMIT');
    }
  }
}

function documentsOf(db: SqliteDatabase): DocumentTable {
  const documents = new DocumentTable();
  const rows = db.prepare<[], StoredRow>(
    `SELECT slot, id, stamp, space, fields, length, occurred_at AS occurredAt,
       updated_at AS updatedAt, votes
     FROM document`,
  );
  for (const { slot, fields, ...row } of rows.iterate()) {
    documents.set(slot, { ...row, fields: JSON.parse(fields) as DocumentRow['fields'] });
  }
  return documents;
}

interface StoredRow extends Omit<DocumentRow, 'fields'> {
  readonly slot: number;
  readonly fields: string;
}
