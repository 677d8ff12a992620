import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import type { Logger } from '../../src/core/logger.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { SessionEntity } from '../../src/features/identity/session.entity.js';
import { Turnstile } from '../../src/features/identity/turnstile.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { anAccount, PASSWORD, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aPerson } from '../support/factory.js';

const logged: string[] = [];
const take = (data: object, message: string): void => {
  logged.push(JSON.stringify(data), message);
};
const log: Logger = { info: take, warn: take, error: take, debug: take };

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ as: 'door', log });
});
afterAll(async () => {
  await app.close();
});

const CREATE = `sessionCreate(input: { email: $email, password: $password }) {
  person { name } userErrors { code field message } }`;

interface Created {
  readonly person: { name: string } | null;
  readonly userErrors: { code: string; field: string[] | null; message: string }[];
}

async function create(email: string, password: string, browser = new TestBrowser(app)) {
  const { data } = await browser.graphql<{ sessionCreate: Created }>(
    `mutation ($email: String!, $password: String!) { ${CREATE} }`,
    { email, password },
  );
  return data?.sessionCreate;
}

const wrong = (email: string, browser = new TestBrowser(app)) =>
  browser.post('/sign-in', { email, password: 'not the password' });

describe('signing in', () => {
  it('by the page gives the browser a session and leads where they wanted to go', async () => {
    await anAccount(app, 'Page');
    const browser = new TestBrowser(app);
    expect(await browser.get('/')).toMatchObject({ status: 303, location: '/sign-in' });
    const form = await browser.get('/sign-in?next=/graphql%3Fa%3D1');
    expect(form.html).toContain('name="next" value="/graphql?a=1"');
    const answer = await browser.post('/sign-in', {
      email: ' PAGE@example.com ',
      password: PASSWORD,
      next: '/graphql?a=1',
    });
    expect(answer).toMatchObject({ status: 303, location: '/graphql?a=1' });
    expect(await browser.viewer()).toBe('Page');
    expect((await browser.get('/')).html).toContain('/assets/main.js');
    expect(await browser.get('/sign-in')).toMatchObject({ status: 303, location: '/' });
  });

  it('by GraphQL gives the browser a session', async () => {
    await anAccount(app, 'Graph');
    const browser = new TestBrowser(app);
    const created = await create('graph@example.com', PASSWORD, browser);
    expect(created).toEqual({ person: { name: 'Graph' }, userErrors: [] });
    expect(await browser.viewer()).toBe('Graph');
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'evil',
    '/\t/evil.example',
  ])('leads to no other site: %j', async (next) => {
    await anAccount(app, `Next${next.length}${next.charCodeAt(1)}`);
    const email = `next${next.length}${next.charCodeAt(1)}@example.com`;
    const { location } = await new TestBrowser(app).post('/sign-in', {
      email,
      password: PASSWORD,
      next,
    });
    expect(location).toBe('/');
  });

  it('on this machine sets a cookie that no script and no other site can use', async () => {
    const browser = await signedIn(app, await anAccount(app, 'Local'));
    expect(browser.setCookie).toMatch(/^fupan=[\w-]{43}; /);
    expect(browser.setCookie.split('; ').slice(1).sort()).toEqual([
      expect.stringMatching(/^Expires=/),
      'HttpOnly',
      'Path=/',
      'SameSite=Lax',
    ]);
  });

  it('over https sets a cookie that belongs to this host alone', async () => {
    const secure = await startApp({
      as: 'door',
      env: { FUPAN_PUBLIC_URL: 'https://fupan.example.org' },
    });
    try {
      const browser = await signedIn(secure, await anAccount(secure, 'Far'));
      expect(browser.setCookie).toMatch(/^__Host-fupan=[\w-]{43}; /);
      expect(browser.setCookie.split('; ')).toEqual(
        expect.arrayContaining(['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax']),
      );
      expect(browser.setCookie).not.toContain('Domain');
      expect((await browser.get('/sign-in')).html).not.toContain('class="banner"');
    } finally {
      await secure.close();
    }
  });

  it('over plain http warns everybody', async () => {
    const open = await startApp({
      as: 'door',
      env: { FUPAN_PUBLIC_URL: 'http://fupan.lan', FUPAN_ALLOW_INSECURE_HTTP: 'on' },
    });
    try {
      const { html } = await new TestBrowser(open).get('/sign-in');
      expect(html).toContain('class="banner" role="alert"');
    } finally {
      await open.close();
    }
  });

  it('makes a new session each time: neither a cookie from elsewhere nor the one before lives on', async () => {
    const person = await anAccount(app, 'Fixed');
    const browser = new TestBrowser(app);
    const planted = 'A'.repeat(43);
    browser.cookies.set('fupan', planted);
    await browser.post('/sign-in', { email: person.email ?? '', password: PASSWORD });
    const first = browser.cookies.get('fupan');
    expect(first).not.toBe(planted);
    const before = browser.copy();
    await create(person.email ?? '', PASSWORD, browser);
    expect(browser.cookies.get('fupan')).not.toBe(first);
    expect(await browser.viewer()).toBe('Fixed');
    expect(await before.viewer()).toBeNull();
  });

  it('says who is asked for in the language of the browser', async () => {
    const page = async (language: string) =>
      (await new TestBrowser(app).get('/sign-in', { 'accept-language': language })).html;
    expect(await page('zh-TW')).toMatch(/<html lang="zh-Hant">[\s\S]*登入/);
    expect(await page('zh-CN')).toMatch(/<html lang="zh-Hans">[\s\S]*登录/);
    expect(await page('fr')).toMatch(/<html lang="en">[\s\S]*Sign in/);
  });

  it('speaks the language that was chosen in this browser, and comes back to where it was chosen', async () => {
    const browser = new TestBrowser(app, { 'accept-language': 'en' });
    const { html } = await browser.get('/sign-in?next=/a%3Fb%3D1');
    const [, link = ''] = /<a lang="zh-Hant" href="([^"]+)"/.exec(html) ?? [];
    const chosen = await browser.get(link.replaceAll('&#38;', '&'));
    expect(chosen).toMatchObject({ status: 303, location: '/sign-in?next=%2Fa%3Fb%3D1' });
    expect(browser.setCookie).toMatch(/^fupan-language=zh-Hant; Max-Age=31536000; Path=\//);
    const form = { email: 'nobody@example.com', password: 'x', next: '/a?b=1' };
    const refused = await browser.post('/sign-in', form);
    expect(refused.html).toMatch(/<html lang="zh-Hant">[\s\S]*<title>錯誤：登入[\s\S]*密碼錯誤/);
    expect(refused.html).toContain(
      'href="/language?to=en&#38;next=%2Fsign-in%3Fnext%3D%252Fa%253Fb%253D1"',
    );
    expect((await browser.get('/%zz', { accept: 'text/html' })).html).toContain('無法完成');
  });

  it('a language that is not there changes nothing, and choosing one leads to no other site', async () => {
    const browser = new TestBrowser(app);
    const answer = await browser.get('/language?to=xx&next=//evil.example');
    expect(answer).toMatchObject({ status: 303, location: '/' });
    expect(browser.cookies.size).toBe(0);
  });

  it('keeps who is asking where the body comes late', async () => {
    const browser = await signedIn(app, await anAccount(app, 'Late'));
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const answer = await new Promise<string>((resolve, reject) => {
      const message = request(`${app.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          expect: '100-continue',
          cookie: `fupan=${browser.cookies.get('fupan') ?? ''}`,
        },
      });
      message.on('error', reject);
      message.on('response', (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => {
          resolve(text);
        });
      });
      // The server has read the head, and knows who asks, before the body is sent.
      message.on('continue', () => message.end(body));
      message.flushHeaders();
    });
    expect(JSON.parse(answer)).toEqual({ data: { viewer: { name: 'Late' } } });
  });
});

describe('what is refused', () => {
  it('nobody, somebody without a password, somebody who left and a wrong password are one answer, each after a hash', async () => {
    await anAccount(app, 'Known');
    const left = await anAccount(app, 'Left');
    await app.write((tx) => app.get(PersonService).archive(tx, left.id));
    await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'Bare', email: 'bare@example.com' }),
    );
    const hashes = jest.spyOn(Turnstile.prototype, 'run');
    const answers: unknown[] = [];
    const pages: string[] = [];
    for (const name of ['known', 'left', 'bare', 'nobody']) {
      const email = `${name}@example.com`;
      const password = name === 'left' ? PASSWORD : 'not the password';
      answers.push(await create(email, password));
      const { status, html } = await new TestBrowser(app).post('/sign-in', { email, password });
      expect(status).toBe(401);
      pages.push(html.replaceAll(email, ''));
    }
    expect(hashes).toHaveBeenCalledTimes(8);
    hashes.mockRestore();
    expect(answers[0]).toEqual({
      person: null,
      userErrors: [
        {
          code: 'UNAUTHENTICATED',
          field: null,
          message: 'The e-mail address or the password is wrong.',
        },
      ],
    });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('The e-mail address or the password is wrong.');
    // Somebody who has the page read to them hears it in the title and at the cursor.
    expect(pages[0]).toContain('<title>Error: Sign in');
    expect(pages[0]).toMatch(/id="password"[^>]*aria-describedby="fault"/);
  });

  it('after five wrong ones there is a pause, even for the right one, and no hash is made', async () => {
    const { email } = await anAccount(app, 'Guessed');
    const other = await anAccount(app, 'Unbothered');
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await wrong(email ?? '')).status).toBe(401);
    }
    const hashes = jest.spyOn(Turnstile.prototype, 'run');
    const paused = await new TestBrowser(app).post('/sign-in', {
      email: email ?? '',
      password: PASSWORD,
    });
    expect(hashes).not.toHaveBeenCalled();
    hashes.mockRestore();
    expect(paused.status).toBe(429);
    expect(paused.headers.get('retry-after')).toMatch(/^[12]$/);
    expect(paused.html).toMatch(/try again in [12] seconds/);
    expect(await (await signedIn(app, other)).viewer()).toBe('Unbothered');
  });

  it('many in one GraphQL document count one by one, also for an account that does not exist', async () => {
    const aliases = Array.from({ length: 10 }, (_, n) => `a${n}: ${CREATE}`).join(' ');
    const { data } = await new TestBrowser(app).graphql<Record<string, Created>>(
      `mutation ($email: String!, $password: String!) { ${aliases} }`,
      { email: 'no-such@example.com', password: 'x' },
    );
    const codes = Object.values(data ?? {}).map(({ userErrors }) => userErrors[0]?.code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(5);
  });

  it('a stranger who keeps guessing does not keep somebody out where they are signed in', async () => {
    const crowd = await startApp({ as: 'door', env: { FUPAN_TRUSTED_PROXIES: '127.0.0.1' } });
    try {
      const person = await anAccount(crowd, 'Home');
      const email = person.email ?? '';
      const home = new TestBrowser(crowd, { 'x-forwarded-for': '198.51.100.7' });
      await home.post('/sign-in', { email, password: PASSWORD });
      for (let attempt = 0; attempt < 6; attempt++) {
        const from = { 'x-forwarded-for': `203.0.113.${attempt}` };
        await wrong(email, new TestBrowser(crowd, from));
      }
      const stranger = new TestBrowser(crowd, { 'x-forwarded-for': '203.0.113.99' });
      expect((await stranger.post('/sign-in', { email, password: PASSWORD })).status).toBe(429);
      const again = new TestBrowser(crowd, { 'x-forwarded-for': '198.51.100.7' });
      expect((await again.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
    } finally {
      await crowd.close();
    }
  });

  it('a form from another site, one that is too large and one that is no form are refused as pages', async () => {
    const foreign = new TestBrowser(app, { 'sec-fetch-site': 'cross-site' });
    const answer = await wrong('foreign@example.com', foreign);
    expect(answer.status).toBe(403);
    expect(answer.html).toContain('<h1>');
    const large = await new TestBrowser(app).post('/sign-in', { email: 'x'.repeat(20_000) });
    expect(large.status).toBe(413);
    const json = await fetch(`${app.url}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
  });

  it('where passwords are switched off there is no form, and sending one is refused', async () => {
    const closed = await startApp({
      as: 'door',
      env: {
        FUPAN_PASSWORD_SIGN_IN: 'off',
        FUPAN_OIDC_ISSUER: 'https://id.example.org',
        FUPAN_OIDC_CLIENT_ID: 'fupan',
        FUPAN_OIDC_CLIENT_SECRET: 'between us',
        FUPAN_OIDC_LABEL: 'Example <ID>',
      },
    });
    try {
      const browser = new TestBrowser(closed);
      const { html } = await browser.get('/sign-in?next=/a%3Fb');
      expect(html).not.toContain('<form');
      expect(html).toContain('href="/auth/oidc/start?next=%2Fa%3Fb"');
      expect(html).toContain('Sign in with Example &#60;ID&#62;');
      const { email } = await anAccount(closed, 'Any');
      const refused = await browser.post('/sign-in', { email: email ?? '', password: PASSWORD });
      expect(refused.status).toBe(403);
      const { data } = await browser.graphql(
        '{ signInMethods { password openIdConnect { label url } } }',
      );
      expect(data).toEqual({
        signInMethods: {
          password: false,
          openIdConnect: { label: 'Example <ID>', url: `${closed.url}/auth/oidc/start` },
        },
      });
    } finally {
      await closed.close();
    }
  });

  it('what was typed is shown as text', async () => {
    const email = '"><script>alert(1)</script>';
    const { html } = await wrong(email);
    expect(html).not.toContain('<script');
    expect(html).toContain('&#34;&#62;&#60;script&#62;');
  });
});

describe('what is remembered of it', () => {
  it('the audit log knows who came in, how and from where, and who did not', async () => {
    const person = await anAccount(app, 'Watched');
    await wrong('watched@example.com');
    const browser = await signedIn(app, person);
    await browser.post('/sign-out');
    const entries = await app.platform.database.read.find(AuditEntryEntity, {
      where: [{ subjectId: person.id, act: 'signIn' }, { personId: person.id }],
      order: { seq: 'ASC' },
    });
    expect(entries).toMatchObject([
      { act: 'signIn', outcome: 'REFUSED', code: 'UNAUTHENTICATED', actor: 'ANONYMOUS' },
      { act: 'signIn', outcome: 'DONE', address: '127.0.0.1', detail: { method: 'PASSWORD' } },
      { act: 'sessionEnd', outcome: 'DONE', actor: 'PERSON' },
    ]);
  });

  it('no password, cookie, token or address with a secret is in the log or the database', async () => {
    const person = await anAccount(app, 'Secret');
    const browser = await signedIn(app, person);
    const secret = browser.cookies.get('fupan') ?? '';
    await browser.get('/setup?token=canary-in-the-address');
    await browser.graphql('{ nonsense }', { password: PASSWORD });
    await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { authorization: 'Bearer fpn_canary', 'content-type': 'application/json' },
      body: '{}',
    });
    await aPerson(app);
    const rows = await app.platform.database.read.find(SessionEntity);
    const all = [...logged, JSON.stringify(rows)].join('\n');
    expect(all).toContain('/sign-in');
    for (const word of [PASSWORD, 'not the password', secret, 'canary']) {
      expect(all).not.toContain(word);
    }
  });
});
