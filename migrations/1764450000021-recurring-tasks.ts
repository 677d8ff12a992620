import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('recurring_task', {
    columns: {
      id: column.id,
      version: column.integer,
      key: column.word,
      number: column.integer,
      title: column.text,
      detail: column.textOrNull,
      team_id: column.idOrNull,
      owner_id: column.idOrNull,
      service_id: column.idOrNull,
      practice: column.wordOrNull,
      cadences: column.text,
      created_at: column.instant,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: {
      team_id: ['team', 'RESTRICT'],
      owner_id: ['person', 'RESTRICT'],
      service_id: ['service', 'RESTRICT'],
    },
    unique: [['key']],
    indexes: [['team_id'], ['owner_id'], ['service_id']],
  }),
  table('task_run', {
    columns: {
      id: column.id,
      task_id: column.id,
      due_on: column.day,
      number: column.integer,
      result: column.word,
      note: column.textOrNull,
      evidence: column.textOrNull,
      done_by_id: column.idOrNull,
      done_at: column.instant,
      recorded_by_id: column.idOrNull,
      recorded_at: column.instant,
    },
    primaryKey: ['id'],
    references: {
      task_id: ['recurring_task', 'CASCADE'],
      done_by_id: ['person', 'RESTRICT'],
      recorded_by_id: ['person', 'RESTRICT'],
    },
    unique: [['task_id', 'due_on', 'number']],
    indexes: [['done_by_id'], ['recorded_by_id']],
  }),
];

/** What has to be done again and again, and what came of it. */
export class RecurringTasks1764450000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
