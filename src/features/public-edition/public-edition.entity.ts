import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { Language } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import type { EditionChoices } from './edition-text.js';
import type { InternalWord } from './edition-rules.js';

/** How far an edition is. */
export const EDITION_STATUSES = ['DRAFT', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type EditionStatus = (typeof EDITION_STATUSES)[number];

/** The edition of a case for everybody: a text of its own, made from the case and edited by hand. */
@Entity('public_edition')
@Unique(['postmortemId'])
@Unique(['token'])
export class PublicEditionEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @WordColumn() status!: EditionStatus;
  /** By what its page is addressed; it stays the same from version to version. */
  @WordColumn() token!: string;
  @TextColumn() title!: string;
  /** Markdown. */
  @TextColumn() text!: string;
  @WordColumn() language!: Language;
  @JsonColumn() choices!: EditionChoices;
  /** The revision of the case that it was last made from. */
  @IntegerColumn() caseRevision!: number;
  /** Whether search engines may list the page: 1 if they may, else 0. */
  @IntegerColumn() isListed!: number;
  /** The version that is out; null: none is. */
  @IntegerColumn({ nullable: true }) publicNumber!: number | null;

  /** Who made it or edited it last; null for the program itself. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  editorId!: string | null;

  @InstantColumn() editedAt!: Date;

  /** Who approved it as it stands. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  approverId!: string | null;

  @InstantColumn({ nullable: true }) approvedAt!: Date | null;
}

/** An edition as it once went out. */
@Entity('public_edition_version')
@Unique(['editionId', 'number'])
export class PublicEditionVersionEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PublicEditionEntity, { onDelete: 'CASCADE' })
  editionId!: string;

  /** Counted from 1. */
  @IntegerColumn() number!: number;
  @TextColumn() title!: string;
  /** Markdown. */
  @TextColumn() text!: string;
  @WordColumn() language!: Language;
  @InstantColumn() publishedAt!: Date;
}

/** The words that stay inside, in one row. */
@Entity('internal_words')
export class InternalWordsEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @JsonColumn() words!: readonly InternalWord[];
}
