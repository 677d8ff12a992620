import type { LookupAddress } from 'node:dns';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import {
  OutboundError,
  OutboundHttp,
  type LookUpAll,
  type OutboundOptions,
} from '../../src/infra/outbound/outbound-http.js';
import { startLoopback, type Loopback } from '../support/loopback.js';

let here: Loopback;
let open: OutboundHttp[] = [];
beforeAll(async () => {
  here = await startLoopback();
});
afterAll(async () => {
  await here.close();
});
beforeEach(() => {
  here.connections = 0;
  here.arrivals.length = 0;
  here.answer = (_arrival, response) => response.end('ok');
});
afterEach(async () => {
  await Promise.all(open.map((http) => http.close()));
  open = [];
});

function outbound(options: Partial<OutboundOptions> = {}): OutboundHttp {
  const http = new OutboundHttp({ networks: [], ...options });
  open.push(http);
  return http;
}

const toHere = { networks: ['127.0.0.0/8'] } as const;
const at = (host: string, path = '/') => `http://${host}:${here.port}${path}`;

/** What became of a request: its status, or why there is none. */
async function outcome(http: OutboundHttp, url: string, body?: string): Promise<string | number> {
  try {
    const request = body === undefined ? {} : { body };
    return (await http.send({ method: 'POST', url, ...request })).status;
  } catch (error) {
    if (error instanceof OutboundError) return error.fault;
    throw error;
  }
}

/** A resolver that answers each question with the next of these. */
function answering(...answers: readonly string[][]): { asked: number; lookUp: LookUpAll } {
  const resolver = {
    asked: 0,
    lookUp: ((_name, _options, done) => {
      const next = answers[Math.min(resolver.asked++, answers.length - 1)] ?? [];
      done(
        null,
        next.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) satisfies LookUpAll,
  };
  return resolver;
}

describe('what leaves over HTTP', () => {
  it('never reaches this machine, however it is spelled', async () => {
    const spellings = [
      ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1'],
      ...['017700000001', '127.0.0.1.', '１２７.０.０.１', '127。0。0。1', '%31%32%37.0.0.1'],
      ...['0', '0.0.0.0', '127.255.255.254', 'localhost', 'LOCALHOST', 'localhost.'],
      ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::127.0.0.1]', '[::ffff:127.0.0.1]'],
      ...['[::ffff:7f00:1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[2002:7f00:1::]'],
    ];
    const http = outbound();
    const outcomes = await Promise.all(spellings.map((host) => outcome(http, at(host))));
    expect(Object.fromEntries(spellings.map((host, each) => [host, outcomes[each]]))).toEqual(
      // Some machines do not know `localhost.`.
      Object.fromEntries(spellings.map((h) => [h, expect.stringMatching(/BLOCKED|UNREACHABLE/)])),
    );
    expect(outcomes.filter((each) => each === 'BLOCKED').length).toBeGreaterThan(20);
    expect(here.connections).toBe(0);
  });

  it('goes to what a name meant when it was judged, also where it means something else by then', async () => {
    for (const first of [['8.8.8.8'], ['::ffff:127.0.0.1'], ['10.0.0.1', 'fe80::1'], []]) {
      const changing = answering(first, ['127.0.0.1']);
      const http = outbound({ lookUp: changing.lookUp, connectMs: 300, wholeMs: 600 });
      expect(await outcome(http, at('changing.example'))).toMatch(/BLOCKED|TIMEOUT|UNREACHABLE/);
      expect(changing.asked).toBe(1);
    }
    expect(here.connections).toBe(0);
  });

  it('takes of several addresses only those that are allowed', async () => {
    const both = answering(['192.168.77.77', '127.0.0.1', '::1']);
    const http = outbound({ ...toHere, lookUp: both.lookUp });
    expect(await outcome(http, at('both.example'))).toBe(200);
    expect(here.arrivals).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const http = outbound(toHere);
    for (const status of [301, 302, 303, 307, 308]) {
      here.answer = (_arrival, response) => {
        response.writeHead(status, { location: at('127.0.0.1', '/inside') }).end();
      };
      expect(await outcome(http, at('127.0.0.1'), '{}')).toBe(status);
    }
    expect(here.arrivals.map(({ path }) => path)).toEqual(['/', '/', '/', '/', '/']);
  });

  it('speaks http and https, and sends no name and password along', async () => {
    const http = outbound(toHere);
    const odd = ['ftp://127.0.0.1/', 'file:///etc/passwd', 'data:,x', 'javascript:1', 'no address'];
    for (const url of [...odd, `http://a:b@127.0.0.1:${here.port}/`, '//127.0.0.1/']) {
      expect({ url, is: await outcome(http, url) }).toEqual({ url, is: 'BLOCKED' });
    }
    expect(here.connections).toBe(0);
  });

  it('uses no proxy, whatever the environment says', async () => {
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
    const before = { ...process.env };
    for (const name of names) process.env[name] = at('127.0.0.1');
    try {
      const { lookUp } = answering(['10.1.1.1']);
      expect(await outcome(outbound({ lookUp }), 'http://inside.example/')).toBe('BLOCKED');
    } finally {
      process.env = before;
    }
    expect(here.connections).toBe(0);
  });

  it('carries what it was given, and brings back what refuses as well', async () => {
    here.answer = (_arrival, response) => {
      response.writeHead(404, { 'x-why': 'gone' }).end('no_service');
    };
    const headers = { 'content-type': 'application/json' };
    const request = {
      method: 'POST',
      url: at('127.0.0.1', '/a?b'),
      headers,
      body: '{"文":1}',
    } as const;
    const answer = await outbound(toHere).send(request);
    expect(answer).toMatchObject({ status: 404, body: 'no_service', headers: { 'x-why': 'gone' } });
    expect(here.arrivals).toMatchObject([
      { method: 'POST', path: '/a?b', body: '{"文":1}', headers },
    ]);
  });

  it('gives up where an answer does not come, does not end, or is too large', async () => {
    const http = outbound({ ...toHere, wholeMs: 300 });
    here.answer = () => undefined;
    expect(await outcome(http, at('127.0.0.1'))).toBe('TIMEOUT');
    let dripping: NodeJS.Timeout | undefined;
    here.answer = (_arrival, response) => {
      dripping = setInterval(() => response.write('.'), 20);
    };
    expect(await outcome(http, at('127.0.0.1'))).toBe('TIMEOUT');
    clearInterval(dripping);
    const patient = outbound(toHere);
    here.answer = (_arrival, response) => response.end(Buffer.alloc(1024 * 1024 + 1));
    expect(await outcome(patient, at('127.0.0.1'))).toBe('TOO_LARGE');
    here.answer = (_arrival, response) => response.end(Buffer.alloc(1024 * 1024));
    expect(await outcome(patient, at('127.0.0.1'))).toBe(200);
    here.answer = (_arrival, response) => {
      response.writeHead(200, { 'x-long': 'x'.repeat(17_000) }).end();
    };
    expect(await outcome(patient, at('127.0.0.1'))).toBe('TOO_LARGE');
  });

  it('sends nothing that is too large', async () => {
    const http = outbound(toHere);
    expect(await outcome(http, at('127.0.0.1'), 'x'.repeat(1024 * 1024 + 1))).toBe('TOO_LARGE');
    expect(here.connections).toBe(0);
  });

  it('says no more of a failure than what kind it is', async () => {
    const closed = await startLoopback();
    await closed.close();
    const url = `http://127.0.0.1:${closed.port}/T000/secret`;
    const attempt = outbound(toHere).send({ method: 'POST', url });
    await expect(attempt).rejects.toMatchObject({
      fault: 'UNREACHABLE',
      message: 'not reachable (ECONNREFUSED)',
    });
  });
});
