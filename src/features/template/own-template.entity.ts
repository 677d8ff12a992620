import { Entity, Unique } from 'typeorm';

import type { Language } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';

/** A template that the organization has written itself; it stands before a file of its name and language. */
@Entity('own_template')
@Unique(['name', 'language'])
export class OwnTemplateEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  /** As its front matter says. */
  @WordColumn() name!: string;
  @WordColumn() language!: Language;
  /** Markdown with front matter, as in a file. */
  @TextColumn() text!: string;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() updatedAt!: Date;
  /** No longer offered from then on. */
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}

/** The rules of the organization, in one row; they stand in the place of those of the file. */
@Entity('template_rules')
export class TemplateRulesEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  /** YAML; null where the file holds. */
  @TextColumn({ nullable: true }) text!: string | null;
}
