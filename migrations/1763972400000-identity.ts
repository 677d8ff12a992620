import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TABLES = [
  table('credential', {
    columns: { person_id: column.id, password_hash: column.text, changed_at: column.instant },
    primaryKey: ['person_id'],
    references: { person_id: ['person', 'CASCADE'] },
  }),
  table('provider_account', {
    columns: {
      id: column.id,
      person_id: column.id,
      issuer: column.word,
      subject: column.word,
      created_at: column.instant,
    },
    primaryKey: ['id'],
    references: { person_id: ['person', 'CASCADE'] },
    unique: [['issuer', 'subject']],
    indexes: [['person_id']],
  }),
  table('invitation', {
    columns: {
      id: column.id,
      token_hash: column.word,
      kind: column.word,
      person_id: column.idOrNull,
      created_at: column.instant,
      expires_at: column.instant,
      used_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: { person_id: ['person', 'CASCADE'] },
    unique: [['token_hash']],
    indexes: [['person_id']],
  }),
  table('session', {
    columns: {
      id: column.id,
      token_hash: column.word,
      person_id: column.id,
      method: column.word,
      created_at: column.instant,
      last_seen_at: column.instant,
      expires_at: column.instant,
      address: column.wordOrNull,
      user_agent: column.wordOrNull,
    },
    primaryKey: ['id'],
    references: { person_id: ['person', 'CASCADE'] },
    unique: [['token_hash']],
    indexes: [['person_id']],
  }),
  table('api_token', {
    columns: {
      id: column.id,
      token_hash: column.word,
      hint: column.word,
      kind: column.word,
      person_id: column.id,
      name: column.word,
      scopes: column.text,
      created_at: column.instant,
      expires_at: column.instant,
      last_used_at: column.instantOrNull,
      revoked_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: { person_id: ['person', 'CASCADE'] },
    unique: [['token_hash']],
    indexes: [['person_id']],
  }),
];

/** Roles, and what people and programs sign in with. */
export class Identity1763972400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Raw: the schema builder would make the table anew on SQLite.
    await runner.query(`ALTER TABLE person ADD COLUMN role varchar(255) NOT NULL DEFAULT 'MEMBER'`);
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
    await runner.query('ALTER TABLE person DROP COLUMN role');
  }
}
