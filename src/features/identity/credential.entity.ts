import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';

/** The password of a person, as a hash; somebody without one signs in another way or not at all. */
@Entity('credential')
export class CredentialEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  personId!: string;

  /** argon2id in the PHC format, its parameters included. */
  @TextColumn() passwordHash!: string;
  @InstantColumn() changedAt!: Date;
}

/** Who somebody is at an OpenID Connect provider. */
@Entity('provider_account')
@Unique(['issuer', 'subject'])
export class ProviderAccountEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string;

  @WordColumn() issuer!: string;
  @WordColumn() subject!: string;
  @InstantColumn() createdAt!: Date;
}

/** What a one-time link is for. */
export type InvitationKind =
  /** Whoever has it becomes the first administrator. */
  | 'FIRST_ADMIN'
  /** Its person chooses a password and is signed in. */
  | 'SET_PASSWORD'
  /** Its person is signed in; only for the throwaway library of the demo. */
  | 'SIGN_IN';

/** A link that lets somebody in once. */
@Entity('invitation')
@Unique(['tokenHash'])
export class InvitationEntity {
  @IdColumn() id!: string;
  /** SHA-256 of what the link carries, in hex. */
  @WordColumn() tokenHash!: string;
  @WordColumn() kind!: InvitationKind;

  /** Null for the first administrator, whom nobody knows yet. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE' })
  @Index()
  personId!: string | null;

  @InstantColumn() createdAt!: Date;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) usedAt!: Date | null;
}
