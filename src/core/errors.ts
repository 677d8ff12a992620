/** What went wrong, as a stable name that programs can rely on. Each has a message in every language under `src/locales`. */
export const ERROR_CODES = [
  'VALIDATION',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'ALREADY_EXISTS',
  'IN_USE',
  'WRONG_STATE',
  'TOO_LARGE',
  'BUSY',
  'RATE_LIMITED',
  'TIMEOUT',
  'QUERY_REFUSED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values for the placeholders of a message. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * An error that its caller can understand: a code, the input field it is about and the words for
 * its message. It knows nothing of GraphQL, HTTP or language; the edge translates it once.
 */
export class FupanError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** Key of the message under `src/locales`; the code itself where no better one exists. */
    readonly messageKey: string,
    readonly params: ErrorParams = {},
    /** Path of the input field at fault, outermost first. */
    readonly field?: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`${code} ${messageKey} ${JSON.stringify(params)}`, options);
    this.name = new.target.name;
  }
}

/** It is not there, or the caller may not see it: the same answer for both. */
export class NotFoundError extends FupanError {
  constructor(what: string, field?: readonly string[]) {
    super('NOT_FOUND', 'NOT_FOUND', { what }, field);
  }
}

/** Nobody has signed in, or what they came with is no longer valid. */
export class UnauthenticatedError extends FupanError {
  /** @param messageKey `UNAUTHENTICATED`, or a finer one that says what was wrong */
  constructor(messageKey = 'UNAUTHENTICATED') {
    super('UNAUTHENTICATED', messageKey);
  }
}

export class ForbiddenError extends FupanError {
  constructor() {
    super('FORBIDDEN', 'FORBIDDEN');
  }
}

/** Too much in too short a time. */
export class RateLimitedError extends FupanError {
  constructor(
    /** Whole seconds after which it may be tried again. */
    readonly retryAfterS: number,
  ) {
    super('RATE_LIMITED', 'RATE_LIMITED', { seconds: retryAfterS });
  }
}

/** The row was changed since the caller read it. */
export class ConflictError extends FupanError {
  constructor(
    /** The row as it is now, for the answer. */
    readonly row: { readonly version: number },
    /** What it counts its changes to, and the field that expected another number. */
    current = row.version,
    field = 'expectedVersion',
  ) {
    super('CONFLICT', 'CONFLICT', { current }, [field]);
  }
}
