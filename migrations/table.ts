import { Table, type TableColumnOptions, type TableForeignKeyOptions } from 'typeorm';

interface TableShape {
  /** Columns by name; the first ones named in `primaryKey` form it. */
  readonly columns: Record<string, Omit<TableColumnOptions, 'name'>>;
  readonly primaryKey: readonly string[];
  /** Column to referenced table and what happens when that row goes. */
  readonly references?: Record<string, readonly [table: string, onDelete: string]>;
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
}

/** A table of the schema builder, with the constraint names that the entities expect. */
export function table(name: string, shape: TableShape): Table {
  return new Table({
    name,
    columns: Object.entries(shape.columns).map(([column, options]) => ({
      name: column,
      ...options,
      ...(shape.primaryKey.includes(column)
        ? { isPrimary: true, primaryKeyConstraintName: `pk_${name}` }
        : {}),
    })),
    foreignKeys: Object.entries(shape.references ?? {}).map(
      ([column, [referenced, onDelete]]): TableForeignKeyOptions => ({
        name: `fk_${name}_${column}`,
        columnNames: [column],
        referencedTableName: referenced,
        referencedColumnNames: ['id'],
        onDelete,
      }),
    ),
    uniques: (shape.unique ?? []).map((columns) => ({
      name: `uq_${name}_${columns.join('_')}`,
      columnNames: [...columns],
    })),
    indices: (shape.indexes ?? []).map((columns) => ({
      name: `ix_${name}_${columns.join('_')}`,
      columnNames: [...columns],
    })),
  });
}

const optional = { isNullable: true };

/** The column types of the house; the same on every engine. */
export const column = {
  id: { type: 'varchar', length: '36' },
  idOrNull: { type: 'varchar', length: '36', ...optional },
  word: { type: 'varchar', length: '255' },
  wordOrNull: { type: 'varchar', length: '255', ...optional },
  short: { type: 'varchar', length: '8' },
  text: { type: 'text' },
  textOrNull: { type: 'text', ...optional },
  instant: { type: 'varchar', length: '24' },
  instantOrNull: { type: 'varchar', length: '24', ...optional },
  day: { type: 'varchar', length: '10' },
  dayOrNull: { type: 'varchar', length: '10', ...optional },
  integer: { type: 'integer' },
  serial: { type: 'integer', isGenerated: true, generationStrategy: 'increment' as const },
};
