import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';

import { ConfigError, describeSettings, loadConfig, type Config } from '../../src/core/config.js';

const folder = mkdtempSync(join(tmpdir(), 'fupan-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Env = Readonly<Record<string, string>>;

/** All that is said against these settings. */
function faultsOf(env: Env): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const GOOD_SECRET = 'u9mF2VqLxTz4bK7RwYcHnPdJ3sGaE6Qh';
const OIDC = {
  FUPAN_OIDC_ISSUER: 'https://login.example.org/realms/shop',
  FUPAN_OIDC_CLIENT_ID: 'fupan',
  FUPAN_OIDC_CLIENT_SECRET: 's3',
};

describe('the settings', () => {
  it('need nothing to begin with, and then keep to this machine', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      trustedProxies: [],
      secret: null,
      draftsAreOpen: false,
      signIn: { password: true, idleS: 86_400, longestS: 7 * 86_400, oidc: null },
      pointsPerMinute: 1_000_000,
    } satisfies Partial<Config>);
  });

  it('take an empty variable for one that is not set', () => {
    expect(loadConfig({ FUPAN_PORT: '', FUPAN_SECRET: '', FUPAN_PUBLIC_URL: '' })).toEqual(
      loadConfig({}),
    );
  });

  it('name every fault at once, and repeat no secret', () => {
    const faults = faultsOf({
      FUPAN_PORT: '70000',
      FUPAN_SECRET: 'hunter2',
      FUPAN_OPEN_DRAFTS: 'yes',
      FUPAN_POINTS_PER_MINUTE: '1',
      FUPAN_SESSION_DAYS: '0',
      FUPAN_LOG_LEVEL: 'loud',
    });
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'FUPAN_LOG_LEVEL',
      'FUPAN_OPEN_DRAFTS',
      'FUPAN_POINTS_PER_MINUTE',
      'FUPAN_PORT',
      'FUPAN_SECRET',
      'FUPAN_SESSION_DAYS',
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });

  it.each([
    ['FUPAN_SESSION_IDLE_HOURS', '721'],
    ['FUPAN_SESSION_IDLE_HOURS', '1.5'],
    ['FUPAN_SESSION_DAYS', '91'],
    ['FUPAN_PASSWORD_SIGN_IN', 'true'],
    ['FUPAN_ALLOW_INSECURE_HTTP', '1'],
    ['FUPAN_HOST', 'a host'],
    ['FUPAN_OIDC_LABEL', 'x'.repeat(41)],
    ['FUPAN_OIDC_DEFAULT_ROLE', 'ADMIN'],
    ['FUPAN_DATABASE_URL', 'mysql://db/fupan'],
    ['FUPAN_OUTBOUND_NETWORKS', '0.0.0.0/0'],
  ])('%s=%s is refused', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('are all described, the secret ones with their file', () => {
    const names = describeSettings().map(({ name }) => name);
    expect(names).toContain('FUPAN_SECRET, FUPAN_SECRET_FILE');
    expect(describeSettings().filter(({ meaning }) => meaning === '')).toEqual([]);
  });
});

describe('the secret', () => {
  it.each([
    'short',
    'x'.repeat(64),
    '01'.repeat(32),
    'change-me-change-me-change-me-0000',
    'my-secret-key-for-the-audit-log-1234',
    '0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyzabcdef',
  ])('%s is refused', (secret) => {
    expect(faultsOf({ FUPAN_SECRET: secret })).not.toEqual([]);
  });

  it('is taken from the environment or from a file, without the line end', () => {
    expect(loadConfig({ FUPAN_SECRET: GOOD_SECRET }).secret).toBe(GOOD_SECRET);
    const path = file('secret', `${GOOD_SECRET}\n`);
    expect(loadConfig({ FUPAN_SECRET_FILE: path }).secret).toBe(GOOD_SECRET);
  });

  it('is not taken from both, nor from a file that is not there, nor a bad one from a file', () => {
    const path = file('another', GOOD_SECRET);
    for (const env of [
      { FUPAN_SECRET: GOOD_SECRET, FUPAN_SECRET_FILE: path },
      { FUPAN_SECRET_FILE: join(folder, 'nowhere') },
      { FUPAN_SECRET_FILE: file('bad', 'short') },
    ]) {
      expect(faultsOf(env)).toEqual([expect.stringMatching(/^FUPAN_SECRET/)]);
    }
  });
});

describe('the mail settings', () => {
  const FROM = { FUPAN_MAIL_FROM: '復盤 <fupan@example.org>' };

  it.each([
    ['smtp://mail.example.org', 587, 'OFFERED'],
    ['smtp://10.0.0.7:25', 25, 'OFFERED'],
    ['smtp://10.0.0.7:25?tls=none', 25, 'NONE'],
    ['smtp://fupan:pass@mail.example.org', 587, 'REQUIRED'],
    ['smtp://fupan:pass@localhost', 587, 'OFFERED'],
    ['smtps://fupan:pass@mail.example.org', 465, 'IMPLICIT'],
  ])('%s means port %d and TLS %s', (url, port, tls) => {
    expect(loadConfig({ ...FROM, FUPAN_SMTP_URL: url }).mail).toMatchObject({
      smtp: { port, tls },
      from: { name: '復盤', address: 'fupan@example.org' },
    });
  });

  it.each([
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://:hunter2@mail.example.org',
    'smtp://hunter2@mail.example.org',
    'smtp://mail.example.org/hunter2',
    'smtp://mail.example.org?tls=maybe&hunter2',
    'smtp://a:%hunter2@mail.example.org',
  ])('%s is refused, and not repeated', (url) => {
    const faults = faultsOf({ ...FROM, FUPAN_SMTP_URL: url });
    expect(faults).toEqual([expect.stringContaining('FUPAN_SMTP_URL must be smtp://')]);
    expect(faults.join()).not.toContain('hunter2');
  });

  it.each(['fupan', 'a@example.org, b@example.org', 'x <a@example.org> y', 'a\nb <a@example.org>'])(
    'nothing is from %j',
    (from) => {
      const env = { FUPAN_SMTP_URL: 'smtp://mail.example.org', FUPAN_MAIL_FROM: from };
      expect(faultsOf(env)).toEqual([expect.stringContaining('FUPAN_MAIL_FROM')]);
    },
  );

  it('go together', () => {
    expect(faultsOf(FROM)).toEqual(['FUPAN_SMTP_URL and FUPAN_MAIL_FROM go together']);
    expect(faultsOf({ FUPAN_SMTP_URL: 'smtp://mail.example.org' })).toHaveLength(1);
  });
});

describe('the public address', () => {
  it('is needed where others reach the server', () => {
    expect(faultsOf({ FUPAN_HOST: '0.0.0.0' })).toEqual([
      expect.stringContaining('FUPAN_PUBLIC_URL is missing'),
    ]);
    for (const host of ['127.0.0.1', '127.8.8.8', '::1', 'localhost']) {
      expect(faultsOf({ FUPAN_HOST: host })).toEqual([]);
    }
  });

  it('is https, unless plain http was chosen or nobody else can reach it', () => {
    const http = { FUPAN_PUBLIC_URL: 'http://fupan.lan' };
    expect(faultsOf(http)).toEqual([expect.stringContaining('https://')]);
    expect(faultsOf({ ...http, FUPAN_ALLOW_INSECURE_HTTP: 'on' })).toEqual([]);
    expect(faultsOf({ FUPAN_PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
    expect(faultsOf({ FUPAN_PUBLIC_URL: 'http://localhost.evil.example' })).not.toEqual([]);
  });

  it('loses the slash at its end', () => {
    const env = { FUPAN_HOST: '0.0.0.0', FUPAN_PUBLIC_URL: 'https://fupan.example.org/' };
    expect(loadConfig(env).publicUrl).toBe('https://fupan.example.org');
  });

  it.each([
    'fupan.example.org',
    'https://fupan.example.org/app',
    'https://fupan.example.org?x=1',
    'https://ann:pw@fupan.example.org',
    'ftp://fupan.example.org',
    'javascript:alert(1)',
  ])('%s is refused', (url) => {
    expect(faultsOf({ FUPAN_PUBLIC_URL: url })).not.toEqual([]);
  });
});

describe('OpenID Connect', () => {
  it('has an issuer, a client and its secret, which may come from a file', () => {
    const { FUPAN_OIDC_CLIENT_SECRET, ...rest } = OIDC;
    const path = file('client', `${FUPAN_OIDC_CLIENT_SECRET}\n`);
    const { oidc } = loadConfig({
      ...rest,
      FUPAN_OIDC_CLIENT_SECRET_FILE: path,
      FUPAN_OIDC_DOMAINS: 'Example.org, shop.example',
      FUPAN_OIDC_ADMIN_GROUPS: 'sre,  ops ,',
      FUPAN_OIDC_DEFAULT_ROLE: 'none',
    }).signIn;
    expect(oidc).toMatchObject({
      clientSecret: FUPAN_OIDC_CLIENT_SECRET,
      domains: ['example.org', 'shop.example'],
      groups: { ADMIN: ['sre', 'ops'], MEMBER: [], VIEWER: [] },
      defaultRole: null,
    });
  });

  it.each(Object.keys(OIDC))('without %s is refused', (name) => {
    const rest = Object.fromEntries(Object.entries(OIDC).filter(([each]) => each !== name));
    expect(faultsOf(rest)).toEqual([expect.stringContaining('go together')]);
  });

  it('is asked over https, unless plain http was chosen or it is on this machine', () => {
    const http = { ...OIDC, FUPAN_OIDC_ISSUER: 'http://login.lan' };
    expect(faultsOf(http)).toEqual([expect.stringContaining('FUPAN_OIDC_ISSUER')]);
    expect(faultsOf({ ...http, FUPAN_ALLOW_INSECURE_HTTP: 'on' })).toEqual([]);
    expect(faultsOf({ ...OIDC, FUPAN_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
  });

  it('may be the only way in, but there has to be one', () => {
    expect(faultsOf({ ...OIDC, FUPAN_PASSWORD_SIGN_IN: 'off' })).toEqual([]);
    expect(faultsOf({ FUPAN_PASSWORD_SIGN_IN: 'off' })).toEqual([
      expect.stringContaining('nobody could sign in'),
    ]);
  });
});

describe('the search engine', () => {
  const postgres = { FUPAN_DATABASE_URL: 'postgres://fupan@db.example.org/fupan' };
  const engineOf = (env: Record<string, string>) => loadConfig(env).searchEngine;

  it('is where the database is, unless it is said to be in the data folder', () => {
    expect(engineOf({})).toBe('embedded');
    expect(engineOf({ FUPAN_DATABASE_URL: 'sqlite:/tmp/fupan.db' })).toBe('embedded');
    expect(engineOf(postgres)).toBe('postgres');
    expect(engineOf({ ...postgres, FUPAN_SEARCH_ENGINE: 'embedded' })).toBe('embedded');
  });

  it('cannot be PostgreSQL where the database is not, which is said with all other faults', () => {
    const wrong = { FUPAN_SEARCH_ENGINE: 'postgres', FUPAN_OIDC_CLIENT_ID: 'fupan' };
    expect(faultsOf(wrong).join()).toMatch(/FUPAN_OIDC_.+FUPAN_SEARCH_ENGINE is postgres/);
    expect(faultsOf({ FUPAN_SEARCH_ENGINE: 'elastic' })).toEqual([
      'FUPAN_SEARCH_ENGINE must be embedded, postgres or meilisearch',
    ]);
  });
});

describe('read replicas', () => {
  const name = 'FUPAN_DATABASE_REPLICAS';
  const postgres = { FUPAN_DATABASE_URL: 'postgres://fupan@db.example.org/fupan' };

  it('are addresses between spaces or commas', () => {
    const [one, two] = ['postgres://fupan:a@one.example.org/fupan', 'postgresql://two/fupan'];
    expect(loadConfig({}).replicas).toEqual([]);
    for (const text of [`${one} ${two}`, `${one},${two}`, ` ${one},\n${two} `]) {
      expect(loadConfig({ ...postgres, [name]: text }).replicas).toEqual([one, two]);
    }
  });

  it('are those of a PostgreSQL, and what is wrong is said without the password', () => {
    const url = 'postgres://fupan:hush@one.example.org/fupan';
    expect(faultsOf({ [name]: url })).toEqual([
      `${name} is set, and FUPAN_DATABASE_URL is no PostgreSQL`,
    ]);
    const [fault] = faultsOf({ ...postgres, [name]: 'mysql://fupan:hush@one/fupan' });
    expect(fault).toContain(name);
    expect(fault).not.toContain('hush');
    expect(faultsOf({ ...postgres, [name]: Array(17).fill(url).join(' ') })).toHaveLength(1);
  });
});

describe('trusted proxies', () => {
  it('are addresses and networks, and the server can use each that is accepted', async () => {
    const given = '127.0.0.1, 10.0.0.0/8,172.16.0.0/12, ::1, fd00::/8, ::ffff:10.0.0.1';
    const { trustedProxies } = loadConfig({ FUPAN_TRUSTED_PROXIES: given });
    expect(trustedProxies).toHaveLength(6);
    await fastify({ trustProxy: [...trustedProxies] }).close();
  });

  it.each([
    'proxy.lan',
    'loopback',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/255.0.0.0',
    'fd00::/129',
    'true',
    '*',
    '1',
  ])('%s is refused and named', (proxy) => {
    expect(faultsOf({ FUPAN_TRUSTED_PROXIES: `127.0.0.1, ${proxy}` })).toEqual([
      expect.stringMatching(/^FUPAN_TRUSTED_PROXIES must be addresses or networks/),
    ]);
  });

  it.each(['0.0.0.0/0', '::/0'])('%s is refused: it would trust everybody', (everybody) => {
    expect(faultsOf({ FUPAN_TRUSTED_PROXIES: everybody })).toHaveLength(1);
  });
});

describe('Meilisearch', () => {
  const MEILI = {
    FUPAN_SEARCH_ENGINE: 'meilisearch',
    FUPAN_MEILI_URL: 'http://meilisearch:7700',
    FUPAN_MEILI_KEY: GOOD_SECRET,
  };

  it('searches only where it is chosen', () => {
    expect(loadConfig({ ...MEILI, FUPAN_SEARCH_ENGINE: 'embedded' }).meilisearch).toBeNull();
    expect(loadConfig(MEILI).meilisearch).toEqual({
      url: 'http://meilisearch:7700',
      key: GOOD_SECRET,
      index: 'fupan-cases',
    });
  });

  it('has a key that may come from a file', () => {
    const { FUPAN_MEILI_KEY: _, ...rest } = MEILI;
    const FUPAN_MEILI_KEY_FILE = file('meili', `${GOOD_SECRET}\n`);
    expect(loadConfig({ ...rest, FUPAN_MEILI_KEY_FILE }).meilisearch?.key).toBe(GOOD_SECRET);
  });

  it('needs an address and a key, and says all that is wrong at once', () => {
    expect(faultsOf({ FUPAN_SEARCH_ENGINE: 'meilisearch' })).toEqual([
      expect.stringContaining('FUPAN_MEILI_URL is missing'),
      expect.stringContaining('FUPAN_MEILI_KEY is missing'),
    ]);
    const faults = faultsOf({
      FUPAN_SEARCH_ENGINE: 'lucene',
      FUPAN_MEILI_URL: 'http://fupan:hunter2@meilisearch',
      FUPAN_MEILI_KEY: 'hunter2',
      FUPAN_MEILI_INDEX: 'all our cases',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'FUPAN_SEARCH_ENGINE',
      'FUPAN_MEILI_URL',
      'FUPAN_MEILI_KEY',
      'FUPAN_MEILI_INDEX',
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });
});
