import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('incident', {
    columns: {
      id: column.id,
      version: column.integer,
      key: column.word,
      number: column.integer,
      title: column.text,
      summary: column.text,
      kind: column.word,
      severity: column.wordOrNull,
      status: column.word,
      started_at: column.instantOrNull,
      detected_at: column.instantOrNull,
      acknowledged_at: column.instantOrNull,
      identified_at: column.instantOrNull,
      mitigated_at: column.instantOrNull,
      resolved_at: column.instantOrNull,
      verified_at: column.instantOrNull,
      created_at: column.instant,
      updated_at: column.instant,
    },
    primaryKey: ['id'],
    unique: [['key']],
    indexes: [['started_at'], ['created_at']],
  }),
  table('incident_service', {
    columns: {
      id: column.id,
      incident_id: column.id,
      service_id: column.id,
      position: column.integer,
      impact: column.textOrNull,
      recovered_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: { incident_id: ['incident', 'CASCADE'], service_id: ['service', 'RESTRICT'] },
    unique: [['incident_id', 'service_id']],
    indexes: [['service_id']],
  }),
  table('incident_responder', {
    columns: {
      id: column.id,
      incident_id: column.id,
      person_id: column.id,
      position: column.integer,
      role: column.word,
    },
    primaryKey: ['id'],
    references: { incident_id: ['incident', 'CASCADE'], person_id: ['person', 'RESTRICT'] },
    unique: [['incident_id', 'person_id', 'role']],
    indexes: [['person_id']],
  }),
  table('incident_reference', {
    columns: {
      id: column.id,
      incident_id: column.id,
      position: column.integer,
      source: column.word,
      external_id: column.wordOrNull,
      url: column.textOrNull,
    },
    primaryKey: ['id'],
    references: { incident_id: ['incident', 'CASCADE'] },
    indexes: [['incident_id']],
  }),
];

/** Incidents and what they touch. */
export class Incidents1763886000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
