import type { Ctx } from '../../core/ctx.js';
import { improvementRules } from '../../core/improvement-rules.js';
import type { PersonRef } from '../case-file/case-document.js';
import type { Catalog } from '../case-file/catalog-file.js';
import { ImprovementPolicyEntity } from '../improvement-policy/improvement-policy.entity.js';
import { IncidentEntity } from '../incident/incident.entity.js';
import { onlyReadableIncidents } from '../incident/incident.policy.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { TeamEntity, TeamMemberEntity } from '../people/team.entity.js';
import { PostmortemEntity, PostmortemIncidentEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';
import { ServiceDependencyEntity, ServiceEntity } from '../service-catalog/service.entity.js';
import { WorkCalendarEntity } from '../work-calendar/work-calendar.entity.js';
import { withoutBlanks } from './case-parts.js';
import { readIncidents } from './incident-reader.js';

/** Incidents that are read at a stretch. */
const BATCH = 200;

/** What the caller may read of the library besides its cases, always in the same order. */
export async function readCatalog(ctx: Ctx): Promise<Catalog> {
  const { db } = ctx;
  const people = await db.findBy(PersonEntity, {});
  const teams = await db.findBy(TeamEntity, {});
  const members = await db.findBy(TeamMemberEntity, {});
  const services = await db.findBy(ServiceEntity, {});
  const edges = await db.findBy(ServiceDependencyEntity, {});
  const calendars = await db.findBy(WorkCalendarEntity, {});
  const calendarOf = new Map(calendars.map((row) => [row.id, row.name]));
  const personOf = new Map(people.map((row) => [row.id, refOf(row)]));
  const teamKeyOf = new Map(teams.map((row) => [row.id, row.key]));
  const serviceNameOf = new Map(services.map((row) => [row.id, row.name]));
  const refs = new Map(
    people.map((row) => [
      markOf(row),
      withoutBlanks({
        ...refOf(row),
        locale: row.locale,
        archivedAt: row.archivedAt?.toISOString(),
      }),
    ]),
  );
  return {
    ...withoutBlanks({ organization: await readOrganization(ctx, calendarOf) }),
    calendars: inOrder(calendars, ({ name }) => name).map(
      ({ name, zone, weekdays, specialDays }) => ({
        name,
        zone,
        weekdays: [...weekdays],
        specialDays: [...specialDays],
      }),
    ),
    people: inOrder([...refs.values()], markOf),
    teams: inOrder(teams, ({ key }) => key).map(({ id, key, name, calendarId, archivedAt }) => ({
      key,
      name,
      ...withoutBlanks({ calendar: calendarOf.get(calendarId ?? '') }),
      ...(archivedAt === null ? {} : { archivedAt: archivedAt.toISOString() }),
      members: inOrder(
        members.flatMap(({ teamId, personId, role }) => {
          const person = personOf.get(personId);
          return teamId === id && person ? [{ person, role }] : [];
        }),
        ({ person }) => markOf(person),
      ),
    })),
    services: inOrder(services, ({ name }) => name).map((row) =>
      withoutBlanks({
        name: row.name,
        tier: row.tier,
        businessFunction: row.businessFunction,
        ownerTeam: row.ownerTeamId === null ? null : teamKeyOf.get(row.ownerTeamId),
        redundancy: row.redundancy,
        archivedAt: row.archivedAt?.toISOString(),
        dependsOn: inOrder(
          edges.flatMap(({ serviceId, dependsOnId }) =>
            serviceId === row.id ? (serviceNameOf.get(dependsOnId) ?? []) : [],
          ),
          (name) => name,
        ),
      }),
    ),
    incidents: await lonelyIncidents(ctx),
  };
}

/** What the organization has said of its calendar and its improvements. */
async function readOrganization(
  { db }: Ctx,
  calendarOf: ReadonlyMap<string, string>,
): Promise<Catalog['organization'] | null> {
  const organization = await db.findOneBy(OrganizationEntity, {});
  const policy = await db.findOneBy(ImprovementPolicyEntity, {});
  // The rules in the order of the form, whatever the database has made of them.
  const rules = policy && improvementRules.partial().parse(policy.rules);
  const said = withoutBlanks({
    calendar: calendarOf.get(organization?.calendarId ?? ''),
    improvement: rules && Object.keys(rules).length > 0 ? rules : null,
  });
  return Object.keys(said).length > 0 ? said : null;
}

/** The incidents that no case tells the caller about, and that they may read, by number. */
async function lonelyIncidents({ db, actor }: Ctx): Promise<Catalog['incidents']> {
  const query = db.createQueryBuilder(IncidentEntity, 'incident').select('incident.id', 'id');
  const told = query
    .subQuery()
    .select('1')
    .from(PostmortemIncidentEntity, 'link')
    .innerJoin(PostmortemEntity, 'told', 'told.id = link.postmortemId')
    .where('link.incidentId = incident.id');
  const rows = await onlyReadableIncidents(query, actor, 'incident')
    .andWhere(`NOT EXISTS ${onlyReadable(told, actor, 'told').getQuery()}`)
    .orderBy('incident.number')
    .getRawMany<{ id: string }>();
  const incidents: Catalog['incidents'] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const ids = rows.slice(start, start + BATCH).map(({ id }) => id);
    const loaded = await readIncidents(db, ids);
    incidents.push(...ids.flatMap((id) => loaded.get(id)?.document ?? []));
  }
  return incidents;
}

function refOf({ name, email }: PersonEntity): PersonRef {
  return withoutBlanks({ name, email });
}

const markOf = ({ name, email }: { name: string; email?: string | null | undefined }): string =>
  email ? `${email} ${name}` : name;

/** Ordered by code units, which is the same everywhere. */
function inOrder<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b))));
}
