import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import { FupanError } from './errors.js';
import { LIMITS } from './limits.js';

/** One page of a list and where it stands. */
export interface Page<Row> {
  readonly nodes: Row[];
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Everything on all pages; counted when it is read. */
  readonly totalCount: Promise<number>;
}

export interface PageRequest {
  /** How many, 1 to 100. */
  readonly first: number;
  /** An opaque cursor of an earlier page; null or nothing for the first. */
  readonly after?: string | null | undefined;
}

export type Direction = 'ASC' | 'DESC';

/** What a list is ordered by: a property of the entity and, for properties that may be null, what null counts as. */
export interface Ordering<Row> {
  readonly property: keyof Row & string;
  readonly direction: Direction;
  readonly nullAs?: string | number;
  /** A text or a whole number made of other things that is compared instead. */
  readonly computed?: Computed;
}

interface Computed {
  /** Tells its cursors from those of other orders. */
  readonly name: string;
  readonly sql: string;
  readonly isNumber?: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Reads one page by keyset: rows after the cursor in the order of (property, id), so that no row is
 * skipped or shown twice while others are inserted. Two statements at most, whatever the page size.
 * @throws FupanError VALIDATION for a page size out of range or a cursor of another list.
 */
export async function keysetPage<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  order: Ordering<Row>,
  request: PageRequest,
): Promise<Page<Row>> {
  assertPageSize(request.first);
  const counted = query.clone();
  const expression = comparedBy(query, order);
  const mark = `${order.computed?.name ?? order.property} ${order.direction}`;
  const after = request.after ?? undefined;
  if (after !== undefined) {
    const [value, id] = openCursor(after, mark);
    if ((typeof value === 'number') !== isNumber(query, order)) throw wrongCursor();
    const sign = order.direction === 'ASC' ? '>' : '<';
    query.andWhere(
      `(${expression} ${sign} :afterValue OR (${expression} = :afterValue AND ${query.alias}.id ${sign} :afterId))`,
      { afterValue: value, afterId: id },
    );
  }
  // The expression is selected under a name, because the cursor must hold what the database compared;
  // in brackets, because TypeORM would take a bare column to be renamed and leave it out of the row.
  const { entities, raw } = await query
    .addSelect(`(${expression})`, 'keyset_value')
    .orderBy('keyset_value', order.direction)
    .addOrderBy(`${query.alias}.id`, order.direction)
    .limit(request.first + 1)
    .getRawAndEntities<{ keyset_value: string | number }>();
  const edges = entities.slice(0, request.first).map((node, index) => ({
    node,
    cursor: sealCursor(mark, raw[index]?.keyset_value ?? '', node.id),
  }));
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: {
      hasNextPage: entities.length > request.first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return counted.getCount();
    },
  };
}

/**
 * Cuts one page out of rows that are in memory, in the order of (value, id): for what a database
 * cannot compare.
 * @param name of the order, which tells its cursors from those of others
 * @throws FupanError VALIDATION for a page size out of range or a cursor of another list.
 */
export function pageOf<Row extends { readonly id: string; readonly value: number }>(
  rows: readonly Row[],
  { name, direction }: { readonly name: string; readonly direction: Direction },
  request: PageRequest,
): Page<Row> {
  assertPageSize(request.first);
  const mark = `${name} ${direction}`;
  const sign = direction === 'ASC' ? 1 : -1;
  const compare = (one: Row, [value, id]: readonly [number, string]): number =>
    sign * (one.value - value || (one.id < id ? -1 : Number(one.id > id)));
  const sorted = [...rows].sort((one, other) => compare(one, [other.value, other.id]));
  const after = request.after ?? undefined;
  let left = sorted;
  if (after !== undefined) {
    const [value, id] = openCursor(after, mark);
    if (typeof value !== 'number') throw wrongCursor();
    left = sorted.filter((row) => compare(row, [value, id]) > 0);
  }
  const nodes = left.slice(0, request.first);
  const edges = nodes.map((node) => ({ node, cursor: sealCursor(mark, node.value, node.id) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: left.length > request.first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: Promise.resolve(rows.length),
  };
}

/** What the rows are compared by, in SQL. */
function comparedBy<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { property, nullAs, computed }: Ordering<Row>,
): string {
  if (computed) {
    query.setParameters(computed.parameters);
    return computed.sql;
  }
  const column = `${query.alias}.${property}`;
  if (nullAs === undefined) return column;
  query.setParameter('nullAs', nullAs);
  return `COALESCE(${column}, :nullAs)`;
}

function isNumber<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { property, computed }: Ordering<Row>,
): boolean {
  if (computed) return computed.isNumber ?? false;
  const { mainAlias } = query.expressionMap;
  return mainAlias?.metadata.findColumnWithPropertyName(property)?.type === 'integer';
}

/** @throws FupanError VALIDATION unless 1 to 100. */
export function assertPageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > LIMITS.pageSize) {
    throw new FupanError('VALIDATION', 'pageSize', { max: LIMITS.pageSize }, ['first']);
  }
}

/** An opaque cursor; `mark` tells of which list it is. */
export function sealCursor(mark: string, value: string | number, id: string): string {
  return Buffer.from(JSON.stringify([mark, value, id])).toString('base64url');
}

/** @throws FupanError VALIDATION for a cursor of another list. */
export function openCursor(cursor: string, mark: string): [string | number, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 3 && parsed[0] === mark) {
      const [, value, id] = parsed as unknown[];
      const isSound = typeof value === 'string' || isCount(value);
      if (isSound && typeof id === 'string') return [value, id];
    }
  } catch {
    // Falls through to the one error below.
  }
  throw wrongCursor();
}

/** A whole number that every database can compare with its own. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
}

/** The error about a cursor that this list did not give out. */
export function wrongCursor(): FupanError {
  return new FupanError('VALIDATION', 'cursor', {}, ['after']);
}
