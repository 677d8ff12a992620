import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const SEARCHES = table('saved_search', {
  columns: {
    id: column.id,
    version: column.integer,
    owner_id: column.id,
    name: column.word,
    address: column.text,
    shared_at: column.instantOrNull,
    created_at: column.instant,
  },
  primaryKey: ['id'],
  references: { owner_id: ['person', 'CASCADE'] },
  unique: [['owner_id', 'name']],
  indexes: [['shared_at']],
});

const ORGANIZATION = table('organization', {
  columns: { id: column.id, version: column.integer, name: column.wordOrNull },
  primaryKey: ['id'],
});

/** The searches that people come back to, and whose library it is. */
export class SavedSearches1764363600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SEARCHES);
    await runner.createTable(ORGANIZATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(ORGANIZATION);
    await runner.dropTable(SEARCHES);
  }
}
