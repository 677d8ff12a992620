import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import { IdColumn, IntegerColumn, RefColumn, TextColumn } from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { ReviewMeetingEntity } from './review-meeting.entity.js';

/** What somebody thought of a meeting. Whose it is is kept so that they can change it, and shown to nobody. */
@Entity('review_feedback')
@Unique(['meetingId', 'personId'])
export class ReviewFeedbackEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => ReviewMeetingEntity, { onDelete: 'CASCADE' })
  meetingId!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  /** 1 to 5, as the others. */
  @IntegerColumn() timeWellSpent!: number;
  @IntegerColumn() learnedSomething!: number;
  @IntegerColumn() decisionsCarriedOut!: number;
  @TextColumn({ nullable: true }) word!: string | null;
}
