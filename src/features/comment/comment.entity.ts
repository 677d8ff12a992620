import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { ThreadKind, ThreadPart, ThreadState } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { DeliveryEntity } from '../delivery/delivery.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** What is talked about at one place of a case. */
@Entity('comment_thread')
export class CommentThreadEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  @Index()
  postmortemId!: string;

  @WordColumn() kind!: ThreadKind;
  @WordColumn() state!: ThreadState;
  @WordColumn() part!: ThreadPart;
  /** The entry that it is about; the entry may be gone, and what was said of it stays. */
  @RefColumn({ nullable: true }) partId!: string | null;
  /** By what a section is known: it has no identity of its own. */
  @TextColumn({ nullable: true }) heading!: string | null;
  /** The words it was about, as they were. */
  @TextColumn({ nullable: true }) quote!: string | null;
  @InstantColumn() createdAt!: Date;
  /** Markdown. */
  @TextColumn({ nullable: true }) answer!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  settledById!: string | null;

  @InstantColumn({ nullable: true }) settledAt!: Date | null;
}

@Entity('comment')
@Unique(['threadId', 'number'])
export class CommentEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  @Index()
  postmortemId!: string;

  @RefColumn()
  @ForeignKey(() => CommentThreadEntity, { onDelete: 'CASCADE' })
  threadId!: string;

  /** 0 for the one that opened the thread; the replies follow. */
  @IntegerColumn() number!: number;

  /** Null for the program itself. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  authorId!: string | null;

  /** Markdown; empty once it was removed. */
  @TextColumn() text!: string;
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) editedAt!: Date | null;
  /** It was deleted, and stands only for the replies to it. */
  @InstantColumn({ nullable: true }) removedAt!: Date | null;
}

/** Why somebody is told of a comment, the weightiest first. */
export const NOTICE_REASONS = ['MENTIONED', 'ASKED', 'REPLIED'] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

/** That somebody is told of a comment, once, by this delivery. */
@Entity('comment_notice')
@Unique(['commentId', 'personId'])
export class CommentNoticeEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => CommentEntity, { onDelete: 'CASCADE' })
  commentId!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  @RefColumn()
  @ForeignKey(() => DeliveryEntity, { onDelete: 'CASCADE' })
  @Index()
  deliveryId!: string;

  @WordColumn() reason!: NoticeReason;
}
