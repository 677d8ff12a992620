import type { MigrationInterface, QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const integerOrNull = { ...column.integer, isNullable: true };

const TABLES = [
  table('review_series', {
    columns: {
      id: column.id,
      version: column.integer,
      title: column.text,
      cadence: column.text,
      duration_minutes: column.integer,
      place: column.textOrNull,
      facilitator_id: column.idOrNull,
      created_by_id: column.idOrNull,
      created_at: column.instant,
      archived_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: {
      facilitator_id: ['person', 'RESTRICT'],
      created_by_id: ['person', 'RESTRICT'],
    },
    indexes: [['facilitator_id'], ['created_by_id']],
  }),
  table('review_meeting', {
    columns: {
      id: column.id,
      version: column.integer,
      key: column.word,
      number: column.integer,
      series_id: column.idOrNull,
      slot_at: column.instantOrNull,
      adjusted_at: column.instantOrNull,
      title: column.text,
      starts_at: column.instant,
      zone: column.word,
      duration_minutes: column.integer,
      place: column.textOrNull,
      facilitator_id: column.idOrNull,
      created_by_id: column.idOrNull,
      state: column.word,
      reason: column.textOrNull,
      sequence: column.integer,
      created_at: column.instant,
      updated_at: column.instant,
      started_at: column.instantOrNull,
      ended_at: column.instantOrNull,
    },
    primaryKey: ['id'],
    references: {
      series_id: ['review_series', 'RESTRICT'],
      facilitator_id: ['person', 'RESTRICT'],
      created_by_id: ['person', 'RESTRICT'],
    },
    unique: [['key'], ['series_id', 'slot_at']],
    indexes: [['starts_at'], ['facilitator_id'], ['created_by_id']],
  }),
  table('review_invitee', {
    columns: {
      id: column.id,
      meeting_id: column.idOrNull,
      series_id: column.idOrNull,
      team_id: column.idOrNull,
      person_id: column.idOrNull,
      position: column.integer,
    },
    primaryKey: ['id'],
    references: {
      meeting_id: ['review_meeting', 'CASCADE'],
      series_id: ['review_series', 'CASCADE'],
      team_id: ['team', 'CASCADE'],
      person_id: ['person', 'CASCADE'],
    },
    indexes: [['meeting_id'], ['series_id'], ['team_id'], ['person_id']],
  }),
  table('review_attendance', {
    columns: {
      id: column.id,
      meeting_id: column.id,
      person_id: column.id,
      answer: column.wordOrNull,
      answered_at: column.instantOrNull,
      presence: column.wordOrNull,
    },
    primaryKey: ['id'],
    references: {
      meeting_id: ['review_meeting', 'CASCADE'],
      person_id: ['person', 'RESTRICT'],
    },
    unique: [['meeting_id', 'person_id']],
    indexes: [['person_id']],
  }),
  table('review_invitation', {
    columns: {
      id: column.id,
      meeting_id: column.id,
      person_id: column.id,
      number: column.integer,
      sequence: column.integer,
      standing: column.word,
    },
    primaryKey: ['id'],
    references: {
      meeting_id: ['review_meeting', 'CASCADE'],
      person_id: ['person', 'CASCADE'],
    },
    unique: [['meeting_id', 'person_id']],
    indexes: [['person_id']],
  }),
  table('review_agenda_case', {
    columns: {
      id: column.id,
      version: column.integer,
      meeting_id: column.id,
      postmortem_id: column.id,
      position: column.integer,
      planned_minutes: integerOrNull,
      notes: column.text,
      outcome: column.wordOrNull,
    },
    primaryKey: ['id'],
    references: {
      meeting_id: ['review_meeting', 'CASCADE'],
      postmortem_id: ['postmortem', 'CASCADE'],
    },
    unique: [['meeting_id', 'postmortem_id']],
    indexes: [['postmortem_id']],
  }),
  table('review_decision', {
    columns: {
      id: column.id,
      version: column.integer,
      agenda_case_id: column.id,
      postmortem_id: column.id,
      position: column.integer,
      text: column.text,
      action_item_id: column.idOrNull,
      created_by_id: column.idOrNull,
      created_at: column.instant,
    },
    primaryKey: ['id'],
    references: {
      agenda_case_id: ['review_agenda_case', 'CASCADE'],
      postmortem_id: ['postmortem', 'CASCADE'],
      action_item_id: ['action_item', 'SET NULL'],
      created_by_id: ['person', 'RESTRICT'],
    },
    indexes: [['agenda_case_id'], ['postmortem_id'], ['action_item_id'], ['created_by_id']],
  }),
];

/** Review meetings: their slots, who is invited and came, the agenda and what was decided. */
export class ReviewMeetings1764470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each);
  }
}
