import {
  EntityManager,
  type DataSource,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';

import { kindOf, type Actor } from '../../core/actor.js';
import type { Ctx, ReadManager } from '../../core/ctx.js';

/** What stands for the parameters of a statement: texts, or lists of texts for `isOneOf`. */
export type Parameters = Readonly<Record<string, string | readonly string[] | null>>;

interface Prepared {
  readonly sql: string;
  /** Names of the parameters in the order of their places. */
  readonly names: readonly string[];
}

/** Marks the place of a parameter while the text is made. */
const MARK = 'parameter ';

/**
 * A statement for reading whose text is made once for each database and kind of actor: TypeORM takes
 * longer to write most statements than the database to run them. For what each search asks.
 * @param build one query, or several whose rows are joined; the same for actors of one kind
 */
export function defineStatement<Row>(
  build: (db: EntityManager, actor: Actor) => readonly SelectQueryBuilder<ObjectLiteral>[],
): (ctx: Ctx, parameters: Parameters) => Promise<Row[]> {
  const known = new WeakMap<DataSource, Map<string, Prepared>>();
  return async (ctx, parameters) => {
    const { actor } = ctx;
    const db = managerOf(ctx.db);
    const { dataSource } = db;
    const ofKinds = known.get(dataSource) ?? new Map<string, Prepared>();
    known.set(dataSource, ofKinds);
    const kind = kindOf(actor);
    const prepared = ofKinds.get(kind) ?? prepare(build(db, actor), Object.keys(parameters));
    ofKinds.set(kind, prepared);
    const onSqlite = isSqlite(db);
    const values = prepared.names.map((name) => {
      const value = parameters[name] ?? null;
      return onSqlite && Array.isArray(value) ? JSON.stringify(value) : value;
    });
    return db.query<Row[]>(prepared.sql, values);
  };
}

/**
 * The same for whole rows of one entity.
 * @param narrow what is kept of all rows, which stand under the alias `row`
 */
export function defineRows<Row extends ObjectLiteral>(
  entity: new () => Row,
  narrow: (
    rows: SelectQueryBuilder<Row>,
    db: EntityManager,
    actor: Actor,
  ) => SelectQueryBuilder<Row>,
): (ctx: Ctx, parameters: Parameters) => Promise<Row[]> {
  const statement = defineStatement<Record<string, unknown>>((db, actor) => {
    const query = narrow(db.createQueryBuilder(entity, 'row'), db, actor).select([]);
    for (const { propertyName } of db.dataSource.getMetadata(entity).columns) {
      query.addSelect(`row.${propertyName}`, propertyName);
    }
    return [query];
  });
  return async (ctx, parameters) => {
    const { dataSource } = managerOf(ctx.db);
    const { columns } = dataSource.getMetadata(entity);
    return (await statement(ctx, parameters)).map((found) => {
      const values = columns.map((column) => {
        const value: unknown = dataSource.driver.prepareHydratedValue(
          found[column.propertyName],
          column,
        );
        return [column.propertyName, value] as const;
      });
      return Object.assign(new entity(), Object.fromEntries(values));
    });
  };
}

/** Condition that a column holds one of the texts of a parameter, however many they are. */
export function isOneOf(db: EntityManager, column: string, parameter: string): string {
  return isSqlite(db)
    ? `${column} IN (SELECT value FROM json_each(:${parameter}))`
    : `${column} = ANY(:${parameter})`;
}

function prepare(
  queries: readonly SelectQueryBuilder<ObjectLiteral>[],
  parameters: readonly string[],
): Prepared {
  const marks = Object.fromEntries(parameters.map((name) => [name, MARK + name]));
  const names: string[] = [];
  const parts = queries.map((query) => {
    const [sql, values] = query.setParameters(marks).getQueryAndParameters();
    const before = names.length;
    for (const value of values) names.push(nameOf(value));
    // PostgreSQL numbers the parameters of each query from 1 on.
    return sql.replaceAll(/\$(\d+)/gu, (_, number: string) => `$${Number(number) + before}`);
  });
  return { sql: parts.join(' UNION ALL '), names };
}

function nameOf(value: unknown): string {
  if (typeof value === 'string' && value.startsWith(MARK)) return value.slice(MARK.length);
  throw new Error('A value of one call would stand in the text of all: make it a parameter');
}

/** What a reader holds is more than it shows: the text of a statement comes from here only. */
function managerOf(db: ReadManager): EntityManager {
  if (db instanceof EntityManager) return db;
  throw new TypeError('No manager of a database');
}

/** Whether statements are written for SQLite. */
export function isSqlite(db: EntityManager): boolean {
  return db.dataSource.options.type === 'better-sqlite3';
}
