import { pino, destination } from 'pino';

import type { Logger } from '../../core/logger.js';

/** Header and field names whose values never reach the log. */
const SECRETS = [
  'authorization',
  'cookie',
  'password',
  'token',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/** A structured logger: one JSON object a line on standard error, so that standard output stays free for results. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, redact: SECRETS, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ fd: 2, sync: true }),
  );
}

/** For programs whose output is read by a person. */
export const silentLogger: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};
