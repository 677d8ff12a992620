import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { TrackerFault, TrackerProvider } from '../../core/vocabulary.js';

/** What came over the network, as it came. */
export interface Delivery {
  /** A header by its name in lower case; empty where there is none, or more than one. */
  readonly header: (name: string) => string;
  readonly body: Buffer;
}

/** How far the clock of GitLab may be from ours. */
const TOLERANCE_MS = 5 * 60_000;
/** Signatures of one delivery that are looked at; GitLab sends one. */
const MOST_SIGNATURES = 5;
const KEY_BYTES = 32;
const KEY_PREFIX = 'whsec_';

/**
 * A new secret for a tracker to sign with. That of GitLab has the form of its signing tokens, and
 * can be used as the older secret token as well.
 */
export function newTrackerSecret(provider: TrackerProvider): string {
  const key = randomBytes(KEY_BYTES);
  return provider === 'GITLAB' ? KEY_PREFIX + key.toString('base64') : key.toString('base64url');
}

/**
 * What is wrong with how a delivery is signed; null if it comes from whoever knows one of the
 * secrets. All secrets are tried, so that it takes as long whichever it is.
 */
export function signatureFault(
  provider: TrackerProvider,
  secrets: readonly string[],
  delivery: Delivery,
  now: Date,
): TrackerFault | null {
  const signed = secrets.map((secret) => SIGNED_BY[provider](secret, delivery));
  if (!signed.includes(true)) return 'SIGNATURE';
  return isTimely(provider, delivery, now) ? null : 'TIMESTAMP';
}

const SIGNED_BY: Readonly<
  Record<TrackerProvider, (secret: string, delivery: Delivery) => boolean>
> = {
  GITHUB: (secret, delivery) => hasDigest('x-hub-signature-256', secret, delivery),
  JIRA: (secret, delivery) => hasDigest('x-hub-signature', secret, delivery),
  GITLAB: (secret, delivery) =>
    delivery.header('webhook-signature') === ''
      ? isEqual(delivery.header('x-gitlab-token'), secret)
      : hasStandardSignature(secret, delivery),
};

function hasDigest(name: string, secret: string, { header, body }: Delivery): boolean {
  const digest = createHmac('sha256', secret).update(body).digest('hex');
  return isEqual(header(name), `sha256=${digest}`);
}

/** As https://www.standardwebhooks.com has it. */
function hasStandardSignature(secret: string, { header, body }: Delivery): boolean {
  const key = Buffer.from(secret.slice(KEY_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${header('webhook-id')}.${header('webhook-timestamp')}.`)
    .update(body)
    .digest('base64');
  return header('webhook-signature')
    .split(' ', MOST_SIGNATURES)
    .map((given) => isEqual(given, `v1,${signature}`))
    .includes(true);
}

function isTimely(provider: TrackerProvider, { header }: Delivery, now: Date): boolean {
  if (provider !== 'GITLAB' || header('webhook-signature') === '') return true;
  const at = header('webhook-timestamp');
  return /^\d{1,12}$/.test(at) && Math.abs(Number(at) * 1_000 - now.getTime()) <= TOLERANCE_MS;
}

/** Takes as long wherever the two differ, and however long they are. */
function isEqual(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

const DELIVERY_HEADERS: Readonly<Record<TrackerProvider, readonly string[]>> = {
  GITHUB: ['x-github-delivery'],
  GITLAB: ['webhook-id', 'idempotency-key', 'x-gitlab-webhook-uuid'],
  JIRA: ['x-atlassian-webhook-identifier'],
};

/** SHA-256 of what the tracker calls a delivery, also when it sends it again; and of its body. */
export function digestsOf(
  provider: TrackerProvider,
  { header, body }: Delivery,
): { readonly delivery: string; readonly digest: string } {
  const digest = sha256(body).toString('hex');
  const name = DELIVERY_HEADERS[provider].map(header).find((value) => value !== '');
  return { digest, delivery: name === undefined ? digest : sha256(name).toString('hex') };
}

const sha256 = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest();
