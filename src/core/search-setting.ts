import { z } from 'zod';

const ENGINES = ['embedded', 'postgres', 'meilisearch'] as const;
type Engine = (typeof ENGINES)[number];
/** An engine that needs no server of its own. */
export type BesideEngine = Exclude<Engine, 'meilisearch'>;

export const searchEngine = z.enum(ENGINES, {
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

export const meiliUrl = z.string().refine(isServerAddress, {
  error: 'must be an address like http://meilisearch:7700, without a name or password in it',
});

export const meiliKey = z
  .string()
  .regex(/^[\x21-\x7e]{16,}$/, 'must be at least 16 characters without a space');

export const meiliIndex = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,100}$/, 'must be 1 to 100 letters, digits and hyphens');

function isServerAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}
