import { Entity, ForeignKey, Index, Unique } from 'typeorm';

import type {
  IncidentKind,
  IncidentStatus,
  ResponderRole,
  Severity,
} from '../../core/vocabulary.js';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../infra/database/columns.js';
import { PersonEntity } from '../people/person.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';

@Entity('incident')
@Unique(['key'])
@Index(['startedAt'])
@Index(['createdAt'])
export class IncidentEntity {
  @IdColumn() id!: string;
  @IntegerColumn() version!: number;
  @WordColumn() key!: string;
  /** The number in the key, so that INC-10 sorts after INC-9. */
  @IntegerColumn() number!: number;
  @TextColumn() title!: string;
  /** Markdown. */
  @TextColumn() summary!: string;
  @WordColumn() kind!: IncidentKind;
  @WordColumn({ nullable: true }) severity!: Severity | null;
  @WordColumn() status!: IncidentStatus;
  @InstantColumn({ nullable: true }) startedAt!: Date | null;
  @InstantColumn({ nullable: true }) detectedAt!: Date | null;
  @InstantColumn({ nullable: true }) acknowledgedAt!: Date | null;
  @InstantColumn({ nullable: true }) identifiedAt!: Date | null;
  @InstantColumn({ nullable: true }) mitigatedAt!: Date | null;
  @InstantColumn({ nullable: true }) resolvedAt!: Date | null;
  @InstantColumn({ nullable: true }) verifiedAt!: Date | null;

  /** Null if nobody said, or if they wanted to stay unnamed. */
  @RefColumn({ nullable: true })
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  reporterId!: string | null;

  @InstantColumn() createdAt!: Date;
  @InstantColumn() updatedAt!: Date;
}

@Entity('incident_service')
@Unique(['incidentId', 'serviceId'])
export class IncidentServiceEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => IncidentEntity, { onDelete: 'CASCADE' })
  incidentId!: string;

  @RefColumn()
  @ForeignKey(() => ServiceEntity, { onDelete: 'RESTRICT' })
  @Index()
  serviceId!: string;

  @IntegerColumn() position!: number;
  /** What the users of this service felt. */
  @TextColumn({ nullable: true }) impact!: string | null;
  @InstantColumn({ nullable: true }) recoveredAt!: Date | null;
}

@Entity('incident_responder')
@Unique(['incidentId', 'personId', 'role'])
export class IncidentResponderEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => IncidentEntity, { onDelete: 'CASCADE' })
  incidentId!: string;

  @RefColumn()
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT' })
  @Index()
  personId!: string;

  @IntegerColumn() position!: number;
  @WordColumn() role!: ResponderRole;
}

@Entity('incident_reference')
export class IncidentReferenceEntity {
  @IdColumn() id!: string;

  @RefColumn()
  @ForeignKey(() => IncidentEntity, { onDelete: 'CASCADE' })
  @Index()
  incidentId!: string;

  @IntegerColumn() position!: number;
  /** The system it lives in: `pagerduty`, `jira`. */
  @WordColumn() source!: string;
  @WordColumn({ nullable: true }) externalId!: string | null;
  @TextColumn({ nullable: true }) url!: string | null;
}
