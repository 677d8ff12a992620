import { Inject, Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../core/ctx.js';
import type { ErrorCode } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { Database } from '../../infra/database/database.js';
import { insertRows } from '../../infra/database/insert.js';
import { asStored, CHAIN_BEGIN, chainHash } from './audit-chain.js';
import { AuditEntryEntity, AuditHeadEntity, type AuditDetail } from './audit-entry.entity.js';

/** The provider of the key that the log is chained with. */
export const AUDIT_KEY = Symbol('audit key');

/** One act, as whoever saw it tells the log. When, who and from where the log knows itself. */
export interface AuditNote {
  /** The mutation by its name, or another act: `signIn`, `read`, `export`. */
  readonly act: string;
  readonly subject?: AuditSubject | undefined;
  /** What the note lets on; default: the subject, if that is a case or an incident. */
  readonly about?: AuditPlace | undefined;
  /** Why it was refused; nothing if it was done. */
  readonly code?: ErrorCode | undefined;
  readonly detail?: AuditDetail | undefined;
}

/** What an act was about. */
export interface AuditSubject {
  /** A type of the GraphQL schema: `Postmortem`, `Person`. */
  readonly type: string;
  readonly id: string;
  /** What people call it: `PM-12`. */
  readonly key?: string | undefined;
}

/** The cases and the incident that only those may see an entry who may read them. */
export interface AuditPlace {
  readonly caseId?: string | undefined;
  readonly otherCaseId?: string | undefined;
  readonly incidentId?: string | undefined;
}

/** Where the log ends. */
export interface AuditMark {
  /** How many entries it has. */
  readonly seq: number;
  /** The hash of the last one; empty before the first. */
  readonly hash: string;
}

/** What is to be noted of one transaction. */
interface Pending {
  readonly acts: { readonly by: TxCtx; readonly note: AuditNote }[];
  /** Every act that was noted, written or not. */
  readonly noted: Set<string>;
  unnamed: boolean;
}

/** The only row of `audit_head`. */
const HEAD = { id: 1 };

/** Remembers every act for good, each chained to the one before it. */
@Injectable()
export class AuditLog {
  /** By what copies of a transaction's context have in common. */
  readonly #pending = new WeakMap<TxCtx['db'], Pending>();

  constructor(
    private readonly database: Database,
    @Inject(AUDIT_KEY) private readonly key: Buffer,
  ) {}

  /** Remembers something that is done in this transaction, if it commits. */
  note(tx: TxCtx, note: AuditNote): void {
    const pending = this.#pendingOf(tx);
    pending.noted.add(note.act);
    pending.acts.push({ by: tx, note });
    if (pending.acts.length > 1) return;
    // Asked for twice, so that it comes after whatever else was to be done before the commit.
    const round = newId();
    tx.beforeCommit(`audit ${round}`, (last) => {
      last.beforeCommit(`audit ${round} at last`, (end) => this.#append(end, pending));
      return Promise.resolve();
    });
  }

  /** Leaves out of all that is noted of this transaction who it was and where from. */
  unnamed(tx: TxCtx): void {
    this.#pendingOf(tx).unnamed = true;
  }

  isUnnamed(tx: TxCtx): boolean {
    return this.#pendingOf(tx).unnamed;
  }

  /** True if this act was noted in this transaction. */
  hasNoted(tx: TxCtx, act: string): boolean {
    return this.#pendingOf(tx).noted.has(act);
  }

  /** Remembers what happened outside of a transaction. */
  async record(ctx: Ctx, ...notes: readonly AuditNote[]): Promise<void> {
    await this.database.transaction(ctx, (tx) => {
      for (const note of notes) this.note(tx, note);
      return Promise.resolve();
    });
  }

  /** The same, and leaves out who it was and where from. */
  async recordUnnamed(ctx: Ctx, note: AuditNote): Promise<void> {
    await this.database.transaction(ctx, (tx) => {
      this.unnamed(tx);
      this.note(tx, note);
      return Promise.resolve();
    });
  }

  /** Where the log says that it ends now. */
  async head(): Promise<AuditMark> {
    const head = await this.database.read.findOneBy(AuditHeadEntity, HEAD);
    return { seq: head?.seq ?? 0, hash: head?.hash ?? CHAIN_BEGIN };
  }

  #pendingOf({ db }: TxCtx): Pending {
    let pending = this.#pending.get(db);
    if (!pending) {
      pending = { acts: [], noted: new Set(), unnamed: false };
      this.#pending.set(db, pending);
    }
    return pending;
  }

  async #append(tx: TxCtx, { acts, unnamed }: Pending): Promise<void> {
    const notes = acts.splice(0);
    const at = tx.clock.now();
    let { seq, hash } = await this.#takeHead(tx);
    const rows = notes.map(({ by, note }): AuditEntryEntity => {
      seq += 1;
      const row = { seq, id: newId(), at, ...whoIs(by, unnamed), ...whatIs(note) };
      hash = chainHash(this.key, hash, asStored(row));
      return { ...row, hash };
    });
    await insertRows(tx, AuditEntryEntity, rows);
    await tx.db.update(AuditHeadEntity, HEAD, { seq, hash });
  }

  /**
   * Where the chain goes on. Held until the commit, so that transactions put their entries on one
   * after another; on SQLite they do so anyway.
   */
  #takeHead(tx: TxCtx): Promise<AuditHeadEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const isOnPostgres = this.database.engine === 'postgres';
    return tx.db.findOneOrFail(AuditHeadEntity, {
      where: HEAD,
      ...(isOnPostgres ? { lock } : {}),
    });
  }
}

const ACTOR = { operator: 'OPERATOR', person: 'PERSON', anonymous: 'ANONYMOUS' } as const;

type Who = Pick<
  AuditEntryEntity,
  'actor' | 'personId' | 'sessionId' | 'tokenId' | 'address' | 'requestId'
>;

function whoIs({ actor, origin, requestId }: TxCtx, unnamed: boolean): Who {
  if (unnamed) {
    const nobody = { personId: null, sessionId: null, tokenId: null, address: null };
    return { actor: 'ANONYMOUS', ...nobody, requestId: '' };
  }
  return {
    actor: ACTOR[actor.kind],
    personId: actor.kind === 'person' ? actor.personId : null,
    sessionId: origin.sessionId ?? null,
    tokenId: origin.tokenId ?? null,
    address: origin.address,
    requestId,
  };
}

function whatIs({ act, subject, about = placeOf(subject), code, detail }: AuditNote) {
  return {
    act,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
    subjectKey: subject?.key ?? null,
    caseId: about.caseId ?? null,
    otherCaseId: about.otherCaseId ?? null,
    incidentId: about.incidentId ?? null,
    outcome: code === undefined ? ('DONE' as const) : ('REFUSED' as const),
    code: code ?? null,
    detail: detail ?? null,
  };
}

function placeOf(subject: AuditSubject | undefined): AuditPlace {
  if (subject?.type === 'Postmortem') return { caseId: subject.id };
  return subject?.type === 'Incident' ? { incidentId: subject.id } : {};
}
