import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import type { Practice, PracticeVerdict } from '../../core/vocabulary.js';
import { IntegerColumn, TextColumn, WordColumn } from '../../infra/database/columns.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** Whether one of the sixteen practices held in a case. */
@Entity('practice_assessment')
export class PracticeAssessmentEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @PrimaryColumn('varchar', { length: 8 }) practice!: Practice;
  @IntegerColumn() position!: number;
  @WordColumn() verdict!: PracticeVerdict;
  @TextColumn({ nullable: true }) note!: string | null;
}
