import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';

import type { TxCtx } from '../../core/ctx.js';
import { FupanError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { LIMITS } from '../../core/limits.js';
import { text } from '../../core/validation.js';
import { RESPONDER_ROLES } from '../../core/vocabulary.js';
import { insertInOrder, insertRows } from '../../infra/database/insert.js';
import { PersonEntity } from '../people/person.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import {
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
} from './incident.entity.js';

export const affectedServiceSchema = z.object({
  serviceId: z.string(),
  impact: text.entry.nullish(),
  recoveredAt: z.date().nullish(),
});
const responderSchema = z.object({ personId: z.string(), role: z.enum(RESPONDER_ROLES) });
const referenceSchema = z
  .object({
    source: text.name,
    externalId: text.name.nullish(),
    url: text.url.nullish(),
  })
  .refine(({ externalId, url }) => externalId || url, { error: 'referenceEmpty' });

/** The lists of an incident; one that is left out stays as it is. */
export const partsSchema = z.object({
  services: z.array(affectedServiceSchema).max(LIMITS.shortList).optional(),
  responders: z.array(responderSchema).max(LIMITS.shortList).optional(),
  references: z.array(referenceSchema).max(LIMITS.shortList).optional(),
});
type Parts = z.output<typeof partsSchema>;
type AffectedService = z.output<typeof affectedServiceSchema>;

/** Writes what belongs to an incident. Whoever calls has asked the policy. */
@Injectable()
export class IncidentParts {
  /** @throws FupanError NOT_FOUND for a service or a person, VALIDATION for one listed twice */
  async write(tx: TxCtx, incidentId: string, parts: Parts): Promise<void> {
    const { services, responders, references } = parts;
    if (services) {
      const ids = services.map(({ serviceId }) => serviceId);
      await this.#requireServices(tx, ids, (at) => ['input', 'services', at, 'serviceId']);
      await tx.db.delete(IncidentServiceEntity, { incidentId });
      await insertInOrder(tx, IncidentServiceEntity, services, (service) =>
        affectedRow(incidentId, service),
      );
    }
    if (responders) {
      await this.#requirePeople(tx, responders);
      await tx.db.delete(IncidentResponderEntity, { incidentId });
      await insertInOrder(tx, IncidentResponderEntity, responders, (responder) => ({
        id: newId(),
        incidentId,
        ...responder,
      }));
    }
    if (references) {
      await tx.db.delete(IncidentReferenceEntity, { incidentId });
      await insertInOrder(tx, IncidentReferenceEntity, references, (reference) => ({
        id: newId(),
        incidentId,
        source: reference.source,
        externalId: reference.externalId ?? null,
        url: reference.url ?? null,
      }));
    }
  }

  /** Adds a service at the end, or replaces what was said of it at its place. @throws FupanError NOT_FOUND */
  async setService(tx: TxCtx, incidentId: string, service: AffectedService): Promise<void> {
    const { serviceId } = service;
    await this.#requireServices(tx, [serviceId], () => ['input', 'serviceId']);
    const rows = await tx.db.find(IncidentServiceEntity, {
      where: { incidentId },
      order: { position: 'ASC' },
    });
    const present = rows.find((row) => row.serviceId === serviceId);
    if (present) await tx.db.delete(IncidentServiceEntity, { id: present.id });
    const position = present?.position ?? (rows.at(-1)?.position ?? -1) + 1;
    const row = { ...affectedRow(incidentId, service), position };
    await insertRows(tx, IncidentServiceEntity, [row]);
  }

  /** @throws FupanError NOT_FOUND if the service is not among those of the incident */
  async removeService(tx: TxCtx, incidentId: string, serviceId: string): Promise<void> {
    const { affected } = await tx.db.delete(IncidentServiceEntity, { incidentId, serviceId });
    if (affected === 0) throw new NotFoundError('service', ['serviceId']);
  }

  async #requireServices(
    tx: TxCtx,
    ids: readonly string[],
    fieldOf: (at: string) => string[],
  ): Promise<void> {
    refuseRepeated(ids, fieldOf);
    const rows = await tx.db.findBy(ServiceEntity, { id: In([...ids]) });
    refuseMissing('service', ids, rows, fieldOf);
  }

  async #requirePeople(
    tx: TxCtx,
    responders: readonly { personId: string; role: string }[],
  ): Promise<void> {
    const fieldOf = (at: string): string[] => ['input', 'responders', at, 'personId'];
    refuseRepeated(
      responders.map(({ personId, role }) => `${role} ${personId}`),
      fieldOf,
    );
    const ids = responders.map(({ personId }) => personId);
    const rows = await tx.db.findBy(PersonEntity, { id: In([...new Set(ids)]) });
    refuseMissing('person', ids, rows, fieldOf);
  }
}

function affectedRow(
  incidentId: string,
  { serviceId, impact, recoveredAt }: AffectedService,
): Omit<IncidentServiceEntity, 'position'> {
  return {
    id: newId(),
    incidentId,
    serviceId,
    impact: impact ?? null,
    recoveredAt: recoveredAt ?? null,
  };
}

function refuseRepeated(values: readonly string[], fieldOf: (at: string) => string[]): void {
  const at = values.findIndex((value, index) => values.indexOf(value) < index);
  if (at !== -1) throw new FupanError('VALIDATION', 'listedTwice', {}, fieldOf(String(at)));
}

function refuseMissing(
  what: string,
  ids: readonly string[],
  rows: readonly { id: string }[],
  fieldOf: (at: string) => string[],
): void {
  const known = new Set(rows.map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  if (at !== -1) throw new NotFoundError(what, fieldOf(String(at)));
}
