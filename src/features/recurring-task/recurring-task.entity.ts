import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { Practice, TaskResult } from '../../core/vocabulary.js';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import type { Cadence } from '../../core/cadence.js';

/** Something that has to be done again and again: maintenance, a restore test. */
@Entity('recurring_task')
@Unique(['key'])
export class RecurringTaskEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() key!: string;
  /** The number in the key, so that RT-10 sorts after RT-9. */
  @IntegerColumn() number!: number;
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) detail!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'RESTRICT' })
  @Index()
  teamId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  ownerId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => ServiceEntity, { onDelete: 'RESTRICT' })
  @Index()
  serviceId!: string | null;

  @WordColumn({ nullable: true }) practice!: Practice | null;
  /** When it was due and is: each in force from a day of its own, the present one last. */
  @JsonColumn() cadences!: readonly Cadence[];
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}

/**
 * What came of one occurrence, as somebody recorded it. A row is never changed: who records the same
 * day again adds the next number, and that one counts.
 */
@Entity('task_run')
@Unique(['taskId', 'dueOn', 'number'])
export class TaskRunEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => RecurringTaskEntity, { onDelete: 'CASCADE' })
  taskId!: string;

  /** The occurrence, by its day. */
  @DayColumn() dueOn!: string;
  /** From 1, for each occurrence. */
  @IntegerColumn() number!: number;
  @WordColumn() result!: TaskResult;
  @TextColumn({ nullable: true }) note!: string | null;
  @TextColumn({ nullable: true }) evidence!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  doneById!: string | null;

  @InstantColumn() doneAt!: Date;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  recordedById!: string | null;

  @InstantColumn() recordedAt!: Date;
}
