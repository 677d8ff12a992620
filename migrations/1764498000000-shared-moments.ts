import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What several processes on one PostgreSQL have to know of each other for some minutes: what was
 * spent of a limit, sign-ins that are under way, and who has a case open. On SQLite there is one
 * process, which has it in memory. A crash of the server may empty them; nothing is lost by that.
 */
export class SharedMoments1764498000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'postgres') return;
    // As the library that counts expects it.
    await runner.query(`CREATE UNLOGGED TABLE spent_points (
      key varchar(255) CONSTRAINT pk_spent_points PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    )`);
    await runner.query(`CREATE UNLOGGED TABLE short_lived (
      key varchar(255) CONSTRAINT pk_short_lived PRIMARY KEY,
      value text NOT NULL,
      ends_at bigint NOT NULL
    )`);
    await runner.query('CREATE INDEX ix_short_lived_ends_at ON short_lived (ends_at)');
    await runner.query(`CREATE UNLOGGED TABLE attendance (
      postmortem_id varchar(36) NOT NULL,
      person_id varchar(36) NOT NULL,
      writing text,
      since bigint NOT NULL,
      seen_at bigint NOT NULL,
      CONSTRAINT pk_attendance PRIMARY KEY (postmortem_id, person_id)
    )`);
    await runner.query('CREATE INDEX ix_attendance_seen_at ON attendance (seen_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'postgres') return;
    for (const name of ['attendance', 'short_lived', 'spent_points']) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
