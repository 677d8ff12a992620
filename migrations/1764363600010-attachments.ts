import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const tables = (bytes: string) => [
  table('attachment', {
    columns: {
      id: column.id,
      postmortem_id: column.id,
      name: column.word,
      media_type: column.word,
      bytes: column.integer,
      digest: column.word,
      uploaded_by_id: column.idOrNull,
      created_at: column.instant,
    },
    primaryKey: ['id'],
    references: {
      postmortem_id: ['postmortem', 'CASCADE'],
      uploaded_by_id: ['person', 'RESTRICT'],
    },
    indexes: [['postmortem_id'], ['uploaded_by_id']],
  }),
  table('attachment_content', {
    columns: { attachment_id: column.id, content: { type: bytes } },
    primaryKey: ['attachment_id'],
    references: { attachment_id: ['attachment', 'CASCADE'] },
  }),
];

/** The files of cases, and in a table of its own what is in them. */
export class Attachments1764363600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.dataSource.options.type === 'postgres';
    for (const each of tables(isPostgres ? 'bytea' : 'blob')) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('attachment_content');
    await runner.dropTable('attachment');
  }
}
