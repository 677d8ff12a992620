import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

import { InstantColumn, IntegerColumn, TextColumn, WordColumn } from './columns.js';

/** A side effect that was promised in a transaction and is still to be delivered. */
@Entity('outbox')
@Index(['deadAt', 'nextAttemptAt'])
export class OutboxEntity {
  @PrimaryGeneratedColumn('increment') seq!: number;
  /** Which handler delivers it: `search`. */
  @WordColumn() topic!: string;
  /** What it is about; the handler loads the present state itself. */
  @WordColumn() subjectId!: string;
  @InstantColumn() createdAt!: Date;
  @IntegerColumn() attempts!: number;
  @InstantColumn() nextAttemptAt!: Date;
  @TextColumn({ nullable: true }) lastError!: string | null;
  /** Set when delivery was given up; an administrator sees it. */
  @InstantColumn({ nullable: true }) deadAt!: Date | null;
}
