import { Entity, Index, PrimaryColumn } from 'typeorm';

import type { ErrorCode } from '../../core/errors.js';
import {
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  WordColumn,
} from '../../infra/database/columns.js';

/** What else is to be known of an act; never what somebody wrote, and no secret. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * One act. Rows are only ever added: triggers refuse anything else, and each hash covers the row
 * and the hash before it. Ids are no references, so that the log outlives what it tells of.
 */
@Entity('audit_entry')
@Index(['at', 'id'])
@Index(['personId'])
@Index(['subjectId'])
@Index(['caseId'])
export class AuditEntryEntity {
  /** Counts from 1 without a gap, so only the operator sees it: gaps would tell of hidden entries. */
  @PrimaryColumn('integer') seq!: number;
  /** What others know the entry by. */
  @RefColumn() id!: string;
  @InstantColumn() at!: Date;
  @WordColumn() actor!: 'OPERATOR' | 'PERSON' | 'ANONYMOUS';
  @WordColumn({ nullable: true }) personId!: string | null;
  @WordColumn({ nullable: true }) sessionId!: string | null;
  @WordColumn({ nullable: true }) tokenId!: string | null;
  /** Network address; null on the machine itself. */
  @WordColumn({ nullable: true }) address!: string | null;
  @WordColumn() requestId!: string;
  /** The mutation, or another act by the name the program has for it: `postmortemUpdate`, `signIn`, `read`. */
  @WordColumn() act!: string;
  @WordColumn({ nullable: true }) subjectType!: string | null;
  @WordColumn({ nullable: true }) subjectId!: string | null;
  /** What people call the subject: `PM-12`. */
  @WordColumn({ nullable: true }) subjectKey!: string | null;
  /** The case it tells something of; whoever may not read that case does not see the entry. */
  @RefColumn({ nullable: true }) caseId!: string | null;
  /** The case at the other end of a link. */
  @RefColumn({ nullable: true }) otherCaseId!: string | null;
  /** The incident it tells something of, in the same way. */
  @RefColumn({ nullable: true }) incidentId!: string | null;
  @WordColumn() outcome!: 'DONE' | 'REFUSED';
  /** Why it was refused. */
  @WordColumn({ nullable: true }) code!: ErrorCode | null;
  @JsonColumn({ nullable: true }) detail!: AuditDetail | null;
  /** HMAC-SHA-256 over the hash before it and this row, in hex. */
  @WordColumn() hash!: string;
}

/** Where the log ends, so that a cut-off end shows. One row, from the beginning. */
@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn('integer') id!: number;
  @IntegerColumn() seq!: number;
  @WordColumn() hash!: string;
}
