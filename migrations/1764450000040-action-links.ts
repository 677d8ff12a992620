import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLE = table('action_link', {
  columns: {
    id: column.id,
    from_id: column.id,
    to_id: column.id,
    kind: column.word,
  },
  primaryKey: ['id'],
  references: {
    from_id: ['action_item', 'CASCADE'],
    to_id: ['action_item', 'CASCADE'],
  },
  unique: [['from_id', 'to_id']],
  indexes: [['to_id']],
});

/** Which action items are the same idea, or options of which one is taken. */
export class ActionLinks1764450000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
