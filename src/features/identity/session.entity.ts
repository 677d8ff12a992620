import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';

/** How somebody signed in. */
export type SignInMethod = 'PASSWORD' | 'OPENID_CONNECT' | 'LINK';

/** A browser that has signed in. */
@Entity('session')
@Unique(['tokenHash'])
export class SessionEntity {
  @IdColumn() id!: string;
  /** SHA-256 of what the cookie carries, in hex. */
  @WordColumn() tokenHash!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  @WordColumn() method!: SignInMethod;
  @InstantColumn() createdAt!: Date;
  /** Written down at most every few minutes. */
  @InstantColumn() lastSeenAt!: Date;
  /** However much it is used, it ends then. */
  @InstantColumn() expiresAt!: Date;
  @WordColumn({ nullable: true }) address!: string | null;
  /** What the browser calls itself, shortened. */
  @WordColumn({ nullable: true }) userAgent!: string | null;
}
