import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { newId } from '../../src/core/ids.js';
import { PeopleList } from '../../src/features/people/people.read.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

interface Person {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string | null;
  readonly archivedAt: string | null;
}
interface Team {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly name: string;
  readonly archivedAt: string | null;
  readonly members: { role: string; person: { name: string } }[];
}
type PersonAnswer = Record<string, { person: Person | null; userErrors: Refusal[] }>;
type TeamAnswer = Record<string, { team: Team | null; userErrors: Refusal[] }>;

const PERSON =
  '{ person { id version name email locale archivedAt } userErrors { code field message } }';
const TEAM = `{ team { id version key name archivedAt members { role person { name } } }
  userErrors { code field message } }`;

const viewer: Actor = { kind: 'person', personId: newId(), role: 'VIEWER', readsDrafts: true };
const member: Actor = { kind: 'person', personId: newId(), role: 'MEMBER', readsDrafts: true };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

async function person(name: string, input: Record<string, unknown> = {}): Promise<Person> {
  const { personCreate } = await ask<PersonAnswer>(
    app,
    `mutation ($input: PersonCreateInput!) { personCreate(input: $input) ${PERSON} }`,
    { input: { name, ...input } },
  );
  if (!personCreate?.person) throw new Error(JSON.stringify(personCreate));
  return personCreate.person;
}

async function changePerson(id: string, input: Record<string, unknown>) {
  const { personUpdate } = await ask<PersonAnswer>(
    app,
    `mutation ($id: ID!, $input: PersonUpdateInput!) { personUpdate(id: $id, input: $input) ${PERSON} }`,
    { id, input },
  );
  return personUpdate;
}

async function onPerson(mutation: string, id: string) {
  const answer = await ask<PersonAnswer>(
    app,
    `mutation ($id: ID!) { ${mutation}(id: $id) ${PERSON} }`,
    { id },
  );
  return answer[mutation];
}

async function team(key: string, name = key): Promise<Team> {
  const { teamCreate } = await ask<TeamAnswer>(
    app,
    `mutation ($input: TeamCreateInput!) { teamCreate(input: $input) ${TEAM} }`,
    { input: { key, name } },
  );
  if (!teamCreate?.team) throw new Error(JSON.stringify(teamCreate));
  return teamCreate.team;
}

async function onTeam(mutation: string, id: string) {
  const answer = await ask<TeamAnswer>(
    app,
    `mutation ($id: ID!) { ${mutation}(id: $id) ${TEAM} }`,
    { id },
  );
  return answer[mutation];
}

async function setMember(teamId: string, personId: string, role: string) {
  const { teamMemberSet } = await ask<TeamAnswer>(
    app,
    `mutation ($id: ID!, $input: TeamMemberInput!) { teamMemberSet(id: $id, input: $input) ${TEAM} }`,
    { id: teamId, input: { personId, role } },
  );
  return teamMemberSet;
}

async function names(filter: Record<string, unknown>): Promise<string[]> {
  const { people } = await ask<{ people: { nodes: { name: string }[] } }>(
    app,
    'query ($filter: PersonFilter) { people(filter: $filter) { nodes { name } } }',
    { filter },
  );
  return people.nodes.map((node) => node.name);
}

describe('people', () => {
  it('a person is found by id and as a node, with the address in lower case', async () => {
    const made = await person('陳怡君', { email: ' Yijun@Example.com ', locale: 'ZH_HANT' });
    expect(made).toMatchObject({ version: 1, email: 'yijun@example.com', locale: 'ZH_HANT' });
    const found = await ask(
      app,
      'query ($id: ID!) { person(id: $id) { name teams { role } } node(id: $id) { __typename id } viewer { id } }',
      { id: made.id },
    );
    expect(found).toEqual({
      person: { name: '陳怡君', teams: [] },
      node: { __typename: 'Person', id: made.id },
      viewer: null,
    });
  });

  it('an e-mail address that somebody has is refused, on creation and on change, and nothing is written', async () => {
    const made = await person('First', { email: 'taken@example.com' });
    const other = await person('Other', { email: 'other@example.com' });
    const { personCreate } = await ask<PersonAnswer>(
      app,
      `mutation ($input: PersonCreateInput!) { personCreate(input: $input) ${PERSON} }`,
      { input: { name: 'Second', email: 'TAKEN@example.com' } },
    );
    const refusal = {
      code: 'ALREADY_EXISTS',
      field: ['input', 'email'],
      message: 'There is already one called “taken@example.com”; choose another name.',
    };
    expect(personCreate).toEqual({ person: null, userErrors: [refusal] });
    const update = await changePerson(other.id, { name: 'Renamed', email: made.email });
    expect(update).toEqual({ person: null, userErrors: [refusal] });
    expect(await names({ query: 'Second' })).toEqual([]);
    expect(await names({ query: 'Renamed' })).toEqual([]);
  });

  it('null takes an address away, what is left out stays, and a stale version is a conflict', async () => {
    const made = await person('Ann', { email: 'ann@example.com', locale: 'EN' });
    const update = await changePerson(made.id, { email: null, expectedVersion: 1 });
    expect(update?.person).toMatchObject({ name: 'Ann', email: null, locale: 'EN', version: 2 });
    const stale = await changePerson(made.id, { name: 'Anne', expectedVersion: 1 });
    expect(stale?.userErrors[0]?.code).toBe('CONFLICT');
    expect(stale?.person).toMatchObject({ name: 'Ann', version: 2 });
  });

  it('somebody who left is archived once, is kept by the filter, and can come back', async () => {
    const { id } = await person('Leaver');
    expect((await onPerson('personArchive', id))?.person?.archivedAt).not.toBeNull();
    const again = await onPerson('personArchive', id);
    expect(again?.userErrors[0]).toMatchObject({ code: 'WRONG_STATE', field: ['id'] });
    expect(await names({ query: 'leaver', archived: true })).toEqual(['Leaver']);
    expect(await names({ query: 'leaver', archived: false })).toEqual([]);
    expect((await onPerson('personRestore', id))?.person?.archivedAt).toBeNull();
    expect(await names({ query: 'leaver', archived: false })).toEqual(['Leaver']);
  });

  it('somebody whom nothing names can be deleted; somebody on a case or an incident is in use', async () => {
    const author = await person('Author');
    const responder = await person('Responder');
    const lead = await person('Facilitator');
    await ask(
      app,
      `mutation ($case: PostmortemCreateInput!, $incident: IncidentCreateInput!) {
        postmortemCreate(input: $case) { userErrors { code } }
        incidentCreate(input: $incident) { userErrors { code } } }`,
      {
        case: { title: 'T', language: 'EN', authorIds: [author.id], facilitatorId: lead.id },
        incident: { title: 'T', responders: [{ personId: responder.id, role: 'SCRIBE' }] },
      },
    );
    for (const { id } of [author, responder, lead]) {
      const refused = await onPerson('personDelete', id);
      expect(refused?.userErrors[0]).toMatchObject({ code: 'IN_USE', field: ['id'] });
    }
    const { id } = await person('Mistake');
    expect((await onPerson('personDelete', id))?.person?.name).toBe('Mistake');
    expect(await names({ query: 'Mistake' })).toEqual([]);
  });

  it('a search box finds a part of a name or an address, takes wildcards as letters, and blanks as nothing', async () => {
    await person('林小明');
    await person('Élan 100%', { email: 'elan_1@example.com' });
    expect(await names({ query: '小明' })).toEqual(['林小明']);
    expect(await names({ query: 'ELAN_1@' })).toEqual(['Élan 100%']);
    expect(await names({ query: 'Élan' })).toEqual(['Élan 100%']);
    expect(await names({ query: '0%' })).toEqual(['Élan 100%']);
    expect(await names({ query: 'elan1' })).toEqual([]);
    expect((await names({ query: '  ' })).length).toBeGreaterThan(2);
  });

  it('a viewer changes nobody, a member deletes nobody, and a stranger sees nobody', async () => {
    const { id } = await person('Protected');
    const service = app.get(PersonService);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(
      app.write((tx) => service.create(tx, { name: 'X' }), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(app.write((tx) => service.update(tx, id, {}), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => service.archive(tx, id), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => service.restore(tx, id), ANONYMOUS)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => service.delete(tx, id), member)).rejects.toMatchObject(
      forbidden,
    );
    expect(await service.find(app.ctx(ANONYMOUS), id)).toBeNull();
    const list = await app.get(PeopleList).people(app.ctx(ANONYMOUS), {}, undefined, { first: 5 });
    expect(list.nodes).toEqual([]);
    expect(await list.totalCount).toBe(0);
    expect(await service.find(app.ctx(viewer), id)).toMatchObject({ name: 'Protected' });
  });
});

describe('teams', () => {
  it('a team is found by key in any case, and its key is unique', async () => {
    const made = await team('payments', '支付團隊');
    const found = await ask(app, '{ team(key: "Payments") { id name } }');
    expect(found).toEqual({ team: { id: made.id, name: '支付團隊' } });
    const other = await team('payouts');
    const { teamUpdate } = await ask<TeamAnswer>(
      app,
      `mutation ($id: ID!, $input: TeamUpdateInput!) { teamUpdate(id: $id, input: $input) ${TEAM} }`,
      { id: other.id, input: { key: 'payments' } },
    );
    expect(teamUpdate?.userErrors[0]).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: ['input', 'key'],
    });
  });

  it('members are set, change their part and leave', async () => {
    const { id } = await team('search');
    const lead = await person('Lead');
    const other = await person('Other member');
    await setMember(id, other.id, 'MEMBER');
    await setMember(id, lead.id, 'MEMBER');
    const set = await setMember(id, lead.id, 'LEAD');
    expect(set?.team?.members).toEqual([
      { role: 'LEAD', person: { name: 'Lead' } },
      { role: 'MEMBER', person: { name: 'Other member' } },
    ]);
    expect(await names({ teamId: id })).toEqual(['Lead', 'Other member']);
    const { person: found } = await ask<{ person: { teams: unknown } }>(
      app,
      'query ($id: ID!) { person(id: $id) { teams { role team { key } } } }',
      { id: lead.id },
    );
    expect(found.teams).toEqual([{ role: 'LEAD', team: { key: 'search' } }]);

    const remove = `mutation ($id: ID!, $personId: ID!) { teamMemberRemove(id: $id, personId: $personId) ${TEAM} }`;
    const removed = await ask<TeamAnswer>(app, remove, { id, personId: lead.id });
    expect(removed['teamMemberRemove']?.team?.members).toHaveLength(1);
    const again = await ask<TeamAnswer>(app, remove, { id, personId: lead.id });
    expect(again['teamMemberRemove']?.userErrors[0]).toMatchObject({
      code: 'NOT_FOUND',
      field: ['personId'],
    });
  });

  it('somebody who does not exist cannot join', async () => {
    const { id } = await team('ghosts');
    const refused = await setMember(id, newId(), 'LEAD');
    expect(refused?.userErrors[0]).toMatchObject({
      code: 'NOT_FOUND',
      field: ['input', 'personId'],
    });
  });

  it('a team that owns a service is archived, not deleted; an idle one goes with its memberships', async () => {
    const owner = await team('owner');
    await ask(
      app,
      'mutation ($input: ServiceCreateInput!) { serviceCreate(input: $input) { userErrors { code } } }',
      { input: { name: 'owned', ownerTeamId: owner.id } },
    );
    expect((await onTeam('teamDelete', owner.id))?.userErrors[0]?.code).toBe('IN_USE');
    expect((await onTeam('teamArchive', owner.id))?.team?.archivedAt).not.toBeNull();
    expect((await onTeam('teamRestore', owner.id))?.team?.archivedAt).toBeNull();

    const idle = await team('idle');
    const { id: personId } = await person('Between teams');
    await setMember(idle.id, personId, 'MEMBER');
    expect((await onTeam('teamDelete', idle.id))?.team?.key).toBe('idle');
    expect((await onPerson('personDelete', personId))?.userErrors).toEqual([]);
  });

  it('a viewer changes no team, a member deletes none, and a stranger sees none', async () => {
    const { id } = await team('guarded');
    const service = app.get(TeamService);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(
      app.write((tx) => service.create(tx, { key: 'x', name: 'X' }), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(app.write((tx) => service.update(tx, id, {}), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => service.archive(tx, id), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => service.restore(tx, id), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(
      app.write((tx) => service.setMember(tx, id, { personId: newId(), role: 'LEAD' }), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(
      app.write((tx) => service.removeMember(tx, id, newId()), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(app.write((tx) => service.delete(tx, id), member)).rejects.toMatchObject(
      forbidden,
    );
    expect(await service.find(app.ctx(ANONYMOUS), { id })).toBeNull();
    const list = await app.get(PeopleList).teams(app.ctx(ANONYMOUS), {}, undefined, { first: 5 });
    expect(await list.totalCount).toBe(0);
  });
});

describe('lists of people and teams', () => {
  it('a page of fifty costs as many statements as a page of one, and pages follow each other', async () => {
    const { id } = await team('crowd');
    await app.write(async (tx) => {
      for (let index = 10; index < 70; index++) {
        const made = await app.get(PersonService).create(tx, { name: `Crowd ${index}` });
        await app.get(TeamService).setMember(tx, id, { personId: made.id, role: 'MEMBER' });
        await app.get(TeamService).create(tx, { key: `crowd-${index}`, name: `Crowd ${index}` });
      }
    });
    const page = (first: number) =>
      ask(
        app,
        `query ($first: Int!, $filter: PersonFilter) {
          people(first: $first, filter: $filter) { totalCount nodes { name teams { team { key } } } }
          teams(first: $first) { totalCount nodes { key members { person { name } } } } }`,
        { first, filter: { teamId: id } },
      );
    await page(1);
    const one = await statementsOf(app, () => page(1));
    const fifty = await statementsOf(app, () => page(50));
    expect(one.length).toBeGreaterThan(0);
    expect(fifty).toHaveLength(one.length);

    const next = `query ($after: String, $id: ID!) {
      people(first: 40, after: $after, filter: { teamId: $id }, orderBy: { field: NAME, direction: DESC }) {
        nodes { name } pageInfo { hasNextPage endCursor } } }`;
    interface Names {
      people: { nodes: { name: string }[]; pageInfo: { endCursor: string } };
    }
    const first = await ask<Names>(app, next, { id });
    const second = await ask<Names>(app, next, { id, after: first.people.pageInfo.endCursor });
    expect([...first.people.nodes, ...second.people.nodes].map((node) => node.name)).toEqual(
      Array.from({ length: 60 }, (_, index) => `Crowd ${69 - index}`),
    );
  });
});
