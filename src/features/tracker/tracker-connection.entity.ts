import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { TrackerProvider } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';

/** A tracker that tells fupan what becomes of its issues. */
@Entity('tracker_connection')
export class TrackerConnectionEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() provider!: TrackerProvider;
  @WordColumn() name!: string;
  /** Where the tracker is, without a slash at the end. */
  @TextColumn() baseUrl!: string;
  /** The projects that are listened to, one on each line; null for all. */
  @TextColumn({ nullable: true }) projects!: string | null;
  /** What it signs with, sealed. */
  @TextColumn() secret!: string;
  /** What it signed with before, sealed; good until `previousUntil`. */
  @TextColumn({ nullable: true }) previousSecret!: string | null;
  @InstantColumn({ nullable: true }) previousUntil!: Date | null;
  @InstantColumn() createdAt!: Date;
  /** When it last told anything that was signed well. */
  @InstantColumn({ nullable: true }) lastDeliveryAt!: Date | null;
  /** What was wrong with what came since; null if nothing was. */
  @WordColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn({ nullable: true }) lastErrorAt!: Date | null;
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}

/** Something a tracker has told, so that it is not heard twice. */
@Entity('tracker_delivery')
@Unique(['connectionId', 'delivery'])
@Unique(['connectionId', 'digest'])
@Index(['connectionId', 'receivedAt'])
export class TrackerDeliveryEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => TrackerConnectionEntity, { onDelete: 'CASCADE' })
  connectionId!: string;

  /** SHA-256 of what the tracker calls the delivery. */
  @WordColumn() delivery!: string;
  /** SHA-256 of its body: the name of a delivery is not signed, its body is. */
  @WordColumn() digest!: string;
  @InstantColumn() receivedAt!: Date;
}
