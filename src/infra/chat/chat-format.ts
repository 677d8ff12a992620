import { createHmac } from 'node:crypto';

import type { OutgoingMessage } from '../../core/outgoing-message.js';
import { clip, onOneLine } from '../../core/text/clip.js';
import type { OutboundAnswer } from '../outbound/outbound-http.js';

/** Where a chat takes messages. */
export interface ChatTarget {
  readonly url: string;
  /** What messages are signed with, where the chat asks for it. */
  readonly secret: string | null;
}

/** What one chat takes, and how it answers. */
export interface ChatFormat {
  /** The most bytes that the chat takes. */
  readonly maxBytes: number;
  /** The JSON that says this; it may still be too large. */
  readonly body: (message: OutgoingMessage) => object;
  /** Adds a signature, to the address or to the body. */
  readonly sign?: (target: SignedTarget, body: object, now: Date) => { url: string; body: object };
  /** Why the chat did not take it; null if it did. Some say so under the status 200. */
  readonly faultOf: (answer: OutboundAnswer) => string | null;
}

export interface SignedTarget {
  readonly url: string;
  readonly secret: string;
}

/** Base64 of HMAC-SHA256. */
export const hmac = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64');

/** An answer that is JSON with a number that says what went wrong, 0 for nothing. */
export function faultByNumber(
  { status, body }: OutboundAnswer,
  code: string,
  message: string,
): string | null {
  if (status < 200 || status > 299) return `status ${status}`;
  const answer = jsonOf(body);
  const number = answer[code];
  if (number === 0) return null;
  const words = answer[message];
  return `${typeof number === 'number' ? number : 'no'} ${clip(onOneLine(typeof words === 'string' ? words : 'answer'), 200)}`;
}

export function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
