import { workerData } from 'node:worker_threads';

import { Synonyms } from '../../../core/text/synonyms.js';
import { serve } from '../../threads/serve.js';
import type { SearchRequest, SimilarHit, SimilarRequest } from '../search-index.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';
import { readIndexFile } from './index-file.js';
import { IndexReader, type FoundInFile } from './index-reader.js';
import type { Written } from './index-writer.js';

/** What a thread that searches can be asked to do. */
export interface ReadingTasks {
  /** Searches in this file from now on. */
  readonly open: (path: string) => void;
  /** Learns what has been written; of another file it is none of its business. */
  readonly learn: (path: string, written: readonly Written[]) => void;
  readonly search: (request: SearchRequest) => FoundInFile;
  readonly similar: (request: SimilarRequest) => SimilarHit[];
  readonly close: () => void;
}

interface Opened {
  readonly path: string;
  readonly db: SqliteDatabase;
  readonly reader: IndexReader;
}

const synonyms = new Synonyms(workerData as readonly (readonly string[])[]);
let opened: Opened | undefined;

/** Sees the file as it is at one moment, however many statements it takes. */
function read<T>(work: (reader: IndexReader) => T): T {
  if (opened === undefined) throw new Error('No index is open');
  const { db, reader } = opened;
  return db.transaction(() => work(reader))();
}

serve<ReadingTasks>({
  open: (path) => {
    const db = readIndexFile(path);
    const before = opened?.db;
    opened = { path, db, reader: new IndexReader(db, synonyms) };
    before?.close();
  },
  learn: (path, written) => {
    if (opened?.path !== path) return;
    const { documents } = opened.reader;
    for (const put of written) {
      if ('id' in put) documents.delete(put.id);
      else documents.set(put.slot, put.row);
    }
  },
  search: (request) => read((reader) => reader.search(request)),
  similar: (request) => read((reader) => reader.similar(request)),
  close: () => {
    opened?.db.close();
    opened = undefined;
  },
});
