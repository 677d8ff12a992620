import { SearchIndexer } from '../../features/search/search-indexer.service.js';
import type { Database } from '../../infra/database/database.js';
import { EXIT, type Command, type CommandApp } from '../command-app.js';
import { say, sayJson, styled } from '../io.js';
import { DAMAGED, isDamaged } from '../reason.js';
import { counted } from '../table.js';

export interface Problem {
  readonly check: 'migrations' | 'database' | 'search-index';
  readonly message: string;
}

/** Looks, and repairs nothing. */
export function verifyCommand({ json }: { json: boolean }): Command {
  return async (io, app) => {
    const problems = await findProblems(app);
    const ok = problems.length === 0;
    if (json) sayJson(io, { ok, problems });
    else if (ok) say(io.stdout, styled(io.stdout, 'green', 'Database and search index are sound'));
    else {
      for (const { check, message } of problems) {
        say(io.stdout, `${styled(io.stdout, 'red', check)}: ${message}`);
      }
    }
    return ok ? EXIT.success : EXIT.refused;
  };
}

/** The database, or why it is none. */
async function openDatabase(app: CommandApp): Promise<Database | string> {
  try {
    return await app.database();
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return DAMAGED;
  }
}

async function findProblems(app: CommandApp): Promise<Problem[]> {
  const database = await openDatabase(app);
  if (typeof database === 'string') return [{ check: 'database', message: database }];
  const problems: Problem[] = (await database.integrityProblems()).map((message) => ({
    check: 'database',
    message,
  }));
  if (await database.hasPendingMigrations()) {
    const message = 'the tables are not up to date; run `fupan migrate`';
    // What belongs to newer tables cannot be compared.
    return [...problems, { check: 'migrations', message }];
  }
  const indexer = await app.get(SearchIndexer);
  // A change of this moment, or the last one before a crash, may still be on its way to the index.
  await app.drained();
  const { stale, surplus } = await indexer.difference();
  if (stale.length > 0) {
    const message = `${counted(stale.length, 'case')} missing or out of date; start the server once, or run \`fupan reindex\``;
    problems.push({ check: 'search-index', message });
  }
  if (surplus.length > 0) {
    const message = `${counted(surplus.length, 'case')} that the database does not have; start the server once, or run \`fupan reindex\``;
    problems.push({ check: 'search-index', message });
  }
  return problems;
}
