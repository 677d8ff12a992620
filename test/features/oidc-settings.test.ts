import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { newId } from '../../src/core/ids.js';
import { ProviderAccountEntity } from '../../src/features/identity/credential.entity.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import type { TestApp } from '../support/app.js';
import {
  aBrowser,
  aKnownPerson,
  CALLBACK,
  signIn,
  startOidcApp,
  startUrl,
  viewerOf,
} from '../support/oidc-app.js';
import type { OidcBrowser } from '../support/oidc-browser.js';
import { startProvider, type RealProvider } from '../support/oidc-provider.js';

const PUBLIC = 'https://fupan.example.org';

let provider: RealProvider;
/** Roles come from groups. */
let grouped: TestApp;
/** Links nobody by e-mail; behind https. */
let closed: TestApp;

beforeAll(async () => {
  provider = await startProvider();
  grouped = await startOidcApp(provider.issuer, {
    FUPAN_OIDC_SCOPES: 'openid profile email groups',
    FUPAN_OIDC_ADMIN_GROUPS: 'fupan-admins',
    FUPAN_OIDC_MEMBER_GROUPS: 'staff,fupan-writers',
    FUPAN_OIDC_VIEWER_GROUPS: 'guests',
    FUPAN_OIDC_DEFAULT_ROLE: 'none',
  });
  closed = await startOidcApp(provider.issuer, {
    FUPAN_OIDC_DOMAINS: '',
    FUPAN_PUBLIC_URL: PUBLIC,
  });
  provider.serve([grouped.url + CALLBACK, PUBLIC + CALLBACK]);
});
afterAll(async () => {
  await grouped.close();
  await closed.close();
  await provider.close();
});

describe('roles from groups', () => {
  const roleWith = async (groups: unknown, sub?: string): Promise<string | null> => {
    const email = `${sub ?? newId()}@example.org`;
    provider.signsIn({ email, groups }, sub);
    const browser = aBrowser();
    const { refused } = await signIn(grouped, browser);
    return refused ?? (await viewerOf(grouped, browser))?.role ?? null;
  };

  it.each([
    [['fupan-admins'], 'ADMIN'],
    [['guests', 'staff', 'fupan-admins', 'others'], 'ADMIN'],
    [['guests', 'fupan-writers'], 'MEMBER'],
    ['guests', 'VIEWER'],
    [['others'], 'oidcNoRole'],
    [['FUPAN-ADMINS', 'fupan-admins '], 'oidcNoRole'],
    [[], 'oidcNoRole'],
    [undefined, 'oidcNoRole'],
  ])('%j makes %s', async (groups, role) => {
    expect(await roleWith(groups)).toBe(role);
  });

  it('are set anew at each sign-in, and count at once where somebody is signed in already', async () => {
    await roleWith(['fupan-admins']);
    const sub = 'changes';
    provider.signsIn({ email: `${sub}@example.org`, groups: ['fupan-admins'] }, sub);
    const browser = aBrowser();
    await signIn(grouped, browser);
    expect(await viewerOf(grouped, browser)).toMatchObject({ role: 'ADMIN' });
    expect(await roleWith(['guests'], sub)).toBe('VIEWER');
    expect(await viewerOf(grouped, browser)).toMatchObject({ role: 'VIEWER' });
    expect(await roleWith(['staff'], sub)).toBe('MEMBER');
    expect(await roleWith([], sub)).toBe('oidcNoRole');
    expect(await viewerOf(grouped, browser)).toMatchObject({ role: 'MEMBER' });
  });

  it('take the role from nobody who is the last administrator', async () => {
    expect(await roleWith(['fupan-admins'], 'last')).toBe('ADMIN');
    await grouped.write(async (tx) => {
      const { id } = await tx.db.findOneByOrFail(PersonEntity, { email: 'last@example.org' });
      await tx.db
        .createQueryBuilder()
        .update(PersonEntity)
        .set({ role: 'MEMBER' })
        .where('id <> :id', { id })
        .execute();
    });
    expect(await roleWith(['staff'], 'last')).toBe('ADMIN');
    expect(await roleWith(['fupan-admins'], 'next')).toBe('ADMIN');
    expect(await roleWith(['staff'], 'last')).toBe('MEMBER');
  });
});

describe('a fupan that links nobody by address, behind https', () => {
  const comesBack = async (browser: OidcBrowser): Promise<URL> => {
    const { host } = new URL(PUBLIC);
    const { url } = await browser.go(startUrl(closed), (at) => at.host === host);
    const { url: end } = await browser.go(
      `${closed.url}${url.pathname}${url.search}`,
      ({ pathname }) => pathname !== CALLBACK,
    );
    return end;
  };

  it('refuses an account that is not linked, whatever its address', async () => {
    await aKnownPerson(closed, { name: 'Chen', email: 'chen@example.org' });
    provider.signsIn({ email: 'chen@example.org' });
    expect((await comesBack(aBrowser())).search).toBe('?refused=oidcUnknown');
  });

  it('lets in an account that is', async () => {
    const person = await aKnownPerson(closed, { name: 'Wu', email: 'wu@example.com' });
    const subject = provider.signsIn({});
    await closed.write(async (tx) => {
      await tx.db.insert(ProviderAccountEntity, {
        id: newId(),
        personId: person.id,
        issuer: new URL(provider.issuer).href,
        subject,
        createdAt: new Date(),
      });
    });
    const browser = aBrowser();
    expect((await comesBack(browser)).pathname).toBe('/');
    expect(browser.cookie(closed.url, '__Host-fupan')).toBeDefined();
  });

  it('gives its cookie to nobody but itself, and holds nothing in it', async () => {
    const response = await fetch(startUrl(closed), { redirect: 'manual' });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-fupan-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const to = new URL(response.headers.get('location') ?? '');
    expect(to.searchParams.get('redirect_uri')).toBe(PUBLIC + CALLBACK);
    expect(to.searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('begins nothing for what only looks', async () => {
    const response = await fetch(startUrl(closed), { method: 'HEAD', redirect: 'manual' });
    expect(response.status).toBe(404);
  });
});
