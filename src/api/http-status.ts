import type { ErrorCode } from '../core/errors.js';

/** The HTTP status of a request that is refused as a whole, by what was wrong. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  VALIDATION: 400,
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONFLICT: 409,
  ALREADY_EXISTS: 409,
  IN_USE: 409,
  WRONG_STATE: 409,
  TOO_LARGE: 413,
  BUSY: 503,
  RATE_LIMITED: 429,
  TIMEOUT: 503,
  QUERY_REFUSED: 400,
  INTERNAL: 500,
};
