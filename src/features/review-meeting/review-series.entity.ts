import { Entity, ForeignKey, Index } from 'typeorm';

import type { Cadence } from '../../core/cadence.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';

/** When the meetings of a series are held. */
export type SeriesCadence = Pick<Cadence, 'rule' | 'startsOn' | 'zone' | 'time'>;

/** A slot that comes again and again, from which review meetings are made ahead. */
@Entity('review_series')
export class ReviewSeriesEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @TextColumn() title!: string;
  @JsonColumn() cadence!: SeriesCadence;
  @IntegerColumn() durationMinutes!: number;
  /** A room or an address; null if nobody said. */
  @TextColumn({ nullable: true }) place!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  facilitatorId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  createdById!: string | null;

  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}
