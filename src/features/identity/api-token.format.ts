import { createHash, randomBytes } from 'node:crypto';

import type { TokenKind } from './api-token.entity.js';

/** How a token of each kind begins, so that people, programs and secret scanners know it for one. */
const PREFIX: Readonly<Record<TokenKind, string>> = { API: 'fpn_', FEED: 'fpf_' };
const SECRET_BYTES = 32;
const CHECKSUM_LENGTH = 6;
/** Prefix, 43 characters of base64url, 6 of checksum. */
const SHAPE = /^(fp[nf]_)([\w-]{43})([\w-]{6})$/;
/** As much of a token as may be shown: far too little to guess the rest. */
const HINT_LENGTH = 10;

/** A new token: 256 random bits and a checksum. */
export function newToken(kind: TokenKind): string {
  const body = PREFIX[kind] + randomBytes(SECRET_BYTES).toString('base64url');
  return body + checksumOf(body);
}

/** Whether this can be a token at all; finds typos and cut-off copies without asking the database. */
export function isToken(text: string): boolean {
  const [, prefix = '', secret = '', checksum] = SHAPE.exec(text) ?? [];
  return checksum !== undefined && checksum === checksumOf(prefix + secret);
}

/** What is kept of a token: SHA-256 in hex. So many random bits need no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** How a token begins, for its owner to know it by. */
export function tokenHint(token: string): string {
  return token.slice(0, HINT_LENGTH);
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, CHECKSUM_LENGTH);
}
