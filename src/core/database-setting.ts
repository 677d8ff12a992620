import { resolve } from 'node:path';
import { z } from 'zod';

import { words } from './setting.js';

/** Where the library is. */
export type DatabaseConfig =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string };

export const databaseUrl = z
  .string()
  .refine((url) => /^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(url), {
    error: 'must be sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/NAME',
  });

/** Each costs some connections and a question. */
const MOST_REPLICAS = 16;

/** Addresses between spaces or commas. */
export const replicaUrls = z
  .string()
  .default('')
  .transform(words(/[\s,]+/))
  .refine((urls) => urls.every((url) => /^postgres(ql)?:\/\/.+$/.test(url)), {
    // What was given may hold a password and is not repeated.
    error: 'must be addresses like postgres://USER:PASSWORD@HOST:PORT/NAME, between spaces',
  })
  .refine((urls) => urls.length <= MOST_REPLICAS, {
    error: `must be at most ${MOST_REPLICAS} addresses`,
  });

/** The database that a setting names; without one the file in the data folder. */
export function databaseOf(url: string | undefined, dataDir: string): DatabaseConfig {
  if (url === undefined) return { engine: 'sqlite', path: resolve(dataDir, 'fupan.db') };
  return url.startsWith('sqlite:')
    ? { engine: 'sqlite', path: resolve(url.slice('sqlite:'.length)) }
    : { engine: 'postgres', url };
}

/** What needs PostgreSQL and is set where the database is none. */
export function databaseFaults(settings: {
  readonly FUPAN_DATABASE_URL?: string | undefined;
  readonly FUPAN_DATABASE_REPLICAS: readonly string[];
  readonly FUPAN_SEARCH_ENGINE?: string | undefined;
}): string[] {
  if (databaseOf(settings.FUPAN_DATABASE_URL, '.').engine === 'postgres') return [];
  const faults: string[] = [];
  if (settings.FUPAN_SEARCH_ENGINE === 'postgres') {
    faults.push('FUPAN_SEARCH_ENGINE is postgres, and FUPAN_DATABASE_URL is no PostgreSQL');
  }
  if (settings.FUPAN_DATABASE_REPLICAS.length > 0) {
    faults.push('FUPAN_DATABASE_REPLICAS is set, and FUPAN_DATABASE_URL is no PostgreSQL');
  }
  return faults;
}
