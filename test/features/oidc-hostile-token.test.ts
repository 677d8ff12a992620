import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { aBrowser, signIn, viewerOf } from '../support/oidc-app.js';
import { hs256, jwt, KID, type Lies } from '../support/oidc-fake-provider.js';
import {
  claims,
  discovers,
  startHostileWorld,
  VICTIM,
  type HostileWorld,
} from '../support/oidc-hostile.js';
import { CLIENT } from '../support/oidc-provider.js';

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const now = (): number => Math.floor(Date.now() / 1_000);
const token = (make: NonNullable<Lies['idToken']>): Lies => ({ idToken: make });
const none = (): Buffer => Buffer.alloc(0);

let world: HostileWorld;

beforeAll(async () => {
  world = await startHostileWorld();
});
afterAll(() => world.close());
beforeEach(() => world.forget());

it('asks the provider nothing before somebody wants to sign in', () => {
  expect(world.fake.secrets).toEqual([]);
  expect(world.fake.asked).toBe(0);
});

describe('an ID token gets nobody in', () => {
  const lies: Record<string, () => Lies> = {
    'of another issuer': () => claims({ iss: 'https://other.example' }),
    'of an issuer that only begins alike': () =>
      claims({ iss: `${world.fake.issuer}.evil.example` }),
    'for another client': () => claims({ aud: 'another' }),
    'for several clients without saying which': () => claims({ aud: [CLIENT.id, 'another'] }),
    'for several clients, issued to another': () =>
      claims({ aud: [CLIENT.id, 'another'], azp: 'another' }),
    'for nobody': () => claims({ aud: [] }),
    'that has expired': () => claims({ exp: now() - 60 }),
    'that does not expire': () => claims({ exp: undefined }),
    'that expires in words': () => claims({ exp: 'never' }),
    'from the future': () => claims({ iat: now() + 10 * 365 * 86_400 }),
    'that is not good yet': () => claims({ nbf: now() + 3_600 }),
    'without a nonce': () => claims({ nonce: undefined }),
    'with another nonce': () => claims({ nonce: 'of another sign-in' }),
    'without a signature': () => token((all) => jwt({ alg: 'none' }, all, none)),
    'without a signature, where the provider says that it signs none': () => ({
      ...discovers({ id_token_signing_alg_values_supported: ['none', 'RS256'] }),
      ...token((all) => jwt({ alg: 'none' }, all, none)),
    }),
    'with its signature cut off': () =>
      token((all, { sign }) => sign(all).split('.').slice(0, 2).join('.') + '.'),
    'signed with the public key as a secret': () => ({
      ...discovers({ id_token_signing_alg_values_supported: ['HS256', 'RS256'] }),
      ...token((all, { publicKey }) =>
        hs256(all, publicKey.export({ type: 'spki', format: 'pem' }) as string),
      ),
    }),
    'signed with the secret of the client': () => ({
      ...discovers({ id_token_signing_alg_values_supported: ['HS256', 'RS256'] }),
      ...token((all) => hs256(all, CLIENT.secret)),
    }),
    'signed in a way that was not announced': () => token((all) => hs256(all, CLIENT.secret)),
    'signed with a key that nobody knows': () => ({ header: { kid: 'unknown' } }),
    'signed with the key of somebody else': () => token((all, { sign }) => sign(all, {}, stranger)),
    'that brings its own key': () =>
      token((all, { sign, issuer }) =>
        sign(all, { jku: `${issuer}/trespass`, x5u: `${issuer}/trespass`, kid: KID }, stranger),
      ),
    'whose claims were changed': () =>
      token((all, { sign }) => {
        const [head, , signature] = sign({ ...all, sub: 'somebody' }).split('.');
        const body = Buffer.from(JSON.stringify(all)).toString('base64url');
        return [head, body, signature].join('.');
      }),
    'with extensions that must be understood': () => ({ header: { crit: ['exp'] } }),
    'that is none': () => token(() => 'x.y.z'),
    'that is missing': () => token(() => undefined),
    'that is encrypted to nobody': () => token(() => 'a.b.c.d.e'),
    'without a subject': () => claims({ sub: undefined }),
    'with an empty subject': () => claims({ sub: '' }),
    'with a number as subject': () => claims({ sub: 7 }),
    'with a subject that goes on and on': () => claims({ sub: 's'.repeat(256) }),
    'with a subject that no database can hold': () => claims({ sub: 'a\0b' }),
  };
  it.each(Object.entries(lies))('%s', async (_name, lie) => {
    await world.expectRefused(lie(), 'oidcUntrusted');
    expect(world.fake.trespasses).toBe(0);
  });

  it('as large as it likes', async () => {
    await world.expectRefused(claims({ padding: 'x'.repeat(1_500_000) }), 'oidcUnavailable');
  });
});

describe('an e-mail address links nobody', () => {
  const emails: Record<string, unknown> = {
    'in a list': [VICTIM],
    'in an object': { address: VICTIM },
    'that is empty': '',
    'that is null': null,
    'with a line break at its end': `${VICTIM}\r\n`,
    'with another header after it': `x@example.com\r\nBcc: ${VICTIM}`,
    'with a space before it': ` ${VICTIM}`,
    'with two at-signs': `x@example.com@example.org`,
    'with the domain in its name': `"${VICTIM}"@example.com`,
    'with a name around it': `Victim <${VICTIM}>`,
    'in a list of addresses': `x@example.com,${VICTIM}`,
    'with a Cyrillic letter in its domain': 'victim@ex\u0430mple.org',
    'with a sign that becomes an ordinary letter when made small': 'vi\u212Atim@example.org',
    'with full-width letters': 'victim@\uFF45xample.org',
    'with an invisible letter': 'vic\u200Btim@example.org',
    'with a dot after its domain': `${VICTIM}.`,
    'with a NUL': `${VICTIM}\0@example.com`,
    'of a domain below': 'victim@mail.example.org',
  };
  it.each(Object.entries(emails))('%s', async (_name, email) => {
    await world.expectRefused(claims({ email }), 'oidcEmailRefused');
  });

  it.each(['true', 1, null, [true], { true: true }, false])(
    'that is verified as %j',
    async (verified) => {
      await world.expectRefused(claims({ email_verified: verified }), 'oidcEmailRefused');
    },
  );

  it('from one place that is verified in another', async () => {
    const userInfo = { email: 'x@example.com', email_verified: true };
    await world.expectRefused(
      { ...claims({ email: VICTIM, email_verified: undefined }), userInfo },
      'oidcEmailRefused',
    );
  });
});

describe('groups give no role', () => {
  const groups: Record<string, unknown> = {
    'in an object': { staff: true },
    'in a list within the list': [['staff']],
    'among what is none': ['staff', 7],
    'as a number': 7,
    'whose list is longer than anybody has': [
      'staff',
      ...Array.from({ length: 3_000 }, (_, index) => `g${index}`),
    ],
    'with a name that goes on and on': ['staff', 'g'.repeat(300)],
  };
  it.each(Object.entries(groups))('%s', async (_name, value) => {
    await world.expectRefused(claims({ groups: value }), 'oidcUntrusted');
  });

  it('a hundred thousand at a time', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `group-${index}`);
    await world.expectRefused(claims({ groups: ['staff', ...many] }), 'oidcUnavailable');
  });

  it.each(['Staff', 'staff ', 'staff,admins', '__proto__', ''])('called %j', async (name) => {
    await world.expectRefused(claims({ groups: [name] }), 'oidcNoRole');
  });
});

describe('the user info endpoint gets nobody in', () => {
  const incomplete = claims({ email: undefined, email_verified: undefined });

  it('with another subject', async () => {
    await world.expectRefused({ ...incomplete, userInfo: { sub: 'another' } }, 'oidcUntrusted');
  });

  it('with no subject', async () => {
    await world.expectRefused({ ...incomplete, userInfo: { sub: undefined } }, 'oidcUntrusted');
  });

  it('by sending fupan elsewhere', async () => {
    await world.expectRefused(
      { ...incomplete, at: { '/userinfo': world.elsewhere } },
      'oidcUntrusted',
    );
    expect(world.inside.asked).toBe(0);
  });

  it('but completes what the ID token leaves out', async () => {
    expect(await world.attempt(claims({ email: undefined, groups: undefined }))).toMatchObject({
      refused: null,
    });
  });
});

it('changes nothing about a person who is who they say', async () => {
  const browser = aBrowser();
  expect(await signIn(world.app, browser)).toMatchObject({ refused: null });
  expect(await viewerOf(world.app, browser)).toMatchObject({ email: VICTIM, role: 'ADMIN' });
});

it('leaves no code and no token in the log, and says there what an administrator can mend', () => {
  world.expectNoSecretLogged();
  expect(world.logged.join('\n')).toContain('OAUTH_JWT_TIMESTAMP_CHECK_FAILED');
});
