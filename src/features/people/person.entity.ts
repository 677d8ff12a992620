import { Entity, Unique } from 'typeorm';

import type { Language } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  WordColumn,
} from '../../infra/database/columns.js';

@Entity('person')
@Unique(['email'])
export class PersonEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() name!: string;
  /** Lower case; null for somebody who is known by name only. */
  @WordColumn({ nullable: true }) email!: string | null;
  /** The language they want to be addressed in. */
  @WordColumn({ nullable: true }) locale!: Language | null;
  @InstantColumn() createdAt!: Date;
  /** Left the organization: stays on old cases, is offered for nothing new. */
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}
