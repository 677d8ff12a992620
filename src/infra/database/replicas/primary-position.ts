import pg from 'pg';

/** How far the log of a cluster reaches. */
export interface Position {
  /** Which cluster: the same for a primary and its standbys. */
  readonly system: string;
  /** Which of its histories: a promoted standby begins a new one. */
  readonly timeline: number;
  /** Place in the write-ahead log. */
  readonly lsn: string;
}

/**
 * What is acknowledged is flushed, unless the database is told to acknowledge before that. Where it
 * stops being inserted is further, but what nobody was told of may stay unflushed for a while, and
 * no standby is sent it until then: tables that are not logged, such as that of the limits, commit so.
 */
const QUESTION = `SELECT c.system_identifier::text AS system, p.lsn::text AS lsn,
    left(pg_walfile_name(p.lsn), 8) AS timeline
  FROM pg_control_system() c, (SELECT CASE current_setting('synchronous_commit') WHEN 'off'
    THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END AS lsn) p`;

/** How long the primary may take to answer so small a question. */
const PATIENCE_MS = 1_000;

/**
 * Asks the primary how far its log reaches. One question is under way at a time; the answer is for
 * all who came before it was sent, so that it contains all that was acknowledged when they came.
 */
export class PrimaryPosition {
  /** A connection of its own, so that no question waits for those that others hold. */
  readonly #pool: pg.Pool;
  #asking: Promise<unknown> = Promise.resolve();
  #next: Promise<Position> | undefined;

  constructor(url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'fupan',
      max: 1,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    // Whoever waits for an answer hears of it.
    this.#pool.on('error', () => undefined);
  }

  /** @throws Error if the primary does not answer, or is none */
  now(): Promise<Position> {
    if (this.#next === undefined) {
      const next = this.#asking.then(() => {
        this.#next = undefined;
        return this.#ask();
      });
      this.#next = next;
      this.#asking = next.catch(() => undefined);
    }
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #ask(): Promise<Position> {
    const { rows } = await this.#pool.query<{ system: string; lsn: string; timeline: string }>(
      QUESTION,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the primary did not say how far it is');
    return { system: row.system, lsn: row.lsn, timeline: parseInt(row.timeline, 16) };
  }
}
