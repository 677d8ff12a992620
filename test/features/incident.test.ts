import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { newId } from '../../src/core/ids.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';

interface Incident {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  readonly severity: string | null;
  readonly status: string;
  readonly startedAt: string | null;
  readonly services: {
    service: { name: string };
    impact: string | null;
    recoveredAt: string | null;
  }[];
  readonly responders: { person: { name: string }; role: string }[];
  readonly references: { source: string; externalId: string | null; url: string | null }[];
  readonly postmortems: { key: string }[];
}
type Answer = Record<string, { incident: Incident | null; userErrors: Refusal[] }>;

const FIELDS = `id key version title kind severity status startedAt
  services { service { name } impact recoveredAt } responders { person { name } role }
  references { source externalId url } postmortems { key }`;
const PAYLOAD = `{ incident { ${FIELDS} } userErrors { code field message } }`;

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
  const { incidentCreate } = await ask<Answer>(
    app,
    `mutation ($input: IncidentCreateInput!) { incidentCreate(input: $input) ${PAYLOAD} }`,
    { input: { title: 'Checkout down', ...input } },
  );
  return incidentCreate;
}

async function create(input: Record<string, unknown> = {}): Promise<Incident> {
  const created = await tryCreate(input);
  if (!created?.incident) throw new Error(JSON.stringify(created));
  return created.incident;
}

async function update(id: string, input: Record<string, unknown>) {
  const { incidentUpdate } = await ask<Answer>(
    app,
    `mutation ($id: ID!, $input: IncidentUpdateInput!) { incidentUpdate(id: $id, input: $input) ${PAYLOAD} }`,
    { id, input },
  );
  return incidentUpdate;
}

async function read(id: string): Promise<Incident | null> {
  const { incident } = await ask<{ incident: Incident | null }>(
    app,
    `query ($id: ID!) { incident(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return incident;
}

async function keys(filter: Record<string, unknown>, orderBy?: Record<string, unknown>) {
  const { incidents } = await ask<{ incidents: { nodes: { key: string }[]; totalCount: number } }>(
    app,
    `query ($filter: IncidentFilter, $orderBy: IncidentOrder) {
      incidents(filter: $filter, orderBy: $orderBy) { totalCount nodes { key } } }`,
    { filter, orderBy },
  );
  expect(incidents.totalCount).toBe(incidents.nodes.length);
  return incidents.nodes.map((node) => node.key);
}

const service = (name: string) => app.write((tx) => app.get(ServiceCatalog).create(tx, { name }));
const person = (name: string) => app.write((tx) => app.get(PersonService).create(tx, { name }));
const writeUp = (incidentIds: string[]) =>
  app.write((tx) =>
    app.get(PostmortemService).create(tx, { title: 'Case', language: 'en', incidentIds }),
  );

describe('reporting an incident', () => {
  it('a new incident has a key, its services, responders and references in order', async () => {
    const api = await service('checkout-api');
    const database = await service('orders-db');
    const lead = await person('陳怡君');
    const made = await create({
      severity: 'SEV2',
      services: [
        { serviceId: database.id, impact: '下單失敗', recoveredAt: '2026-03-01T11:00:00+08:00' },
        { serviceId: api.id },
      ],
      responders: [
        { personId: lead.id, role: 'INCIDENT_COMMANDER' },
        { personId: lead.id, role: 'SCRIBE' },
      ],
      references: [{ source: 'pagerduty', externalId: 'P1', url: 'https://example.com/P1' }],
    });
    expect(made.key).toMatch(/^INC-\d+$/);
    expect(made).toMatchObject({
      version: 1,
      kind: 'INCIDENT',
      severity: 'SEV2',
      status: 'INVESTIGATING',
      services: [
        {
          service: { name: 'orders-db' },
          impact: '下單失敗',
          recoveredAt: '2026-03-01T03:00:00.000Z',
        },
        { service: { name: 'checkout-api' }, impact: null, recoveredAt: null },
      ],
      responders: [
        { person: { name: '陳怡君' }, role: 'INCIDENT_COMMANDER' },
        { person: { name: '陳怡君' }, role: 'SCRIBE' },
      ],
      references: [{ source: 'pagerduty', externalId: 'P1', url: 'https://example.com/P1' }],
      postmortems: [],
    });
    const found = await ask(
      app,
      'query ($key: String, $id: ID!) { incident(key: $key) { id } node(id: $id) { __typename id } }',
      { key: made.key.toLowerCase(), id: made.id },
    );
    expect(found).toEqual({
      incident: { id: made.id },
      node: { __typename: 'Incident', id: made.id },
    });
  });

  it.each([
    [
      'a service that does not exist',
      { services: [{ serviceId: newId() }] },
      'NOT_FOUND',
      'services',
    ],
    [
      'a person who does not exist',
      { responders: [{ personId: newId(), role: 'OTHER' }] },
      'NOT_FOUND',
      'responders',
    ],
    ['a reference to nothing', { references: [{ source: 'jira' }] }, 'VALIDATION', 'references'],
    [
      'a link that is no link',
      { references: [{ source: 'jira', url: 'javascript:x' }] },
      'VALIDATION',
      'references',
    ],
  ])(
    '%s is refused with its place, and no incident is left behind',
    async (_, input, code, field) => {
      const refused = await tryCreate({ title: 'Refused', ...input });
      expect(refused?.incident).toBeNull();
      expect(refused?.userErrors[0]).toMatchObject({
        code,
        field: expect.arrayContaining(['input', field, '0']) as unknown,
      });
      expect(await keys({ query: 'Refused' })).toEqual([]);
    },
  );

  it('a service that is listed twice is refused, so that no impact is lost', async () => {
    const { id: serviceId } = await service('twice');
    const refused = await tryCreate({
      services: [
        { serviceId, impact: 'one' },
        { serviceId, impact: 'two' },
      ],
    });
    expect(refused?.userErrors[0]).toMatchObject({
      code: 'VALIDATION',
      field: ['input', 'services', '1', 'serviceId'],
    });
  });
});

describe('changing an incident', () => {
  it('what is left out stays, null takes away, a list replaces the list, a stale version is a conflict', async () => {
    const { id: serviceId } = await service('kept');
    const made = await create({
      severity: 'SEV1',
      startedAt: '2026-03-01T10:00:00Z',
      services: [{ serviceId }],
      references: [{ source: 'jira', externalId: 'A-1' }],
    });
    const changed = await update(made.id, {
      severity: null,
      status: 'RESOLVED',
      references: [],
      expectedVersion: 1,
    });
    expect(changed?.incident).toMatchObject({
      version: 2,
      title: 'Checkout down',
      severity: null,
      status: 'RESOLVED',
      startedAt: '2026-03-01T10:00:00.000Z',
      services: [{ service: { name: 'kept' } }],
      references: [],
    });
    const stale = await update(made.id, { title: 'Late', expectedVersion: 1 });
    expect(stale?.userErrors[0]?.code).toBe('CONFLICT');
    expect(stale?.incident).toMatchObject({ version: 2, title: 'Checkout down' });
  });

  it('a refused list takes the whole edit back', async () => {
    const made = await create();
    const refused = await update(made.id, { title: 'Half', services: [{ serviceId: newId() }] });
    expect(refused?.userErrors[0]?.code).toBe('NOT_FOUND');
    expect(await read(made.id)).toMatchObject({ title: 'Checkout down', version: 1 });
  });

  it('the fault cannot be gone before the impact began; both are named, and nothing is written', async () => {
    const made = await create({ startedAt: '2026-03-01T10:00:00Z' });
    const refused = await update(made.id, { title: 'Half', resolvedAt: '2026-03-01T09:59:59Z' });
    expect(refused?.userErrors).toEqual([
      {
        code: 'VALIDATION',
        field: ['input', 'resolvedAt'],
        message: 'resolvedAt cannot be before startedAt.',
      },
    ]);
    expect(await read(made.id)).toMatchObject({ title: 'Checkout down', version: 1 });
  });

  it('an alert before the impact and a rollback before the cause is known are taken as they are', async () => {
    const made = await create({
      detectedAt: '2026-03-01T09:55:00Z',
      startedAt: '2026-03-01T10:00:00Z',
      mitigatedAt: '2026-03-01T10:10:00Z',
      identifiedAt: '2026-03-01T10:30:00Z',
      resolvedAt: '2026-03-01T11:00:00Z',
    });
    const { incident } = await ask<{ incident: { measurements: { name: string }[] } }>(
      app,
      `query ($id: ID!) { incident(id: $id) {
        measurements { name fromMilestone toMilestone from to seconds } } }`,
      { id: made.id },
    );
    expect(incident.measurements.map(({ name }) => name)).toEqual(['TTI', 'TTM', 'TTR']);
    expect(incident.measurements[2]).toEqual({
      name: 'TTR',
      fromMilestone: 'STARTED_AT',
      toMilestone: 'RESOLVED_AT',
      from: '2026-03-01T10:00:00.000Z',
      to: '2026-03-01T11:00:00.000Z',
      seconds: 3600,
    });
  });

  it('one service is set and removed while the others stay where they are', async () => {
    const [first, second] = [await service('first'), await service('second')];
    const made = await create({ services: [{ serviceId: first.id }, { serviceId: second.id }] });
    const set = `mutation ($id: ID!, $input: AffectedServiceInput!) { incidentServiceSet(id: $id, input: $input) ${PAYLOAD} }`;
    const again = await ask<Answer>(app, set, {
      id: made.id,
      input: { serviceId: first.id, impact: 'slow' },
    });
    expect(again['incidentServiceSet']?.incident).toMatchObject({
      version: 2,
      services: [
        { service: { name: 'first' }, impact: 'slow' },
        { service: { name: 'second' }, impact: null },
      ],
    });
    const remove = `mutation ($id: ID!, $serviceId: ID!) { incidentServiceRemove(id: $id, serviceId: $serviceId) ${PAYLOAD} }`;
    const variables = { id: made.id, serviceId: first.id };
    const removed = await ask<Answer>(app, remove, variables);
    expect(removed['incidentServiceRemove']?.incident?.services).toHaveLength(1);
    const twice = await ask<Answer>(app, remove, variables);
    expect(twice['incidentServiceRemove']?.userErrors[0]?.code).toBe('NOT_FOUND');
    const ghost = await ask<Answer>(app, set, { id: made.id, input: { serviceId: newId() } });
    expect(ghost['incidentServiceSet']?.userErrors[0]?.code).toBe('NOT_FOUND');
    const added = await ask<Answer>(app, set, { id: made.id, input: { serviceId: first.id } });
    expect(added['incidentServiceSet']?.incident).toMatchObject({
      version: 4,
      services: [{ service: { name: 'second' } }, { service: { name: 'first' } }],
    });
  });

  it('each edit is one revision of every case about it', async () => {
    const made = await create();
    const { key } = await writeUp([made.id]);
    await writeUp([made.id]);
    await update(made.id, { severity: 'SEV1', services: [], responders: [] });
    const { postmortem } = await ask<{ postmortem: unknown }>(
      app,
      'query ($key: String) { postmortem(key: $key) { revision incidents { key severity postmortems { revision } } } }',
      { key },
    );
    expect(postmortem).toEqual({
      revision: 2,
      incidents: [
        { key: made.key, severity: 'SEV1', postmortems: [{ revision: 2 }, { revision: 2 }] },
      ],
    });
  });

  it('an incident that a case is about cannot be deleted; another one can', async () => {
    const [written, idle] = [await create(), await create()];
    await writeUp([written.id]);
    const remove = `mutation ($id: ID!) { incidentDelete(id: $id) ${PAYLOAD} }`;
    const refused = await ask<Answer>(app, remove, { id: written.id });
    expect(refused['incidentDelete']).toMatchObject({
      incident: null,
      userErrors: [{ code: 'IN_USE', field: ['id'] }],
    });
    expect(await read(written.id)).not.toBeNull();
    const removed = await ask<Answer>(app, remove, { id: idle.id });
    expect(removed['incidentDelete']?.incident?.key).toBe(idle.key);
    expect(await read(idle.id)).toBeNull();
  });

  it('a viewer changes nothing, a member deletes nothing, and a stranger finds nothing', async () => {
    const { id } = await create();
    const incidents = app.get(IncidentService);
    const forbidden = { code: 'FORBIDDEN' };
    const serviceId = newId();
    await expect(
      app.write((tx) => incidents.create(tx, { title: 'X' }), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(app.write((tx) => incidents.update(tx, id, {}), viewer)).rejects.toMatchObject(
      forbidden,
    );
    await expect(
      app.write((tx) => incidents.setService(tx, id, { serviceId }), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(
      app.write((tx) => incidents.removeService(tx, id, serviceId), viewer),
    ).rejects.toMatchObject(forbidden);
    await expect(app.write((tx) => incidents.delete(tx, id), member)).rejects.toMatchObject(
      forbidden,
    );
    await expect(app.write((tx) => incidents.update(tx, id, {}), ANONYMOUS)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await read(id)).toMatchObject({ version: 1 });
  });
});
