import { z } from 'zod';

import { LIMITS } from './limits.js';

/** One person or list, as mail names them. */
export interface MailAddress {
  /** May be empty. */
  readonly name: string;
  readonly address: string;
}

const address = z.string().max(LIMITS.email).pipe(z.email());

/**
 * True for one plain address and nothing else: no name, no list, no comment, no line break. What
 * passes can stand in an envelope as it is.
 */
export const isMailAddress = (text: string): boolean => address.safeParse(text).success;

/** Reads `fupan@example.org` or `fupan <fupan@example.org>`; null for anything else. */
export function mailAddressOf(text: string): MailAddress | null {
  const named = /^\s*("?)([^"<>\p{C}]*)\1\s*<([^<>\s]+)>\s*$/u.exec(text);
  const found = named
    ? { name: (named[2] ?? '').trim(), address: named[3] ?? '' }
    : { name: '', address: text.trim() };
  return isMailAddress(found.address) ? found : null;
}
