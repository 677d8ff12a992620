import { isNativeError } from 'node:util/types';
import { pino, destination, type DestinationStream } from 'pino';

import { codeOf } from '../../core/error-code.js';
import type { Logger } from '../../core/logger.js';

const NAMES = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'secret',
  'token',
  'variables',
];

/** Names of headers and fields whose values never reach the log, at whichever of three levels. */
const SECRETS = ['', '*', '*.*'].flatMap((level) =>
  NAMES.map((name) => (level === '' || name.startsWith('[') ? level + name : `${level}.${name}`)),
);

/** A structured logger: one JSON object a line on standard error, so that standard output stays free for results. */
export function createLogger(
  level: string,
  to: DestinationStream = destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      redact: SECRETS,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describe },
    },
    to,
  );
}

/** Longest chain of causes that is worth reading. */
const CAUSES = 5;

/**
 * What may be known of an error. Those of databases carry the statement and its values along, of
 * HTTP clients the request: such fields are left out.
 */
function describe(error: unknown, depth = 0): unknown {
  // Not `instanceof`: it can come from another realm.
  if (!isNativeError(error)) return String(error);
  const { name, message, stack, cause } = error;
  return {
    type: name,
    code: codeOf(error) || undefined,
    message,
    stack,
    cause: cause === undefined || depth === CAUSES ? undefined : describe(cause, depth + 1),
  };
}

/** For programs whose output is read by a person. */
export const silentLogger: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};
