import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const databaseUrl = z.string().refine((url) => /^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(url), {
  error: 'must be sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/NAME',
});

/** Loopback only: there is no sign-in yet, so whoever reaches the port may do everything. */
const loopbackHost = z.enum(['127.0.0.1', '::1', 'localhost'], {
  error: 'must be 127.0.0.1, ::1 or localhost, because fupan has no sign-in yet',
});

/** Every setting, with its default; the table in the README is generated from here. */
const settings = {
  FUPAN_HOST: loopbackHost.default('127.0.0.1').describe('Address to listen on; loopback only.'),
  FUPAN_PORT: z.coerce
    .number({ error: 'must be a whole number from 0 to 65535' })
    .int('must be a whole number from 0 to 65535')
    .min(0, 'must be a whole number from 0 to 65535')
    .max(65_535, 'must be a whole number from 0 to 65535')
    .default(3000)
    .describe('Port to listen on; 0 takes a free one.'),
  FUPAN_DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder for the SQLite file and the search index. One process at a time.'),
  FUPAN_DATABASE_URL: databaseUrl
    .optional()
    .describe('`sqlite:PATH` or `postgres://…`. Default: `fupan.db` in the data folder.'),
  FUPAN_SEARCH_ENGINE: z
    .enum(['embedded'], { error: 'must be embedded' })
    .default('embedded')
    .describe('`embedded`: a search index beside the database, no service needed.'),
  FUPAN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info')
    .describe('Least severe log line that is written to standard error, as JSON.'),
};

/** Settings that may come from a file named by `<NAME>_FILE`, because they can hold a password. */
const SECRET_SETTINGS: readonly string[] = ['FUPAN_DATABASE_URL'];

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  readonly database:
    | { readonly engine: 'sqlite'; readonly path: string }
    | { readonly engine: 'postgres'; readonly url: string };
  readonly searchEngine: 'embedded';
  readonly logLevel: string;
}

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
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  const { data } = parsed;
  const dataDir = resolve(data.FUPAN_DATA_DIR);
  return {
    host: data.FUPAN_HOST,
    port: data.FUPAN_PORT,
    dataDir,
    database: databaseOf(data.FUPAN_DATABASE_URL, dataDir),
    searchEngine: data.FUPAN_SEARCH_ENGINE,
    logLevel: data.FUPAN_LOG_LEVEL,
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

function databaseOf(url: string | undefined, dataDir: string): Config['database'] {
  if (url === undefined) return { engine: 'sqlite', path: resolve(dataDir, 'fupan.db') };
  return url.startsWith('sqlite:')
    ? { engine: 'sqlite', path: resolve(url.slice('sqlite:'.length)) }
    : { engine: 'postgres', url };
}

/** The settings as rows of a table: name, default, meaning. */
export function describeSettings(): { name: string; fallback: string; meaning: string }[] {
  const defaults: Readonly<Record<string, unknown>> = z.object(settings).parse({});
  return Object.entries(settings).map(([name, schema]) => {
    const fallback = defaults[name];
    return {
      name: SECRET_SETTINGS.includes(name) ? `${name}, ${name}_FILE` : name,
      fallback: typeof fallback === 'string' || typeof fallback === 'number' ? `${fallback}` : '',
      meaning: schema.description ?? '',
    };
  });
}
