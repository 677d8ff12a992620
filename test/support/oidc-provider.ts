import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { default as Provider, AccountClaims, Configuration } from 'oidc-provider';

/** A real OpenID Connect provider on loopback. */
export interface RealProvider {
  readonly issuer: string;
  /** The accounts it has, by their `sub`. */
  readonly accounts: Map<string, Omit<AccountClaims, 'sub'>>;
  /** Who signs in there next; null gives up. */
  who: string | null;
  /** Makes an account, with a verified address, the next one to sign in. @returns its `sub` */
  readonly signsIn: (claims: Omit<AccountClaims, 'sub'>, sub?: string) => string;
  /** Takes up its work, once it is known where fupan is. */
  serve(redirectUris: readonly string[]): void;
  close(): Promise<void>;
}

/** What the provider calls fupan. */
export const CLIENT = { id: 'fupan', secret: 'between the two of them, and quite long' } as const;

type Handler = ReturnType<Provider['callback']>;

/** Listens; whoever asks before `serve` is told to come back later. */
export async function startProvider(): Promise<RealProvider> {
  const loud = hush();
  const { default: OidcProvider } = await import('oidc-provider');
  let handle: Handler | undefined;
  const server = createServer((request, response) => {
    if (handle) void handle(request, response);
    else response.writeHead(503).end();
  });
  const provider: RealProvider = {
    issuer: await listening(server),
    accounts: new Map(),
    who: null,
    signsIn: (claims, sub = `account-${provider.accounts.size + 1}`) => {
      provider.accounts.set(sub, { email_verified: true, ...claims });
      provider.who = sub;
      return sub;
    },
    serve: (redirectUris) => {
      const inner = new OidcProvider(provider.issuer, configurationOf(provider, redirectUris));
      handle = handlerOf(provider, inner);
    },
    close: async () => {
      await closed(server);
      loud();
    },
  };
  return provider;
}

function configurationOf(real: RealProvider, redirectUris: readonly string[]): Configuration {
  return {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [...redirectUris] },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    scopes: ['openid', 'profile', 'email', 'groups'],
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...real.accounts.get(id) }),
    }),
    // Nobody is asked whether fupan may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const present = oidc.session?.grantIdFor(CLIENT.id);
      if (present !== undefined) return oidc.provider.Grant.find(present);
      const grant = new oidc.provider.Grant({
        clientId: CLIENT.id,
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  };
}

/** Answers the page of the provider on which people sign in there at once, in the name of `who`. */
function handlerOf(real: RealProvider, provider: Provider): Handler {
  const callback = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const result =
      real.who === null
        ? { error: 'access_denied', error_description: '<b>the words of the provider</b>' }
        : { login: { accountId: real.who } };
    return provider.interactionFinished(request, response, result);
  };
}

/** Keeps from the console what the provider has to say of being used in a test; gives it back. */
function hush(): () => void {
  const { info, warn } = console;
  console.info = console.warn = () => undefined;
  return () => {
    Object.assign(console, { info, warn });
  };
}

/** Has a server listen on a free port of loopback. @returns its origin */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
