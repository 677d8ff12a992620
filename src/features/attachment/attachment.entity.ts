import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import {
  BytesColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';

/** A file that belongs to a case: what is known of it. */
@Entity('attachment')
@Index(['postmortemId'])
@Index(['uploadedById'])
export class AttachmentEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @WordColumn() name!: string;
  /** What its bytes say that it is. */
  @WordColumn() mediaType!: string;
  @IntegerColumn() bytes!: number;
  /** SHA-256 of its bytes, in hex. */
  @WordColumn() digest!: string;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  uploadedById!: string | null;

  @InstantColumn() createdAt!: Date;
}

/** Its bytes, in a table of their own, so that nobody reads them who only asks what there is. */
@Entity('attachment_content')
export class AttachmentContentEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => AttachmentEntity, { onDelete: 'CASCADE' })
  attachmentId!: string;

  @BytesColumn() content!: Buffer;
}
