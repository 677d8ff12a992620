import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/** How many questions the one connection of `db` to PostgreSQL had at the same time, while `work` went on. */
export async function mostAtOnce(db: EntityManager, work: () => Promise<unknown>): Promise<number> {
  const client = (await db.queryRunner?.connect()) as pg.PoolClient;
  const query = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>;
  let underWay = 0;
  let most = 0;
  const counted = (...question: unknown[]): Promise<unknown> => {
    most = Math.max(most, ++underWay);
    return query(...question).finally(() => {
      underWay -= 1;
    });
  };
  Object.assign(client, { query: counted });
  try {
    await work();
  } finally {
    Object.assign(client, { query });
  }
  return most;
}
