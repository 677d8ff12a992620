import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { MIGRATIONS } from '../../migrations/index.js';
import { systemClock, type Clock } from '../core/clock.js';
import type { Config } from '../core/config.js';
import type { Logger } from '../core/logger.js';
import { PublicUrl } from '../core/public-url.js';
import { AuditEntryEntity } from '../features/audit/audit-entry.entity.js';
import { ENTITIES } from '../features/entities.js';
import { readGlossary } from '../features/search/glossary.file.js';
import { Counters } from '../infra/counters.js';
import { Database } from '../infra/database/database.js';
import type { ReplicaLimits } from '../infra/database/replicas/limits.js';
import { Replicas } from '../infra/database/replicas/replicas.js';
import { OutboxWorker } from '../infra/database/outbox-worker.js';
import { NO_MAILER, type Mailer } from '../infra/mail/mailer.js';
import { SmtpMailer } from '../infra/mail/smtp-mailer.js';
import { OutboundHttp } from '../infra/outbound/outbound-http.js';
import { MarkdownRenderer, type RenderingLimits } from '../infra/markdown/markdown-renderer.js';
import { SecretBox } from '../infra/secret-box.js';
import { hasSecret, keyFor } from '../infra/secret-key.js';
import { packageRoot } from '../infra/package.js';
import { Signer } from '../infra/signer.js';
import { EmbeddedSearchIndex } from '../infra/search/embedded/embedded-search-index.js';
import type { SearchThreadsOptions } from '../infra/search/embedded/search-threads.js';
import { FallbackSearch } from '../infra/search/fallback-search.js';
import type { KeptIndex } from '../infra/search/kept-index.js';
import {
  MEILISEARCH,
  MeilisearchEngine,
  type MeilisearchLimits,
} from '../infra/search/meilisearch/meilisearch-engine.js';
import { PostgresSearchIndex } from '../infra/search/postgres/postgres-search-index.js';
import type { Searching, SearchIndex } from '../infra/search/search-index.js';

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
  readonly counters: Counters;
  /** Decides which addresses share a count. */
  readonly addressKey: Buffer;
  readonly renderer: MarkdownRenderer;
  /** Who answers searches. */
  readonly search: Searching;
  /** All indexes that are kept, the one beside the database first. */
  readonly keptIndexes: readonly KeptIndex[];
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
  readonly meilisearch?: Partial<MeilisearchLimits>;
  /** Only a server reads from replicas; without this they are left alone. */
  readonly replicas?: Partial<ReplicaLimits>;
}

/** Opens the database, brings it up to date, and opens the search index. */
export async function openPlatform(config: Config, options: PlatformOptions): Promise<Platform> {
  const { log, clock = systemClock, rendering } = options;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const replicas = openReplicas(config, options);
  const database = await Database.open({
    replicas,
    target: config.database,
    entities: ENTITIES,
    migrations: MIGRATIONS,
  });
  await requireKey(config, database);
  const { search, keptIndexes } = openSearch(config, options, replicas);
  const outbound = new OutboundHttp({ networks: config.outboundNetworks });
  const renderer = new MarkdownRenderer(log, rendering);
  const counters =
    config.database.engine === 'postgres'
      ? Counters.on(config.database.url, log)
      : Counters.inMemory();
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
    counters,
    addressKey: keyFor('addresses v1', config.secret, config.dataDir),
    renderer,
    search,
    keptIndexes,
    outbox,
    mailer: config.mail ? new SmtpMailer(config.mail) : NO_MAILER,
    outbound,
    close: async () => {
      await renderer.stop();
      await outbox.stop();
      await outbound.close();
      await Promise.all(keptIndexes.map(({ index }) => index.close()));
      await counters.close();
      await replicas?.close();
      await database.close();
    },
  };
}

/**
 * Sees to it that a further process makes no key of its own: it would write entries of the audit log
 * that fit no other, and could not open what the others have sealed.
 * @throws Error that says what to do
 */
async function requireKey(config: Config, database: Database): Promise<void> {
  if (database.engine !== 'postgres' || hasSecret(config.secret, config.dataDir)) return;
  if ((await database.read.find(AuditEntryEntity, { take: 1 })).length === 0) return;
  await database.close();
  throw new Error(
    `the library in this database has a key that is missing in ${config.dataDir}; set the FUPAN_SECRET of its other processes, or copy the secret.key of the data folder that it was made in`,
  );
}

function openReplicas(
  { database, replicas }: Config,
  { log, replicas: limits }: PlatformOptions,
): Replicas | undefined {
  if (database.engine !== 'postgres' || replicas.length === 0 || !limits) return undefined;
  return new Replicas(database.url, replicas, limits, log);
}

/** The index beside the database, and the one of a server where there is such. */
function openSearch(
  config: Config,
  { log, search, meilisearch }: PlatformOptions,
  replicas: Replicas | undefined,
): Pick<Platform, 'search' | 'keptIndexes'> {
  const glossary = readGlossary(join(packageRoot(), 'templates', 'search'));
  const beside = openBeside(config, glossary, search, replicas);
  const kept = { engine: config.searchEngine, topic: 'search', index: beside };
  if (config.meilisearch === null) return { search: beside, keptIndexes: [kept] };
  const engine = new MeilisearchEngine({
    ...config.meilisearch,
    glossary,
    ...(meilisearch ? { limits: meilisearch } : {}),
  });
  return {
    search: new FallbackSearch(engine, beside, { log }),
    keptIndexes: [kept, { engine: MEILISEARCH, topic: 'search meilisearch', index: engine }],
  };
}

function openBeside(
  { searchEngine, database, dataDir, searchThreads }: Config,
  glossary: SearchThreadsOptions['glossary'],
  options: PlatformOptions['search'],
  replicas: Replicas | undefined,
): SearchIndex {
  if (searchEngine === 'postgres' && database.engine === 'postgres') {
    return new PostgresSearchIndex({ url: database.url, glossary, replicas });
  }
  const threads = { readers: searchThreads, glossary, ...options };
  return new EmbeddedSearchIndex(join(dataDir, 'search'), threads);
}
