import type { Ctx } from '../../core/ctx.js';
import type { ShortLived } from '../../infra/database/short-lived.js';
import type { SecretBox } from '../../infra/secret-box.js';
import { secretHash } from './secret.js';

/** A sign-in that has begun here and is to come back from the provider. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where the person wanted to go: a local path. */
  readonly next: string;
}

/** How long somebody may take at the provider, in seconds. */
export const FLOW_S = 600;
const OWNER = 'OpenID Connect flow';

/**
 * The sign-ins that are under way. Each is found once, by whichever process the browser comes back
 * to, and only by the browser that began it.
 */
export class OidcFlows {
  constructor(
    private readonly kept: ShortLived,
    private readonly box: SecretBox,
  ) {}

  async keep(ctx: Ctx, browser: string, flow: OidcFlow): Promise<void> {
    const sealed = this.box.seal(JSON.stringify(flow), OWNER);
    await this.kept.keep(ctx, keyOf(browser, flow.state), sealed, FLOW_S);
  }

  /** Gives out a flow for good; null if this browser began none with this state, or too long ago. */
  async take(ctx: Ctx, browser: string, state: string): Promise<OidcFlow | null> {
    const sealed = await this.kept.take(ctx, keyOf(browser, state));
    return sealed === null ? null : (JSON.parse(this.box.open(sealed, OWNER)) as OidcFlow);
  }
}

/** True for what `newSecret` could have made. */
export function isBrowserId(value: string | undefined): value is string {
  return value !== undefined && /^[\w-]{43}$/.test(value);
}

/** Only hashes are looked up, so that no time it takes tells anything. */
function keyOf(browser: string, state: string): string {
  return secretHash(JSON.stringify([browser, state]));
}
