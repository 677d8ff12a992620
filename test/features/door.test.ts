import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';
import { bearer } from '../support/bearer.js';
import { codeIn, headersIn, post, send, sendBytes, type RawAnswer } from '../support/raw-http.js';

const PUBLIC_URL = 'https://fupan.example.org';

/** What every answer says of itself, whatever becomes of the request. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'none'; object-src 'none'; " +
    "require-trusted-types-for 'script'; trusted-types fupan",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

let app: TestApp;
let member: Record<string, string>;
beforeAll(async () => {
  app = await startApp({ as: 'door' });
  member = await bearer(app, 'MEMBER', 'read', 'write');
});
afterAll(async () => {
  await app.close();
});

/** Every route there is, with its methods. */
function routes(): { path: string; method: string }[] {
  const http = app.server.getHttpAdapter().getInstance() as unknown as {
    printRoutes(options: { commonPrefix: false }): string;
  };
  const parents: string[] = [];
  return http
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods] =
        /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?/.exec(line) ?? [];
      if (part === '') return [];
      const level = indent.length / 4;
      parents.length = level;
      const path = (parents[level - 1] ?? '') + part;
      parents[level] = path;
      return methods?.split(', ').map((method) => ({ path, method })) ?? [];
    });
}

describe('security headers', () => {
  it('are on the answers of every route', async () => {
    const found = routes();
    expect(found).toEqual(expect.arrayContaining([{ path: '/graphql', method: 'POST' }]));
    expect(found).toEqual(expect.arrayContaining([{ path: '/healthz', method: 'GET' }]));
    for (const { path, method } of found) {
      const { headers } = await send(app, path, { method });
      // Only what is the same for everybody may be kept by anybody.
      const caching = expect.stringMatching(/^no-store$|^public, max-age=/);
      expect({ path, method, ...headers }).toMatchObject({
        ...HEADERS,
        // The address of a feed holds a secret, which goes nowhere else.
        ...(path.startsWith('/feeds/') ? { 'referrer-policy': 'no-referrer' } : {}),
        'cache-control': caching,
        path,
        method,
      });
    }
  });

  it.each<[string, number, () => Promise<RawAnswer>]>([
    ['a page that is not there', 404, () => send(app, '/nowhere')],
    ['a path that cannot be decoded', 400, () => send(app, '/%zz')],
    ['a method that is not allowed', 405, () => send(app, '/graphql')],
    ['a method that nobody knows here', 404, () => send(app, '/x', { method: 'PURGE' })],
    ['a body that is no JSON', 400, () => jsonPost('{')],
    ['a type that nobody takes', 415, () => postAs('text/x')],
    ['a body that is too large', 413, () => jsonPost('x'.repeat(200_000))],
    ['a page of another site', 403, () => post(app, '{ x }', { origin: 'https://evil.example' })],
    ['a token that is not valid', 401, () => post(app, '{ x }', { authorization: 'Bearer fpn_x' })],
    ['a query that is not valid', 400, () => post(app, '{ x }')],
    ['a query by nobody', 401, () => post(app, '{ postmortems { totalCount } }')],
  ])('are on the refusal of %s', async (_what, status, ask) => {
    const answer = await ask();
    expect([answer.status, answer.headers]).toEqual([status, expect.objectContaining(HEADERS)]);
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).toContain(answer.headers['x-request-id']);
  });

  it.each([
    ['no HTTP at all', '400', 'VALIDATION', 'GARBAGE\r\n\r\n'],
    [
      'two lengths of one body',
      '400',
      'VALIDATION',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a head that is too large',
      '431',
      'TOO_LARGE',
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    ],
  ])('are on the refusal of %s', async (_what, status, code, bytes) => {
    const answer = await sendBytes(app, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(headersIn(answer)).toMatchObject(HEADERS);
    expect(codeIn({ body: answer.split('\r\n\r\n')[1] ?? '' })).toBe(code);
  });

  it.each<[string, number, string, Record<string, string>]>([
    ['a path that cannot be decoded', 400, '/%zz', {}],
    ['a token that is not valid', 401, '/nowhere', { authorization: 'Bearer fpn_x' }],
  ])('are on the page that a browser gets for %s', async (_what, status, path, headers) => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const answer = await send(app, path, {
      headers: { accept, 'accept-language': 'zh-TW', ...headers },
    });
    expect([answer.status, answer.headers]).toEqual([
      status,
      expect.objectContaining({ ...HEADERS, 'content-type': 'text/html; charset=utf-8' }),
    ]);
    expect(answer.body).toContain('<html lang="zh-Hant">');
    expect(answer.body).toContain(answer.headers['x-request-id']);
  });

  it('never come with a page where programs ask', async () => {
    const accept = { accept: 'text/html' };
    for (const answer of [
      await send(app, '/graphql', { headers: accept }),
      await post(app, '{ x }', accept),
      await send(app, '/nowhere', { headers: { accept: '*/*' } }),
    ]) {
      expect(answer.headers['content-type']).toMatch(/^application\/(graphql-response\+)?json/);
    }
  });

  it('insist on https only where people come by https', async () => {
    const overHttp = await send(app, '/healthz');
    expect(overHttp.headers['strict-transport-security']).toBeUndefined();
    expect(overHttp.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    const secure = await startApp({ as: 'door', env: { FUPAN_PUBLIC_URL: PUBLIC_URL } });
    try {
      const { headers } = await send(secure, '/healthz');
      expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
      expect(headers['content-security-policy']).toMatch(/; upgrade-insecure-requests$/);
    } finally {
      await secure.close();
    }
  });
});

const jsonPost = (body: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  send(app, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const postAs = (type: string): Promise<RawAnswer> =>
  send(app, '/graphql', { method: 'POST', headers: { 'content-type': type }, body: '{ x }' });

describe('what a page of another site makes a browser send', () => {
  const status = async (headers: Record<string, string>, to = app): Promise<number> =>
    (await post(to, '{ __typename }', headers)).status;

  it('is refused, by what the browser says of it', async () => {
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'something-new' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await status({ 'sec-fetch-site': 'none' })).toBe(200);
  });

  it('is refused by its origin where the browser does not say so', async () => {
    const { host } = new URL(app.url);
    expect(await status({})).toBe(200);
    expect(await status({ origin: app.url })).toBe(200);
    expect(await status({ origin: `http://${host}`.toUpperCase() })).toBe(200);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: `https://${host}` })).toBe(403);
    expect(await status({ origin: `${app.url}.evil.example` })).toBe(403);
    expect(await status({ origin: `${app.url}0` })).toBe(403);
    expect(await status({ origin: app.url, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('is refused on every path and by every method that can change something', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/graphql', '/sign-out', '/nowhere']) {
        const answer = await send(app, path, { method, headers: { origin: 'null' } });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
      }
    }
    const link = await send(app, '/healthz', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(link.status).toBe(200);
  });

  it('is refused in words', async () => {
    const answer = await post(app, '{ x }', { origin: 'null', 'accept-language': 'zh-TW' });
    expect(answer.body).toContain('其他網站');
    expect(codeIn(answer)).toBe('FORBIDDEN');
  });

  it('is told from our own pages behind a proxy, if it is one that is trusted', async () => {
    const forwarded = {
      origin: PUBLIC_URL,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'fupan.example.org',
    };
    expect(await status(forwarded)).toBe(403);
    const trusting = await startApp({ as: 'door', env: { FUPAN_TRUSTED_PROXIES: '127.0.0.1' } });
    const configured = await startApp({ as: 'door', env: { FUPAN_PUBLIC_URL: PUBLIC_URL } });
    try {
      expect(await status(forwarded, trusting)).toBe(200);
      expect(await status({ ...forwarded, origin: 'https://evil.example' }, trusting)).toBe(403);
      expect(await status({ origin: PUBLIC_URL }, configured)).toBe(200);
    } finally {
      await trusting.close();
      await configured.close();
    }
  });
});

describe('the size of a body', () => {
  const KIB = 1024;
  const query = (bytes: number): string => {
    const body = JSON.stringify({ query: '{ __typename }', pad: '' });
    return body.replace('"pad":""', `"pad":"${'x'.repeat(bytes - body.length)}"`);
  };
  const inChunks = (body: string): Buffer[] => {
    const bytes = Buffer.from(body);
    const count = Math.ceil(bytes.length / 65_536);
    return Array.from({ length: count }, (_, n) => bytes.subarray(n * 65_536, (n + 1) * 65_536));
  };
  const chunked = (path: string, body: string, headers: Record<string, string> = {}) =>
    send(app, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: inChunks(body),
    });

  it('is 128 KiB for who may not write, said beforehand or not', async () => {
    const viewer = await bearer(app, 'VIEWER', 'read');
    const reading = await bearer(app, 'MEMBER', 'read');
    for (const headers of [{}, viewer, reading]) {
      expect((await jsonPost(query(128 * KIB), headers)).status).toBe(200);
      expect((await chunked('/graphql', query(128 * KIB), headers)).status).toBe(200);
      for (const answer of [
        await jsonPost(query(128 * KIB + 1), headers),
        await chunked('/graphql', query(128 * KIB + 1), headers),
      ]) {
        expect([answer.status, codeIn(answer)]).toEqual([413, 'TOO_LARGE']);
        expect(answer.body).toContain('131072');
      }
    }
  });

  it('is no larger for another spelling of the address', async () => {
    const answer = await chunked('/%67raphql', query(200 * KIB));
    expect(answer.status).toBe(413);
  });

  it('is 4 MiB for who may write, said beforehand or not', async () => {
    const writer = await bearer(app, 'MEMBER', 'read', 'write');
    const most = 4 * 1024 * KIB;
    expect((await jsonPost(query(most), writer)).status).toBe(200);
    expect((await chunked('/graphql', query(most), writer)).status).toBe(200);
    for (const answer of [
      await jsonPost(query(most + 1), writer),
      await chunked('/graphql', query(most + 1), writer),
    ]) {
      expect([answer.status, codeIn(answer)]).toEqual([413, 'TOO_LARGE']);
      expect(answer.body).toContain('4194304');
    }
  });

  it('is 12 MiB for an administrator with the scope, and for nobody else', async () => {
    const large = query(5 * 1024 * KIB);
    const admin = await bearer(app, 'ADMIN', 'read', 'admin');
    expect((await jsonPost(large, admin)).status).toBe(200);
    expect((await chunked('/graphql', large, admin)).status).toBe(200);
    const answer = await jsonPost(query(12 * 1024 * KIB + 1), admin);
    expect([answer.status, codeIn(answer)]).toEqual([413, 'TOO_LARGE']);
    expect(answer.body).toContain('12582912');
    const noScope = await bearer(app, 'ADMIN', 'read', 'write');
    expect((await jsonPost(large, noScope)).status).toBe(413);
    expect((await jsonPost(large, { authorization: 'Bearer fpn_x' })).status).toBe(401);
    expect((await send(app, '/nowhere', { method: 'POST', ...typed, body: large })).status).toBe(
      413,
    );
  });

  const typed = { headers: { 'content-type': 'application/json' } };
});

describe('somebody who has not signed in', () => {
  it('is not told what the API holds', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
      const answer = await post(app, query);
      expect([answer.status, codeIn(answer)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect((await post(app, query, member)).status).toBe(200);
    }
  });

  it('is not told what they may have meant', async () => {
    for (const query of [
      '{ postmortms { totalCount } }',
      '{ postmortems(frist: 1) { totalCount } }',
      '{ postmortems(filter: { status: [DRAF] }) { totalCount } }',
      'query ($status: PostmortemStatu) { __typename }',
    ]) {
      expect((await post(app, query, member)).body).toContain('Did you mean');
      const answer = await post(app, query);
      expect([answer.status, answer.body.includes('Did you mean')]).toEqual([400, false]);
    }
  });

  it('may ask for less at once', async () => {
    const query = '{ postmortems(first: 100) { nodes { incidents { key } } } }';
    const answer = await post(app, query);
    expect([answer.status, codeIn(answer)]).toEqual([400, 'QUERY_REFUSED']);
    expect(answer.body).toContain('250');
    expect((await post(app, query, member)).status).toBe(200);
  });
});

describe('the status of an answer', () => {
  const CREATE =
    'mutation { postmortemCreate(input: { title: "x", language: EN }) { userErrors { code } } }';

  it('is 401 where nobody has signed in, for a list and for one thing that may be null', async () => {
    for (const query of [
      '{ postmortems { totalCount } }',
      '{ postmortem(key: "PM-1") { id } }',
      '{ a: postmortem(key: "PM-1") { id } b: incident(key: "INC-1") { id } }',
      CREATE,
    ]) {
      const answer = await post(app, query);
      expect([answer.status, codeIn(answer)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('is 403 where the token does not reach', async () => {
    const answer = await post(app, CREATE, await bearer(app, 'MEMBER', 'read'));
    expect([answer.status, codeIn(answer)]).toEqual([403, 'FORBIDDEN']);
  });

  it('is 200 where there is something besides', async () => {
    const answer = await post(app, '{ __typename postmortem(key: "PM-1") { id } }');
    expect([answer.status, codeIn(answer)]).toEqual([200, 'UNAUTHENTICATED']);
    expect((await post(app, '{ postmortem(key: "PM-1") { id } }', member)).status).toBe(200);
  });
});
