import { AsyncLocalStorage } from 'node:async_hooks';

import { ANONYMOUS, type Actor } from '../core/actor.js';
import { LOCAL, type Origin } from '../core/ctx.js';
import type { Language } from '../core/vocabulary.js';
import type { Balance } from './rate-limit.js';

/** Who a request comes from. */
export interface Caller {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** Nobody yet. */
export const NOBODY: Caller = { actor: ANONYMOUS, origin: LOCAL };

/** What is known of a request from its first moment on, also where no GraphQL context exists yet. */
export interface RequestScope {
  readonly id: string;
  readonly locale: Language;
  /** Network address of the client. */
  readonly address: string;
  /** Nobody until the door has looked at what they came with. */
  caller: Caller;
  /** Takes points from the caller; absent where nobody counts. */
  spend?: (points: number) => Promise<Balance>;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();
