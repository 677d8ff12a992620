import type pg from 'pg';

import { DocumentTable, type DocumentRow } from '../finding/document-table.js';
import { readState, stateOf, type IndexState, type StateRow } from './index-state.js';
import { STATE_TABLE, tablesOf, type IndexTables } from './index-tables.js';
import { KeptLists } from './slot-lists.js';

/** Documents that are read at a stretch; then other work has its turn. */
const CHUNK = 5_000;

interface StoredRow {
  readonly slot: number;
  readonly id: string;
  readonly stamp: number;
  readonly space: string | null;
  readonly fields: string;
  readonly length: number;
  readonly occurredAt: number | null;
  readonly updatedAt: number;
  readonly votes: number;
}

const ROW = `d.slot, d.id, d.stamp, d.space, d.fields, d.length, d.occurred_at AS "occurredAt",
  d.updated_at AS "updatedAt", d.votes`;

/**
 * What a process knows of one generation of the index. It is the same for all searches that are
 * under way, and is changed only between them.
 */
export class CaseView {
  readonly documents = new DocumentTable();
  readonly kept = new KeptLists();
  readonly tables: IndexTables;
  #revision: number;
  readonly #searches = new Set<Promise<unknown>>();
  #changing: Promise<void> = Promise.resolve();

  private constructor(readonly state: IndexState) {
    this.tables = tablesOf(state.generation);
    this.#revision = state.revision;
  }

  /** Reads everything. */
  static async load(client: pg.ClientBase): Promise<CaseView> {
    const view = new CaseView(await readState(client));
    for (let last = -1; ;) {
      const { rows } = await client.query<StoredRow>(
        `SELECT ${ROW} FROM ${view.tables.document} d WHERE d.slot > $1 ORDER BY d.slot LIMIT ${CHUNK}`,
        [last],
      );
      view.#learn(rows);
      const end = rows.at(-1);
      if (end === undefined) return view;
      last = end.slot;
    }
  }

  /** The last change that it knows of. */
  get revision(): number {
    return this.#revision;
  }

  /**
   * Reads what has changed, and takes note of it as soon as no search is under way.
   * @returns the state as this connection sees it
   */
  async follow(client: pg.ClientBase): Promise<IndexState> {
    const { rows } = await client.query<StateRow & (StoredRow | { readonly slot: null })>(
      `SELECT s.*, ${ROW}
       FROM ${STATE_TABLE} s LEFT JOIN ${this.tables.document} d ON d.revision > $1`,
      [this.#revision],
    );
    const state = stateOf(rows[0]);
    const isAhead = () => state.revision > this.#revision;
    if (state.generation === this.state.generation && isAhead()) {
      await this.#change(() => {
        // Another search may have read further meanwhile.
        if (!isAhead()) return;
        this.#learn(rows.flatMap((row) => (row.slot === null ? [] : [row])));
        this.#revision = state.revision;
        this.kept.clear();
      });
    }
    return state;
  }

  /** Nothing changes while `work` searches. */
  async searching<T>(work: () => Promise<T>): Promise<T> {
    for (let last; last !== this.#changing;) {
      last = this.#changing;
      await last;
    }
    const search = work();
    this.#searches.add(search);
    try {
      return await search;
    } finally {
      this.#searches.delete(search);
    }
  }

  #change(work: () => void): Promise<void> {
    this.#changing = this.#changing.then(async () => {
      await Promise.allSettled(this.#searches);
      work();
    });
    return this.#changing;
  }

  #learn(rows: readonly StoredRow[]): void {
    for (const { slot, space, fields, ...row } of rows) {
      if (space === null) this.documents.delete(row.id);
      else {
        const values = JSON.parse(fields) as DocumentRow['fields'];
        this.documents.set(slot, { ...row, space, fields: values });
      }
    }
  }
}
