import MiniSearch from 'minisearch';

import { fold } from '../../src/core/text/fold.js';
import { tokens } from '../../src/core/text/segment.js';
import { stem } from '../../src/core/text/stem.js';
import { serveTasks } from '../companion.js';
import { generatedCase, textOf } from '../corpus/corpus.js';
import type { RivalAnswer } from './bare-fts.js';

/** First how many cases to take in and how, then what to look for. */
export type MiniTask =
  { readonly cases: number; readonly tokenizer: 'default' | 'ours' } | { readonly query: string };

interface Entry {
  readonly id: number;
  readonly text: string;
}

let index: MiniSearch<Entry> | undefined;

serveTasks((task: MiniTask): RivalAnswer => {
  const began = performance.now();
  if ('cases' in task) {
    index = new MiniSearch<Entry>({
      fields: ['text'],
      ...(task.tokenizer === 'ours' && {
        tokenize: (text: string) => tokens(fold(text)),
        processTerm: stem,
      }),
    });
    for (let number = 0; number < task.cases; number++) {
      index.add({ id: number, text: textOf(generatedCase(number)) });
    }
    return { ms: performance.now() - began, hits: 0 };
  }
  const hits = index?.search(task.query).slice(0, 20) ?? [];
  return { ms: performance.now() - began, hits: hits.length };
});
