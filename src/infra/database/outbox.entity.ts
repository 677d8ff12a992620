import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

import { InstantColumn, IntegerColumn, RefColumn, TextColumn, WordColumn } from './columns.js';

/** A side effect that was promised in a transaction and is still to be delivered. */
@Entity('outbox')
@Index(['deadAt', 'nextAttemptAt'])
export class OutboxEntity {
  @PrimaryGeneratedColumn('increment') seq!: number;
  /** Which handler delivers it: `search`, `delivery`. */
  @WordColumn() topic!: string;
  /** What it is about; the handler loads the present state itself. */
  @WordColumn() subjectId!: string;
  @InstantColumn() createdAt!: Date;
  @IntegerColumn() attempts!: number;
  /** Nobody tries before; where a process has taken it on, the end of its lease. */
  @InstantColumn() nextAttemptAt!: Date;
  /** Which round of which process has taken it on; null for none. */
  @RefColumn({ nullable: true }) @Index() claimedBy!: string | null;
  @TextColumn({ nullable: true }) lastError!: string | null;
  /** Set when delivery was given up; an administrator sees it. */
  @InstantColumn({ nullable: true }) deadAt!: Date | null;
}
