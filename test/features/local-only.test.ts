import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

/** Fetch does not let one choose the Host header. */
function statusWith(headers: Record<string, string>): Promise<number> {
  const body = JSON.stringify({ query: '{ __typename }' });
  return new Promise((resolve, reject) => {
    const sent = request(
      `${app.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('a server without sign-in', () => {
  it('answers a program on this machine, by any of its names', async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ host: 'localhost:3000' })).toBe(200);
    expect(await statusWith({ host: '[::1]:3000', origin: 'http://localhost:5173' })).toBe(200);
  });

  it('turns away a site whose name points to loopback', async () => {
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ host: 'localhost.evil.example' })).toBe(403);
  });

  it('turns away what a page of another site sends', async () => {
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'null' })).toBe(403);
    expect(await statusWith({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  });
});
