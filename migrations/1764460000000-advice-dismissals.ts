import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const DISMISSALS = table('advice_dismissal', {
  columns: {
    id: column.id,
    postmortem_id: column.id,
    mark: column.word,
    reason: column.text,
    person_id: column.idOrNull,
    at: column.instant,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    person_id: ['person', 'RESTRICT'],
  },
  unique: [['postmortem_id', 'mark']],
  indexes: [['person_id']],
});

/** Advice on a case that somebody has put aside, and why. */
export class AdviceDismissals1764460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(DISMISSALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(DISMISSALS);
  }
}
