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

/** A search that somebody comes back to: an address of the library under a name. */
@Entity('saved_search')
@Unique(['ownerId', 'name'])
export class SavedSearchEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  ownerId!: string;

  @WordColumn() name!: string;
  /** What follows the path: `?q=pool&severity=SEV1`. */
  @TextColumn() address!: string;
  /** Since when everybody sees it; null for its owner only. */
  @InstantColumn({ nullable: true }) @Index() sharedAt!: Date | null;
  @InstantColumn() createdAt!: Date;
}
