import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type { InitiativeAct, InitiativeStatus } from '../../core/vocabulary.js';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity } from '../people/team.entity.js';

/** A technical upgrade that gathers what several cases ask for. */
@Entity('initiative')
@Unique(['key'])
export class InitiativeEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() key!: string;
  /** The number in the key, so that INI-10 sorts after INI-9. */
  @IntegerColumn() number!: number;
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) goal!: string | null;
  @WordColumn() status!: InitiativeStatus;
  /** Why it was dropped. */
  @TextColumn({ nullable: true }) reason!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'RESTRICT' })
  @Index()
  teamId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  ownerId!: string | null;

  @DayColumn({ nullable: true }) targetOn!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() updatedAt!: Date;
}

/** Something that happened to an initiative, and how it stood after it. */
@Entity('initiative_event')
@Unique(['initiativeId', 'number'])
export class InitiativeEventEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => InitiativeEntity, { onDelete: 'CASCADE' })
  initiativeId!: string;

  /** Counts from 1. */
  @IntegerColumn() number!: number;
  @InstantColumn() at!: Date;

  /** Null for the program itself, such as an import. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  actorId!: string | null;

  @WordColumn() act!: InitiativeAct;
  /** Null for the first. */
  @WordColumn({ nullable: true }) fromStatus!: InitiativeStatus | null;
  @WordColumn() status!: InitiativeStatus;
  @TextColumn({ nullable: true }) reason!: string | null;
  @TextColumn() title!: string;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'RESTRICT' })
  @Index()
  teamId!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  ownerId!: string | null;

  @DayColumn({ nullable: true }) targetOn!: string | null;
}

/** What of an initiative its history follows. */
export const FOLLOWED = [
  'status',
  'title',
  'teamId',
  'ownerId',
  'targetOn',
] as const satisfies readonly (keyof InitiativeEntity & keyof InitiativeEventEntity)[];
