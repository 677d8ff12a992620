import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const VOTES = table('helpful_vote', {
  columns: { postmortem_id: column.id, person_id: column.id, created_at: column.instant },
  primaryKey: ['postmortem_id', 'person_id'],
  references: { postmortem_id: ['postmortem', 'CASCADE'], person_id: ['person', 'CASCADE'] },
  indexes: [['person_id']],
});

/** Whom a case helped. */
export class HelpfulVotes1764520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(VOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(VOTES);
  }
}
