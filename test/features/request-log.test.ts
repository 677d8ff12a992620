import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { QueryFailedError } from 'typeorm';

import { createLogger } from '../../src/infra/logging/logger.js';
import { startApp, type TestApp } from '../support/app.js';
import { bearer } from '../support/bearer.js';
import { post, send, sendBytes } from '../support/raw-http.js';

const CANARY = 'canary-7f3a';

const written: string[] = [];
const log = createLogger('debug', { write: (text) => written.push(text) });
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ as: 'door', log, env: { FUPAN_TRUSTED_PROXIES: '127.0.0.1' } });
});
afterAll(async () => {
  await app.close();
});
afterEach(() => {
  jest.restoreAllMocks();
  written.length = 0;
});

interface Line {
  readonly requestId?: string;
  readonly address?: string;
  readonly path?: string;
  readonly msg: string;
  readonly err?: { readonly type: string; readonly message: string };
}

/** What was logged, once the request of this id has been. */
async function linesUntil(id: string | string[] | undefined): Promise<Line[]> {
  for (;;) {
    const lines = written.map((text) => {
      // One line each, whatever was in it.
      expect(text.indexOf('\n')).toBe(text.length - 1);
      expect(text).not.toMatch(/[\r\u0085\u2028\u2029]/);
      return JSON.parse(text) as Line;
    });
    if (lines.some(({ msg, requestId }) => msg === 'request' && requestId === id)) return lines;
    await new Promise(setImmediate);
  }
}

describe('the log', () => {
  it('has a line for each request, with an id of our own and the address of the client', async () => {
    const { headers } = await post(app, '{ __typename }', {
      'x-request-id': CANARY,
      'request-id': CANARY,
      'x-forwarded-for': '198.51.100.7, 203.0.113.9',
    });
    const line = (await linesUntil(headers['x-request-id'])).at(-1);
    expect(line).toEqual({
      level: 30,
      time: expect.any(String),
      requestId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      address: '203.0.113.9',
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      msg: 'request',
    });
  });

  it('believes no address that is none', async () => {
    for (const forged of [`${CANARY}\t{"msg":"x"}`, CANARY, '']) {
      const { headers } = await send(app, '/nowhere', { headers: { 'x-forwarded-for': forged } });
      const lines = await linesUntil(headers['x-request-id']);
      expect(lines.at(-1)?.address).toBe('127.0.0.1');
    }
  });

  it('shows no secret of a request, wherever it stands', async () => {
    const secret = {
      authorization: `Bearer fpn_${CANARY}`,
      'proxy-authorization': CANARY,
      cookie: `__Host-fupan=${CANARY}; fupan=${CANARY}`,
      'x-api-key': CANARY,
      referer: `http://x/?token=${CANARY}`,
      'user-agent': CANARY,
    };
    const { authorization: _, ...withoutToken } = secret;
    const typed = { 'content-type': 'application/json', ...withoutToken };
    const graphql = (body: object | string) =>
      send(app, '/graphql', {
        method: 'POST',
        headers: typed,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    const query = 'mutation ($p: String!) { sessionCreate(input: {email: "a@b.c", password: $p}) ';
    const answers = [
      await post(app, '{ __typename }', secret),
      await send(app, `/invitation?token=${CANARY}`, { headers: withoutToken }),
      await send(app, `/nowhere?token=${CANARY}`, { headers: withoutToken }),
      await send(app, `/%zz?token=${CANARY}`, { headers: withoutToken }),
      await graphql({ query: `${query} { userErrors { code } } }`, variables: { p: CANARY } }),
      await graphql({ query: `${query} { ${CANARY.replace('-', '')} } }`, variables: {} }),
      await graphql({ query: `{ postmortem(key: "${CANARY}") { id } }` }),
      await graphql(`{"query": "${CANARY}`),
      await graphql({ query: '{ __typename }', variables: CANARY }),
      await graphql({ query: '{ __typename }', extensions: { [CANARY]: 1 } }),
      await graphql([{ query: CANARY }] as object),
    ];
    await linesUntil(answers.at(-1)?.headers['x-request-id']);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect(written.join('')).not.toMatch(/canary/i);
  });

  it('shows no value of a statement that failed', async () => {
    const member = await bearer(app, 'MEMBER', 'read');
    const read = app.platform.database.read;
    const broken = Object.assign(Object.create(read) as typeof read, {
      createQueryBuilder: () => {
        const driver = Object.assign(new Error('disk I/O error'), { detail: CANARY });
        throw new QueryFailedError(`SELECT '${CANARY}'`, [CANARY], driver);
      },
    });
    for (const { platform } of app.processes) {
      jest.spyOn(platform.database, 'read', 'get').mockReturnValue(broken);
    }
    const failed = await post(app, '{ postmortems { nodes { id } } }', member);
    expect(failed.body).toContain('INTERNAL');
    const lines = await linesUntil(failed.headers['x-request-id']);
    const line = lines.find(({ err }) => err !== undefined);
    expect(line?.err).toMatchObject({
      type: 'QueryFailedError',
      message: expect.stringContaining('disk I/O error'),
    });
    expect(written.join('')).not.toContain(CANARY);
  });

  it('hides what is called a secret, should somebody log it', async () => {
    log.info(
      {
        password: CANARY,
        req: { headers: { authorization: CANARY, cookie: CANARY } },
        res: { headers: { 'set-cookie': [CANARY] } },
        graphql: { variables: { x: CANARY } },
        config: { oidc: { secret: CANARY } },
      },
      'x',
    );
    expect(written.join('')).not.toContain(CANARY);
  });

  it('cannot be made to hold a line that is not ours', async () => {
    const forged = '%0d%0a{"level":30,"msg":"forged"}';
    const { headers } = await send(app, `/a${forged}`);
    const bytes = 'GET /a\x85\xa0\xe2\x80\xa8b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    await sendBytes(app, bytes);
    const long = await send(app, `/${'x'.repeat(5_000)}`);
    await linesUntil(headers['x-request-id']);
    const lines = await linesUntil(long.headers['x-request-id']);
    for (const { path, msg } of lines) {
      expect(msg).toBe('request');
      expect(path).toMatch(/^[\x21-\x7e]{1,200}$/);
    }
  });
});
