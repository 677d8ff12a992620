import { openPlatform } from '../../src/api/platform.js';
import { createServer } from '../../src/api/server.js';
import { ANONYMOUS } from '../../src/core/actor.js';
import { loadConfig } from '../../src/core/config.js';
import { LOCAL, type Ctx } from '../../src/core/ctx.js';
import { newId } from '../../src/core/ids.js';
import { Authenticator } from '../../src/features/identity/authenticator.service.js';
import { Highlights } from '../../src/features/search/highlights.service.js';
import { SearchService } from '../../src/features/search/search.service.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import type { RivalAnswer } from '../rivals/bare-fts.js';
import { serveTasks } from '../companion.js';

/** First the library and in whose name it is asked, then what to look for. */
export type InProcessTask = LibraryTask | { readonly query: string };

interface LibraryTask {
  readonly dataDir: string;
  readonly token: string;
}

/** What a screen of results shows. */
const SHOWN = 20;

let search: ((query: string) => Promise<number>) | undefined;

/**
 * A complete request without HTTP and GraphQL: reading the query, matching, permissions, counts of
 * facets, ranking, the rows of the hits and what made them match.
 */
serveTasks(async (task: InProcessTask): Promise<RivalAnswer> => {
  if ('dataDir' in task) {
    search = await open(task);
    return { ms: 0, hits: 0 };
  }
  if (search === undefined) throw new Error('no library is open');
  const began = performance.now();
  const hits = await search(task.query);
  return { ms: performance.now() - began, hits };
});

async function open({ dataDir, token }: LibraryTask): Promise<(query: string) => Promise<number>> {
  const config = loadConfig({ ...process.env, FUPAN_DATA_DIR: dataDir });
  const platform = await openPlatform(config, { log: silentLogger });
  const server = await createServer(platform);
  const ctxOf = (actor: Ctx['actor']): Ctx => ({
    actor,
    origin: LOCAL,
    locale: 'en',
    requestId: newId(),
    clock: platform.clock,
    db: platform.database.read,
  });
  const { actor } = await server
    .get(Authenticator, { strict: false })
    .authenticate(ctxOf(ANONYMOUS), { bearer: token });
  const searching = server.get(SearchService, { strict: false });
  const highlights = server.get(Highlights, { strict: false });
  return async (query) => {
    const ctx = ctxOf(actor);
    const { nodes } = await searching.search(ctx, { query, filter: {}, first: SHOWN });
    await Promise.all(nodes.map((found) => highlights.of(ctx).load(found)));
    return nodes.length;
  };
}
