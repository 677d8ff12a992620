import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const ANSWERS = table('recurrence_answer', {
  columns: {
    id: column.id,
    postmortem_id: column.id,
    action_item_id: column.id,
    answer: column.word,
    person_id: column.idOrNull,
    at: column.instant,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    action_item_id: ['action_item', 'CASCADE'],
    person_id: ['person', 'RESTRICT'],
  },
  unique: [['postmortem_id', 'action_item_id']],
  indexes: [['action_item_id'], ['person_id']],
});

const BY_CATEGORY = new TableIndex({ name: 'ix_factor_category', columnNames: ['category'] });

/** Whether an action that an earlier case asked for would have prevented a later one. */
export class RecurrenceAnswers1764450000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(ANSWERS);
    await runner.createIndex('factor', BY_CATEGORY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('factor', BY_CATEGORY);
    await runner.dropTable(ANSWERS);
  }
}
