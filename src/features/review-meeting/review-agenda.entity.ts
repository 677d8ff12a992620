import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';
import type { ReviewOutcome } from './review-meeting.states.js';

/** A case on the agenda of a meeting: as confidential as the case. */
@Entity('review_agenda_case')
@Unique(['meetingId', 'postmortemId'])
export class ReviewAgendaCaseEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => ReviewMeetingEntity, { onDelete: 'CASCADE' })
  meetingId!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  @Index()
  postmortemId!: string;

  /** Only orders: what somebody may not read has a place too. */
  @IntegerColumn() position!: number;
  @IntegerColumn({ nullable: true }) plannedMinutes!: number | null;
  /** Markdown; empty while there are none. */
  @TextColumn() notes!: string;
  @WordColumn({ nullable: true }) outcome!: ReviewOutcome | null;
}

/** What a meeting has decided about a case. */
@Entity('review_decision')
@Index(['agendaCaseId'])
export class ReviewDecisionEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => ReviewAgendaCaseEntity, { onDelete: 'CASCADE' })
  agendaCaseId!: string;

  /** That of the agenda. */
  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  @Index()
  postmortemId!: string;

  @IntegerColumn() position!: number;
  /** Markdown. */
  @TextColumn() text!: string;

  /** The action that was made of it; null while there is none, or once it was removed. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => ActionItemEntity, { onDelete: 'SET NULL' })
  @Index()
  actionItemId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  createdById!: string | null;

  @InstantColumn() createdAt!: Date;
}
