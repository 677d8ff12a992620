import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { TxCtx } from '../../core/ctx.js';
import { insertRows } from '../../infra/database/insert.js';
import type { Catalog } from '../case-file/catalog-file.js';
import { CaseHistory } from '../history/case-history.service.js';
import { LastAdmin } from '../people/last-admin.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity, TeamMemberEntity } from '../people/team.entity.js';
import { PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { ServiceDependencyEntity, ServiceEntity } from '../service-catalog/service.entity.js';
import { openServices, openTeams, type Ids } from './catalog-book.js';
import type { ImportFault } from './import-fault.js';
import { IncidentBook } from './incident-book.js';
import { OrganizationWriter } from './organization-writer.service.js';
import { openPersonBook, peopleOfIncident, type PersonBook } from './person-book.js';

/** Writes a catalogue file: adds what is not there, changes what it describes otherwise, removes nothing. */
@Injectable()
export class CatalogWriter {
  constructor(
    private readonly history: CaseHistory,
    private readonly lastAdmin: LastAdmin,
    private readonly organization: OrganizationWriter,
  ) {}

  /**
   * Answers what it names in vain; the rest is written.
   * @throws FupanError WRONG_STATE if it would archive the last administrator
   */
  async write(tx: TxCtx, catalog: Catalog): Promise<ImportFault[]> {
    const { calendars, faults } = await this.organization.write(tx, catalog);
    const members = catalog.teams.flatMap((team) => team.members.map(({ person }) => person));
    const named = catalog.incidents.flatMap(peopleOfIncident);
    const people = await openPersonBook(tx, [...catalog.people, ...members, ...named]);
    await this.#describePeople(tx, catalog.people, people);
    const teams = await openTeams(tx, [
      ...catalog.teams.map(({ key }) => key),
      ...catalog.services.flatMap(({ ownerTeam }) => ownerTeam ?? []),
    ]);
    await this.#describeTeams(tx, catalog.teams, teams, people, calendars);
    const services = await openServices(tx, [
      ...catalog.services.flatMap(({ name, dependsOn }) => [name, ...dependsOn]),
      ...catalog.incidents.flatMap((incident) => incident.services.map(({ name }) => name)),
    ]);
    await this.#describeServices(tx, catalog.services, services, teams);
    const incidents = await IncidentBook.open(tx, catalog.incidents, [], people, services);
    catalog.incidents.forEach((incident, place) => incidents.settle(incident, [], place));
    await incidents.close(tx);
    const changed = await incidents.write(tx);
    if (changed.length === 0) return faults;
    const rows = await tx.db.findBy(PostmortemIncidentEntity, { incidentId: In(changed) });
    await this.history.touched(tx, [...new Set(rows.map((row) => row.postmortemId))]);
    return faults;
  }

  async #describePeople(
    tx: TxCtx,
    described: Catalog['people'],
    people: PersonBook,
  ): Promise<void> {
    const rows = await tx.db.findBy(PersonEntity, {
      id: In(described.map((person) => people.idOf(person))),
    });
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    for (const person of described) {
      const row = rowOf.get(people.idOf(person));
      const locale = person.locale ?? row?.locale ?? null;
      if (!row) continue;
      const archivedAt = archivedOf(person, row);
      const next = { name: person.name, locale, archivedAt };
      if (describes(row, next)) continue;
      if (archivedAt !== null) await this.lastAdmin.refuseLossOf(tx, row);
      await tx.db.update(PersonEntity, { id: row.id }, { ...next, version: row.version + 1 });
    }
  }

  async #describeTeams(
    tx: TxCtx,
    described: Catalog['teams'],
    teams: Ids,
    people: PersonBook,
    calendars: Ids,
  ): Promise<void> {
    const teamIds = described.map(({ key }) => idIn(teams, key));
    const rows = await tx.db.findBy(TeamEntity, { id: In(teamIds) });
    const rowOf = new Map(rows.map((row) => [row.key, row]));
    const memberships = await tx.db.findBy(TeamMemberEntity, { teamId: In(teamIds) });
    const roleOf = new Map(memberships.map((row) => [`${row.teamId} ${row.personId}`, row.role]));
    const added = new Map<string, TeamMemberEntity>();
    for (const { key, name, members, archivedAt, calendar } of described) {
      const row = rowOf.get(key);
      const next = row && {
        name,
        archivedAt: archivedOf({ archivedAt }, row),
        calendarId: row.calendarId ?? calendars.get(calendar ?? '') ?? null,
      };
      if (row && next && !describes(row, next)) {
        await tx.db.update(TeamEntity, { id: row.id }, { ...next, version: row.version + 1 });
      }
      for (const { person, role } of members) {
        const member = { teamId: idIn(teams, key), personId: people.idOf(person) };
        const mark = `${member.teamId} ${member.personId}`;
        const before = roleOf.get(mark);
        if (before === undefined) added.set(mark, { ...member, role });
        else if (before !== role) await tx.db.update(TeamMemberEntity, member, { role });
      }
    }
    await insertRows(tx, TeamMemberEntity, [...added.values()]);
  }

  async #describeServices(
    tx: TxCtx,
    described: Catalog['services'],
    services: Ids,
    teams: Ids,
  ): Promise<void> {
    const serviceIds = described.map(({ name }) => idIn(services, name));
    const rows = await tx.db.findBy(ServiceEntity, { id: In(serviceIds) });
    const rowOf = new Map(rows.map((row) => [row.name, row]));
    const edges = await tx.db.findBy(ServiceDependencyEntity, { serviceId: In(serviceIds) });
    const known = new Set(edges.map((edge) => `${edge.serviceId} ${edge.dependsOnId}`));
    const added: ServiceDependencyEntity[] = [];
    for (const service of described) {
      const { name, tier, businessFunction, ownerTeam, redundancy, dependsOn } = service;
      const row = rowOf.get(name);
      if (!row) continue;
      const next = {
        tier,
        businessFunction: businessFunction ?? row.businessFunction,
        redundancy: redundancy ?? row.redundancy,
        ownerTeamId: ownerTeam === undefined ? row.ownerTeamId : idIn(teams, ownerTeam),
        archivedAt: archivedOf(service, row),
      };
      if (!describes(row, next)) {
        await tx.db.update(ServiceEntity, { id: row.id }, { ...next, version: row.version + 1 });
      }
      for (const other of dependsOn) {
        const edge = { serviceId: row.id, dependsOnId: idIn(services, other) };
        const mark = `${edge.serviceId} ${edge.dependsOnId}`;
        if (known.has(mark) || edge.serviceId === edge.dependsOnId) continue;
        known.add(mark);
        added.push(edge);
      }
    }
    await insertRows(tx, ServiceDependencyEntity, added);
  }
}

/** When a row was set aside; a file that says nothing of it leaves it as it is. */
function archivedOf(
  described: { readonly archivedAt?: string | undefined },
  row: { readonly archivedAt: Date | null },
): Date | null {
  return described.archivedAt === undefined ? row.archivedAt : new Date(described.archivedAt);
}

/** Whether a row says all of it already. */
function describes<Row extends object>(row: Row, next: Partial<Row>): boolean {
  return (Object.keys(next) as (keyof Row)[]).every(
    // Dates are told apart by their instant.
    (column) => JSON.stringify(row[column]) === JSON.stringify(next[column]),
  );
}

function idIn(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`nobody has looked up ${name}`);
  return id;
}
