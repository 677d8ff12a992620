import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('initiative', {
    columns: {
      id: column.id,
      version: column.integer,
      key: column.word,
      number: column.integer,
      title: column.text,
      goal: column.textOrNull,
      status: column.word,
      reason: column.textOrNull,
      team_id: column.idOrNull,
      owner_id: column.idOrNull,
      target_on: column.dayOrNull,
      created_at: column.instant,
      updated_at: column.instant,
    },
    primaryKey: ['id'],
    references: {
      team_id: ['team', 'RESTRICT'],
      owner_id: ['person', 'RESTRICT'],
    },
    unique: [['key']],
    indexes: [['team_id'], ['owner_id']],
  }),
  table('initiative_event', {
    columns: {
      id: column.id,
      initiative_id: column.id,
      number: column.integer,
      at: column.instant,
      actor_id: column.idOrNull,
      act: column.word,
      from_status: column.wordOrNull,
      status: column.word,
      reason: column.textOrNull,
      title: column.text,
      team_id: column.idOrNull,
      owner_id: column.idOrNull,
      target_on: column.dayOrNull,
    },
    primaryKey: ['id'],
    references: {
      initiative_id: ['initiative', 'CASCADE'],
      actor_id: ['person', 'RESTRICT'],
      team_id: ['team', 'RESTRICT'],
      owner_id: ['person', 'RESTRICT'],
    },
    unique: [['initiative_id', 'number']],
    indexes: [['actor_id'], ['team_id'], ['owner_id']],
  }),
  table('initiative_action', {
    columns: {
      action_item_id: column.id,
      initiative_id: column.id,
    },
    primaryKey: ['action_item_id'],
    references: {
      action_item_id: ['action_item', 'CASCADE'],
      initiative_id: ['initiative', 'CASCADE'],
    },
    indexes: [['initiative_id']],
  }),
];

/** What gathers action items across cases, what happened to it, and which it gathers. */
export class Initiatives1764450000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
