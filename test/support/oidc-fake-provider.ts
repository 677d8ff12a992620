import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { closed, listening } from './oidc-provider.js';

export type Json = Record<string, unknown>;

/** What the fake says on the next sign-in where it is not honest. */
export interface Lies {
  readonly discovery?: (honest: Json) => Json;
  /** The parameters with which the browser comes back. */
  readonly back?: (honest: URLSearchParams) => void;
  readonly header?: Json;
  readonly claims?: Json;
  /** The ID token as a whole, out of its claims. */
  readonly idToken?: (claims: Json, fake: FakeProvider) => string | undefined;
  /** Answers in place of an endpoint. */
  readonly at?: Partial<Record<Endpoint, (response: ServerResponse) => void>>;
  readonly userInfo?: Json;
}

export type Endpoint = '/.well-known/openid-configuration' | '/token' | '/jwks' | '/userinfo';

/** A provider that says whatever it is told to. */
export interface FakeProvider {
  readonly issuer: string;
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
  lies: Lies;
  /** The claims of an honest ID token, besides those of the protocol. */
  readonly account: Json;
  /** Every code and token it has given out. */
  readonly secrets: string[];
  /** How often it was asked for anything. */
  asked: number;
  /** How often an address was asked that no honest provider has. */
  trespasses: number;
  /** An ID token, signed as it has to be. */
  readonly sign: (claims: Json, header?: Json, key?: KeyObject) => string;
  close(): Promise<void>;
}

export const KID = 'the-key';

export async function startFakeProvider(clientId: string): Promise<FakeProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string>();
  const server = createServer((request, response) => {
    void answer(fake, clientId, nonces, request, response);
  });
  const fake: FakeProvider = {
    issuer: await listening(server),
    key: privateKey,
    publicKey,
    lies: {},
    account: {},
    secrets: [],
    asked: 0,
    trespasses: 0,
    sign: (claims, header = {}, key = privateKey) =>
      jwt({ alg: 'RS256', kid: KID, typ: 'JWT', ...header }, claims, (data) =>
        sign('sha256', Buffer.from(data), key),
      ),
    close: () => closed(server),
  };
  return fake;
}

/** A JSON Web Token, signed in whatever way. */
export function jwt(header: Json, claims: Json, signature: (data: string) => Buffer): string {
  const data = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${data}.${signature(data).toString('base64url')}`;
}

/** Signed with what is no private key. */
export function hs256(claims: Json, secret: string): string {
  return jwt({ alg: 'HS256', kid: KID }, claims, (data) =>
    createHmac('sha256', secret).update(data).digest(),
  );
}

async function answer(
  fake: FakeProvider,
  clientId: string,
  nonces: Map<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', fake.issuer);
  const body = new URLSearchParams(await textOf(request));
  const { lies, issuer } = fake;
  fake.asked += 1;
  const lie = lies.at?.[pathname as Endpoint];
  if (lie) {
    lie(response);
    return;
  }
  switch (pathname) {
    case '/.well-known/openid-configuration':
      send(response, (lies.discovery ?? same)(metadata(issuer)));
      return;
    case '/jwks': {
      const jwk = fake.publicKey.export({ format: 'jwk' });
      send(response, { keys: [{ ...jwk, kid: KID, use: 'sig' }] });
      return;
    }
    case '/authorize': {
      const code = secretOf(fake);
      nonces.set(code, searchParams.get('nonce') ?? '');
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({
        code,
        state: searchParams.get('state') ?? '',
        iss: issuer,
      }).toString();
      lies.back?.(back.searchParams);
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    case '/token': {
      const code = body.get('code') ?? '';
      const nonce = nonces.get(code);
      nonces.delete(code);
      if (nonce === undefined) {
        send(response, { error: 'invalid_grant' }, 400);
        return;
      }
      const now = Math.floor(Date.now() / 1_000);
      const honest = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce };
      const claims = { ...honest, ...fake.account, ...lies.claims };
      const idToken = lies.idToken ? lies.idToken(claims, fake) : fake.sign(claims, lies.header);
      if (idToken !== undefined) fake.secrets.push(idToken);
      const access = { access_token: secretOf(fake), token_type: 'Bearer', expires_in: 300 };
      send(response, { ...access, id_token: idToken });
      return;
    }
    case '/userinfo':
      send(response, { ...fake.account, ...lies.userInfo });
      return;
    default:
      fake.trespasses += 1;
      send(response, metadata(issuer));
  }
}

function metadata(issuer: string): Json {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_response_iss_parameter_supported: true,
  };
}

const same = (honest: Json): Json => honest;

function secretOf(fake: FakeProvider): string {
  const secret = randomBytes(24).toString('base64url');
  fake.secrets.push(secret);
  return secret;
}

function send(response: ServerResponse, body: Json, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}
