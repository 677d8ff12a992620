import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { column, table } from './table.js';

const EVENTS = table('action_item_event', {
  columns: {
    id: column.id,
    action_item_id: column.id,
    number: column.integer,
    at: column.instant,
    actor_id: column.idOrNull,
    act: column.word,
    from_status: column.wordOrNull,
    status: column.word,
    reason: column.textOrNull,
    title: column.text,
    type: column.wordOrNull,
    priority: column.wordOrNull,
    owner_id: column.idOrNull,
    team_id: column.idOrNull,
    due_on: column.dayOrNull,
    paused_until: column.dayOrNull,
    effect_check_on: column.dayOrNull,
  },
  primaryKey: ['id'],
  references: {
    action_item_id: ['action_item', 'CASCADE'],
    actor_id: ['person', 'RESTRICT'],
    owner_id: ['person', 'RESTRICT'],
    team_id: ['team', 'RESTRICT'],
  },
  unique: [['action_item_id', 'number']],
  indexes: [['at'], ['actor_id'], ['owner_id'], ['team_id']],
});

const POLICY = table('improvement_policy', {
  columns: { id: column.id, version: column.integer, rules: column.text },
  primaryKey: ['id'],
});

/**
 * What happened to each action item, when it is done, and what the organization asks of actions.
 * The items that are there begin their history as if they had been imported.
 */
export class ActionHistory1764450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'action_item',
      new TableColumn({ name: 'done_when', ...column.textOrNull }),
    );
    await runner.createTable(EVENTS);
    await runner.query(`INSERT INTO action_item_event (id, action_item_id, number, at, act, status,
        reason, title, type, priority, owner_id, team_id, due_on, paused_until, effect_check_on)
      SELECT id, id, 1, created_at, 'IMPORT', status,
        reason, title, type, priority, owner_id, team_id, due_on, paused_until, effect_check_on
      FROM action_item`);
    await runner.createTable(POLICY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(POLICY);
    await runner.dropTable(EVENTS);
    await runner.dropColumn('action_item', 'done_when');
  }
}
