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
