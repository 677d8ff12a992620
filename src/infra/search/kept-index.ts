import type { SearchIndex } from './search-index.js';

/** An index that is kept at what the database says, with an outbox topic of its own: no engine waits for another. */
export interface KeptIndex {
  /** What the engine is called. */
  readonly engine: string;
  /** The topic under which it hears of changed cases. */
  readonly topic: string;
  readonly index: Pick<SearchIndex, 'apply' | 'rebuild' | 'stamps' | 'health' | 'close'>;
}
