import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';
import type { MeetingAnswer, MeetingState, Presence } from './review-meeting.states.js';
import { ReviewSeriesEntity } from './review-series.entity.js';

/** A meeting at which cases are reviewed, on its own or one of a series. */
@Entity('review_meeting')
@Unique(['key'])
// However many processes make meetings ahead, a slot gets one.
@Unique(['seriesId', 'slotAt'])
@Index(['startsAt'])
export class ReviewMeetingEntity {
  @IdColumn() id!: string;
  /** Counts the edits of its own fields; never what happens to its agenda, which not everybody may know of. */
  @IntegerColumn() version!: number;
  @WordColumn() key!: string;
  /** The number in the key, so that RM-10 sorts after RM-9. */
  @IntegerColumn() number!: number;

  @RefColumn({ nullable: true })
  @ForeignKey(() => ReviewSeriesEntity, { onDelete: 'RESTRICT' })
  seriesId!: string | null;

  /** When its series has it begin; null for a single one, and for one that its series has dropped. */
  @InstantColumn({ nullable: true }) slotAt!: Date | null;
  /** When somebody changed it by hand, so that its series leaves it alone; null while nobody has. */
  @InstantColumn({ nullable: true }) adjustedAt!: Date | null;
  @TextColumn() title!: string;
  @InstantColumn() startsAt!: Date;
  /** IANA zone or offset in which its time is meant. */
  @WordColumn() zone!: string;
  @IntegerColumn() durationMinutes!: number;
  @TextColumn({ nullable: true }) place!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  facilitatorId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  createdById!: string | null;

  @WordColumn() state!: MeetingState;
  /** Why it was canceled. */
  @TextColumn({ nullable: true }) reason!: string | null;
  /** What its facilitator adds at the end of its minutes, in Markdown. */
  @TextColumn({ nullable: true }) closing!: string | null;
  /** SEQUENCE of RFC 5545: grows with what a calendar shows. */
  @IntegerColumn() sequence!: number;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() updatedAt!: Date;
  @InstantColumn({ nullable: true }) startedAt!: Date | null;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
}

/** A team or a person that is invited to a meeting, or to those of a series. */
@Entity('review_invitee')
@Index(['meetingId'])
@Index(['seriesId'])
export class ReviewInviteeEntity {
  @IdColumn() id!: string;

  @RefColumn({ nullable: true })
  @ForeignKey(() => ReviewMeetingEntity, { onDelete: 'CASCADE' })
  meetingId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => ReviewSeriesEntity, { onDelete: 'CASCADE' })
  seriesId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'CASCADE' })
  @Index()
  teamId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string | null;

  @IntegerColumn() position!: number;
}

/** What somebody was last promised to be told of a meeting, by mail. */
@Entity('review_invitation')
@Unique(['meetingId', 'personId'])
export class ReviewInvitationEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => ReviewMeetingEntity, { onDelete: 'CASCADE' })
  meetingId!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  /** Counts the mails to them, from 1. */
  @IntegerColumn() number!: number;
  /** That of the meeting then. */
  @IntegerColumn() sequence!: number;
  @WordColumn() standing!: 'INVITED' | 'LEFT_OUT';
}

/** What somebody answered to an invitation, and whether they came. */
@Entity('review_attendance')
@Unique(['meetingId', 'personId'])
export class ReviewAttendanceEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => ReviewMeetingEntity, { onDelete: 'CASCADE' })
  meetingId!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  personId!: string;

  @WordColumn({ nullable: true }) answer!: MeetingAnswer | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  @WordColumn({ nullable: true }) presence!: Presence | null;
}
