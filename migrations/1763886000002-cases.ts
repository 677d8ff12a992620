import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const ofCase = { postmortem_id: ['postmortem', 'CASCADE'] } as const;

const TABLES = [
  table('postmortem', {
    columns: {
      id: column.id,
      version: column.integer,
      revision: column.integer,
      search_stamp: column.integer,
      key: column.word,
      number: column.integer,
      title: column.text,
      summary: column.text,
      status: column.word,
      visibility: column.word,
      language: column.word,
      template: column.wordOrNull,
      facilitator_id: column.idOrNull,
      source: column.textOrNull,
      extra: column.textOrNull,
      import_identity: column.textOrNull,
      import_digest: column.wordOrNull,
      created_at: column.instant,
      updated_at: column.instant,
      published_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: { facilitator_id: ['person', 'RESTRICT'] },
    unique: [['key'], ['import_identity']],
    indexes: [['updated_at'], ['created_at']],
  }),
  table('postmortem_person', {
    columns: {
      id: column.id,
      postmortem_id: column.id,
      person_id: column.id,
      position: column.integer,
      role: column.word,
    },
    primaryKey: ['id'],
    references: { ...ofCase, person_id: ['person', 'RESTRICT'] },
    unique: [['postmortem_id', 'person_id', 'role']],
    indexes: [['person_id']],
  }),
  table('postmortem_incident', {
    columns: { postmortem_id: column.id, incident_id: column.id, position: column.integer },
    primaryKey: ['postmortem_id', 'incident_id'],
    references: { ...ofCase, incident_id: ['incident', 'RESTRICT'] },
    indexes: [['incident_id']],
  }),
  table('postmortem_tag', {
    columns: { postmortem_id: column.id, tag: column.word, position: column.integer },
    primaryKey: ['postmortem_id', 'tag'],
    references: ofCase,
    indexes: [['tag']],
  }),
  table('section', {
    columns: {
      id: column.id,
      postmortem_id: column.id,
      position: column.integer,
      heading: column.text,
      body: column.text,
    },
    primaryKey: ['id'],
    references: ofCase,
    indexes: [['postmortem_id']],
  }),
  table('revision', {
    columns: {
      postmortem_id: column.id,
      number: column.integer,
      at: column.instant,
      editor_id: column.idOrNull,
      reason: column.textOrNull,
      document: column.text,
    },
    primaryKey: ['postmortem_id', 'number'],
    references: { ...ofCase, editor_id: ['person', 'RESTRICT'] },
  }),
  table('timeline_event', {
    columns: {
      id: column.id,
      version: column.integer,
      postmortem_id: column.id,
      position: column.integer,
      at: column.instant,
      zone: column.word,
      marker: column.word,
      text: column.text,
      source_kind: column.wordOrNull,
      source_name: column.wordOrNull,
      original: column.textOrNull,
      evidence: column.textOrNull,
    },
    primaryKey: ['id'],
    references: ofCase,
    indexes: [['postmortem_id']],
  }),
  table('factor', {
    columns: {
      id: column.id,
      version: column.integer,
      postmortem_id: column.id,
      parent_id: column.idOrNull,
      position: column.integer,
      kind: column.word,
      category: column.wordOrNull,
      practice: column.wordOrNull,
      text: column.text,
    },
    primaryKey: ['id'],
    references: { ...ofCase, parent_id: ['factor', 'CASCADE'] },
    indexes: [['postmortem_id'], ['parent_id']],
  }),
  table('finding', {
    columns: {
      id: column.id,
      version: column.integer,
      postmortem_id: column.id,
      position: column.integer,
      kind: column.word,
      text: column.text,
    },
    primaryKey: ['id'],
    references: ofCase,
    indexes: [['postmortem_id']],
  }),
  table('practice_assessment', {
    columns: {
      postmortem_id: column.id,
      practice: column.short,
      position: column.integer,
      verdict: column.word,
      note: column.textOrNull,
    },
    primaryKey: ['postmortem_id', 'practice'],
    references: ofCase,
  }),
  table('case_link', {
    columns: {
      id: column.id,
      from_id: column.id,
      to_id: column.id,
      position: column.integer,
      kind: column.word,
      note: column.textOrNull,
    },
    primaryKey: ['id'],
    references: { from_id: ['postmortem', 'CASCADE'], to_id: ['postmortem', 'CASCADE'] },
    unique: [['from_id', 'to_id', 'kind']],
    indexes: [['to_id']],
  }),
];

/** Postmortems and all that belongs to one case, but for its action items. */
export class Cases1763886000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
