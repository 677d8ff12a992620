import type pg from 'pg';

import {
  newGeneration,
  readState,
  STATE_COLUMNS,
  stateOf,
  type IndexState,
  type StateRow,
} from './index-state.js';
import { completeTables, createTables, dropTables, STATE_TABLE, tablesOf } from './index-tables.js';
import { transaction } from './transaction.js';

/** To put all words in order takes as long as it takes. */
const UNHURRIED = `BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '128MB';
  SET LOCAL enable_seqscan = off; SET LOCAL jit = off;`;

/** Fills new tables and has them take the place of those that count. */
export class IndexBuilder {
  constructor(private readonly client: pg.Client) {}

  async state(): Promise<IndexState> {
    return readState(this.client);
  }

  /** Empty tables, into which every change goes too from now on. */
  async begin(): Promise<number> {
    return transaction(this.client, UNHURRIED, async (client) => {
      const { rows } = await client.query<StateRow>(
        `SELECT ${STATE_COLUMNS} FROM ${STATE_TABLE} FOR UPDATE`,
      );
      const left = stateOf(rows[0]).building;
      if (left !== undefined) await client.query(dropTables(tablesOf(left)));
      const building = newGeneration(rows[0]);
      await client.query(createTables(tablesOf(building)));
      await client.query(`UPDATE ${STATE_TABLE} SET building = $1`, [building]);
      return building;
    });
  }

  /** No change comes between while `work` fills the tables. */
  async fill<T>(building: number, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    return transaction(this.client, UNHURRIED, async (client) => {
      await this.#assertBuilding(building);
      return work(client);
    });
  }

  async complete(building: number): Promise<void> {
    await transaction(this.client, UNHURRIED, (client) =>
      client.query(completeTables(tablesOf(building))),
    );
  }

  /** From here on the new tables count. */
  async finish(building: number): Promise<void> {
    const before = await transaction(this.client, UNHURRIED, async (client) => {
      const { generation } = await this.#assertBuilding(building);
      await client.query(
        `UPDATE ${STATE_TABLE} SET generation = building, building = NULL, needs_rebuild = NULL,
           revision = revision + 1`,
      );
      return generation;
    });
    // Waits for whoever searches there; a search that comes too late looks again.
    await this.client.query(
      `${dropTables(tablesOf(before))}; DROP TABLE ${tablesOf(building).changed}`,
    );
  }

  async #assertBuilding(building: number): Promise<IndexState> {
    const { rows } = await this.client.query<StateRow>(
      `SELECT ${STATE_COLUMNS} FROM ${STATE_TABLE} FOR UPDATE`,
    );
    const state = stateOf(rows[0]);
    if (state.building !== building) throw new Error('Another process makes the search index anew');
    return state;
  }
}
