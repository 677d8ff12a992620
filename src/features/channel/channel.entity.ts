import { Entity, ForeignKey, Index } from 'typeorm';

import type { ChannelKind, ChannelTopic, Language } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { TeamEntity } from '../people/team.entity.js';

/** A place in a chat that fupan writes to. */
@Entity('channel')
export class ChannelEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  /** Whose it is; null for the whole organization. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'CASCADE' })
  @Index()
  teamId!: string | null;

  @WordColumn() kind!: ChannelKind;
  @WordColumn() name!: string;
  /** The language it is written to in. */
  @WordColumn() locale!: Language;
  /** What it is told; null: everything. */
  @JsonColumn({ nullable: true }) topics!: readonly ChannelTopic[] | null;
  /** The address that takes messages, sealed: whoever knows it can write there. */
  @TextColumn() webhook!: string;
  /** What people are shown of it: the host and its last four characters. */
  @WordColumn() address!: string;
  /** What messages are signed with, sealed; null where they are not. */
  @TextColumn({ nullable: true }) secret!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) lastSentAt!: Date | null;
  /** What went wrong at the last attempt; null if it went well. */
  @TextColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}
