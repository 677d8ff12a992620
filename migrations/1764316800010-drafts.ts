import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const DRAFTS = table('draft', {
  columns: {
    person_id: column.id,
    postmortem_id: column.id,
    part: { type: 'varchar', length: '300' },
    text: column.text,
    base: column.text,
    base_version: column.integer,
    updated_at: column.instant,
  },
  primaryKey: ['person_id', 'postmortem_id', 'part'],
  references: {
    person_id: ['person', 'CASCADE'],
    postmortem_id: ['postmortem', 'CASCADE'],
  },
  indexes: [['postmortem_id'], ['person_id', 'updated_at']],
});

/** What people have typed and not saved. */
export class Drafts1764316800010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(DRAFTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(DRAFTS);
  }
}
