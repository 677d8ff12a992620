import { workerData } from 'node:worker_threads';

import { Synonyms } from '../../../core/text/synonyms.js';
import { serve } from '../../threads/serve.js';
import type { SearchRequest, SimilarHit, SimilarRequest } from '../search-index.js';
import { readIndexFile } from './index-file.js';
import { IndexReader, type FoundInFile } from './index-reader.js';
import type { Written } from './index-writer.js';
import { ToldSpaces, type Told } from './told-spaces.js';

/** What a thread that searches can be asked to do. */
export interface ReadingTasks {
  /** Searches in this file from now on. */
  readonly open: (path: string) => Promise<void>;
  /** Learns what has been written; of another file it is none of its business. */
  readonly learn: (path: string, written: readonly Written[]) => Promise<void>;
  readonly search: (request: Told<SearchRequest>) => Promise<FoundInFile>;
  readonly similar: (request: Told<SimilarRequest>) => Promise<SimilarHit[]>;
  readonly close: () => Promise<void>;
}

interface Opened {
  readonly path: string;
  readonly reader: IndexReader;
}

const synonyms = new Synonyms(workerData as readonly (readonly string[])[]);
const spaces = new ToldSpaces();
let opened: Opened | undefined;
/** One after another: two in one file would see it at the same moment or not at all. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

function reading<T>(work: (reader: IndexReader) => Promise<T>): Promise<T> {
  return inTurn(() => {
    if (opened === undefined) throw new Error('No index is open');
    return work(opened.reader);
  });
}

serve<ReadingTasks>({
  open: (path) =>
    inTurn(() => {
      const reader = new IndexReader(readIndexFile(path), synonyms);
      opened?.reader.close();
      opened = { path, reader };
    }),
  learn: (path, written) =>
    inTurn(() => {
      if (opened?.path === path) opened.reader.learn(written);
    }),
  search: (request) =>
    reading((reader) => reader.search({ ...request, spaces: spaces.of(request.spaces) })),
  similar: (request) =>
    reading((reader) => reader.similar({ ...request, spaces: spaces.of(request.spaces) })),
  close: () =>
    inTurn(() => {
      opened?.reader.close();
      opened = undefined;
    }),
});
