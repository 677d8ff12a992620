import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const SIGN_OFFS = table('sign_off', {
  columns: {
    id: column.id,
    postmortem_id: column.id,
    team_id: column.id,
    verdict: column.word,
    reservations: column.textOrNull,
    revision: column.integer,
    person_id: column.idOrNull,
    recorder_id: column.idOrNull,
    at: column.instant,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    team_id: ['team', 'CASCADE'],
    person_id: ['person', 'RESTRICT'],
    recorder_id: ['person', 'RESTRICT'],
  },
  unique: [['postmortem_id', 'team_id']],
  indexes: [['team_id'], ['person_id'], ['recorder_id']],
});

/** What affected teams say of a case, and at which revision a case was moved. */
export class SignOffs1764462000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SIGN_OFFS);
    await runner.addColumn(
      'postmortem_move',
      new TableColumn({ name: 'revision', ...column.integer, isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('postmortem_move', 'revision');
    await runner.dropTable(SIGN_OFFS);
  }
}
