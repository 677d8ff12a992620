import type { Started } from './global-setup.js';

/** Stops the PostgreSQL of this run, if it started one. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as Started).stopPostgres?.();
}
