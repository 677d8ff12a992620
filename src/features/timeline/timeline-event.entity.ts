import { Entity, ForeignKey, Index } from 'typeorm';

import type { TimelineMarker, TimelineSource } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

@Entity('timeline_event')
@Index(['postmortemId'])
export class TimelineEventEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  /** Order among events of the same instant. */
  @IntegerColumn() position!: number;
  @InstantColumn() at!: Date;
  /** IANA zone or offset in which the author wrote the time. */
  @WordColumn() zone!: string;
  @WordColumn() marker!: TimelineMarker;
  @TextColumn() text!: string;
  @WordColumn({ nullable: true }) sourceKind!: TimelineSource | null;
  @WordColumn({ nullable: true }) sourceName!: string | null;
  /** The line it was read from, to the letter. */
  @TextColumn({ nullable: true }) original!: string | null;
  @TextColumn({ nullable: true }) evidence!: string | null;
}
