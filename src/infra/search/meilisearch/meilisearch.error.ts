import { MeilisearchApiError, MeilisearchError, type Task } from 'meilisearch';

import { UnavailableError } from '../../unavailable.error.js';

/** Meilisearch is away, refuses the key, or has no index: whatever it was asked would have failed. */
export class MeilisearchUnavailableError extends UnavailableError {
  constructor(
    /** What Meilisearch calls it, or `unreachable`. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`Meilisearch cannot be used (${code})`, options);
    this.name = 'MeilisearchUnavailableError';
  }
}

/** Meilisearch has refused what it was asked to do. */
export class MeilisearchRefusedError extends Error {
  constructor(
    /** What Meilisearch calls it. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`Meilisearch refused (${code})`, options);
    this.name = 'MeilisearchRefusedError';
  }
}

/** The codes of faults that further documents would meet as well. */
const GENERAL_FAULTS = /^(index_not_found|no_space_left_on_device|internal|index_not_accessible)$/;
const GENERAL_STATUS = [401, 403, 408, 429];

/** What went wrong, as one of the errors above. */
export function faultOf(error: unknown): Error {
  if (error instanceof MeilisearchUnavailableError || error instanceof MeilisearchRefusedError) {
    return error;
  }
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const code = error.cause?.code ?? `http_${status}`;
    const isGeneral = status >= 500 || GENERAL_STATUS.includes(status) || GENERAL_FAULTS.test(code);
    return isGeneral
      ? new MeilisearchUnavailableError(code, { cause: error })
      : new MeilisearchRefusedError(code, { cause: error });
  }
  // No answer, none in time, or one that is no JSON: somebody else answers there.
  if (error instanceof MeilisearchError || error instanceof SyntaxError) {
    return new MeilisearchUnavailableError('unreachable', { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** @throws if the task has not done what it was to do */
export function succeeded(task: Task): void {
  if (task.status === 'succeeded') return;
  const code = task.error?.code ?? task.status;
  throw GENERAL_FAULTS.test(code)
    ? new MeilisearchUnavailableError(code)
    : new MeilisearchRefusedError(code);
}
