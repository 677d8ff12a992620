import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { Language, PostmortemStatus, Visibility } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { IncidentEntity } from '../incident/incident.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import type { CaseSourceDocument } from '../case-file/case-document.js';

@Entity('postmortem')
@Unique(['key'])
@Unique(['importIdentity'])
@Index(['updatedAt'])
@Index(['createdAt'])
// Who may read what is asked of every case at a time: by these alone, past the long texts.
@Index(['visibility', 'status', 'facilitatorId', 'id'])
@Index(['status', 'visibility', 'facilitatorId', 'id'])
export class PostmortemEntity {
  @IdColumn() id!: string;
  /** Guards the row's own fields against lost updates. */
  @IntegerColumn() version!: number;
  /** Counts every edit of the case, its timeline, factors and so on included: the number of its newest revision. */
  @IntegerColumn() revision!: number;
  /** Grows with everything that the search index should hear of. */
  @IntegerColumn() searchStamp!: number;
  @WordColumn() key!: string;
  /** The number in the key, so that PM-10 sorts after PM-9. */
  @IntegerColumn() number!: number;
  @TextColumn() title!: string;
  /** Markdown. */
  @TextColumn() summary!: string;
  @WordColumn() status!: PostmortemStatus;
  @WordColumn() visibility!: Visibility;
  @WordColumn() language!: Language;
  @WordColumn({ nullable: true }) template!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  facilitatorId!: string | null;

  @JsonColumn({ nullable: true }) source!: CaseSourceDocument | null;
  /** Front-matter keys without a meaning here, kept for the export. */
  @JsonColumn({ nullable: true }) extra!: Record<string, unknown> | null;
  /** By what an import knows the case again; null for one written here. */
  @TextColumn({ nullable: true }) importIdentity!: string | null;
  /** SHA-256 of the imported file, so that an unchanged file is passed over. */
  @WordColumn({ nullable: true }) importDigest!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() updatedAt!: Date;
  @InstantColumn({ nullable: true }) publishedAt!: Date | null;
}

@Entity('postmortem_person')
@Unique(['postmortemId', 'personId', 'role'])
export class PostmortemPersonEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  personId!: string;

  @IntegerColumn() position!: number;
  @WordColumn() role!: 'AUTHOR' | 'REVIEWER';
}

@Entity('postmortem_incident')
export class PostmortemIncidentEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => IncidentEntity, { onDelete: 'RESTRICT' })
  @Index()
  incidentId!: string;

  @IntegerColumn() position!: number;
}

@Entity('postmortem_tag')
export class PostmortemTagEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @PrimaryColumn('varchar', { length: 255 })
  @Index()
  tag!: string;

  @IntegerColumn() position!: number;
}

@Entity('section')
@Index(['postmortemId'])
export class SectionEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PostmortemEntity, { onDelete: 'CASCADE' })
  postmortemId!: string;

  @IntegerColumn() position!: number;
  /** Empty for text that stands before the first heading. */
  @TextColumn() heading!: string;
  /** Markdown. */
  @TextColumn() body!: string;
}
