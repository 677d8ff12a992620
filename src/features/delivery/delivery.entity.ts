import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { DeliveryState, DropReason } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { ChannelEntity } from '../channel/channel.entity.js';
import { PersonEntity } from '../people/person.entity.js';

/** What a delivery is about: ids and plain values, never words that somebody may not see any more. */
export type DeliverySubject = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** Something that is to be told to one person or in one channel. */
@Entity('delivery')
@Unique(['dedupeKey'])
export class DeliveryEntity {
  @IdColumn() id!: string;
  /** Who composes it: `DIGEST`, `REMINDER`. */
  @WordColumn() kind!: string;
  /** What there is to be only one of, however many processes think of it: `digest 2026-W09 team …`. */
  @WordColumn() dedupeKey!: string;

  /** By mail; null: in a channel. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => ChannelEntity, { onDelete: 'CASCADE' })
  @Index()
  channelId!: string | null;

  @JsonColumn() subject!: DeliverySubject;
  @InstantColumn() createdAt!: Date;
  /** Not before this. */
  @InstantColumn() dueAt!: Date;
  @InstantColumn({ nullable: true }) sentAt!: Date | null;
  @WordColumn() state!: DeliveryState;
  /** Why it was dropped. */
  @WordColumn({ nullable: true }) reason!: DropReason | null;
  /** What went wrong at the last attempt. */
  @TextColumn({ nullable: true }) lastError!: string | null;
}
