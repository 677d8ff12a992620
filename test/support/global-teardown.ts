import { rmSync } from 'node:fs';

import type { Started } from './global-setup.js';

/** Stops the PostgreSQL of this run, if it started one, and removes what its tests shared. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as Started).stopPostgres?.();
  const { FUPAN_TEST_RUN_FOLDER: folder } = process.env;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
