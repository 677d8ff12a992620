import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { ServiceTier } from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { TeamEntity } from '../people/team.entity.js';

@Entity('service')
@Unique(['name'])
export class ServiceEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() name!: string;
  @WordColumn() tier!: ServiceTier;
  /** What the business does with it, in its own words: "take payments". */
  @TextColumn({ nullable: true }) businessFunction!: string | null;
  /** How it survives the loss of a part: "two zones, active-active". */
  @TextColumn({ nullable: true }) redundancy!: string | null;

  @RefColumn({ nullable: true })
  @ForeignKey(() => TeamEntity, { onDelete: 'RESTRICT' })
  @Index()
  ownerTeamId!: string | null;

  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) archivedAt!: Date | null;
}

@Entity('service_dependency')
export class ServiceDependencyEntity {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => ServiceEntity, { onDelete: 'CASCADE' })
  serviceId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => ServiceEntity, { onDelete: 'CASCADE' })
  @Index()
  dependsOnId!: string;
}
