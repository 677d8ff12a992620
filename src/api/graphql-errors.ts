import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { codeOf } from '../core/error-code.js';
import { FupanError } from '../core/errors.js';
import { messageOf } from '../locales/messages.js';
import type { Language } from '../core/vocabulary.js';

/** Codes of errors that speak of the request and not of the program, so that their text may be shown. */
const ABOUT_THE_REQUEST = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js would have somebody ask for instead. */
const SUGGESTION = / ?Did you mean [^?]*\?/g;

/** The one public form of an error: a code, a sentence, the request id; nothing of the inside. */
export function publicError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: {
    readonly id: string;
    readonly locale: Language;
    /** Nobody has signed in: nothing is said of the schema that was not asked for by its name. */
    readonly isStranger: boolean;
    readonly report: (error: unknown) => void;
  },
): GraphQLFormattedError {
  const cause = causeOf(error);
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (cause instanceof FupanError) {
    return {
      message: messageOf(cause, request.locale),
      ...place,
      extensions: {
        code: cause.code,
        ...(cause.field ? { field: cause.field } : {}),
        requestId: request.id,
      },
    };
  }
  const code = codeOfRequest(formatted, error);
  if (code !== undefined) {
    return {
      message: request.isStranger
        ? formatted.message.replaceAll(SUGGESTION, '')
        : formatted.message,
      ...place,
      extensions: { code, requestId: request.id },
    };
  }
  request.report(cause);
  return {
    message: messageOf(new FupanError('INTERNAL', 'INTERNAL'), request.locale),
    ...place,
    extensions: { code: 'INTERNAL', requestId: request.id },
  };
}

/** PostgreSQL's word for text that it cannot hold: a NUL, where SQLite just finds nothing. */
const UNTRANSLATABLE = '22021';

function causeOf(error: unknown): unknown {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  return codeOf(cause) === UNTRANSLATABLE ? new FupanError('VALIDATION', 'textBroken') : cause;
}

/** The code of an error that speaks of the request. */
function codeOfRequest(formatted: GraphQLFormattedError, error: unknown): string | undefined {
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && ABOUT_THE_REQUEST.has(code)) return code;
  // "Too many errors processing variables" comes without a code: nothing was executed yet, so
  // that it has no path, and nothing was thrown.
  const isEarly = error instanceof GraphQLError && error.path === undefined && !error.originalError;
  return isEarly ? 'BAD_USER_INPUT' : undefined;
}
