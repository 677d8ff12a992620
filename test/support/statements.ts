import type { Logger } from 'typeorm';

import { requestScope } from '../../src/api/request-scope.js';
import { newId } from '../../src/core/ids.js';
import type { TestApp } from './app.js';

const nothing = (): void => undefined;

/** The SQL statements of the requests that `work` sends, outside of transactions on SQLite. */
export async function statementsOf(
  app: Pick<TestApp, 'platform' | 'processes'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  // What came before is delivered first, or the worker's statements would be among those of `work`.
  await app.platform.outbox.drained();
  const sources = app.processes.map(({ platform }) => {
    const { dataSource: source } = platform.database.read;
    return { source, logger: source.logger };
  });
  const statements: string[] = [];
  // Identifiers made later sort later.
  const begun = newId();
  const recorder: Logger = {
    logQuery: (statement) => {
      // The outbox worker asks too, whenever it wakes: in no request, or in one that is over.
      if ((requestScope.getStore()?.id ?? '') > begun) statements.push(statement);
    },
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  for (const { source } of sources) source.logger = recorder;
  try {
    await work();
  } finally {
    for (const { source, logger } of sources) source.logger = logger;
  }
  return statements;
}
