import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const FEEDBACK = table('review_feedback', {
  columns: {
    id: column.id,
    meeting_id: column.id,
    person_id: column.id,
    time_well_spent: column.integer,
    learned_something: column.integer,
    decisions_carried_out: column.integer,
    word: column.textOrNull,
  },
  primaryKey: ['id'],
  references: {
    meeting_id: ['review_meeting', 'CASCADE'],
    person_id: ['person', 'CASCADE'],
  },
  unique: [['meeting_id', 'person_id']],
  indexes: [['person_id']],
});

/** The closing words of a review meeting, and what people thought of it. */
export class ReviewMinutes1764471000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'review_meeting',
      new TableColumn({ name: 'closing', ...column.textOrNull }),
    );
    await runner.createTable(FEEDBACK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(FEEDBACK);
    await runner.dropColumn('review_meeting', 'closing');
  }
}
