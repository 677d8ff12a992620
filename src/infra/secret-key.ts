import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { codeOf } from '../core/error-code.js';

const FILE = 'secret.key';
const KEY_BYTES = 32;
/** As few characters as a configured secret may have. */
const LEAST_CHARACTERS = 32;

/**
 * The key for one purpose, made from the secret of this fupan: the one that is configured, or the
 * one in the data folder, which is made at the first start and which nobody else may read.
 * @throws Error that says what to do about a file that cannot be used
 */
export function keyFor(purpose: string, configured: string | null, dataDir: string): Buffer {
  const secret = configured ?? ownSecret(join(dataDir, FILE));
  return Buffer.from(hkdfSync('sha256', secret, '', `fupan ${purpose}`, KEY_BYTES));
}

/** Whether there is a secret already, so that none would have to be made. */
export function hasSecret(configured: string | null, dataDir: string): boolean {
  return configured !== null || existsSync(join(dataDir, FILE));
}

function ownSecret(path: string): string {
  const secret = readSecret(path) ?? makeSecret(path) ?? readSecret(path) ?? '';
  if (secret.length >= LEAST_CHARACTERS) return secret;
  throw new Error(
    `${path} is too short to be a key; put back the one that the audit log was begun with`,
  );
}

/** Undefined if there is none. */
function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read; give fupan the right to`, { cause: error });
  }
}

/** Undefined if another process was faster. */
function makeSecret(path: string): string | undefined {
  const secret = randomBytes(KEY_BYTES).toString('base64');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${secret}\n`);
    fsyncSync(file);
    // The file is whole from its first moment, and of two processes one makes it and both use it.
    linkSync(draft, path);
    return secret;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  } finally {
    closeSync(file);
    rmSync(draft);
  }
}
