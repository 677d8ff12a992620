import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { MIGRATIONS } from '../../migrations/index.js';
import { systemClock, type Clock } from '../core/clock.js';
import type { Config } from '../core/config.js';
import type { Logger } from '../core/logger.js';
import { PublicUrl } from '../core/public-url.js';
import { ENTITIES } from '../features/entities.js';
import { readGlossary } from '../features/search/glossary.file.js';
import { Database } from '../infra/database/database.js';
import { OutboxWorker } from '../infra/database/outbox-worker.js';
import { NO_MAILER, type Mailer } from '../infra/mail/mailer.js';
import { SmtpMailer } from '../infra/mail/smtp-mailer.js';
import { OutboundHttp } from '../infra/outbound/outbound-http.js';
import { MarkdownRenderer, type RenderingLimits } from '../infra/markdown/markdown-renderer.js';
import { SecretBox } from '../infra/secret-box.js';
import { keyFor } from '../infra/secret-key.js';
import { packageRoot } from '../infra/package.js';
import { Signer } from '../infra/signer.js';
import { EmbeddedSearchIndex } from '../infra/search/embedded/embedded-search-index.js';
import type { SearchThreadsOptions } from '../infra/search/embedded/search-threads.js';
import { PostgresSearchIndex } from '../infra/search/postgres/postgres-search-index.js';
import type { SearchIndex } from '../infra/search/search-index.js';

/** What the features stand on: everything that was opened and has to be closed. */
export interface Platform {
  readonly config: Config;
  readonly publicUrl: PublicUrl;
  /** What the audit log is chained with. */
  readonly auditKey: Buffer;
  /** Where secrets of other programs are sealed. */
  readonly secretBox: SecretBox;
  /** Signs the links in mails. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: Database;
  readonly renderer: MarkdownRenderer;
  readonly searchIndex: SearchIndex;
  readonly outbox: OutboxWorker;
  readonly mailer: Mailer;
  readonly outbound: OutboundHttp;
  close(): Promise<void>;
}

export interface PlatformOptions {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly rendering?: Partial<RenderingLimits>;
  readonly search?: Partial<SearchThreadsOptions>;
}

/** Opens the database, brings it up to date, and opens the search index. */
export async function openPlatform(config: Config, options: PlatformOptions): Promise<Platform> {
  const { log, clock = systemClock, rendering } = options;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const database = await Database.open({
    target: config.database,
    entities: ENTITIES,
    migrations: MIGRATIONS,
  });
  const searchIndex = openSearchIndex(config, options.search);
  const outbound = new OutboundHttp({ networks: config.outboundNetworks });
  const renderer = new MarkdownRenderer(log, rendering);
  const outbox = new OutboxWorker(database, clock, log);
  return {
    config,
    publicUrl: new PublicUrl(config.publicUrl),
    auditKey: keyFor('audit v1', config.secret, config.dataDir),
    secretBox: new SecretBox(keyFor('secrets v1', config.secret, config.dataDir)),
    signer: new Signer(keyFor('links v1', config.secret, config.dataDir)),
    clock,
    log,
    database,
    renderer,
    searchIndex,
    outbox,
    mailer: config.mail ? new SmtpMailer(config.mail) : NO_MAILER,
    outbound,
    close: async () => {
      await renderer.stop();
      await outbox.stop();
      await outbound.close();
      await searchIndex.close();
      await database.close();
    },
  };
}

function openSearchIndex(
  { searchEngine, database, dataDir, searchThreads }: Config,
  options: PlatformOptions['search'],
): SearchIndex {
  const glossary = readGlossary(join(packageRoot(), 'templates', 'search'));
  if (searchEngine === 'postgres' && database.engine === 'postgres') {
    return new PostgresSearchIndex({ url: database.url, glossary });
  }
  const threads = { readers: searchThreads, glossary, ...options };
  return new EmbeddedSearchIndex(join(dataDir, 'search'), threads);
}
