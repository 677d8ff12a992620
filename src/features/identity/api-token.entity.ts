import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { TokenScope } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';

/** What a token is good for: the API, or nothing but feeds. */
export type TokenKind = 'API' | 'FEED';

/** By what a program acts for a person. */
@Entity('api_token')
@Unique(['tokenHash'])
export class ApiTokenEntity {
  @IdColumn() id!: string;
  /** SHA-256 of the token, in hex. */
  @WordColumn() tokenHash!: string;
  /** How the token begins, so that people can tell theirs apart. */
  @WordColumn() hint!: string;
  @WordColumn() kind!: TokenKind;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  @WordColumn() name!: string;
  @JsonColumn() scopes!: TokenScope[];
  @InstantColumn() createdAt!: Date;
  @InstantColumn() expiresAt!: Date;
  /** Written down at most every few minutes; null if it never was. */
  @InstantColumn({ nullable: true }) lastUsedAt!: Date | null;
  @InstantColumn({ nullable: true }) revokedAt!: Date | null;
}
