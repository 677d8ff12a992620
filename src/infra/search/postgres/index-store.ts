import pg from 'pg';

import { codeOf } from '../../../core/error-code.js';
import { isLost } from '../../database/postgres.js';
import type { Replicas } from '../../database/replicas/replicas.js';
import { IndexBuilder } from './index-builder.js';
import {
  IndexFormatError,
  newGeneration,
  STATE_COLUMNS,
  stateOf,
  type IndexState,
  type RebuildReason,
  type StateRow,
} from './index-state.js';
import {
  completeTables,
  CREATE_STATE,
  createTables,
  dropTables,
  FORMAT_VERSION,
  STATE_TABLE,
  tablesOf,
} from './index-tables.js';
import { transaction } from './transaction.js';

/** Name advisory locks; any numbers that nobody else in the database uses. */
const SETUP_LOCK = 3_751_886_002;
const BUILDING_LOCK = 3_751_886_003;

/** Searches and changes at the same time; what is made anew has a connection of its own. */
const CONNECTIONS = 4;

/**
 * Said in each transaction and not once for each connection, so that a pooler in between does no
 * harm. Left to itself PostgreSQL reads all texts for a common word, since it takes its index for a
 * slow disk.
 */
const SETTINGS = `SET LOCAL random_page_cost = 1; SET LOCAL work_mem = '64MB';
  SET LOCAL enable_seqscan = off; SET LOCAL jit = off;`;
const READING = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SETTINGS}
  SET LOCAL statement_timeout = '10s';`;
/** A change may have to wait until another process has made its own. */
const WRITING = `BEGIN; ${SETTINGS} SET LOCAL statement_timeout = '120s';`;
/** The connections to the tables of the index, and the row that says which of them count. */
export class IndexStore {
  private readonly pool: pg.Pool;

  /** @param replicas may be read from in place of the primary */
  constructor(
    private readonly url: string,
    private readonly replicas?: Replicas,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: 10_000,
      application_name: 'fupan search',
    });
    // One that breaks is gone from the pool; whoever waits for an answer hears of it.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Sees everything as it was at one moment. */
  async read<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    return this.#within(READING, work);
  }

  /** The same, where a replica will do: of what it cannot answer the primary is asked. */
  async readAnywhere<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const lease = await this.replicas?.lease();
    if (!lease) return this.read(work);
    try {
      return await transaction(lease.client, READING, work);
    } catch (error) {
      if (error instanceof IndexFormatError) throw error;
      lease.fail(error);
    } finally {
      lease.release();
    }
    return this.read(work);
  }

  /**
   * Changes the index: all or nothing, and one after another over all processes, so that what was
   * changed first is seen first.
   */
  async write<T>(work: (client: pg.ClientBase, state: IndexState) => Promise<T>): Promise<T> {
    return this.#within(WRITING, async (client) => {
      const { rows } = await client.query<StateRow>(
        `UPDATE ${STATE_TABLE} SET revision = revision + 1 RETURNING ${STATE_COLUMNS}`,
      );
      return work(client, await this.#withoutLeftovers(client, stateOf(rows[0])));
    });
  }

  /**
   * Sees to it that there is a state and that there are the tables it names; otherwise to empty ones.
   * @param missing what it is called where there is no state
   * @param broken the generation of tables that turned out to be damaged
   */
  async prepare(missing: RebuildReason, broken?: number): Promise<void> {
    if (broken === undefined && (await this.#within(READING, (client) => this.#isWhole(client)))) {
      return;
    }
    await this.#within(WRITING, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      await client.query(CREATE_STATE);
      const { rows } = await client.query<StateRow>(
        `SELECT ${STATE_COLUMNS} FROM ${STATE_TABLE} FOR UPDATE`,
      );
      const reason = rows[0] === undefined ? missing : await this.#fault(client, rows[0], broken);
      if (reason === undefined) return;
      const generation = newGeneration(rows[0]);
      const tables = tablesOf(generation);
      await client.query(createTables(tables) + completeTables(tables));
      await client.query(
        `INSERT INTO ${STATE_TABLE} (format, generation, revision, needs_rebuild)
         VALUES ($1, $2, 1, $3)
         ON CONFLICT (only_row) DO UPDATE SET format = excluded.format,
           generation = excluded.generation, revision = ${STATE_TABLE}.revision + 1,
           needs_rebuild = excluded.needs_rebuild, building = NULL`,
        [FORMAT_VERSION, generation, reason],
      );
      if (rows[0] === undefined) return;
      for (const old of [rows[0].generation, rows[0].building]) {
        if (old !== null) await client.query(dropTables(tablesOf(Number(old))));
      }
    });
  }

  /**
   * Has `work` make the index anew while nobody else does.
   * @param work is given what locks it out; its connection is the lock
   */
  async alone<T>(work: (builder: IndexBuilder) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'fupan search' });
    // Whoever waits for an answer hears of it.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('SET statement_timeout = 0');
      await client.query('SELECT pg_advisory_lock($1)', [BUILDING_LOCK]);
      return await work(new IndexBuilder(client));
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Whoever was building is gone if the lock is free. */
  async #withoutLeftovers(client: pg.ClientBase, state: IndexState): Promise<IndexState> {
    if (state.building === undefined) return state;
    const { rows } = await client.query<{ free: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1) AS free',
      [BUILDING_LOCK],
    );
    if (rows[0]?.free !== true) return state;
    await client.query(`UPDATE ${STATE_TABLE} SET building = NULL`);
    await client.query(dropTables(tablesOf(state.building)));
    return { ...state, building: undefined };
  }

  /** Without waiting for whoever is just writing. */
  async #isWhole(client: pg.ClientBase): Promise<boolean> {
    const { rows: found } = await client.query<{ there: boolean }>(
      'SELECT to_regclass($1) IS NOT NULL AS there',
      [STATE_TABLE],
    );
    if (found[0]?.there !== true) return false;
    const { rows } = await client.query<StateRow>(`SELECT ${STATE_COLUMNS} FROM ${STATE_TABLE}`);
    return rows[0] !== undefined && (await this.#fault(client, rows[0], undefined)) === undefined;
  }

  async #fault(
    client: pg.ClientBase,
    row: StateRow,
    broken: number | undefined,
  ): Promise<RebuildReason | undefined> {
    if (row.format !== FORMAT_VERSION) return 'outdated';
    if (broken === Number(row.generation)) return 'damaged';
    const { changed: _, ...needed } = tablesOf(Number(row.generation));
    const { rows } = await client.query<{ there: boolean }>(
      'SELECT bool_and(to_regclass(name) IS NOT NULL) AS there FROM unnest($1::text[]) AS name',
      [Object.values(needed)],
    );
    return rows[0]?.there === true ? undefined : 'damaged';
  }

  async #within<T>(begin: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let fault: Error | undefined;
    try {
      return await transaction(client, begin, work);
    } catch (error) {
      // A connection that has said no in words is as good as before.
      if (codeOf(error) === '' || isLost(error)) fault = error as Error;
      throw error;
    } finally {
      client.release(fault);
    }
  }
}

/** Whether a table or column is not there, or PostgreSQL says that what is in it is broken. */
export function isDamage(error: unknown): boolean {
  return ['42P01', '42703', 'XX001', 'XX002'].includes(codeOf(error));
}
