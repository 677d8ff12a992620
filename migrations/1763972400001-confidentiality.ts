import {
  TableColumn,
  TableForeignKey,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';

import { column, table } from './table.js';

const READERS = table('postmortem_reader', {
  columns: {
    id: column.id,
    postmortem_id: column.id,
    person_id: column.idOrNull,
    team_id: column.idOrNull,
    position: column.integer,
  },
  primaryKey: ['id'],
  references: {
    postmortem_id: ['postmortem', 'CASCADE'],
    person_id: ['person', 'CASCADE'],
    team_id: ['team', 'CASCADE'],
  },
  unique: [
    ['postmortem_id', 'person_id'],
    ['postmortem_id', 'team_id'],
  ],
  indexes: [['person_id'], ['team_id']],
});

const REPORTER = new TableForeignKey({
  name: 'fk_incident_reporter_id',
  columnNames: ['reporter_id'],
  referencedTableName: 'person',
  referencedColumnNames: ['id'],
  onDelete: 'RESTRICT',
});

/** By these it is decided who may read a case, for all cases at a time. */
const INDEXES = [['visibility', 'status', 'facilitator_id', 'id'], ['status']].map(
  (columnNames) => new TableIndex({ name: `ix_postmortem_${columnNames.join('_')}`, columnNames }),
);

/** Whom a restricted case is open to, and who reported an incident. */
export class Confidentiality1763972400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(READERS);
    await runner.createIndices('postmortem', INDEXES);
    await runner.addColumn(
      'incident',
      new TableColumn({ name: 'reporter_id', ...column.idOrNull }),
    );
    await runner.createForeignKey('incident', REPORTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropForeignKey('incident', REPORTER);
    await runner.dropColumn('incident', 'reporter_id');
    await runner.dropIndices('postmortem', INDEXES);
    await runner.dropTable(READERS);
  }
}
