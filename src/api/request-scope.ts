import { AsyncLocalStorage } from 'node:async_hooks';

import type { Language } from '../core/vocabulary.js';

/** What is known of a request from its first moment on, also where no GraphQL context exists yet. */
export interface RequestScope {
  readonly id: string;
  readonly locale: Language;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();
