import { TableColumn, TableForeignKey, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const CALENDARS = table('work_calendar', {
  columns: {
    id: column.id,
    version: column.integer,
    name: column.word,
    zone: column.word,
    weekdays: column.text,
    special_days: column.text,
    created_at: column.instant,
  },
  primaryKey: ['id'],
  unique: [['name']],
});

/** Both keep a calendar of their own. */
const KEEPERS = ['team', 'organization'];

const calendarOf = (keeper: string): TableForeignKey =>
  new TableForeignKey({
    name: `fk_${keeper}_calendar_id`,
    columnNames: ['calendar_id'],
    referencedTableName: 'work_calendar',
    referencedColumnNames: ['id'],
    onDelete: 'RESTRICT',
  });

/** Which days are worked, for teams and for the organization. */
export class WorkCalendars1764450000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(CALENDARS);
    for (const keeper of KEEPERS) {
      await runner.addColumn(keeper, new TableColumn({ name: 'calendar_id', ...column.idOrNull }));
      await runner.createForeignKey(keeper, calendarOf(keeper));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const keeper of KEEPERS) {
      await runner.dropForeignKey(keeper, calendarOf(keeper));
      await runner.dropColumn(keeper, 'calendar_id');
    }
    await runner.dropTable(CALENDARS);
  }
}
