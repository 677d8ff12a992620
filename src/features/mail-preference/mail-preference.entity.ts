import { Entity, ForeignKey } from 'typeorm';

import { IdColumn, IntegerColumn, JsonColumn } from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import type { MailChoices } from './mail-choices.js';

/** Which mail somebody wants, from the first time that they say so. */
@Entity('mail_preference')
export class MailPreferenceEntity {
  /** The id of the person. */
  @IdColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  id!: string;

  @IntegerColumn() version!: number;
  /** What is not said is as `DEFAULT_CHOICES` has it. */
  @JsonColumn() choices!: Partial<MailChoices>;
}
