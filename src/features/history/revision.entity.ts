import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { InstantColumn, JsonColumn, RefColumn, TextColumn } from '../../infra/database/columns.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** A case as it was; one from before cases had readers says nothing of them. */
type PastDocument = Omit<CaseDocument, 'readers'> & Partial<Pick<CaseDocument, 'readers'>>;

/** The whole case as it was after one edit. */
@Entity('revision')
export class RevisionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @PrimaryColumn('integer') number!: number;
  @InstantColumn() at!: Date;

  /** Null for an edit by the program itself, such as an import. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  editorId!: string | null;

  @TextColumn({ nullable: true }) reason!: string | null;
  @JsonColumn() document!: PastDocument;
}
