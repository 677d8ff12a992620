import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

import type { Ctx } from '../../core/ctx.js';
import { LOGGER, type Logger } from '../../core/logger.js';
import { Counters } from '../../infra/counters.js';
import { Database } from '../../infra/database/database.js';
import { ShortLived } from '../../infra/database/short-lived.js';
import { SecretBox } from '../../infra/secret-box.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { networkOf } from './network-of.js';
import { OidcAccounts } from './oidc-account.service.js';
import { faultOf } from './oidc-faults.js';
import { OidcFlows } from './oidc-flows.js';
import { OidcProvider } from './oidc-provider.service.js';
import { OidcRefusedError } from './oidc.errors.js';
import { SessionService, type NewSession } from './session.service.js';

/** A browser that comes back from the provider. */
export interface OidcReturn {
  /** The secret by which fupan knows the browser; null if it has none. */
  readonly browser: string | null;
  /** Where the provider sent it, with all that it says. */
  readonly callback: URL;
  /** What the browser calls itself. */
  readonly userAgent: string | null;
}

/** Requests from one address in a minute that lead to no sign-in; each makes fupan ask the provider. */
const PER_ADDRESS = 60;

/** Lets people in whom an OpenID Connect provider knows. */
@Injectable()
export class OidcService {
  readonly #flows: OidcFlows;
  readonly #addresses: RateLimiterAbstract;

  constructor(
    private readonly database: Database,
    private readonly provider: OidcProvider,
    private readonly accounts: OidcAccounts,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
    @Inject(LOGGER) private readonly log: Logger,
    counters: Counters,
    box: SecretBox,
  ) {
    this.#flows = new OidcFlows(new ShortLived(database), box);
    this.#addresses = counters.counter('oidc address', PER_ADDRESS, 60);
  }

  /**
   * Begins a sign-in.
   * @param browser the secret by which fupan knows the browser
   * @param redirectUri where the provider sends it back to
   * @param next the local path to go to in the end
   * @returns the address at the provider to send the browser to
   * @throws OidcRefusedError oidcUnavailable, oidcTooOften
   */
  async start(ctx: Ctx, browser: string, redirectUri: string, next: string): Promise<URL> {
    return this.#noted(ctx, async () => {
      const { url, flow } = await this.provider.begin(ctx, redirectUri);
      await this.#flows.keep(ctx, browser, { ...flow, next });
      return url;
    });
  }

  /**
   * Ends a sign-in: whoever the provider says it is has a session from here on.
   * @returns the session and the local path to go to
   * @throws OidcRefusedError with why not
   */
  async finish(
    ctx: Ctx,
    { browser, callback, userAgent }: OidcReturn,
  ): Promise<{ readonly session: NewSession; readonly next: string }> {
    return this.#noted(ctx, async () => {
      const state = callback.searchParams.get('state');
      const flow =
        browser === null || state === null ? null : await this.#flows.take(ctx, browser, state);
      if (!flow) throw new OidcRefusedError('oidcStale');
      const identity = await this.provider.finish(ctx, callback, flow);
      const session = await this.database.transaction(ctx, async (tx) => {
        const { id } = await this.accounts.personOf(tx, identity);
        return this.sessions.begin(tx, { personId: id, method: 'OPENID_CONNECT', userAgent });
      });
      // Both ways count for nothing: a whole office can share an address.
      await this.#addresses.reward(bucketOf(ctx), 2);
      return { session, next: flow.next };
    });
  }

  /** Remembers a refusal; the log gets what an administrator needs to mend it, and no secret. */
  async #noted<Result>(ctx: Ctx, work: () => Promise<Result>): Promise<Result> {
    // What is turned away unseen is not written down: whoever floods us would fill the log.
    await this.#count(ctx);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OidcRefusedError)) throw error;
      const { code, refusal } = error;
      this.log.warn(
        { requestId: ctx.requestId, refusal, fault: faultOf(error.cause) },
        'a sign-in through OpenID Connect was refused',
      );
      await this.audit.record(ctx, {
        act: 'signIn',
        code,
        detail: { method: 'OPENID_CONNECT', reason: refusal },
      });
      throw error;
    }
  }

  async #count(ctx: Ctx): Promise<void> {
    try {
      await this.#addresses.consume(bucketOf(ctx));
    } catch (error) {
      throw error instanceof RateLimiterRes ? new OidcRefusedError('oidcTooOften') : error;
    }
  }
}

const bucketOf = ({ origin }: Ctx): string => networkOf(origin.address ?? '');
