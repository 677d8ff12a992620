import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const CLAIMED_BY = new TableColumn({ name: 'claimed_by', ...column.idOrNull });
const BY_CLAIM = new TableIndex({ name: 'ix_outbox_claimed_by', columnNames: ['claimed_by'] });

const TABLES = [
  table('channel', {
    columns: {
      id: column.id,
      version: column.integer,
      team_id: column.idOrNull,
      kind: column.word,
      name: column.word,
      locale: column.word,
      webhook: column.text,
      address: column.word,
      secret: column.textOrNull,
      created_at: column.instant,
      last_sent_at: column.instantOrNull,
      last_error: column.textOrNull,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: { team_id: ['team', 'CASCADE'] },
    indexes: [['team_id']],
  }),
  table('delivery', {
    columns: {
      id: column.id,
      kind: column.word,
      dedupe_key: column.word,
      person_id: column.idOrNull,
      channel_id: column.idOrNull,
      subject: column.text,
      created_at: column.instant,
      due_at: column.instant,
      sent_at: column.instantOrNull,
      state: column.word,
      reason: column.wordOrNull,
      last_error: column.textOrNull,
    },
    primaryKey: ['id'],
    references: { person_id: ['person', 'CASCADE'], channel_id: ['channel', 'CASCADE'] },
    unique: [['dedupe_key']],
    indexes: [['person_id'], ['channel_id']],
  }),
];

/** What is to be told to people and in chats, and who has taken on which row of the outbox. */
export class Deliveries1764450000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
    await runner.addColumn('outbox', CLAIMED_BY);
    await runner.createIndex('outbox', BY_CLAIM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox', BY_CLAIM.name ?? '');
    await runner.dropColumn('outbox', CLAIMED_BY.name);
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
