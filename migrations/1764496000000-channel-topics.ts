import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column } from './table.js';

/** What a channel of a chat is told; those that are there already are told everything. */
export class ChannelTopics1764496000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('channel', new TableColumn({ name: 'topics', ...column.textOrNull }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('channel', 'topics');
  }
}
