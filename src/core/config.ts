import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

import {
  databaseFaults,
  databaseOf,
  databaseUrl,
  replicaUrls,
  type DatabaseConfig,
} from './database-setting.js';
import { mailFrom, smtpUrl, type MailConfig } from './mail-setting.js';
import {
  besideEngine,
  meilisearchOf,
  searchSettings,
  type BesideEngine,
  type MeilisearchConfig,
} from './search-setting.js';
import { isLoopback, list, networks, onOff, webAddress, wholeNumber } from './setting.js';
import type { Role } from './vocabulary.js';

/** Every setting, with its default; the table in the README is generated from here. */
const settings = {
  FUPAN_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1')
    .describe('Address to listen on; `0.0.0.0` for all of them.'),
  FUPAN_PORT: wholeNumber(0, 65_535, 3000).describe('Port to listen on; 0 takes a free one.'),
  FUPAN_PUBLIC_URL: webAddress
    .optional()
    .describe('What people type into their browser. Needed unless fupan listens on loopback.'),
  FUPAN_ALLOW_INSECURE_HTTP: onOff(false).describe(
    '`on`: serve people over plain http, where anybody on the way can read along.',
  ),
  FUPAN_TRUSTED_PROXIES: networks.describe(
    'Addresses or networks, between commas, of the proxies whose `X-Forwarded-…` is believed.',
  ),
  FUPAN_SECRET: z
    .string()
    .refine((secret) => secret.length >= 32 && new Set(secret).size >= 10, {
      error: 'must be at least 32 random characters, such as `openssl rand -base64 32` prints',
    })
    .refine(
      (secret) =>
        !/change.?me|secret|example|sample|password|0123456789|abcdefgh|qwert/i.test(secret),
      {
        error: 'looks like a sample; use what `openssl rand -base64 32` prints',
      },
    )
    .optional()
    .describe(
      'Key of the audit log and of the addresses of chats. Default: made at the first start, `secret.key` in the data folder.',
    ),
  FUPAN_OPEN_DRAFTS: onOff(false).describe(
    '`on`: everybody may read drafts, not only those who write and review them.',
  ),
  FUPAN_PUBLIC_EDITIONS: onOff(false).describe(
    '`on`: public editions of cases that were published are served to everybody who has their link.',
  ),
  FUPAN_PASSWORD_SIGN_IN: onOff(true).describe(
    '`off`: people sign in through OpenID Connect only.',
  ),
  FUPAN_SESSION_IDLE_HOURS: wholeNumber(1, 720, 24).describe(
    'Hours after which a browser that is not used has to sign in again.',
  ),
  FUPAN_SESSION_DAYS: wholeNumber(1, 90, 7).describe(
    'Days after which every browser has to sign in again.',
  ),
  FUPAN_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be the address of the provider, https://…' })
    .optional()
    .describe('Address of the OpenID Connect provider; sign-in through it is off without.'),
  FUPAN_OIDC_CLIENT_ID: z.string().optional().describe('What the provider calls fupan.'),
  FUPAN_OIDC_CLIENT_SECRET: z.string().optional().describe('By what fupan proves that to it.'),
  FUPAN_OIDC_LABEL: z
    .string()
    .max(40, 'must be at most 40 characters')
    .default('OpenID Connect')
    .describe('What the button to sign in says.'),
  FUPAN_OIDC_SCOPES: z
    .string()
    .default('openid profile email')
    .describe('What fupan asks the provider for; some want `groups` as well.'),
  FUPAN_OIDC_DOMAINS: list.describe(
    'Domains, between commas, whose verified e-mail addresses may sign in and are linked to the person who has them.',
  ),
  FUPAN_OIDC_GROUPS_CLAIM: z
    .string()
    .default('groups')
    .describe('Where the provider says which groups somebody is in.'),
  FUPAN_OIDC_ADMIN_GROUPS: list.describe('Groups whose people are administrators.'),
  FUPAN_OIDC_MEMBER_GROUPS: list.describe('Groups whose people are members.'),
  FUPAN_OIDC_VIEWER_GROUPS: list.describe('Groups whose people are viewers.'),
  FUPAN_OIDC_DEFAULT_ROLE: z
    .enum(['MEMBER', 'VIEWER', 'none'], { error: 'must be MEMBER, VIEWER or none' })
    .default('MEMBER')
    .describe('Role of a newcomer who is in none of those groups; `none` keeps them out.'),
  FUPAN_SMTP_URL: smtpUrl
    .optional()
    .describe(
      'How mail leaves: `smtps://USER:PASSWORD@HOST` or `smtp://…`; see “Mail and chat in five minutes”. Mail is off without.',
    ),
  FUPAN_MAIL_FROM: mailFrom
    .optional()
    .describe('Whom mail is from: `fupan <fupan@example.org>`. Goes with `FUPAN_SMTP_URL`.'),
  FUPAN_OUTBOUND_NETWORKS: networks.describe(
    'Private addresses or networks, between commas, that chat channels and trackers may reach; the public internet only without.',
  ),
  FUPAN_POINTS_PER_MINUTE: wholeNumber(10_000, 1_000_000_000, 1_000_000).describe(
    'Objects that one person may ask for in a minute; see “Limits”.',
  ),
  FUPAN_DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder for the SQLite file and the search index. One process at a time.'),
  FUPAN_DATABASE_URL: databaseUrl
    .optional()
    .describe('`sqlite:PATH` or `postgres://…`. Default: `fupan.db` in the data folder.'),
  FUPAN_DATABASE_REPLICAS: replicaUrls.describe(
    'Addresses of read replicas, `postgres://…` between spaces; see “Growing”.',
  ),
  ...searchSettings,
  FUPAN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info')
    .describe('Least severe log line that is written to standard error, as JSON.'),
};

/** Settings that may come from a file named by `<NAME>_FILE`, because they can hold a password. */
const SECRET_SETTINGS: readonly string[] = [
  'FUPAN_DATABASE_URL',
  'FUPAN_DATABASE_REPLICAS',
  'FUPAN_SECRET',
  'FUPAN_OIDC_CLIENT_SECRET',
  'FUPAN_SMTP_URL',
  'FUPAN_MEILI_KEY',
];

/** How to sign in through an OpenID Connect provider. */
export interface OidcConfig {
  /** In its normal form, as `new URL` writes it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: string;
  readonly scopes: string;
  /** Lower case. */
  readonly domains: readonly string[];
  readonly groupsClaim: string;
  /** Names of groups by the role they give. */
  readonly groups: Readonly<Record<Role, readonly string[]>>;
  /** Role of a newcomer who is in none of the groups; null keeps them out. */
  readonly defaultRole: Role | null;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Origin that people type into their browser, without a slash at the end; null: wherever the server listens. */
  readonly publicUrl: string | null;
  /** Whom to believe about the address and the protocol of a caller. */
  readonly trustedProxies: readonly string[];
  /** Key of the audit log; null: the one in the data folder. */
  readonly secret: string | null;
  readonly draftsAreOpen: boolean;
  /** Whether everybody who has the link of a public edition is shown it. */
  readonly servesEditions: boolean;
  readonly signIn: {
    readonly password: boolean;
    /** Seconds. */
    readonly idleS: number;
    /** Seconds. */
    readonly longestS: number;
    readonly oidc: OidcConfig | null;
  };
  /** How mail leaves; null: it does not. */
  readonly mail: MailConfig | null;
  /** Private networks that may be reached over HTTP, in CIDR form. */
  readonly outboundNetworks: readonly string[];
  readonly pointsPerMinute: number;
  /** Absolute path. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  /** Where standbys of a PostgreSQL answer in its place. */
  readonly replicas: readonly string[];
  /** The engine beside the database. */
  readonly searchEngine: BesideEngine;
  /** The server that searches; null: the engine beside the database does. */
  readonly meilisearch: MeilisearchConfig | null;
  readonly searchThreads: number;
  readonly searchFavoursLater: boolean;
  readonly searchFavoursHelpful: boolean;
  readonly logLevel: string;
}

/** Under this the settings are injected; an interface leaves no trace at run time. */
export const CONFIG = Symbol('Config');

/** All that is wrong with the settings, one line each with the name of the variable. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings from environment variables.
 * @throws ConfigError naming every fault at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(settings)) {
    const value = valueOf(name, env, faults);
    if (value !== undefined) given[name] = value;
  }
  const parsed = z.object(settings).safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      faults.push(`${issue.path.join('.')} ${issue.message}`);
  }
  if (parsed.success) faults.push(...contradictions(parsed.data));
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  const { data } = parsed;
  const dataDir = resolve(data.FUPAN_DATA_DIR);
  const database = databaseOf(data.FUPAN_DATABASE_URL, dataDir);
  return {
    host: data.FUPAN_HOST,
    port: data.FUPAN_PORT,
    publicUrl: data.FUPAN_PUBLIC_URL === undefined ? null : new URL(data.FUPAN_PUBLIC_URL).origin,
    trustedProxies: data.FUPAN_TRUSTED_PROXIES,
    secret: data.FUPAN_SECRET ?? null,
    draftsAreOpen: data.FUPAN_OPEN_DRAFTS,
    servesEditions: data.FUPAN_PUBLIC_EDITIONS,
    signIn: {
      password: data.FUPAN_PASSWORD_SIGN_IN,
      idleS: data.FUPAN_SESSION_IDLE_HOURS * 3_600,
      longestS: data.FUPAN_SESSION_DAYS * 86_400,
      oidc: oidcOf(data),
    },
    mail: mailOf(data),
    outboundNetworks: data.FUPAN_OUTBOUND_NETWORKS,
    pointsPerMinute: data.FUPAN_POINTS_PER_MINUTE,
    dataDir,
    database,
    replicas: data.FUPAN_DATABASE_REPLICAS,
    searchEngine: besideEngine(data.FUPAN_SEARCH_ENGINE, database.engine),
    meilisearch: data.FUPAN_SEARCH_ENGINE === 'meilisearch' ? meilisearchOf(data) : null,
    searchThreads: data.FUPAN_SEARCH_THREADS,
    searchFavoursLater: data.FUPAN_SEARCH_RECENCY,
    searchFavoursHelpful: data.FUPAN_SEARCH_VOTES,
    logLevel: data.FUPAN_LOG_LEVEL,
  };
}

type Settings = z.output<z.ZodObject<typeof settings>>;

/** What is right by itself and wrong together. */
function contradictions(data: Settings): string[] {
  const faults: string[] = [];
  const { FUPAN_PUBLIC_URL: publicUrl, FUPAN_ALLOW_INSECURE_HTTP: allowsInsecure } = data;
  if (publicUrl === undefined && !isLoopback(data.FUPAN_HOST)) {
    faults.push(
      'FUPAN_PUBLIC_URL is missing; others reach fupan on FUPAN_HOST, so say by what address',
    );
  }
  const url = publicUrl === undefined ? null : new URL(publicUrl);
  const isReadable = url?.protocol === 'http:' && !isLoopback(url.hostname);
  if (isReadable && !allowsInsecure) {
    faults.push(
      'FUPAN_PUBLIC_URL must begin with https://, or FUPAN_ALLOW_INSECURE_HTTP must be on where everybody on the way may read along',
    );
  }
  const issuer = data.FUPAN_OIDC_ISSUER === undefined ? null : new URL(data.FUPAN_OIDC_ISSUER);
  if (issuer?.protocol === 'http:' && !isLoopback(issuer.hostname) && !allowsInsecure) {
    faults.push(
      'FUPAN_OIDC_ISSUER must begin with https://, or FUPAN_ALLOW_INSECURE_HTTP must be on',
    );
  }
  const oidc = [data.FUPAN_OIDC_ISSUER, data.FUPAN_OIDC_CLIENT_ID, data.FUPAN_OIDC_CLIENT_SECRET];
  const given = oidc.filter((value) => value !== undefined).length;
  if (given !== 0 && given !== oidc.length) {
    faults.push('FUPAN_OIDC_ISSUER, FUPAN_OIDC_CLIENT_ID and FUPAN_OIDC_CLIENT_SECRET go together');
  }
  if (!data.FUPAN_PASSWORD_SIGN_IN && given === 0) {
    faults.push(
      'FUPAN_PASSWORD_SIGN_IN is off and FUPAN_OIDC_ISSUER is missing, so nobody could sign in',
    );
  }
  faults.push(...databaseFaults(data));
  if ((data.FUPAN_SMTP_URL === undefined) !== (data.FUPAN_MAIL_FROM === undefined)) {
    faults.push('FUPAN_SMTP_URL and FUPAN_MAIL_FROM go together');
  }
  if (data.FUPAN_SEARCH_ENGINE === 'meilisearch') {
    for (const name of ['FUPAN_MEILI_URL', 'FUPAN_MEILI_KEY'] as const) {
      if (data[name] === undefined) {
        faults.push(`${name} is missing; FUPAN_SEARCH_ENGINE=meilisearch needs it`);
      }
    }
  }
  return faults;
}

function mailOf({ FUPAN_SMTP_URL: smtp, FUPAN_MAIL_FROM: from }: Settings): MailConfig | null {
  return smtp && from ? { smtp, from } : null;
}

function oidcOf(data: Settings): OidcConfig | null {
  const {
    FUPAN_OIDC_ISSUER: issuer,
    FUPAN_OIDC_CLIENT_ID: clientId,
    FUPAN_OIDC_CLIENT_SECRET: clientSecret,
  } = data;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const { FUPAN_OIDC_DEFAULT_ROLE: defaultRole } = data;
  return {
    // Some copy the whole address of what it says about itself.
    issuer: new URL(issuer.replace(/\/\.well-known\/openid-configuration\/?$/, '')).href,
    clientId,
    clientSecret,
    label: data.FUPAN_OIDC_LABEL,
    scopes: data.FUPAN_OIDC_SCOPES,
    domains: data.FUPAN_OIDC_DOMAINS.map((domain) => domain.toLowerCase()),
    groupsClaim: data.FUPAN_OIDC_GROUPS_CLAIM,
    groups: {
      ADMIN: data.FUPAN_OIDC_ADMIN_GROUPS,
      MEMBER: data.FUPAN_OIDC_MEMBER_GROUPS,
      VIEWER: data.FUPAN_OIDC_VIEWER_GROUPS,
    },
    defaultRole: defaultRole === 'none' ? null : defaultRole,
  };
}

function valueOf(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  faults: string[],
): string | undefined {
  const direct = env[name] === '' ? undefined : env[name];
  const file = SECRET_SETTINGS.includes(name) ? env[`${name}_FILE`] : undefined;
  if (file === undefined || file === '') return direct;
  if (direct !== undefined) {
    faults.push(`${name} and ${name}_FILE are both set; keep one`);
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    faults.push(`${name}_FILE names a file that cannot be read: ${file}`);
    return undefined;
  }
}

/** The settings as rows of a table: name, default, meaning. */
export function describeSettings(): { name: string; fallback: string; meaning: string }[] {
  const defaults: Readonly<Record<string, unknown>> = z.object(settings).parse({});
  return Object.entries(settings).map(([name, schema]) => {
    const fallback = defaults[name];
    return {
      name: SECRET_SETTINGS.includes(name) ? `${name}, ${name}_FILE` : name,
      fallback: textOf(fallback),
      meaning: schema.description ?? '',
    };
  });
}

function textOf(fallback: unknown): string {
  if (typeof fallback === 'boolean') return fallback ? 'on' : 'off';
  return typeof fallback === 'string' || typeof fallback === 'number' ? `${fallback}` : '';
}
