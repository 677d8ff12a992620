import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { newId } from '../../src/core/ids.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { ServiceList } from '../../src/features/service-catalog/service.read.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

interface Service {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly tier: string;
  readonly businessFunction: string | null;
  readonly redundancy: string | null;
  readonly archivedAt: string | null;
  readonly incidentCount: number;
  readonly ownerTeam: { key: string } | null;
  readonly dependsOn: { name: string }[];
  readonly dependents: { name: string }[];
}
type Answer = Record<string, { service: Service | null; userErrors: Refusal[] }>;

const FIELDS = `id version name tier businessFunction redundancy archivedAt incidentCount
  ownerTeam { key } dependsOn { name } dependents { name }`;
const PAYLOAD = `{ service { ${FIELDS} } userErrors { code field message } }`;

const viewer: Actor = { kind: 'person', personId: newId(), role: 'VIEWER', readsDrafts: true };
const member: Actor = { kind: 'person', personId: newId(), role: 'MEMBER', readsDrafts: true };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

async function tryCreate(input: Record<string, unknown>) {
  const { serviceCreate } = await ask<Answer>(
    app,
    `mutation ($input: ServiceCreateInput!) { serviceCreate(input: $input) ${PAYLOAD} }`,
    { input },
  );
  return serviceCreate;
}

async function create(name: string, input: Record<string, unknown> = {}): Promise<Service> {
  const created = await tryCreate({ name, ...input });
  if (!created?.service) throw new Error(JSON.stringify(created));
  return created.service;
}

async function update(id: string, input: Record<string, unknown>) {
  const { serviceUpdate } = await ask<Answer>(
    app,
    `mutation ($id: ID!, $input: ServiceUpdateInput!) { serviceUpdate(id: $id, input: $input) ${PAYLOAD} }`,
    { id, input },
  );
  return serviceUpdate;
}

async function on(mutation: string, id: string) {
  const answer = await ask<Answer>(app, `mutation ($id: ID!) { ${mutation}(id: $id) ${PAYLOAD} }`, {
    id,
  });
  return answer[mutation];
}

async function find(name: string): Promise<Service | null> {
  const { service } = await ask<{ service: Service | null }>(
    app,
    `query ($name: String) { service(name: $name) { ${FIELDS} } }`,
    { name },
  );
  return service;
}

async function names(filter: Record<string, unknown>, orderBy?: Record<string, unknown>) {
  const { services } = await ask<{ services: { nodes: { name: string }[] } }>(
    app,
    `query ($filter: ServiceFilter, $orderBy: ServiceOrder) {
      services(filter: $filter, orderBy: $orderBy) { nodes { name } } }`,
    { filter, orderBy },
  );
  return services.nodes.map((node) => node.name);
}

const team = (key: string) =>
  app.write((tx) => app.get(TeamService).create(tx, { key, name: key }));

/** A case about an incident that struck the service. */
async function caseAbout(serviceId: string): Promise<string> {
  const { incidentCreate } = await ask<{ incidentCreate: { incident: { id: string } } }>(
    app,
    'mutation ($input: IncidentCreateInput!) { incidentCreate(input: $input) { incident { id } } }',
    { input: { title: 'Down', services: [{ serviceId }] } },
  );
  const { postmortemCreate } = await ask<{ postmortemCreate: { postmortem: { id: string } } }>(
    app,
    'mutation ($input: PostmortemCreateInput!) { postmortemCreate(input: $input) { postmortem { id } } }',
    { input: { title: 'Down', language: 'EN', incidentIds: [incidentCreate.incident.id] } },
  );
  return postmortemCreate.postmortem.id;
}

async function stampsOf(id: string) {
  const { revision, searchStamp } = await app.platform.database.read.findOneByOrFail(
    PostmortemEntity,
    { id },
  );
  return { revision, searchStamp };
}

describe('the service catalogue', () => {
  it('a service carries its tier, owner, business function and what it needs, both ways', async () => {
    const owner = await team('payments');
    const database = await create('orders-db', { tier: 'CRITICAL' });
    const made = await create('checkout-api', {
      businessFunction: '收款',
      redundancy: 'two zones',
      ownerTeamId: owner.id,
      dependsOnIds: [database.id],
    });
    expect(made).toMatchObject({
      version: 1,
      tier: 'STANDARD',
      businessFunction: '收款',
      redundancy: 'two zones',
      ownerTeam: { key: 'payments' },
      dependsOn: [{ name: 'orders-db' }],
      dependents: [],
      incidentCount: 0,
    });
    expect((await find('orders-db'))?.dependents).toEqual([{ name: 'checkout-api' }]);
    const { node } = await ask<{ node: unknown }>(
      app,
      'query ($id: ID!) { node(id: $id) { __typename ... on Service { name } } }',
      { id: made.id },
    );
    expect(node).toEqual({ __typename: 'Service', name: 'checkout-api' });
  });

  it('a name that another service has is refused, on creation and on change', async () => {
    await create('taken');
    const other = await create('free');
    const refusal = { code: 'ALREADY_EXISTS', field: ['input', 'name'] };
    expect((await tryCreate({ name: ' taken ' }))?.userErrors[0]).toMatchObject(refusal);
    const renamed = await update(other.id, { name: 'taken', tier: 'CRITICAL' });
    expect(renamed?.userErrors[0]).toMatchObject(refusal);
    expect(await find('free')).toMatchObject({ tier: 'STANDARD', version: 1 });
  });

  it('two services may need each other, but none itself; a refused list takes the whole edit back', async () => {
    const a = await create('a');
    const b = await create('b', { dependsOnIds: [a.id] });
    const cycle = await update(a.id, { dependsOnIds: [b.id] });
    expect(cycle?.service).toMatchObject({
      dependsOn: [{ name: 'b' }],
      dependents: [{ name: 'b' }],
    });
    const self = await update(a.id, { tier: 'CRITICAL', dependsOnIds: [a.id] });
    expect(self?.userErrors).toEqual([
      {
        code: 'VALIDATION',
        field: ['input', 'dependsOnIds'],
        message: 'A service cannot depend on itself.',
      },
    ]);
    const ghost = await update(a.id, { tier: 'CRITICAL', dependsOnIds: [newId()] });
    expect(ghost?.userErrors[0]?.code).toBe('NOT_FOUND');
    expect(await find('a')).toMatchObject({ tier: 'STANDARD', dependsOn: [{ name: 'b' }] });
    expect((await update(a.id, { dependsOnIds: [] }))?.service?.dependsOn).toEqual([]);
  });

  it('an owner that does not exist is refused, null takes the owner away, a stale version is a conflict', async () => {
    const owner = await team('owners');
    const { id } = await create('owned', { ownerTeamId: owner.id });
    const ghost = await update(id, { ownerTeamId: newId() });
    expect(ghost?.userErrors[0]).toMatchObject({
      code: 'NOT_FOUND',
      field: ['input', 'ownerTeamId'],
    });
    const none = await update(id, { ownerTeamId: null, expectedVersion: 1 });
    expect(none?.service).toMatchObject({ ownerTeam: null, version: 2 });
    const stale = await update(id, { tier: 'CRITICAL', expectedVersion: 1 });
    expect(stale?.userErrors[0]?.code).toBe('CONFLICT');
    expect(stale?.service).toMatchObject({ tier: 'STANDARD', version: 2 });
  });

  it('a rename, a new owner and a renamed owner reach the search index without a revision of the case', async () => {
    const owner = await team('moving');
    const { id } = await create('before');
    const caseId = await caseAbout(id);
    const first = await stampsOf(caseId);
    await update(id, { tier: 'CRITICAL' });
    expect(await stampsOf(caseId)).toEqual(first);
    await update(id, { name: 'after' });
    await update(id, { ownerTeamId: owner.id });
    await app.write((tx) => app.get(TeamService).update(tx, owner.id, { key: 'moved' }));
    expect(await stampsOf(caseId)).toEqual({
      revision: first.revision,
      searchStamp: first.searchStamp + 3,
    });
  });

  it('a service that was struck is counted, archived and kept; another one can be deleted', async () => {
    const struck = await create('struck');
    const user = await create('user', { dependsOnIds: [struck.id] });
    await caseAbout(struck.id);
    expect(await find('struck')).toMatchObject({ incidentCount: 1 });
    expect((await on('serviceDelete', struck.id))?.userErrors[0]?.code).toBe('IN_USE');
    expect((await on('serviceArchive', struck.id))?.service?.archivedAt).not.toBeNull();
    expect((await on('serviceArchive', struck.id))?.userErrors[0]?.code).toBe('WRONG_STATE');
    expect(await names({ query: 'struck', archived: false })).toEqual([]);
    expect((await on('serviceRestore', struck.id))?.service?.archivedAt).toBeNull();
    expect((await on('serviceDelete', user.id))?.service?.name).toBe('user');
    expect(await find('user')).toBeNull();
    expect((await find('struck'))?.dependents).toEqual([]);
  });

  it('lists are filtered by tier, owner and text, and ordered by tier', async () => {
    const owner = await team('listers');
    await create('l-standard', { ownerTeamId: owner.id, businessFunction: 'Order lookup' });
    await create('l-critical', { ownerTeamId: owner.id, tier: 'CRITICAL' });
    await create('l-important', { ownerTeamId: owner.id, tier: 'IMPORTANT' });
    const mine = { ownerTeamId: owner.id };
    expect(await names(mine)).toEqual(['l-critical', 'l-important', 'l-standard']);
    expect(await names(mine, { field: 'TIER', direction: 'DESC' })).toEqual([
      'l-standard',
      'l-important',
      'l-critical',
    ]);
    expect(await names({ ...mine, tier: ['CRITICAL', 'IMPORTANT'] })).toHaveLength(2);
    expect(await names({ ...mine, tier: [] })).toHaveLength(3);
    expect(await names({ ...mine, query: 'order LOOK' })).toEqual(['l-standard']);
  });

  it('a page of fifty costs as many statements as a page of one', async () => {
    const owner = await team('counters');
    await app.write(async (tx) => {
      const catalog = app.get(ServiceCatalog);
      let dependsOnIds: string[] = [];
      for (let index = 0; index < 55; index++) {
        const row = await catalog.create(tx, {
          name: `counted-${index}`,
          ownerTeamId: owner.id,
          dependsOnIds,
        });
        dependsOnIds = [row.id];
      }
    });
    const page = (first: number) =>
      ask(
        app,
        `query ($first: Int!) { services(first: $first, filter: { query: "counted" }) { totalCount nodes {
          name incidentCount ownerTeam { key } dependsOn { name } dependents { name } } } }`,
        { first },
      );
    const one = await statementsOf(app, () => page(1));
    const fifty = await statementsOf(app, () => page(50));
    expect(one.length).toBeGreaterThan(0);
    expect(fifty).toHaveLength(one.length);
  });

  it('a viewer changes nothing, a member deletes nothing, and a stranger sees nothing', async () => {
    const { id } = await create('guarded');
    const catalog = app.get(ServiceCatalog);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(
      app.write((tx) => catalog.create(tx, { name: 'x' }), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(app.write((tx) => catalog.update(tx, id, {}), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => catalog.archive(tx, id), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => catalog.restore(tx, id), ANONYMOUS)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => catalog.delete(tx, id), member)).rejects.toMatchObject(
      forbidden,
    );
    expect(await catalog.find(app.ctx(ANONYMOUS), { id })).toBeNull();
    const list = await app.get(ServiceList).page(app.ctx(ANONYMOUS), {}, undefined, { first: 5 });
    expect(await list.totalCount).toBe(0);
    expect(await catalog.find(app.ctx(viewer), { name: 'guarded' })).toMatchObject({ id });
  });
});
