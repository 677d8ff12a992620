import type { Actor } from '../../src/core/actor.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { TeamMemberEntity } from '../../src/features/people/team.entity.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import type { TestApp } from './app.js';
import { aCase, actingAs, aPerson, aTeam } from './factory.js';

/** A team and somebody who belongs to it. */
export interface SigningTeam {
  readonly id: string;
  readonly name: string;
  readonly personId: string;
  readonly actor: Actor;
}

/** People around a case that concerns two teams: one owns the service that was struck, one an action. */
export interface SigningCast {
  readonly owners: SigningTeam;
  readonly doers: SigningTeam;
  readonly bystanders: SigningTeam;
  readonly author: Actor;
  readonly facilitator: Actor;
  readonly viewer: Actor;
  readonly admin: Actor;
  /** A new draft of theirs. */
  aDraft(values?: { readonly facilitated?: boolean }): Promise<string>;
}

export async function aSigningCast(app: TestApp): Promise<SigningCast> {
  const [owners, doers, bystanders] = await Promise.all(
    ['訂單與履約', 'Payments', 'Customer care'].map((name) => aSigningTeam(app, name)),
  );
  if (!owners || !doers || !bystanders) throw new Error('no teams');
  const [author, facilitator, viewer, admin] = await Promise.all(
    ['陳佳蓉', 'Ada Thornton', '刘晓峰', 'Ruth Okafor'].map((name) => aPerson(app, name)),
  );
  if (!author || !facilitator || !viewer || !admin) throw new Error('no people');
  const service = await app.write((tx) =>
    app
      .get(ServiceCatalog)
      .create(tx, { name: 'checkout', tier: 'CRITICAL', ownerTeamId: owners.id }),
  );
  return {
    ...{ owners, doers, bystanders },
    author: actingAs(author),
    facilitator: actingAs(facilitator),
    viewer: actingAs(viewer, 'VIEWER'),
    admin: actingAs(admin, 'ADMIN'),
    async aDraft({ facilitated = true } = {}) {
      const incident = await app.write((tx) =>
        app.get(IncidentService).create(tx, {
          title: 'Pool exhausted',
          kind: 'INCIDENT',
          services: [{ serviceId: service.id }],
        }),
      );
      const { id } = await aCase(app, {
        authorIds: [author.id],
        facilitatorId: facilitated ? facilitator.id : null,
        incidentIds: [incident.id],
      });
      await app.write((tx) =>
        app.get(ActionItemService).create(tx, {
          postmortemId: id,
          title: 'Alert on pool use above 80 %',
          teamId: doers.id,
        }),
      );
      return id;
    },
  };
}

async function aSigningTeam(app: TestApp, name: string): Promise<SigningTeam> {
  const [team, person] = await Promise.all([aTeam(app, name), aPerson(app, `Member of ${name}`)]);
  await app.write((tx) =>
    insertRows(tx, TeamMemberEntity, [{ teamId: team.id, personId: person.id, role: 'MEMBER' }]),
  );
  return { id: team.id, name, personId: person.id, actor: actingAs(person) };
}
