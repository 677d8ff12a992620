import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

import { FupanError } from '../../core/errors.js';
import { LIMITS } from '../../core/limits.js';
import { checked, text } from '../../core/validation.js';

/**
 * Keeps the rows of which one of the columns contains the text. Latin letters match in either case;
 * nothing but blanks keeps every row.
 * @throws FupanError VALIDATION for more than 200 characters
 */
export function keepContaining(
  query: SelectQueryBuilder<ObjectLiteral>,
  columns: readonly string[],
  wanted: string | null | undefined,
): void {
  if (!wanted?.trim()) return;
  const pattern = checked(text.name, wanted, ['filter', 'query']).replace(/[\\%_]/g, '\\$&');
  // Both sides are folded by the database: SQLite folds ASCII only, and a name must find itself.
  const matches = columns.map((column) => `LOWER(${column}) LIKE LOWER(:containing) ESCAPE '\\'`);
  query.andWhere(`(${matches.join(' OR ')})`, { containing: `%${pattern}%` });
}

/** Keeps the rows that are set aside, or the others; without a choice every row. */
export function keepArchived(
  query: SelectQueryBuilder<ObjectLiteral>,
  archived: boolean | null | undefined,
): void {
  if (archived === true) query.andWhere(`${query.alias}.archivedAt IS NOT NULL`);
  if (archived === false) query.andWhere(`${query.alias}.archivedAt IS NULL`);
}

/**
 * What a list in a filter asks for, each value once; an empty list is no choice.
 * @throws FupanError VALIDATION for more than 200: a statement takes only so many parameters
 */
export function chosen<Value extends string>(
  property: string,
  values: readonly Value[] | null | undefined,
): readonly Value[] | undefined {
  if (!values?.length) return undefined;
  if (values.length > LIMITS.shortList) {
    throw new FupanError('VALIDATION', 'listTooLong', { max: LIMITS.shortList }, [
      'filter',
      property,
    ]);
  }
  return [...new Set(values)];
}

/** Keeps the rows whose column holds one of the values; an empty list is no choice and keeps every row. */
export function keepOneOf(
  query: SelectQueryBuilder<ObjectLiteral>,
  property: string,
  values: readonly string[] | null | undefined,
): void {
  const wanted = chosen(property, values);
  if (!wanted) return;
  query.andWhere(`${query.alias}.${property} IN (:...${property})`, { [property]: wanted });
}
