import type pg from 'pg';

/** Runs `work` in a transaction that `begin` begins: all or nothing. */
export async function transaction<T>(
  client: pg.ClientBase,
  begin: string,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
