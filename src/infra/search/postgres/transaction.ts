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

/** Somebody who answers questions to the tables. */
export type Questions = Pick<pg.ClientBase, 'query'>;

/** Asks one question after another, and none any more once one has failed. */
export function inTurn(client: pg.ClientBase): Questions {
  let last: Promise<unknown> = Promise.resolve();
  const query = (text: string, values: unknown[]) => {
    const asked = last.then(() => client.query(text, values));
    last = asked;
    return asked;
  };
  return { query: query as pg.ClientBase['query'] };
}
