import DataLoader from 'dataloader';

import { numbersIn } from '../finding/number-list.js';
import type { Slots } from '../finding/text-index.js';
import type { IndexTables } from './index-tables.js';
import type { Questions } from './transaction.js';

/** Numbers in all of the lists that are kept: 8 MB. */
const MOST_KEPT = 2_000_000;
/** What a list counts besides its numbers. */
const OVERHEAD = 50;

/** Lists that were asked for, until something changes. */
export class KeptLists {
  private readonly lists = new Map<string, Slots>();
  private numbers = 0;

  get(query: string): Slots | undefined {
    const list = this.lists.get(query);
    if (list !== undefined) {
      // What is asked for again stays longer.
      this.lists.delete(query);
      this.lists.set(query, list);
    }
    return list;
  }

  keep(query: string, list: Slots): void {
    this.forget(query);
    this.lists.set(query, list);
    this.numbers += list.length + OVERHEAD;
    for (const oldest of this.lists.keys()) {
      if (this.numbers <= MOST_KEPT) return;
      this.forget(oldest);
    }
  }

  clear(): void {
    this.lists.clear();
    this.numbers = 0;
  }

  private forget(query: string): void {
    const list = this.lists.get(query);
    if (list === undefined) return;
    this.lists.delete(query);
    this.numbers -= list.length + OVERHEAD;
  }
}

/** The slots of the documents that match tsqueries. What is asked at the same time is one statement. */
export class SlotLists {
  private readonly loader: DataLoader<string, Slots>;

  /** @param among a condition on the text table */
  constructor(client: Questions, { text }: IndexTables, kept: KeptLists, among = '') {
    const statement = `SELECT asked.place,
        (SELECT string_agg(slot::text, ',') FROM ${text} WHERE ${among} words @@ asked.query::tsquery)
          AS slots
      FROM unnest($1::text[]) WITH ORDINALITY AS asked (query, place)`;
    this.loader = new DataLoader(async (queries) => {
      const lists = queries.map((query) => kept.get(among + query));
      const missing = queries.flatMap((query, at) =>
        lists[at] === undefined ? [{ query, at }] : [],
      );
      if (missing.length > 0) {
        const { rows } = await client.query<{ place: string; slots: string | null }>(statement, [
          missing.map(({ query }) => query),
        ]);
        for (const { place, slots } of rows) {
          const { query, at } = missing[Number(place) - 1] ?? { query: '', at: -1 };
          const list = numbersIn(slots ?? '');
          kept.keep(among + query, list);
          lists[at] = list;
        }
      }
      return lists.map((list) => list ?? numbersIn(''));
    });
  }

  async of(query: string): Promise<Slots> {
    return this.loader.load(query);
  }

  async ofAll(queries: readonly string[]): Promise<readonly Slots[]> {
    return Promise.all(queries.map((query) => this.loader.load(query)));
  }
}
