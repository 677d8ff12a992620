import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const TEMPLATES = table('own_template', {
  columns: {
    id: column.id,
    version: column.integer,
    name: column.word,
    language: column.word,
    text: column.text,
    created_at: column.instant,
    updated_at: column.instant,
    archived_at: column.instantOrNull,
  },
  primaryKey: ['id'],
  unique: [['name', 'language']],
});

const RULES = table('template_rules', {
  columns: { id: column.id, version: column.integer, text: column.textOrNull },
  primaryKey: ['id'],
});

/** Templates that the organization has written, and its rules by which one is suggested. */
export class OwnTemplates1764490000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(TEMPLATES);
    await runner.createTable(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(RULES);
    await runner.dropTable(TEMPLATES);
  }
}
