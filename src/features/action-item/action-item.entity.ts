import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { ActionPriority, ActionStatus, ActionType } from '../../core/vocabulary.js';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

@Entity('action_item')
@Unique(['key'])
@Index(['postmortemId'])
@Index(['status', 'dueOn'])
export class ActionItemEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() key!: string;
  /** The number in the key, so that AI-10 sorts after AI-9. */
  @IntegerColumn() number!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @IntegerColumn() position!: number;
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) detail!: string | null;
  /** What will be true once it is done: where its title does not say, this bounds it. */
  @TextColumn({ nullable: true }) doneWhen!: string | null;
  @WordColumn({ nullable: true }) type!: ActionType | null;
  @WordColumn({ nullable: true }) priority!: ActionPriority | null;
  @WordColumn() status!: ActionStatus;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  ownerId!: string | null;

  /** The owner as an imported file wrote it, where no person is meant for sure. */
  @WordColumn({ nullable: true }) ownerText!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'RESTRICT' })
  @Index()
  teamId!: string | null;

  @DayColumn({ nullable: true }) dueOn!: string | null;
  @TextColumn({ nullable: true }) evidence!: string | null;
  @InstantColumn({ nullable: true }) completedAt!: Date | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  verifierId!: string | null;

  @InstantColumn({ nullable: true }) verifiedAt!: Date | null;
  @DayColumn({ nullable: true }) effectCheckOn!: string | null;
  @TextColumn({ nullable: true }) effectNote!: string | null;
  /** Why it was rejected or paused. */
  @TextColumn({ nullable: true }) reason!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  pauseApproverId!: string | null;

  @DayColumn({ nullable: true }) pausedUntil!: string | null;
  /** What it goes back to when it is resumed. */
  @WordColumn({ nullable: true }) pausedFrom!: ActionStatus | null;
  @TextColumn({ nullable: true }) trackerUrl!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() updatedAt!: Date;
}
