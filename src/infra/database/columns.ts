import { Column, PrimaryColumn, type ValueTransformer } from 'typeorm';

/** Instants are stored as ISO 8601 text in UTC: the same on every engine, sortable, readable by hand. */
const instantTransformer: ValueTransformer = {
  to: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
  from: (value: string | null) => (value === null ? null : new Date(value)),
};

/** A UUIDv7 primary key. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn('varchar', { length: 36 });

/** A reference to a row of another table. */
export const RefColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('varchar', { length: 36, ...options });

/** A value of a closed word list, or a short name. */
export const WordColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('varchar', { length: 255, ...options });

export const TextColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('text', options);

/** A point in time, read and written as a `Date`. */
export const InstantColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('varchar', { length: 24, transformer: instantTransformer, ...options });

/** A calendar day, `YYYY-MM-DD`. */
export const DayColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('varchar', { length: 10, ...options });

export const IntegerColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('integer', options);

/** Bytes as they are: `blob` or `bytea`. */
export const BytesColumn = (): PropertyDecorator =>
  // The type of TypeORM has no word for it.
  Column({ type: Buffer as unknown as StringConstructor });

/** A JSON value, never queried by its content. */
export const JsonColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('simple-json', options);
