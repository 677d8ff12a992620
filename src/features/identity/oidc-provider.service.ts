import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';

import { CONFIG, type Config, type OidcConfig } from '../../core/config.js';
import type { Ctx } from '../../core/ctx.js';
import { isLoopback } from '../../core/setting.js';
import { identityOf, isIncomplete, type Claims, type OidcIdentity } from './oidc-claims.js';
import { boundedFetch, UnusableError } from './oidc-fetch.js';
import { rolesComeFromGroups } from './oidc-roles.js';
import { OidcRefusedError } from './oidc.errors.js';
import { refusalOf } from './oidc-faults.js';
import type { OidcFlow } from './oidc-flows.js';

/** What the provider says of itself is asked for again after this. */
const KNOWN_FOR_MS = 3_600_000;
/** How far the provider's clock may be ahead of this one. The library allows as much for the expiry. */
const CLOCK_TOLERANCE_S = 30;
const WELL_KNOWN_PATH = '/.well-known/openid-configuration';
/** Where fupan itself sends requests to; the browser is sent to one more. */
const ENDPOINTS = ['token_endpoint', 'userinfo_endpoint', 'jwks_uri'] as const;

/** Speaks with the OpenID Connect provider. It is first asked when somebody wants to sign in. */
@Injectable()
export class OidcProvider {
  /** Milliseconds that one answer of the provider may take, 1 or more; tests cannot wait so long. */
  timeoutMs = 10_000;

  readonly #settings: OidcConfig | null;
  #known: { readonly configuration: openid.Configuration; readonly until: number } | undefined;
  #asking: Promise<openid.Configuration> | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.#settings = config.signIn.oidc;
  }

  /**
   * Where to send the browser, with a flow that it has to come back with.
   * @param redirectUri where the provider sends it back to
   * @throws OidcRefusedError oidcUnavailable
   */
  async begin(
    ctx: Ctx,
    redirectUri: string,
  ): Promise<{ readonly url: URL; readonly flow: Omit<OidcFlow, 'next'> }> {
    const configuration = await this.#configuration(ctx);
    const flow = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
    };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.#on.scopes,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(flow.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, flow };
  }

  /**
   * Who came back.
   * @param callback the address to which the provider sent the browser, with all it says
   * @throws OidcRefusedError oidcUnavailable, oidcGivenUp, oidcUntrusted
   */
  async finish(ctx: Ctx, callback: URL, flow: OidcFlow): Promise<OidcIdentity> {
    const configuration = await this.#configuration(ctx);
    const settings = this.#on;
    const groupsClaim = rolesComeFromGroups(settings) ? settings.groupsClaim : null;
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, callback, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims || claims.iat > ctx.clock.now().getTime() / 1_000 + CLOCK_TOLERANCE_S) {
        throw new OidcRefusedError('oidcUntrusted');
      }
      const canAsk = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const userInfo: Claims | null =
        canAsk && isIncomplete(claims, groupsClaim)
          ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : null;
      return identityOf(claims, userInfo, groupsClaim);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  get #on(): OidcConfig {
    if (!this.#settings) throw new OidcRefusedError('oidcUnavailable');
    return this.#settings;
  }

  /** What is known of the provider. A failure is not remembered: the next one asks again. */
  async #configuration(ctx: Ctx): Promise<openid.Configuration> {
    const now = ctx.clock.now().getTime();
    if (this.#known && this.#known.until > now) return this.#known.configuration;
    this.#asking ??= this.#discover(this.#on);
    try {
      const configuration = await this.#asking;
      this.#known = { configuration, until: now + KNOWN_FOR_MS };
      return configuration;
    } catch (error) {
      throw new OidcRefusedError('oidcUnavailable', { cause: error });
    } finally {
      this.#asking = undefined;
    }
  }

  async #discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<openid.Configuration> {
    const server = new URL(issuer);
    const mayCall = new Set([new URL(server.href.replace(/\/?$/, WELL_KNOWN_PATH)).href]);
    const { enableNonRepudiationChecks, allowInsecureRequests } = openid;
    const configuration = await openid.discovery(server, clientId, clientSecret, clientAuth, {
      timeout: this.timeoutMs / 1_000,
      [openid.customFetch]: boundedFetch((url) => mayCall.has(url)),
      // By itself the library leaves signatures unchecked where a token comes over TLS.
      execute: [
        enableNonRepudiationChecks,
        // The settings allow it on this machine, or where somebody has said that others may read along.
        ...(server.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
    });
    const metadata = configuration.serverMetadata();
    // For some issuers the library lets another one answer: one of many tenants.
    if (new URL(metadata.issuer).href !== server.href) throw new UnusableError('another issuer');
    assertEndpoint(metadata.authorization_endpoint, server);
    for (const name of ENDPOINTS) {
      if (metadata[name] !== undefined) mayCall.add(assertEndpoint(metadata[name], server));
    }
    return configuration;
  }
}

/** What the specification means where a provider does not say; the other way where it takes no other. */
const clientAuth: openid.ClientAuth = (server, client, body, headers) => {
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const authenticate = methods.includes('client_secret_basic')
    ? openid.ClientSecretBasic()
    : openid.ClientSecretPost();
  authenticate(server, client, body, headers);
};

/**
 * A provider may have its endpoints on other hosts, as long as nobody can read along; but it may
 * not send fupan to this machine or to a bare number unless it is there itself.
 * @returns the address in its normal form
 */
function assertEndpoint(endpoint: string | undefined, issuer: URL): string {
  const { href, protocol, hostname } = new URL(endpoint ?? '');
  const isHere = isLoopback(hostname);
  const isAtIssuer = isHere ? isLoopback(issuer.hostname) : hostname === issuer.hostname;
  const isBare = isHere || isIP(hostname.replace(/[[\]]/g, '')) !== 0;
  const isSafe = isAtIssuer
    ? [issuer.protocol, 'https:'].includes(protocol)
    : protocol === 'https:' && !isBare;
  if (!isSafe) throw new UnusableError('an endpoint where none may be');
  return href;
}
