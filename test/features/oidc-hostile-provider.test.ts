import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { OidcProvider } from '../../src/features/identity/oidc-provider.service.js';
import type { OidcRefusal } from '../../src/features/identity/oidc.errors.js';
import { KID, type Lies } from '../support/oidc-fake-provider.js';
import {
  discovers,
  startHostileWorld,
  type Answer,
  type HostileWorld,
} from '../support/oidc-hostile.js';

let world: HostileWorld;

beforeAll(async () => {
  world = await startHostileWorld();
});
afterAll(() => world.close());
beforeEach(() => world.forget());

describe('the token endpoint gets nobody in', () => {
  const html = '<!doctype html><title>Sign in to the coffee shop</title>';
  const answers: Record<string, [Answer, OidcRefusal]> = {
    'by sending fupan elsewhere': [
      (response) => {
        world.elsewhere(response);
      },
      'oidcUntrusted',
    ],
    'when it fails': [(response) => response.writeHead(500).end(), 'oidcUnavailable'],
    'with a page': [
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
      'oidcUntrusted',
    ],
    'with what is no JSON': [
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(html),
      'oidcUntrusted',
    ],
    'with a list': [
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('[]'),
      'oidcUntrusted',
    ],
    'with more than fits': [
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(`{"padding":"${'x'.repeat(3_000_000)}"}`);
      },
      'oidcUnavailable',
    ],
    'by cutting the line': [(response) => response.destroy(), 'oidcUnavailable'],
    'by asking for another sign-in': [
      (response) =>
        response
          .writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'content-type': 'text/plain' })
          .end('no'),
      'oidcUntrusted',
    ],
  };
  it.each(Object.entries(answers))('%s', async (_name, [answer, refusal]) => {
    await world.expectRefused({ at: { '/token': answer } }, refusal);
    expect(world.inside.asked).toBe(0);
  });

  it('by taking its time', async () => {
    const provider = world.app.get(OidcProvider);
    const { timeoutMs } = provider;
    provider.timeoutMs = 150;
    const never = (): void => undefined;
    expect(await world.attempt({ at: { '/token': never } })).toMatchObject({
      refused: 'oidcUnavailable',
    });
    const begun: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    };
    expect(await world.attempt({ at: { '/token': begun } })).toMatchObject({
      refused: 'oidcUnavailable',
    });
    provider.timeoutMs = timeoutMs;
  });
});

describe('what the provider says of itself gets nobody in', () => {
  const at = '/.well-known/openid-configuration';
  const lies: Record<string, () => Lies> = {
    'as another issuer': () => discovers({ issuer: 'https://other.example' }),
    'as an issuer that only begins alike': () =>
      discovers({ issuer: `${world.fake.issuer}/tenant` }),
    'without an issuer': () => discovers({ issuer: undefined }),
    'with tokens from inside the network': () =>
      discovers({ token_endpoint: 'http://169.254.169.254/latest' }),
    'with keys at a bare number': () => discovers({ jwks_uri: 'https://10.0.0.1/keys' }),
    'with keys at a number of another kind': () => discovers({ jwks_uri: 'https://[fd00::1]/' }),
    'with user info over plain http elsewhere': () =>
      discovers({ userinfo_endpoint: 'http://login.example/userinfo' }),
    'with keys in a file': () => discovers({ jwks_uri: 'file:///etc/passwd' }),
    'by sending the browser to a script': () =>
      discovers({ authorization_endpoint: 'javascript:alert(1)' }),
    'with nowhere to sign in': () => discovers({ authorization_endpoint: undefined }),
    'by sending fupan elsewhere': () => ({ at: { [at]: world.elsewhere } }),
    'when it fails': () => ({ at: { [at]: (response) => response.writeHead(503).end() } }),
    'as a page': () => ({
      at: {
        [at]: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      },
    }),
    'as large as it likes': () => discovers({ padding: 'x'.repeat(2_000_000) }),
  };
  it.each(Object.entries(lies))('%s', async (_name, lie) => {
    await world.expectRefused(lie(), 'oidcUnavailable');
    expect(world.inside.asked).toBe(0);
  });

  it.each([
    ['with keys that are none', { '/jwks': '{"keys":["x"]}' }],
    ['with no keys', { '/jwks': '{"keys":[]}' }],
    ['with a key that is too short', { '/jwks': shortKeys() }],
  ])('%s', async (_name, body) => {
    const answer = body['/jwks'];
    await world.expectRefused(
      {
        at: {
          '/jwks': (response) =>
            response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
        },
      },
      'oidcUntrusted',
    );
  });
});

function shortKeys(): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KID }] });
}

describe('the way back gets nobody in', () => {
  const ways: Record<string, [NonNullable<Lies['back']>, OidcRefusal]> = {
    'in the name of another issuer': [
      (back) => {
        back.set('iss', 'https://other.example');
      },
      'oidcUntrusted',
    ],
    'without the name of the issuer, where it is announced': [
      (back) => {
        back.delete('iss');
      },
      'oidcUntrusted',
    ],
    'with two codes': [
      (back) => {
        back.append('code', 'another');
      },
      'oidcUntrusted',
    ],
    'without a code': [
      (back) => {
        back.delete('code');
      },
      'oidcUntrusted',
    ],
    'with an ID token on it': [
      (back) => {
        back.set('id_token', 'x.y.z');
      },
      'oidcUntrusted',
    ],
    'with an error beside the code': [
      (back) => {
        back.set('error', 'access_denied');
      },
      'oidcGivenUp',
    ],
    'with an error of its own making': [
      (back) => {
        back.set('error', '<script>alert(1)</script>');
        back.set('error_description', '<script>alert(2)</script>');
      },
      'oidcUntrusted',
    ],
    'when the provider is overloaded': [
      (back) => {
        back.set('error', 'temporarily_unavailable');
      },
      'oidcUnavailable',
    ],
  };
  it.each(Object.entries(ways))('%s', async (_name, [back, refusal]) => {
    await world.expectRefused({ back }, refusal);
  });
});

it('leaves no code and no token in the log, and says there what an administrator can mend', () => {
  world.expectNoSecretLogged();
  expect(world.logged.join('\n')).toContain('an endpoint where none may be');
});
