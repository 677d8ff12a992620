import { SessionEntity } from '../../src/features/identity/session.entity.js';
import { ProviderAccountEntity } from '../../src/features/identity/credential.entity.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService, type PersonCreate } from '../../src/features/people/person.service.js';
import { startApp, type TestApp, type TestAppOptions } from './app.js';
import { OidcBrowser, type Landing } from './oidc-browser.js';
import { CLIENT } from './oidc-provider.js';

/** Where a provider sends browsers back to. */
export const CALLBACK = '/auth/oidc/callback';

/** A fupan whose people sign in at a provider; each browser has an address of its own. */
export function startOidcApp(
  issuer: string,
  env: Readonly<Record<string, string>> = {},
  options: TestAppOptions = {},
): Promise<TestApp> {
  return startApp({
    as: 'door',
    ...options,
    env: {
      FUPAN_TRUSTED_PROXIES: '127.0.0.1',
      FUPAN_OIDC_ISSUER: issuer,
      FUPAN_OIDC_CLIENT_ID: CLIENT.id,
      FUPAN_OIDC_CLIENT_SECRET: CLIENT.secret,
      FUPAN_OIDC_DOMAINS: 'example.org',
      ...env,
    },
  });
}

let browsers = 0;

/** A browser at an address that no other has. */
export function aBrowser(): OidcBrowser {
  browsers += 1;
  return new OidcBrowser(`192.0.2.${browsers % 250}`);
}

export const startUrl = (app: TestApp, next?: string): string =>
  `${app.url}/auth/oidc/start${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`;

/** Goes the whole way. @returns why it was refused; null for whoever has a session */
export async function signIn(
  app: TestApp,
  browser = aBrowser(),
): Promise<{ refused: string | null; landing: Landing }> {
  const landing = await browser.go(startUrl(app));
  const refused = landing.url.searchParams.get('refused');
  const hasSession = browser.cookie(new URL(app.url).origin, 'fupan') !== undefined;
  if (hasSession === (refused !== null)) throw new Error(`both or neither: ${landing.url.href}`);
  return { refused, landing };
}

export function aKnownPerson(app: TestApp, input: PersonCreate): Promise<PersonEntity> {
  return app.write((tx) => app.get(PersonService).create(tx, input));
}

/** Who the browser is, as the API has it. */
export async function viewerOf(
  app: TestApp,
  browser: OidcBrowser,
): Promise<{ id: string; name: string; email: string; role: string } | null> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `fupan=${browser.cookie(app.url, 'fupan') ?? ''}`,
    },
    body: JSON.stringify({ query: '{ viewer { id name email role } }' }),
  });
  const { data } = (await response.json()) as {
    data: { viewer: { id: string; name: string; email: string; role: string } | null } | null;
  };
  return data?.viewer ?? null;
}

/** How much of each there is. */
export async function tally(
  app: TestApp,
): Promise<{ people: number; accounts: number; sessions: number }> {
  const { read } = app.platform.database;
  return {
    people: await read.countBy(PersonEntity, {}),
    accounts: await read.countBy(ProviderAccountEntity, {}),
    sessions: await read.countBy(SessionEntity, {}),
  };
}
