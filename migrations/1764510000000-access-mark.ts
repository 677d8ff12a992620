import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const BY_STATUS = new TableIndex({ name: 'ix_postmortem_status', columnNames: ['status'] });
const BY_STATUS_AND_READERS = new TableIndex({
  name: 'ix_postmortem_status_visibility_facilitator_id_id',
  columnNames: ['status', 'visibility', 'facilitator_id', 'id'],
});

const MARK = 'access_mark';

/** What decides who may read a case, and of it the columns where not all do. */
const DECIDING: Readonly<Record<string, readonly string[] | undefined>> = {
  postmortem: ['visibility', 'status', 'facilitator_id'],
  postmortem_person: undefined,
  postmortem_reader: undefined,
  team_member: undefined,
};

const EVENTS = ['insert', 'update', 'delete'] as const;

function trigger(event: string, table: string): string {
  return `tr_${MARK}_${table}_${event}`;
}

/**
 * Each search asks which of the cases that only some may read are a person's own. SQLite counts
 * every change that can make a difference to that, by whatever program, so that the answer is kept
 * until there is one. On PostgreSQL writers would wait for each other at the one row; there it is
 * asked each time.
 */
export class AccessMark1764510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('postmortem', BY_STATUS);
    await runner.createIndex('postmortem', BY_STATUS_AND_READERS);
    if (!isSqlite(runner)) return;
    await runner.query(`CREATE TABLE ${MARK} (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)`);
    for (const [table, columns] of Object.entries(DECIDING)) {
      for (const event of EVENTS) {
        const of = event === 'update' && columns ? ` OF ${columns.join(', ')}` : '';
        await runner.query(`CREATE TRIGGER ${trigger(event, table)} AFTER ${event}${of} ON ${table}
          BEGIN INSERT INTO ${MARK} (id, value) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET value = value + 1; END`);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isSqlite(runner)) {
      for (const table of Object.keys(DECIDING)) {
        for (const event of EVENTS) await runner.query(`DROP TRIGGER ${trigger(event, table)}`);
      }
      await runner.query(`DROP TABLE ${MARK}`);
    }
    await runner.dropIndex('postmortem', BY_STATUS_AND_READERS);
    await runner.createIndex('postmortem', BY_STATUS);
  }
}

function isSqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}
