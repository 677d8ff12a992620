import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const MOVES = table('postmortem_move', {
  columns: {
    id: column.id,
    postmortem_id: column.id,
    at: column.instant,
    from_status: column.word,
    status: column.word,
  },
  primaryKey: ['id'],
  references: { postmortem_id: ['postmortem', 'CASCADE'] },
  indexes: [['postmortem_id']],
});

/** When each case went from state to state, from now on. */
export class CaseMoves1764450000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(MOVES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(MOVES);
  }
}
