import { z } from 'zod';

import { onOff, wholeNumber } from './setting.js';

const ENGINES = ['embedded', 'postgres', 'meilisearch'] as const;
type Engine = (typeof ENGINES)[number];
/** An engine that needs no server of its own. */
export type BesideEngine = Exclude<Engine, 'meilisearch'>;

const searchEngine = z.enum(ENGINES, {
  error: 'must be embedded, postgres or meilisearch',
});

/** The engine beside the database: where Meilisearch searches, the one that does so in its place. */
export function besideEngine(
  chosen: Engine | undefined,
  database: 'sqlite' | 'postgres',
): BesideEngine {
  if (chosen === 'embedded' || chosen === 'postgres') return chosen;
  return database === 'postgres' ? 'postgres' : 'embedded';
}

/** How to reach a Meilisearch server. */
export interface MeilisearchConfig {
  readonly url: string;
  readonly key: string;
  readonly index: string;
}

/** The server that the settings name; null where they do not say all of it. */
export function meilisearchOf({
  FUPAN_MEILI_URL: url,
  FUPAN_MEILI_KEY: key,
  FUPAN_MEILI_INDEX: index,
}: {
  readonly FUPAN_MEILI_URL?: string | undefined;
  readonly FUPAN_MEILI_KEY?: string | undefined;
  readonly FUPAN_MEILI_INDEX: string;
}): MeilisearchConfig | null {
  return url === undefined || key === undefined ? null : { url, key, index };
}

const meiliUrl = z.string().refine(isServerAddress, {
  error: 'must be an address like http://meilisearch:7700, without a name or password in it',
});

const meiliKey = z
  .string()
  .regex(/^[\x21-\x7e]{16,}$/, 'must be at least 16 characters without a space');

const meiliIndex = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,100}$/, 'must be 1 to 100 letters, digits and hyphens');

/** The settings that say what searches, and how. */
export const searchSettings = {
  FUPAN_SEARCH_ENGINE: searchEngine
    .optional()
    .describe(
      '`embedded`: a search index in the data folder, for one process. `postgres`: in the database, for several. `meilisearch`: a Meilisearch server, and the index beside the database in its place while it is away; see “Growing”. Default: `postgres` where the database is PostgreSQL, otherwise `embedded`.',
    ),
  FUPAN_MEILI_URL: meiliUrl
    .optional()
    .describe('Address of the Meilisearch server: `http://meilisearch:7700`.'),
  FUPAN_MEILI_KEY: meiliKey
    .optional()
    .describe('Key that Meilisearch asks for, with all rights on indexes, documents and tasks.'),
  FUPAN_MEILI_INDEX: meiliIndex
    .default('fupan-cases')
    .describe('Name of the index there; each fupan needs its own.'),
  FUPAN_SEARCH_THREADS: wholeNumber(1, 32, 2).describe(
    'Searches that run at the same time in the embedded index, beside all else; each thread keeps its own copy of what filters need.',
  ),
  FUPAN_SEARCH_RECENCY: onOff(true).describe('`off`: of like cases the later is no better.'),
  FUPAN_SEARCH_VOTES: onOff(true).describe(
    '`off`: of like cases the one that helped more people is no better.',
  ),
};

function isServerAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}
