import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { personIdOf } from '../../core/actor.js';
import type { Ctx, TxCtx } from '../../core/ctx.js';
import { ForbiddenError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { checked, text } from '../../core/validation.js';
import {
  INCIDENT_KINDS,
  INCIDENT_STATUSES,
  MILESTONES,
  SEVERITIES,
} from '../../core/vocabulary.js';
import { deleteUnused } from '../../infra/database/constraints.js';
import { insertRows } from '../../infra/database/insert.js';
import { takeNumbers } from '../../infra/database/keys.js';
import { given, updateVersioned } from '../../infra/database/versioned.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { CaseHistory } from '../history/case-history.service.js';
import { IncidentAccess } from './incident-access.service.js';
import { affectedServiceSchema, IncidentParts, partsSchema } from './incident-parts.service.js';
import { IncidentEntity } from './incident.entity.js';
import { refuseImpossible } from './incident-milestones.js';
import { mayCreateIncident, mayReportNearMiss, onlyReadableIncidents } from './incident.policy.js';

const instant = z.date().nullish();
const milestones = {
  startedAt: instant,
  detectedAt: instant,
  acknowledgedAt: instant,
  identifiedAt: instant,
  mitigatedAt: instant,
  resolvedAt: instant,
  verifiedAt: instant,
};
const updateSchema = z.object({
  title: text.title.optional(),
  summary: text.prose.optional(),
  kind: z.enum(INCIDENT_KINDS).optional(),
  severity: z.enum(SEVERITIES).nullish(),
  status: z.enum(INCIDENT_STATUSES).optional(),
  ...milestones,
  ...partsSchema.shape,
  expectedVersion: z.number().int().nullish(),
});
const createSchema = updateSchema.omit({ expectedVersion: true }).extend({ title: text.title });

const nearMissSchema = createSchema
  .pick({ title: true, severity: true, startedAt: true, services: true })
  .extend({ summary: text.prose, withoutName: z.boolean().default(false) });

export type IncidentCreate = z.input<typeof createSchema>;
export type IncidentUpdate = z.input<typeof updateSchema>;
export type NearMissReport = z.input<typeof nearMissSchema>;
export type AffectedServiceSet = z.input<typeof affectedServiceSchema>;

/** Reporting and changing incidents. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly access: IncidentAccess,
    private readonly parts: IncidentParts,
    private readonly audit: AuditLog,
    private readonly history: CaseHistory,
  ) {}

  /** The incident with this id or key; null if there is none or the caller may not read it. */
  async find(
    ctx: Ctx,
    by: { id?: string | undefined; key?: string | undefined },
  ): Promise<IncidentEntity | null> {
    if (!by.id && !by.key) return null;
    const query = ctx.db.createQueryBuilder(IncidentEntity, 'i');
    onlyReadableIncidents(query, ctx.actor, 'i');
    if (by.id) query.andWhere('i.id = :id', { id: by.id });
    if (by.key) query.andWhere('i.key = :key', { key: by.key.toUpperCase() });
    return query.getOne();
  }

  /** @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for a service or a person */
  async create(tx: TxCtx, input: IncidentCreate): Promise<IncidentEntity> {
    if (!mayCreateIncident(tx.actor)) throw new ForbiddenError();
    return this.#insert(tx, checked(createSchema, input), personIdOf(tx.actor));
  }

  /**
   * Reports something that almost went wrong. Without a name nothing tells afterwards who it was:
   * not the incident, not the audit log.
   * @throws FupanError FORBIDDEN, VALIDATION, NOT_FOUND for a service
   */
  async reportNearMiss(tx: TxCtx, input: NearMissReport): Promise<IncidentEntity> {
    // Before the policy, so that also a refusal tells no name.
    if (input.withoutName) this.audit.unnamed(tx);
    if (!mayReportNearMiss(tx.actor)) throw new ForbiddenError();
    const { withoutName, ...values } = checked(nearMissSchema, input);
    const reporterId = withoutName ? null : personIdOf(tx.actor);
    return this.#insert(tx, { ...values, kind: 'NEAR_MISS' }, reporterId);
  }

  async #insert(
    tx: TxCtx,
    values: z.output<typeof createSchema>,
    reporterId: string | null,
  ): Promise<IncidentEntity> {
    const now = tx.clock.now();
    const number = await takeNumbers(tx, 'INC');
    const row: IncidentEntity = {
      id: newId(),
      version: 1,
      key: `INC-${number}`,
      number,
      title: values.title,
      summary: values.summary ?? '',
      kind: values.kind ?? 'INCIDENT',
      severity: values.severity ?? null,
      status: values.status ?? 'INVESTIGATING',
      startedAt: values.startedAt ?? null,
      detectedAt: values.detectedAt ?? null,
      acknowledgedAt: values.acknowledgedAt ?? null,
      identifiedAt: values.identifiedAt ?? null,
      mitigatedAt: values.mitigatedAt ?? null,
      resolvedAt: values.resolvedAt ?? null,
      verifiedAt: values.verifiedAt ?? null,
      reporterId,
      createdAt: now,
      updatedAt: now,
    };
    refuseImpossible(row, new Set(MILESTONES));
    await insertRows(tx, IncidentEntity, [row]);
    await this.parts.write(tx, row.id, values);
    return row;
  }

  /**
   * Changes what is given; lists are replaced as a whole.
   * @throws FupanError NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT
   */
  async update(tx: TxCtx, id: string, input: IncidentUpdate): Promise<IncidentEntity> {
    const row = await this.access.require(tx, 'edit', id);
    const { expectedVersion, services, responders, references, ...fields } = checked(
      updateSchema,
      input,
    );
    const changes = given(fields);
    refuseImpossible({ ...row, ...changes }, new Set(Object.keys(changes)));
    const updated = await this.#changed(tx, row, changes, expectedVersion);
    await this.parts.write(tx, id, { services, responders, references });
    return updated;
  }

  /** @throws FupanError IN_USE while a case is about it */
  async delete(tx: TxCtx, id: string): Promise<IncidentEntity> {
    const row = await this.access.require(tx, 'delete', id);
    await deleteUnused(tx, IncidentEntity, id);
    return row;
  }

  /** Says how the incident struck one service; the others stay. */
  async setService(tx: TxCtx, id: string, input: AffectedServiceSet): Promise<IncidentEntity> {
    const row = await this.access.require(tx, 'edit', id);
    await this.parts.setService(tx, id, checked(affectedServiceSchema, input));
    return this.#changed(tx, row, {});
  }

  /** Says that the incident did not strike a service. @throws FupanError NOT_FOUND if nobody said it did */
  async removeService(tx: TxCtx, id: string, serviceId: string): Promise<IncidentEntity> {
    const row = await this.access.require(tx, 'edit', id);
    await this.parts.removeService(tx, id, serviceId);
    return this.#changed(tx, row, {});
  }

  async #changed(
    tx: TxCtx,
    row: IncidentEntity,
    changes: Partial<IncidentEntity>,
    expectedVersion?: number | null,
  ): Promise<IncidentEntity> {
    const updated = await updateVersioned(tx, IncidentEntity, row, expectedVersion, {
      ...changes,
      updatedAt: tx.clock.now(),
    });
    await this.history.incidentEdited(tx, row.id);
    return updated;
  }
}
