import { Column, Entity, Unique } from 'typeorm';

import type { Language, Role } from '../../core/vocabulary.js';
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
  /** The time zone they read times in; null for that of their browser. */
  @WordColumn({ nullable: true }) zone!: string | null;
  /** What they may do in the organization once they sign in. */
  @Column('varchar', { length: 255, default: 'MEMBER' }) role!: Role;
  @InstantColumn() createdAt!: Date;
  /** Left the organization: stays on old cases, is offered for nothing new, cannot sign in. */
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}
