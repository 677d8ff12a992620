import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const THREADS = table('comment_thread', {
  columns: {
    id: column.id,
    version: column.integer,
    postmortem_id: column.id,
    kind: column.word,
    state: column.word,
    part: column.word,
    part_id: column.idOrNull,
    heading: column.textOrNull,
    quote: column.textOrNull,
    created_at: column.instant,
    answer: column.textOrNull,
    settled_by_id: column.idOrNull,
    settled_at: column.instantOrNull,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    settled_by_id: ['person', 'RESTRICT'],
  },
  indexes: [['postmortem_id'], ['settled_by_id']],
});

const COMMENTS = table('comment', {
  columns: {
    id: column.id,
    version: column.integer,
    postmortem_id: column.id,
    thread_id: column.id,
    number: column.integer,
    author_id: column.idOrNull,
    text: column.text,
    created_at: column.instant,
    edited_at: column.instantOrNull,
    removed_at: column.instantOrNull,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    thread_id: ['comment_thread', 'CASCADE'],
    author_id: ['person', 'RESTRICT'],
  },
  unique: [['thread_id', 'number']],
  indexes: [['postmortem_id'], ['author_id']],
});

const NOTICES = table('comment_notice', {
  columns: {
    id: column.id,
    comment_id: column.id,
    person_id: column.id,
    delivery_id: column.id,
    reason: column.word,
  },
  primaryKey: ['id'],
  references: {
    comment_id: ['comment', 'CASCADE'],
    person_id: ['person', 'CASCADE'],
    delivery_id: ['delivery', 'CASCADE'],
  },
  unique: [['comment_id', 'person_id']],
  indexes: [['person_id'], ['delivery_id']],
});

/** Comments, questions and perspectives on cases and on their parts, and who is told of them. */
export class Comments1764480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of [THREADS, COMMENTS, NOTICES]) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [NOTICES, COMMENTS, THREADS]) await runner.dropTable(each);
  }
}
