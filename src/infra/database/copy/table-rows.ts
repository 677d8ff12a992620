import { createHash } from 'node:crypto';
import type { EntityMetadata, QueryRunner } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

import { insertValues } from '../insert.js';

/** Rows that are in memory at a time; of those with bytes, one. */
const BATCH = 200;

/** A row as the database keeps it, its values in the order of the columns of the table. */
type StoredRow = readonly (string | number | Buffer | null)[];

type DriverRow = Readonly<Record<string, StoredRow[number]>>;

/** What a table holds, in short: two tables with the same one hold the same rows. */
export interface Tally {
  readonly rows: number;
  /** The sum of the SHA-256 of each row in its canonical form, in hex: the order makes no difference. */
  readonly hash: string;
}

/**
 * One table at one end of a copy. Every type of column of the house is kept as text, as a whole
 * number or as bytes, alike on both engines, so that values travel as they are.
 */
export class TableRows {
  readonly name: string;
  readonly #columns: readonly ColumnMetadata[];
  readonly #key: readonly ColumnMetadata[];
  readonly #names: string;

  constructor(
    private readonly on: QueryRunner,
    table: EntityMetadata,
  ) {
    this.name = table.tableName;
    this.#columns = table.columns;
    this.#key = table.primaryColumns;
    for (const column of table.columns) requireKnown(this.name, column);
    this.#names = this.#listed(this.#columns);
  }

  /** All rows in the order of their key, some at a time. */
  async *batches(): AsyncGenerator<readonly StoredRow[]> {
    const size = this.#columns.some(({ type }) => isBytes(type)) ? 1 : BATCH;
    // A file may hold a text that cannot be read as it is kept, such as half an emoji. Nobody could
    // go on after it; the number that SQLite gives each row is always sound.
    const key = this.#isPostgres ? this.#key.map((column) => this.#escaped(column)) : ['rowid'];
    const order = key.join(', ');
    const places = key.map((_, at) => this.#place(at)).join(', ');
    const named = key.map((name, at) => `${name} AS key_${at}`).join(', ');
    for (let after: unknown[] = []; ;) {
      const where = after.length > 0 ? `WHERE (${order}) > (${places})` : '';
      const found = await this.#query(
        `SELECT ${this.#names}, ${named} FROM ${this.#table} ${where} ORDER BY ${order} LIMIT ${size}`,
        after,
      );
      if (found.length > 0) yield found.map((row) => this.#stored(row));
      const last = found.at(-1);
      if (!last || found.length < size) return;
      after = key.map((_, at) => last[`key_${at}`]);
    }
  }

  async count(): Promise<number> {
    const [row] = await this.#query(`SELECT COUNT(*) AS count FROM ${this.#table}`);
    return Number(row?.['count']);
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#query(`SELECT 1 FROM ${this.#table} LIMIT 1`)).length === 0;
  }

  /** What it holds, read from the database. */
  async tally(): Promise<Tally> {
    const counter = new TallyCounter();
    for await (const rows of this.batches()) counter.add(rows);
    return counter.tally;
  }

  async insert(rows: readonly StoredRow[]): Promise<void> {
    const columns = this.#columns.map(({ databaseName }) => databaseName);
    await insertValues(this.on, this.on.dataSource.driver, this.name, columns, rows);
  }

  /** Sets the other columns of the rows with these keys. */
  async update(rows: readonly StoredRow[]): Promise<void> {
    const equals = (column: ColumnMetadata, at: number): string =>
      `${this.#escaped(column)} = ${this.#place(at)}`;
    // SQLite counts the places as it meets them, so the key comes last in both.
    const others = this.#columns.filter((column) => !this.#key.includes(column));
    const changes = others.map((column, at) => equals(column, at)).join(', ');
    const key = this.#key.map((column, at) => equals(column, others.length + at)).join(' AND ');
    for (const row of rows) {
      const values = [...others, ...this.#key].map((each) => row[this.#columns.indexOf(each)]);
      await this.on.query(`UPDATE ${this.#table} SET ${changes} WHERE ${key}`, values);
    }
  }

  /** Has what the database numbers go on after the greatest number. */
  async continueNumbers(): Promise<void> {
    if (!this.#isPostgres) return;
    for (const column of this.#columns.filter(({ isGenerated }) => isGenerated)) {
      await this.on.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), COALESCE(MAX(${this.#escaped(column)}), 0) + 1, false)
         FROM ${this.#table}`,
        [this.name, column.databaseName],
      );
    }
  }

  #query(statement: string, values: unknown[] = []): Promise<DriverRow[]> {
    return this.on.manager.query<DriverRow[]>(statement, values);
  }

  #stored(row: DriverRow): StoredRow {
    return this.#columns.map(({ databaseName }) => row[databaseName] ?? null);
  }

  get #isPostgres(): boolean {
    return this.on.dataSource.options.type === 'postgres';
  }

  get #table(): string {
    return this.on.dataSource.driver.escape(this.name);
  }

  #place(at: number): string {
    return this.#isPostgres ? `$${at + 1}` : '?';
  }

  #escaped({ databaseName }: ColumnMetadata): string {
    return this.on.dataSource.driver.escape(databaseName);
  }

  #listed(columns: readonly ColumnMetadata[]): string {
    return columns.map((column) => this.#escaped(column)).join(', ');
  }
}

/** Adds up what a table holds. */
export class TallyCounter {
  #rows = 0;
  #sum = 0n;

  add(rows: readonly StoredRow[]): void {
    for (const row of rows) {
      this.#rows += 1;
      const hash = createHash('sha256').update(canonical(row)).digest('hex');
      this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${hash}`));
    }
  }

  get tally(): Tally {
    return { rows: this.#rows, hash: this.#sum.toString(16).padStart(64, '0') };
  }
}

/** The same for the same values, and for no others. */
function canonical(row: StoredRow): string {
  return JSON.stringify(
    row.map((value) => (Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value)),
  );
}

const KNOWN: readonly unknown[] = ['varchar', 'text', 'simple-json', 'integer', Number, String];

const isBytes = (type: unknown): boolean => type === Buffer;

/** A column of another type would need a form of its own; better no copy than another value. */
function requireKnown(table: string, { databaseName, type }: ColumnMetadata): void {
  if (KNOWN.includes(type) || isBytes(type)) return;
  throw new Error(`column ${databaseName} of ${table} is of a type that cannot be copied`);
}
