import { readFileSync } from 'node:fs';

import { isToken } from '../features/identity/api-token.format.js';

/** A fupan elsewhere, and by what it knows us. */
export interface RemoteConfig {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly token: string;
}

/** A setting of the caller that cannot be used, in words. */
export class RemoteConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The fupan that a command is to be done on, from `--url` or FUPAN_URL; null: the library on this
 * machine. The token comes from FUPAN_TOKEN or the file named by FUPAN_TOKEN_FILE, never from the
 * command line, which everybody on the machine can read.
 * @throws RemoteConfigError
 */
export function loadRemoteConfig(env: Environment, given?: string): RemoteConfig | null {
  const text = given ?? env['FUPAN_URL'];
  if (text === undefined || text === '') return null;
  const url = originOf(text);
  if (url === undefined) {
    const name = given === undefined ? 'FUPAN_URL' : '--url';
    throw new RemoteConfigError(`${name} must be an address like https://fupan.example.org`);
  }
  const { protocol, hostname } = new URL(url);
  const isReadable = protocol === 'http:' && !LOOPBACK.test(hostname);
  if (isReadable && env['FUPAN_ALLOW_INSECURE_HTTP'] !== 'on') {
    throw new RemoteConfigError(
      `${url} is plain http, where everybody on the way could read the token; use https, or set FUPAN_ALLOW_INSECURE_HTTP=on`,
    );
  }
  return { url, token: tokenOf(env, url) };
}

/** The origin of an address of fupan; undefined for anything with more than that in it. */
export function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  const isBare = ['/', '/graphql'].includes(pathname) && search + hash + username + password === '';
  return /^https?:$/.test(protocol) && isBare ? origin : undefined;
}

function tokenOf(env: Environment, url: string): string {
  const direct = env['FUPAN_TOKEN'] || undefined;
  const file = env['FUPAN_TOKEN_FILE'] || undefined;
  if (direct !== undefined && file !== undefined) {
    throw new RemoteConfigError('FUPAN_TOKEN and FUPAN_TOKEN_FILE are both set; keep one');
  }
  const token = (file === undefined ? direct : contentOf(file))?.trim();
  if (token === undefined || token === '') {
    throw new RemoteConfigError(
      `set FUPAN_TOKEN, or FUPAN_TOKEN_FILE, to an API token of the fupan at ${url}`,
    );
  }
  if (isToken(token)) return token;
  throw new RemoteConfigError(
    'the token is not complete, or none of fupan’s (fpn_…); copy it once more',
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new RemoteConfigError(`FUPAN_TOKEN_FILE names a file that cannot be read: ${file}`);
  }
}
