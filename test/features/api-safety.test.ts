import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { serverAudits } from 'graphql-http';

import { createServer } from '../../src/api/server.js';
import { startApp, type TestApp } from '../support/app.js';
import { bearer } from '../support/bearer.js';
import { ask, graphql } from '../support/client.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly code: unknown;
  readonly requestId: unknown;
  readonly message: string;
}

/** Sends whatever it is given and reads the error that has to come back, as JSON. */
async function refusal(path: string, init: RequestInit = {}, url = app.url): Promise<Answer> {
  const response = await fetch(url + path, init);
  const body = (await response.json()) as {
    errors: [{ message: string; extensions?: Record<string, unknown> }];
  };
  const { message, extensions } = body.errors[0];
  return {
    status: response.status,
    headers: response.headers,
    code: extensions?.['code'],
    requestId: extensions?.['requestId'],
    message,
  };
}

const post = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});

async function refusedQuery(query: string, variables = {}): Promise<string | undefined> {
  const { status, errors } = await graphql(app, query, variables);
  expect(status).toBe(400);
  return errors?.[0]?.extensions.code;
}

describe('the door', () => {
  it('a body that is no JSON is refused as JSON', async () => {
    const answer = await refusal('/graphql', post('{"query": '));
    expect(answer).toMatchObject({ status: 400, code: 'VALIDATION' });
  });

  it('a page that does not exist is a JSON 404 with a code', async () => {
    const answer = await refusal('/nowhere', { headers: { 'accept-language': 'zh-TW' } });
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(answer.message).toMatch(/\p{Script=Han}/u);
    expect(answer.headers.get('x-request-id')).toBe(answer.requestId);
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s on /graphql is refused', async (method) => {
    const answer = await refusal('/graphql?query=%7B__typename%7D', {
      method,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer).toMatchObject({ status: 405, code: 'VALIDATION' });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'what a foreign page can send without asking, %s, is refused and changes nothing',
    async (type) => {
      const query = `mutation { postmortemCreate(input: {title: "Forged", language: EN}) { userErrors { code } } }`;
      const body =
        type === 'text/plain' ? JSON.stringify({ query }) : `query=${encodeURIComponent(query)}`;
      const answer = await refusal('/graphql', post(body, type));
      expect([400, 415]).toContain(answer.status);
      expect(answer.requestId).toMatch(UUID);
      const { postmortems } = await ask<{ postmortems: { totalCount: number } }>(
        app,
        '{ postmortems { totalCount } }',
      );
      expect(postmortems.totalCount).toBe(0);
    },
  );

  it('several operations in one request are refused', async () => {
    const one = { query: '{ __typename }' };
    const answer = await refusal('/graphql', post(JSON.stringify([one, one])));
    expect(answer.status).toBe(400);
  });
});

describe('the size of a query', () => {
  it('over 1,500 tokens is refused', async () => {
    expect(await refusedQuery(`{ ${'__typename '.repeat(1_500)} }`)).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('a query deeper than 12 levels is refused', async () => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `incidents { postmortems { ${deep(levels - 2)} } }`;
    expect(await refusedQuery(`{ postmortem(key: "PM-1") { ${deep(12)} } }`)).toBe('QUERY_REFUSED');
  });

  it('1,000 aliases of a cheap field are refused', async () => {
    // The limit of tokens is met first by more than about 500 of them.
    const aliases = (count: number): string =>
      `{ ${Array.from({ length: count }, (_, n) => `a${n}: __typename`).join(' ')} }`;
    expect(await refusedQuery(aliases(1_000))).toBe('GRAPHQL_PARSE_FAILED');
    expect(await refusedQuery(aliases(31))).toBe('QUERY_REFUSED');
  });

  it('more than ten fields at the top are refused, also through a fragment', async () => {
    const fields = Array.from({ length: 11 }, (_, n) => `f${n}: __typename`).join(' ');
    expect(await refusedQuery(`{ ${fields} }`)).toBe('QUERY_REFUSED');
    expect(await refusedQuery(`{ ...Q } fragment Q on Query { ${fields} }`)).toBe('QUERY_REFUSED');
  });

  it('a heap of directives is refused', async () => {
    const fields = 'id @skip(if: false) '.repeat(11);
    expect(await refusedQuery(`{ postmortems { nodes { ${fields} } } }`)).toBe('QUERY_REFUSED');
  });

  it('a list of lists of lists is refused for its cost', async () => {
    const list = (inner: string): string =>
      `incidents { postmortems { ${inner} } services { service { name } } }`;
    const query = `{ postmortems(first: 100) { nodes { ${list(list(list('id')))} } } }`;
    expect(await refusedQuery(query)).toBe('QUERY_REFUSED');
  });

  it.each([101, 1_000_000_000, 0, -1])('first: %d is refused, naming the limit', async (first) => {
    const { data, errors } = await graphql(
      app,
      'query ($first: Int) { postmortems(first: $first) { nodes { id } } }',
      { first },
    );
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('100'),
      extensions: { code: 'VALIDATION' },
    });
  });
});

describe('queries made to harm', () => {
  it('a fragment that fans out to a million fields is refused without being spread out', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, n) => `fragment F${n} on Query { a: __typename ...F${n + 1} b: __typename ...F${n + 1} }`,
    );
    const bomb = `{ ...F0 } ${fragments.join(' ')} fragment F20 on Query { __typename }`;
    // Nothing here measures time: spread out, this would take minutes, and the test its limit of 30 s.
    expect(['QUERY_REFUSED', 'GRAPHQL_VALIDATION_FAILED']).toContain(await refusedQuery(bomb));
  });

  it('the same with two aliases of an object at each step is refused', async () => {
    const fragments = Array.from({ length: 20 }, (_, n) => {
      const next = `...F${n + 1}`;
      return `fragment F${n} on Postmortem { a: incidents { postmortems { ${next} } } b: incidents { postmortems { ${next} } } }`;
    });
    const bomb = `{ postmortem(key: "PM-1") { ...F0 } } ${fragments.join(' ')} fragment F20 on Postmortem { id }`;
    expect(['QUERY_REFUSED', 'GRAPHQL_VALIDATION_FAILED']).toContain(await refusedQuery(bomb));
  });

  it('fragments that contain each other are refused', async () => {
    const circle = `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`;
    expect(['QUERY_REFUSED', 'GRAPHQL_VALIDATION_FAILED']).toContain(await refusedQuery(circle));
  });

  it('a variable that is missing or of the wrong type is named in the refusal', async () => {
    const query = 'query ($id: ID!) { postmortem(id: $id) { id } }';
    expect(await refusedQuery(query)).toBe('BAD_USER_INPUT');
    expect(await refusedQuery(query, { id: { deep: true } })).toBe('BAD_USER_INPUT');
  });
});

/**
 * A refused document is a 400 here, also for a client that does not know the newer media type: a
 * proxy and a script that look at the status only are not to take it for a success.
 */
const SHOULD_MISSES: readonly string[] = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

/** They ask for a part of the schema to see something else, and strangers are not shown any. */
const INTROSPECTION_AUDITS: readonly string[] = [
  'MUST accept utf-8 encoded request',
  'SHOULD allow map {variables} parameter when accepting application/graphql-response+json',
  'MUST allow map {variables} parameter when accepting application/json',
];

describe('what the API says of itself', () => {
  it('introspection answers, as tools ask it', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { __schema } = await ask<{ __schema: { types: unknown[] } }>(
      app,
      getIntrospectionQuery(),
    );
    expect(__schema.types.length).toBeGreaterThan(50);
  });

  it('introspection that walks in circles is refused', async () => {
    const around = (times: number): string =>
      times === 0 ? 'name' : `fields { type { ${around(times - 1)} } }`;
    expect(await refusedQuery(`{ __schema { types { ${around(12)} } } }`)).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it.each([
    ['a member', SHOULD_MISSES],
    ['nobody', [...INTROSPECTION_AUDITS, ...SHOULD_MISSES]],
  ])(
    'it passes what the GraphQL-over-HTTP specification demands, for %s at the door',
    async (who, misses) => {
      const door = await startApp({ as: 'door' });
      try {
        const headers = who === 'nobody' ? {} : await bearer(door, 'MEMBER', 'read');
        const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> =>
          fetch(url, { ...init, headers: { ...(init.headers as object), ...headers } });
        const audits = serverAudits({ url: `${door.url}/graphql`, fetchFn });
        const results = await Promise.all(audits.map((audit) => audit.fn()));
        const count = (word: string): number =>
          results.filter(({ name }) => name.startsWith(word)).length;
        expect([count('MUST'), count('SHOULD')]).toEqual([13, 23]);
        const missed = results.filter(
          ({ name, status }) => /^(MUST|SHOULD)/.test(name) && status !== 'ok',
        );
        expect(missed.map(({ name }) => name)).toEqual(misses);
      } finally {
        await door.close();
      }
    },
  );
});

describe('when something breaks inside', () => {
  it('a request that takes too long is given up', async () => {
    const server = await createServer(app.platform, { operationMs: 50 });
    server
      .getHttpAdapter()
      .getInstance()
      .get('/never', () => new Promise(() => undefined));
    await server.listen(0, '127.0.0.1');
    try {
      const answer = await refusal('/never', {}, await server.getUrl());
      expect(answer).toMatchObject({ status: 503, code: 'TIMEOUT' });
    } finally {
      await server.close();
    }
  });

  it('the answer shows nothing of the inside but a request id', async () => {
    const broken = app.processes.map(({ platform }) =>
      jest.spyOn(platform.database, 'read', 'get').mockReturnValue({
        createQueryBuilder: () => {
          throw new Error('no such table: secrets in fupan.db');
        },
      } as never),
    );
    const { errors } = await graphql(app, '{ postmortems { nodes { id } } }');
    for (const each of broken) each.mockRestore();
    expect(errors?.[0]).toEqual({
      message: expect.stringContaining('went wrong on our side'),
      locations: expect.anything(),
      path: ['postmortems'],
      extensions: { code: 'INTERNAL', requestId: expect.stringMatching(UUID) },
    });
    await ask(app, '{ postmortems { nodes { id } } }');
  });
});
