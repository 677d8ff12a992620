import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const EDITIONS = table('public_edition', {
  columns: {
    id: column.id,
    version: column.integer,
    postmortem_id: column.id,
    status: column.word,
    token: column.word,
    title: column.text,
    text: column.text,
    language: column.word,
    choices: column.text,
    case_revision: column.integer,
    is_listed: column.integer,
    public_number: { ...column.integer, isNullable: true },
    editor_id: column.idOrNull,
    edited_at: column.instant,
    approver_id: column.idOrNull,
    approved_at: column.instantOrNull,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    editor_id: ['person', 'RESTRICT'],
    approver_id: ['person', 'RESTRICT'],
  },
  unique: [['postmortem_id'], ['token']],
  indexes: [['editor_id'], ['approver_id']],
});

const VERSIONS = table('public_edition_version', {
  columns: {
    id: column.id,
    edition_id: column.id,
    number: column.integer,
    title: column.text,
    text: column.text,
    language: column.word,
    published_at: column.instant,
  },
  primaryKey: ['id'],
  references: { edition_id: ['public_edition', 'CASCADE'] },
  unique: [['edition_id', 'number']],
});

const WORDS = table('internal_words', {
  columns: { id: column.id, version: column.integer, words: column.text },
  primaryKey: ['id'],
});

/** Editions of cases for everybody, as they went out, and the words that stay inside. */
export class PublicEditions1764495000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(EDITIONS);
    await runner.createTable(VERSIONS);
    await runner.createTable(WORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(WORDS);
    await runner.dropTable(VERSIONS);
    await runner.dropTable(EDITIONS);
  }
}
