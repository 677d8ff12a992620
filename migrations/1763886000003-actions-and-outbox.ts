import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('action_item', {
    columns: {
      id: column.id,
      version: column.integer,
      key: column.word,
      number: column.integer,
      postmortem_id: column.id,
      position: column.integer,
      title: column.text,
      detail: column.textOrNull,
      type: column.wordOrNull,
      priority: column.wordOrNull,
      status: column.word,
      owner_id: column.idOrNull,
      owner_text: column.wordOrNull,
      team_id: column.idOrNull,
      due_on: column.dayOrNull,
      evidence: column.textOrNull,
      completed_at: column.instantOrNull,
      verifier_id: column.idOrNull,
      verified_at: column.instantOrNull,
      effect_check_on: column.dayOrNull,
      effect_note: column.textOrNull,
      reason: column.textOrNull,
      pause_approver_id: column.idOrNull,
      paused_until: column.dayOrNull,
      paused_from: column.wordOrNull,
      tracker_url: column.textOrNull,
      created_at: column.instant,
      updated_at: column.instant,
    },
    primaryKey: ['id'],
    references: {
      postmortem_id: ['postmortem', 'CASCADE'],
      owner_id: ['person', 'RESTRICT'],
      team_id: ['team', 'RESTRICT'],
      verifier_id: ['person', 'RESTRICT'],
      pause_approver_id: ['person', 'RESTRICT'],
    },
    unique: [['key']],
    indexes: [['postmortem_id'], ['status', 'due_on'], ['owner_id'], ['team_id']],
  }),
  table('outbox', {
    columns: {
      seq: column.serial,
      topic: column.word,
      subject_id: column.word,
      created_at: column.instant,
      attempts: column.integer,
      next_attempt_at: column.instant,
      last_error: column.textOrNull,
      dead_at: column.instantOrNull,
    },
    primaryKey: ['seq'],
    indexes: [['dead_at', 'next_attempt_at']],
  }),
  table('key_counter', {
    columns: { prefix: column.short, last: column.integer },
    primaryKey: ['prefix'],
  }),
];

/** Action items, the outbox of side effects, and the counters behind `PM-12`. */
export class ActionsAndOutbox1763886000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
