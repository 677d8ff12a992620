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
/** Flows that are kept at a time. */
const MOST = 10_000;

/**
 * The sign-ins that are under way, in memory: a restart ends them. Each is found once, and only by
 * the browser that began it.
 */
export class OidcFlows {
  /** By the hash of the browser and the state, oldest first. */
  readonly #flows = new Map<string, { flow: OidcFlow; endsAt: number }>();

  constructor(private readonly most = MOST) {}

  /** Keeps a flow; the oldest goes if there are too many. */
  keep(browser: string, flow: OidcFlow, now: Date): void {
    for (const [key, { endsAt }] of this.#flows) {
      if (endsAt > now.getTime() && this.#flows.size < this.most) break;
      this.#flows.delete(key);
    }
    const endsAt = now.getTime() + FLOW_S * 1_000;
    this.#flows.set(keyOf(browser, flow.state), { flow, endsAt });
  }

  /** Gives out a flow for good; null if this browser began none with this state, or too long ago. */
  take(browser: string, state: string, now: Date): OidcFlow | null {
    const key = keyOf(browser, state);
    const found = this.#flows.get(key);
    this.#flows.delete(key);
    return found && found.endsAt > now.getTime() ? found.flow : null;
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
