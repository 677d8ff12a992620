import type { DataSource, QueryRunner } from 'typeorm';

import { codeOf } from '../../core/error-code.js';
import { SnakeNaming } from './naming.js';

export function postgresOptions(url: string) {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    applicationName: 'fupan',
    connectTimeoutMS: 5_000,
    poolSize: 10,
    extra: { statement_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 },
  } as const;
}

/** Has the driver know the type of `BytesColumn`, as that of SQLite does. */
export function withBytes(dataSource: DataSource): DataSource {
  const { driver } = dataSource;
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) =>
    (column.type as unknown) === Buffer ? 'bytea' : normalizeType(column);
  return dataSource;
}

/**
 * Has one connection asked one question after another, however many are asked of it at the same
 * time: its driver will not line them up any longer.
 */
export function askedInTurn(runner: QueryRunner): void {
  const ask = runner.query.bind(runner) as (...question: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (...question: unknown[]): Promise<unknown> => {
    const answer = last.then(() => ask(...question));
    last = answer.catch(() => undefined);
    return answer;
  };
  Object.assign(runner, { query: inTurn });
}

/** Whether the connection broke, or the server has ended it. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code.startsWith('08') ||
    ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'].includes(code) ||
    (code === '' && String(error).includes('Connection terminated'))
  );
}
