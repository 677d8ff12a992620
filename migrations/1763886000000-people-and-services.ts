import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('person', {
    columns: {
      id: column.id,
      version: column.integer,
      name: column.word,
      email: column.wordOrNull,
      locale: column.wordOrNull,
      created_at: column.instant,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    unique: [['email']],
  }),
  table('team', {
    columns: {
      id: column.id,
      version: column.integer,
      key: column.word,
      name: column.word,
      created_at: column.instant,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    unique: [['key']],
  }),
  table('team_member', {
    columns: { team_id: column.id, person_id: column.id, role: column.word },
    primaryKey: ['team_id', 'person_id'],
    references: { team_id: ['team', 'CASCADE'], person_id: ['person', 'CASCADE'] },
    indexes: [['person_id']],
  }),
  table('service', {
    columns: {
      id: column.id,
      version: column.integer,
      name: column.word,
      tier: column.word,
      business_function: column.textOrNull,
      redundancy: column.textOrNull,
      owner_team_id: column.idOrNull,
      created_at: column.instant,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: { owner_team_id: ['team', 'RESTRICT'] },
    unique: [['name']],
    indexes: [['owner_team_id']],
  }),
  table('service_dependency', {
    columns: { service_id: column.id, depends_on_id: column.id },
    primaryKey: ['service_id', 'depends_on_id'],
    references: { service_id: ['service', 'CASCADE'], depends_on_id: ['service', 'CASCADE'] },
    indexes: [['depends_on_id']],
  }),
];

/** People, teams and the service catalogue. */
export class PeopleAndServices1763886000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
