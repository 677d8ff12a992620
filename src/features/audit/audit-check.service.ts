import { Inject, Injectable } from '@nestjs/common';

import { Database } from '../../infra/database/database.js';
import { CHAIN_BEGIN, chainHash, HASHED_COLUMNS, type StoredEntry } from './audit-chain.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { AUDIT_KEY, AuditLog, type AuditMark } from './audit-log.service.js';

/** Entries that are read at a stretch. */
const BATCH = 500;

/** What is to be said of the log. */
export interface AuditVerdict {
  /** What is wrong with it, in sentences that name the first entry at fault; empty if it is sound. */
  readonly problems: readonly string[];
  readonly head: AuditMark;
}

/** Finds out whether the audit log is as it was written. */
@Injectable()
export class AuditCheck {
  constructor(
    private readonly database: Database,
    private readonly log: AuditLog,
    @Inject(AUDIT_KEY) private readonly key: Buffer,
  ) {}

  /**
   * Reads the log from its first entry to its last.
   * @param noted where it ended at an earlier time, kept where nobody who can change the database
   *   gets at it: without it the whole log could be written anew by whoever has the key
   */
  async check(noted?: AuditMark): Promise<AuditVerdict> {
    const chain = await this.#walk();
    const later = noted ? await this.#compare(noted) : null;
    const head = await this.log.head();
    return { problems: [chain, later].filter((problem) => problem !== null), head };
  }

  /** False if the newest entry was not written with this key, or was changed. */
  async keyFits(): Promise<boolean> {
    const { seq } = await this.log.head();
    const [first, second] = await this.#after(Math.max(seq - 2, 0));
    const [previous, last] = seq > 1 ? [first?.hash, second] : [CHAIN_BEGIN, first];
    return !last || chainHash(this.key, previous ?? CHAIN_BEGIN, last) === last.hash;
  }

  async #walk(): Promise<string | null> {
    let last: AuditMark = { seq: 0, hash: CHAIN_BEGIN };
    for (;;) {
      const rows = await this.#after(last.seq);
      for (const row of rows) {
        if (row.seq !== last.seq + 1) return missing(last.seq + 1, row.seq - 1);
        if (row.hash !== chainHash(this.key, last.hash, row)) {
          return row.seq === 1 && !this.#anyFits(rows)
            ? `none of the entries of the audit log, from the first on (${named(row)}), fits the key; FUPAN_SECRET or secret.key is another than the log was written with`
            : `entry ${row.seq} of the audit log (${named(row)}) was changed, moved or put in`;
        }
        last = row;
      }
      if (rows.length > 0) continue;
      // Read after the entries, so that what was added meanwhile is read in another round.
      const head = await this.log.head();
      if (head.seq === last.seq) {
        return head.hash === last.hash ? null : `the end of the audit log was set to another hash`;
      }
      if ((await this.#after(last.seq)).length === 0) {
        return head.seq > last.seq
          ? missing(last.seq + 1, head.seq)
          : `the audit log should end at entry ${head.seq}, but goes on to ${last.seq}`;
      }
    }
  }

  /** Whether the log still holds the entry that was its last one. */
  async #compare({ seq, hash }: AuditMark): Promise<string | null> {
    const [row] = await this.#after(seq - 1);
    if (seq === 0 || (row?.seq === seq && row.hash === hash)) return null;
    return row?.seq === seq
      ? `entry ${seq} of the audit log is not the one that was noted; the log was written anew`
      : `the audit log does not reach entry ${seq}, which was noted; its end was cut off`;
  }

  /** True if any of the entries after the first follows on the one before it. */
  #anyFits(rows: readonly StoredEntry[]): boolean {
    return rows.some(
      (row, index) =>
        index > 0 && row.hash === chainHash(this.key, rows[index - 1]?.hash ?? '', row),
    );
  }

  /** The next entries as they are stored: what somebody has changed need not be of the right form. */
  #after(seq: number): Promise<StoredEntry[]> {
    const query = this.database.read
      .createQueryBuilder(AuditEntryEntity, 'e')
      .select('e.hash', 'hash');
    for (const column of HASHED_COLUMNS) query.addSelect(`e.${column}`, column);
    // The very first asks for all, also for what was put in before it.
    if (seq > 0) query.where('e.seq > :seq', { seq });
    return query.orderBy('e.seq').limit(BATCH).getRawMany<StoredEntry>();
  }
}

function missing(from: number, to: number): string {
  if (to < from) return `an entry was put in before entry ${from} of the audit log`;
  return from === to
    ? `entry ${from} of the audit log was removed`
    : `entries ${from} to ${to} of the audit log were removed`;
}

/** What an entry says of itself, which is not to be believed, but helps to find it. */
function named({ act, at }: StoredEntry): string {
  return `${act}, ${at}`;
}
