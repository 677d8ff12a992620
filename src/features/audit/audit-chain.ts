import { createHmac } from 'node:crypto';

import type { AuditEntryEntity } from './audit-entry.entity.js';

/** An entry as the database holds it: instants and details as their text. */
export type StoredEntry = {
  readonly [Column in keyof AuditEntryEntity]: AuditEntryEntity[Column] extends number
    ? number
    : null extends AuditEntryEntity[Column]
      ? string | null
      : string;
};

/** Every column but the hash, in the order in which they are hashed. */
export const HASHED_COLUMNS = [
  'seq',
  'id',
  'at',
  'actor',
  'personId',
  'sessionId',
  'tokenId',
  'address',
  'requestId',
  'act',
  'subjectType',
  'subjectId',
  'subjectKey',
  'caseId',
  'otherCaseId',
  'incidentId',
  'outcome',
  'code',
  'detail',
] as const satisfies readonly (keyof AuditEntryEntity)[];

/** What comes before the first entry, in place of a hash. */
export const CHAIN_BEGIN = '';

/**
 * The hash of an entry: HMAC-SHA-256, in hex, over the hash before it and every other column as it
 * is stored. Whoever changes, removes, adds or moves an entry would need the key.
 */
export function chainHash(key: Buffer, previous: string, entry: Omit<StoredEntry, 'hash'>): string {
  const row = HASHED_COLUMNS.map((column) => entry[column]);
  return createHmac('sha256', key)
    .update(JSON.stringify([previous, ...row]))
    .digest('hex');
}

/** An entry as it will be stored. */
export function asStored(entry: Omit<AuditEntryEntity, 'hash'>): Omit<StoredEntry, 'hash'> {
  const { at, detail } = entry;
  return {
    ...entry,
    at: at.toISOString(),
    detail: detail === null ? null : JSON.stringify(detail),
  };
}
