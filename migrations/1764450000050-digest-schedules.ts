import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column } from './table.js';

const COLUMNS = [
  ['team', 'digest_schedule'],
  ['organization', 'digest_schedule'],
  ['organization', 'leaders_digest'],
] as const;

/** When the digest of a week is sent: for teams and for the organization. */
export class DigestSchedules1764450000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of COLUMNS) {
      await runner.addColumn(table, new TableColumn({ name, ...column.textOrNull }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of COLUMNS) await runner.dropColumn(table, name);
  }
}
