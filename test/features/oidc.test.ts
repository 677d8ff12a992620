import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { newId } from '../../src/core/ids.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { ProviderAccountEntity } from '../../src/features/identity/credential.entity.js';
import { SessionEntity } from '../../src/features/identity/session.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { TestApp } from '../support/app.js';
import {
  aBrowser,
  aKnownPerson,
  CALLBACK,
  signIn,
  startOidcApp,
  startUrl,
  tally,
  viewerOf,
} from '../support/oidc-app.js';
import type { OidcBrowser } from '../support/oidc-browser.js';
import { startProvider, type RealProvider } from '../support/oidc-provider.js';

let provider: RealProvider;
/** How far the clock of fupan is ahead, in milliseconds. */
let ahead = 0;
let app: TestApp;

beforeAll(async () => {
  provider = await startProvider();
  const clock = { now: () => new Date(Date.now() + ahead) };
  app = await startOidcApp(provider.issuer, {}, { clock });
  provider.serve([app.url + CALLBACK]);
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

async function isBack(browser: OidcBrowser, to: TestApp): Promise<URL> {
  const { url } = await browser.go(startUrl(to, '/there'), ({ pathname }) => pathname === CALLBACK);
  return url;
}

describe('somebody new', () => {
  it('with a verified address of an allowed domain becomes a member and goes on to where they wanted', async () => {
    provider.signsIn({ email: 'Mei@Example.ORG', name: '林美' });
    const browser = aBrowser();
    const { url } = await browser.go(startUrl(app, '/somewhere?page=2'));
    expect(url.href).toBe(`${app.url}/somewhere?page=2`);
    expect(await viewerOf(app, browser)).toMatchObject({
      name: '林美',
      email: 'mei@example.org',
      role: 'MEMBER',
    });
    const session = await app.platform.database.read.findOneByOrFail(SessionEntity, {});
    expect(session).toMatchObject({ method: 'OPENID_CONNECT' });
  });

  it('comes in as the same person the next time, also with another address and another name', async () => {
    const sub = provider.signsIn({ email: 'lee@example.org', name: 'Lee' });
    const first = aBrowser();
    await signIn(app, first);
    const before = await tally(app);
    provider.accounts.set(sub, { email: 'lee@elsewhere.example', email_verified: false });
    const second = aBrowser();
    await signIn(app, second);
    expect(await viewerOf(app, second)).toEqual(await viewerOf(app, first));
    expect(await tally(app)).toEqual({ ...before, sessions: before.sessions + 1 });
  });

  it('is called by what their address begins with where the provider has no name', async () => {
    provider.signsIn({ email: 'no.name@example.org' });
    const browser = aBrowser();
    await signIn(app, browser);
    expect(await viewerOf(app, browser)).toMatchObject({ name: 'no.name' });
  });

  it.each([
    ['of another domain', { email: 'a@example.com' }],
    ['of a domain below', { email: 'a@sub.example.org' }],
    ['of a domain that only ends alike', { email: 'a@notexample.org' }],
    ['that is not verified', { email: 'a@example.org', email_verified: false }],
    ['that is verified in a string', { email: 'a@example.org', email_verified: 'true' }],
    ['that is missing', {}],
  ])('with an address %s is refused', async (_name, claims) => {
    const before = await tally(app);
    provider.signsIn(claims);
    expect(await signIn(app)).toMatchObject({ refused: 'oidcEmailRefused' });
    expect(await tally(app)).toEqual(before);
  });

  it('is one person, however often they come in at the same time', async () => {
    provider.signsIn({ email: 'twice@example.org' });
    const back = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const browser = aBrowser();
        return { browser, url: await isBack(browser, app) };
      }),
    );
    await Promise.all(back.map(({ browser, url }) => browser.go(url.href)));
    const viewers = await Promise.all(back.map(({ browser }) => viewerOf(app, browser)));
    expect(new Set(viewers.map((viewer) => viewer?.id)).size).toBe(1);
    expect(viewers[0]).not.toBeNull();
  });
});

describe('somebody whom fupan knows', () => {
  it('is linked by a verified address, and keeps name and role', async () => {
    const person = await aKnownPerson(app, {
      name: '王',
      email: 'wang@example.org',
      role: 'ADMIN',
    });
    provider.signsIn({ email: 'wang@example.org', name: 'Another name' });
    const browser = aBrowser();
    await signIn(app, browser);
    expect(await viewerOf(app, browser)).toEqual({
      id: person.id,
      name: '王',
      email: 'wang@example.org',
      role: 'ADMIN',
    });
  });

  it('is not captured by whoever only says that they have the address', async () => {
    await aKnownPerson(app, { name: 'Boss', email: 'boss@example.org', role: 'ADMIN' });
    provider.signsIn({ email: 'boss@example.org', email_verified: false });
    expect(await signIn(app)).toMatchObject({ refused: 'oidcEmailRefused' });
  });

  it('is not handed on with their address to another account', async () => {
    provider.signsIn({ email: 'reused@example.org' });
    await signIn(app);
    provider.signsIn({ email: 'reused@example.org' });
    expect(await signIn(app)).toMatchObject({ refused: 'oidcLinkedElsewhere' });
  });

  it('is refused once they are archived, by account and by address', async () => {
    const sub = provider.signsIn({ email: 'gone@example.org' });
    const browser = aBrowser();
    await signIn(app, browser);
    const { id } = (await viewerOf(app, browser)) ?? { id: '' };
    await app.write((tx) => app.get(PersonService).archive(tx, id));
    expect(await viewerOf(app, browser)).toBeNull();
    expect(await signIn(app)).toMatchObject({ refused: 'oidcArchived' });
    await app.write(async (tx) => tx.db.delete(ProviderAccountEntity, { subject: sub }));
    expect(await signIn(app)).toMatchObject({ refused: 'oidcArchived' });
  });
});

describe('a browser that comes back', () => {
  const refusedAt = async (browser: OidcBrowser, url: URL): Promise<string | null> => {
    const before = await tally(app);
    const landing = await browser.go(url.href);
    expect(await tally(app)).toEqual(before);
    expect(browser.cookie(app.url, 'fupan')).toBeUndefined();
    return landing.url.searchParams.get('refused');
  };
  const back = async (): Promise<{ browser: OidcBrowser; url: URL }> => {
    provider.signsIn({ email: `${newId()}@example.org` });
    const browser = aBrowser();
    return { browser, url: await isBack(browser, app) };
  };

  it('with another state is refused', async () => {
    const { browser, url } = await back();
    url.searchParams.set('state', 'x'.repeat(43));
    expect(await refusedAt(browser, url)).toBe('oidcStale');
  });

  it('without a state is refused', async () => {
    const { browser, url } = await back();
    url.searchParams.delete('state');
    expect(await refusedAt(browser, url)).toBe('oidcStale');
  });

  it('with two states is refused', async () => {
    const { browser, url } = await back();
    url.searchParams.append('state', url.searchParams.get('state') ?? '');
    expect(await refusedAt(browser, url)).toBe('oidcUntrusted');
  });

  it('without its cookie is refused', async () => {
    const { browser, url } = await back();
    browser.setCookie(app.url, 'fupan-oidc', null);
    expect(await refusedAt(browser, url)).toBe('oidcStale');
  });

  it('that is another than the one that left is refused, and the one that left still comes in', async () => {
    const { browser, url } = await back();
    const other = aBrowser();
    await isBack(other, app);
    expect(await refusedAt(other, url)).toBe('oidcStale');
    expect((await browser.go(url.href)).url.pathname).toBe('/there');
  });

  it('a second time with the same answer is refused', async () => {
    const { browser, url } = await back();
    await browser.go(url.href);
    browser.setCookie(app.url, 'fupan', null);
    expect(await refusedAt(browser, url)).toBe('oidcStale');
  });

  it('after ten minutes is refused', async () => {
    const { browser, url } = await back();
    ahead += 10 * 60_000;
    expect(await refusedAt(browser, url)).toBe('oidcStale');
  });

  it('with a code of its own is refused', async () => {
    const { browser, url } = await back();
    url.searchParams.set('code', 'made-up');
    expect(await refusedAt(browser, url)).toBe('oidcUntrusted');
  });

  it('from somebody who gave up is refused, in the words of fupan alone', async () => {
    provider.who = null;
    const { refused, landing } = await signIn(app);
    expect(refused).toBe('oidcGivenUp');
    expect(landing.text).toContain('The provider says that the sign-in was given up');
    expect(landing.text).not.toContain('the words of the provider');
  });

  it('finishes in each of two tabs', async () => {
    provider.signsIn({ email: 'tabs@example.org' });
    const browser = aBrowser();
    const [one, other] = [await isBack(browser, app), await isBack(browser, app)];
    expect((await browser.go(one.href)).url.pathname).toBe('/there');
    browser.setCookie(app.url, 'fupan', null);
    expect((await browser.go(other.href)).url.pathname).toBe('/there');
    expect(await viewerOf(app, browser)).not.toBeNull();
  });

  it('ends the session that it had', async () => {
    provider.signsIn({ email: 'renewed@example.org' });
    const browser = aBrowser();
    await signIn(app, browser);
    const before = browser.cookie(app.url, 'fupan');
    const count = await tally(app);
    await signIn(app, browser);
    expect(browser.cookie(app.url, 'fupan')).not.toBe(before);
    expect(await tally(app)).toEqual(count);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'x'])(
    'is not sent on to %j',
    async (next) => {
      provider.signsIn({ email: `${newId()}@example.org` });
      const { url } = await aBrowser().go(startUrl(app, next));
      expect(url.href).toBe(`${app.url}/`);
    },
  );
});

describe('refusals', () => {
  it('are explained in the language of the reader', async () => {
    for (const [language, words] of [
      ['en', 'in no group that may sign in'],
      ['zh-Hant', '不屬於任何可以登入的群組'],
      ['zh-Hans', '不属于任何可以登录的群组'],
    ] as const) {
      const response = await fetch(`${app.url}/sign-in?refused=oidcNoRole`, {
        headers: { 'accept-language': language },
      });
      expect(await response.text()).toContain(words);
    }
  });

  it('show nothing that somebody has put into the address', async () => {
    const response = await fetch(`${app.url}/sign-in?refused=${encodeURIComponent('<b>x</b>')}`);
    expect(await response.text()).not.toContain('role="alert"');
  });

  it('are in the audit log, beside what was done', async () => {
    const sub = provider.signsIn({ email: 'audited@example.org' });
    const browser = aBrowser();
    await signIn(app, browser);
    const { id } = (await viewerOf(app, browser)) ?? { id: '' };
    provider.who = null;
    await signIn(app);
    const rows = await app.platform.database.read.find(AuditEntryEntity, { order: { seq: 'ASC' } });
    expect(rows.slice(-4)).toMatchObject([
      { act: 'personCreate', subjectId: id, outcome: 'DONE' },
      { act: 'providerAccountLink', subjectId: id, outcome: 'DONE' },
      { act: 'signIn', subjectId: id, outcome: 'DONE', detail: { method: 'OPENID_CONNECT' } },
      {
        act: 'signIn',
        outcome: 'REFUSED',
        code: 'UNAUTHENTICATED',
        detail: { method: 'OPENID_CONNECT', reason: 'oidcGivenUp' },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(sub);
  });

  it('come without asking the provider after too many from one address, and only there', async () => {
    const flood = aBrowser();
    const landings = [];
    for (let index = 0; index < 61; index++) {
      landings.push(await flood.go(`${app.url}${CALLBACK}?state=x&code=y`));
    }
    const refused = landings.map(({ url }) => url.searchParams.get('refused'));
    expect(refused.slice(0, 60).every((reason) => reason === 'oidcStale')).toBe(true);
    expect(refused[60]).toBe('oidcTooOften');
    provider.signsIn({ email: 'calm@example.org' });
    expect(await signIn(app)).toMatchObject({ refused: null });
  });
});
