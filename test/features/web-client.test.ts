import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PASSWORD, anAccount } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { send } from '../support/raw-http.js';

const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  app = await startApp({ as: 'door' });
  await anAccount(app, 'Ann');
  browser = new TestBrowser(app, { 'accept-language': 'zh-TW' });
  await browser.post('/sign-in', { email: 'ann@example.com', password: PASSWORD });
});
afterAll(async () => {
  await app.close();
});

describe('the page of the web client', () => {
  it.each(['/', '/postmortems/PM-1?edit=summary', '/nowhere/at/all'])(
    'is at every address that nothing else answers: %s',
    async (path) => {
      const answer = await browser.get(path, PAGE);
      expect(answer.status).toBe(200);
      expect(answer.html).toContain('src="/assets/main.js"');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    },
  );

  it('is in the language of whoever reads it', async () => {
    expect((await browser.get('/', PAGE)).html).toContain('<html lang="zh-Hant" ');
  });

  it('is for those who have signed in; others come back to it when they have', async () => {
    const stranger = new TestBrowser(app);
    expect(await stranger.get('/', PAGE)).toMatchObject({ status: 303, location: '/sign-in' });
    expect(await stranger.get('/postmortems/PM-1?zone=UTC', PAGE)).toMatchObject({
      status: 303,
      location: '/sign-in?next=%2Fpostmortems%2FPM-1%3Fzone%3DUTC',
    });
  });

  it('is not for programs, which hear that there is nothing', async () => {
    const answer = await send(app, '/postmortems/PM-1', { headers: { accept: '*/*' } });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('application/json');
  });
});

describe('the files of the web client', () => {
  it('are for everybody and may be kept, as their names change with what is in them', async () => {
    const answer = await send(app, '/assets/main.js');
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toContain('javascript');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('come compressed to whoever takes them so', async () => {
    const answers = ['br', 'gzip', 'identity'].map((encoding) =>
      send(app, '/assets/big.js', { headers: { 'accept-encoding': encoding } }),
    );
    const encodings = (await Promise.all(answers)).map(
      ({ headers }) => headers['content-encoding'],
    );
    expect(encodings).toEqual(['br', 'gzip', undefined]);
  });

  it.each([
    '/assets/',
    '/assets/nothing.js',
    '/assets/../index.html',
    '/assets/%2e%2e/index.html',
    '/assets/..%2findex.html',
    '/assets/%5c..%5cindex.html',
  ])('are nothing else: %s', async (path) => {
    const { status, body } = await send(app, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('<script');
  });
});
