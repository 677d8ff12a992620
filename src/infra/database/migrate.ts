import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';

/** Names the advisory lock; any number that nobody else in the database uses. */
export const MIGRATION_LOCK = 3_751_886_001;

/**
 * Runs the missing migrations, each in a transaction of its own; returns their names. On PostgreSQL,
 * where several processes may start at once, the others wait until the first has finished.
 */
export async function runMigrations(target: DataSource): Promise<string[]> {
  const runner = target.createQueryRunner();
  const executor = new MigrationExecutor(target, runner);
  executor.transaction = 'each';
  const run = async (): Promise<string[]> => {
    const done = await executor.executePendingMigrations();
    return done.map((migration) => migration.name);
  };
  try {
    return target.options.type === 'postgres' ? await alone(runner, run) : await run();
  } finally {
    await runner.release();
  }
}

/** Runs `work` while no other connection to this database is in here. */
async function alone<Result>(runner: QueryRunner, work: () => Promise<Result>): Promise<Result> {
  // A migration, and the wait for somebody else's, may take longer than a request.
  await runner.query('SET statement_timeout = 0');
  await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
  try {
    return await work();
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
    await runner.query('RESET statement_timeout');
  }
}
