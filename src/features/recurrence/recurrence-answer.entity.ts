import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { PreventionAnswer } from '../../core/vocabulary.js';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../../infra/database/columns.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** Whether an action that another case asked for would have prevented this one, as last answered. */
@Entity('recurrence_answer')
@Unique(['postmortemId', 'actionItemId'])
export class RecurrenceAnswerEntity {
  @IdColumn() id!: string;

  /** The case that happened. */
  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @RefColumn()
  @ForeignKey(() => ActionItemEntity, { onDelete: 'CASCADE' })
  @Index()
  actionItemId!: string;

  @WordColumn() answer!: PreventionAnswer;

  /** Who answered last; null for the program itself. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  personId!: string | null;

  @InstantColumn() at!: Date;
}
