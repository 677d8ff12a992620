import type { TxCtx } from '../../src/core/ctx.js';
import type { Database } from '../../src/infra/database/database.js';
import type { TestApp } from './app.js';

/**
 * Takes every transaction back at its end while `work` runs. Who asks for one gets what it answered,
 * so that mutations can be tried by the thousand and the world stays as it is.
 * @param before what each transaction begins with
 */
export async function withoutCommits(
  app: TestApp,
  work: () => Promise<void>,
  before: (tx: TxCtx) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const restore = app.processes.map(({ platform }) => takeBackIn(platform.database, before));
  try {
    await work();
  } finally {
    for (const each of restore) each();
  }
}

/** Returns what has a database commit again. */
function takeBackIn(database: Database, before: (tx: TxCtx) => Promise<void>): () => void {
  const commit = database.transaction.bind(database);
  const takenBack = new Error('taken back');
  database.transaction = async (ctx, change) => {
    let results: Awaited<ReturnType<typeof change>>[] = [];
    try {
      await commit(ctx, async (tx) => {
        await before(tx);
        results = [await change(tx)];
        throw takenBack;
      });
    } catch (error) {
      if (error !== takenBack) throw error;
    }
    const [result] = results;
    return result as Awaited<ReturnType<typeof change>>;
  };
  return () => {
    database.transaction = commit;
  };
}
