import { ConfigError } from '../core/config.js';
import { codeOf } from '../core/error-code.js';
import { FupanError } from '../core/errors.js';
import type { Language } from '../core/vocabulary.js';
import { messageOf } from '../locales/messages.js';

/** What to say of a database file that SQLite cannot read. */
export const DAMAGED =
  'the database file is damaged or none of SQLite; put a backup in its place, or name another in FUPAN_DATA_DIR';

/** True for an error of SQLite over the content of the file. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

/** What the outside world refuses, and what to do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'the port is taken by another program; stop that one, or choose another in FUPAN_PORT',
  ECONNREFUSED: 'the database server does not answer; start it, or correct FUPAN_DATABASE_URL',
  EACCES: 'may not be written to; give fupan the permission, or name another place',
  EEXIST: 'is a file and no folder; name another place',
  ENOTDIR: 'is not inside of a folder; name another place',
  ENOSPC: 'the disk is full; make room and try again',
  EROFS: 'is on a disk that cannot be written to; name another place',
};

/** One sentence that says what went wrong and what to do. */
export function reasonOf(error: unknown, language: Language): string {
  if (error instanceof FupanError) return messageOf(error, language);
  if (error instanceof ConfigError) return error.message;
  if (isDamaged(error)) return DAMAGED;
  const code = codeOf(error);
  const refusal = REFUSALS[code];
  if (refusal !== undefined) return [pathOf(error), refusal].filter(Boolean).join(' ');
  const message = error instanceof Error ? error.message : String(error);
  return message || code;
}

/** The file or folder that an error of the system is about; empty where there is none. */
function pathOf(error: unknown): string {
  return typeof error === 'object' &&
    error !== null &&
    'path' in error &&
    typeof error.path === 'string'
    ? error.path
    : '';
}
