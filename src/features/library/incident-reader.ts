import { In } from 'typeorm';

import type { ReadManager } from '../../core/ctx.js';
import { MILESTONES } from '../../core/vocabulary.js';
import type { IncidentDocument, PersonRef } from '../case-file/case-document.js';
import {
  IncidentEntity,
  IncidentReferenceEntity,
  IncidentResponderEntity,
  IncidentServiceEntity,
} from '../incident/incident.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { ServiceEntity } from '../service-catalog/service.entity.js';
import { withoutBlanks } from './case-parts.js';

/** An incident as a document, and the teams that own its services. */
export interface LoadedIncident {
  readonly document: IncidentDocument;
  readonly ownerTeamIds: readonly string[];
}

/** Reads incidents with what belongs to them, by id. Six statements, whatever the number. */
export async function readIncidents(
  db: ReadManager,
  ids: readonly string[],
): Promise<Map<string, LoadedIncident>> {
  const of = { incidentId: In([...new Set(ids)]) };
  const inOrder = { position: 'ASC' } as const;
  const rows = await db.findBy(IncidentEntity, { id: of.incidentId });
  const affected = await db.find(IncidentServiceEntity, { where: of, order: inOrder });
  const responders = await db.find(IncidentResponderEntity, { where: of, order: inOrder });
  const references = await db.find(IncidentReferenceEntity, { where: of, order: inOrder });
  const services = new Map(
    (
      await db.findBy(ServiceEntity, { id: In([...new Set(affected.map((row) => row.serviceId))]) })
    ).map((service) => [service.id, service]),
  );
  const personIds = [
    ...responders.map((row) => row.personId),
    ...rows.flatMap((row) => row.reporterId ?? []),
  ];
  const persons = new Map(
    (await db.findBy(PersonEntity, { id: In([...new Set(personIds)]) })).map(
      ({ id, name, email }): [string, PersonRef] => [id, withoutBlanks({ name, email })],
    ),
  );
  return new Map(
    rows.map((row): [string, LoadedIncident] => {
      const affectedHere = affected.filter((each) => each.incidentId === row.id);
      const milestones = Object.fromEntries(
        MILESTONES.map((name) => [name, row[name]?.toISOString()]),
      ) as Partial<Record<(typeof MILESTONES)[number], string>>;
      const document: IncidentDocument = withoutBlanks({
        id: row.id,
        key: row.key,
        title: row.title,
        summary: row.summary === '' ? null : row.summary,
        kind: row.kind,
        severity: row.severity,
        status: row.status,
        reporter: row.reporterId === null ? undefined : persons.get(row.reporterId),
        ...withoutBlanks(milestones),
        services: affectedHere.map(({ serviceId, impact, recoveredAt }) =>
          withoutBlanks({
            name: services.get(serviceId)?.name ?? serviceId,
            impact,
            recoveredAt: recoveredAt?.toISOString(),
          }),
        ),
        responders: responders
          .filter((each) => each.incidentId === row.id)
          .flatMap(({ personId, role }) => {
            const person = persons.get(personId);
            return person ? [{ person, role }] : [];
          }),
        references: references
          .filter((each) => each.incidentId === row.id)
          .map(({ source, externalId, url }) => withoutBlanks({ source, externalId, url })),
      });
      const ownerTeamIds = affectedHere.flatMap(
        ({ serviceId }) => services.get(serviceId)?.ownerTeamId ?? [],
      );
      return [row.id, { document, ownerTeamIds: [...new Set(ownerTeamIds)] }];
    }),
  );
}
