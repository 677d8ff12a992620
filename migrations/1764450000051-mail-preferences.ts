import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const PREFERENCES = table('mail_preference', {
  columns: { id: column.id, version: column.integer, choices: column.text },
  primaryKey: ['id'],
  references: { id: ['person', 'CASCADE'] },
});

/** Which mail people want, and when. */
export class MailPreferences1764450000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(PREFERENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(PREFERENCES);
  }
}
