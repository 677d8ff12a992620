import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column } from './table.js';

/** The time zone that somebody reads times in. */
export class PersonZone1764363600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('person', new TableColumn({ name: 'zone', ...column.wordOrNull }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('person', 'zone');
  }
}
