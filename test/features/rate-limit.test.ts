import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { POINTS } from '../../src/api/admission.js';
import { RateLimit } from '../../src/api/rate-limit.js';
import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { Counters } from '../../src/infra/counters.js';
import { startApp, type TestApp } from '../support/app.js';
import { bearer } from '../support/bearer.js';
import { actingAs } from '../support/factory.js';
import { codeIn, post, send, type RawAnswer } from '../support/raw-http.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({
    as: 'door',
    env: { FUPAN_POINTS_PER_MINUTE: '10000', FUPAN_TRUSTED_PROXIES: '127.0.0.1' },
  });
});
afterAll(async () => {
  await app.close();
});

const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
const left = ({ headers }: RawAnswer): number => Number(headers['x-ratelimit-remaining']);

/** A fifth of what a person of these tests has; too much for a stranger. */
const DEAR = '{ postmortems(first: 100) { nodes { incidents { services { service { id } } } } } }';

describe('what a request costs', () => {
  it('are the objects it may bring, and one point', async () => {
    const headers = await bearer(app, 'MEMBER', 'read');
    const before = left(await post(app, '{ __typename }', headers));
    expect(before).toBe(10_000 - POINTS.request);
    const ten = left(await post(app, '{ postmortems(first: 10) { nodes { id } } }', headers));
    const fifty = left(await post(app, '{ postmortems(first: 50) { nodes { id } } }', headers));
    expect(before - ten).toBeGreaterThanOrEqual(11);
    expect(ten - fifty).toBe(before - ten + 40);
  });

  it('is that of the operation and the variables that were sent, whatever was measured before', async () => {
    const headers = await bearer(app, 'MEMBER', 'read');
    const query = `query A($first: Int!, $with: Boolean!) {
        postmortems(first: $first) { nodes { id incidents @include(if: $with) { id } } } }
      query B($first: Int!) { a: postmortems(first: $first) { nodes { id } } b: postmortems(first: $first) { nodes { id } } }`;
    let balance = left(await post(app, '{ __typename }', headers));
    const costs: number[] = [];
    for (const [operationName, first, has] of [
      ['A', 10, false],
      ['A', 40, false],
      ['A', 10, true],
      ['A', 10, false],
      ['B', 10, false],
    ] as const) {
      const variables = { first, ...(operationName === 'A' ? { with: has } : {}) };
      const answer = await send(app, '/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, operationName, variables }),
      });
      expect(answer.status).toBe(200);
      costs.push(balance - left(answer));
      balance = left(answer);
    }
    const [ten = 0, forty = 0, deeper = 0, again, other = 0] = costs;
    expect(forty).toBe(ten + 30);
    // Each of the ten with a list of three.
    expect(deeper).toBe(ten + 30);
    expect(again).toBe(ten);
    expect(other).toBeGreaterThan(ten);
  });

  it('is more for a mutation', async () => {
    const headers = await bearer(app, 'MEMBER', 'read', 'write');
    const mutation =
      'mutation { postmortemCreate(input: { title: "x", language: EN }) { postmortem { id } } }';
    const cost = 10_000 - left(await post(app, mutation, headers));
    expect(cost).toBeGreaterThan(POINTS.request + POINTS.mutation);
  });

  it('is charged for what is refused as well', async () => {
    const stranger = from('203.0.113.1');
    const costs: number[] = [];
    let balance: number = POINTS.perAddress;
    for (const query of ['{ x }', '{', 'query ($id: ID!) { node(id: $id) { id } }', DEAR]) {
      const answer = await post(app, query, stranger);
      expect(answer.status).toBe(400);
      costs.push(balance - left(answer));
      balance = left(answer);
    }
    expect(costs).toEqual(costs.map(() => POINTS.request + POINTS.refused));
    const forged = await post(app, '{ x }', { ...stranger, authorization: 'Bearer fpn_x' });
    expect([forged.status, balance - left(forged)]).toEqual([401, POINTS.request]);
  });
});

describe('whoever has spent it all', () => {
  it('is told so, in their language, and when to come back', async () => {
    const headers = { ...(await bearer(app, 'MEMBER', 'read')), 'accept-language': 'zh-TW' };
    let answer = await post(app, DEAR, headers);
    expect(answer.status).toBe(200);
    for (let times = 0; times < 9 && answer.status === 200; times++) {
      answer = await post(app, DEAR, headers);
    }
    for (const refused of [answer, await post(app, '{ __typename }', headers)]) {
      expect([refused.status, codeIn(refused)]).toEqual([429, 'RATE_LIMITED']);
      expect(refused.body).toMatch(/請在 \d+ 秒後再試/);
      const { 'retry-after': retry, ...rest } = refused.headers;
      expect(Number(retry)).toBeGreaterThanOrEqual(1);
      expect(Number(retry)).toBeLessThanOrEqual(60);
      expect(rest).toMatchObject({
        'x-ratelimit-limit': '10000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': retry,
      });
    }
  });

  it('cannot go on with another token, and is alone in that', async () => {
    const person = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'Ann', email: 'ann@x.org', role: 'MEMBER' }),
    );
    const token = async (): Promise<Record<string, string>> => {
      const input = { personId: person.id, name: 'x', scopes: ['read' as const], days: 1 };
      const made = await app.write(
        (tx) => app.get(ApiTokenService).create(tx, input),
        actingAs(person, 'MEMBER'),
      );
      return { authorization: `Bearer ${made.token}` };
    };
    const [one, other] = [await token(), await token()];
    for (let times = 0; times < 5; times++) await post(app, DEAR, one);
    expect((await post(app, '{ __typename }', other)).status).toBe(429);
    expect((await post(app, '{ __typename }', await bearer(app, 'MEMBER', 'read'))).status).toBe(
      200,
    );
    expect((await post(app, '{ __typename }', from('203.0.113.2'))).status).toBe(200);
  });

  it('can as a stranger go on from another network only', async () => {
    const spend = async (address: string): Promise<number> => {
      const needed = Math.ceil(POINTS.perAddress / (POINTS.request + POINTS.refused));
      for (let times = 0; times < needed; times++) await post(app, '{', from(address));
      return (await post(app, '{ __typename }', from(address))).status;
    };
    expect(await spend('203.0.113.3')).toBe(429);
    expect((await post(app, '{ __typename }', from('203.0.113.4'))).status).toBe(200);
    expect(await spend('2001:db8:1:2::1')).toBe(429);
    const neighbour = await post(app, '{ __typename }', from('2001:db8:1:2:ffff::9'));
    expect(neighbour.status).toBe(429);
    const elsewhere = await post(app, '{ __typename }', from('2001:db8:1:3::1'));
    expect(elsewhere.status).toBe(200);
  });
});

describe('pages', () => {
  it('are counted by the request, and the health of the server is not', async () => {
    const stranger = { headers: from('203.0.113.5') };
    for (let times = 0; times < POINTS.pages; times++) {
      expect((await send(app, '/nowhere', stranger)).status).toBe(404);
    }
    const answer = await send(app, '/nowhere', stranger);
    expect([answer.status, codeIn(answer)]).toEqual([429, 'RATE_LIMITED']);
    expect((await send(app, '/healthz', stranger)).status).toBe(200);
    expect((await post(app, '{ __typename }', stranger.headers)).status).toBe(200);
    expect((await send(app, '/nowhere', { headers: from('203.0.113.6') })).status).toBe(404);
  });
});

describe('an address', () => {
  it('that a caller makes up counts for nothing without a proxy that is trusted', async () => {
    const plain = await startApp({ as: 'door' });
    try {
      const first = await post(plain, '{ __typename }', from('203.0.113.7'));
      const second = await post(plain, '{ __typename }', from('203.0.113.8'));
      expect(left(first) - left(second)).toBe(POINTS.request);
    } finally {
      await plain.close();
    }
  });
});

describe('the count', () => {
  const counting = { counters: Counters.inMemory(), addressKey: Buffer.alloc(32) };
  const ANN: Actor = { kind: 'person', personId: 'ann', role: 'MEMBER' };

  afterEach(() => {
    jest.useRealTimers();
  });

  it('starts anew a minute after its first point', async () => {
    jest.useFakeTimers();
    const limit = new RateLimit('test', { perPerson: 10, perAddress: 10 }, counting);
    expect(await limit.spend(ANN, '', 10)).toMatchObject({ remaining: 0, isOverdrawn: false });
    jest.advanceTimersByTime(59_000);
    expect(await limit.spend(ANN, '', 1)).toMatchObject({ resetS: 1, isOverdrawn: true });
    jest.advanceTimersByTime(1_000);
    expect(await limit.spend(ANN, '', 1)).toMatchObject({ remaining: 9, isOverdrawn: false });
  });

  it('holds no more addresses than 65,536, however many there are', async () => {
    const limit = new RateLimit('test', { perPerson: 1, perAddress: 1 }, counting);
    let shared = 0;
    for (let n = 0; n <= 65_536; n++) {
      const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
      if ((await limit.spend(ANONYMOUS, address, 1)).isOverdrawn) shared++;
    }
    // As many as there are counts would have one each; the one more has to share.
    expect(shared).toBeGreaterThanOrEqual(1);
  });
});
