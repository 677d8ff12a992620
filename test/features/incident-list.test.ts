import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { newId } from '../../src/core/ids.js';
import {
  incidentById,
  incidentCountOfService,
} from '../../src/features/incident/incident.loaders.js';
import { IncidentList } from '../../src/features/incident/incident.read.js';
import {
  IncidentService,
  type IncidentCreate,
} from '../../src/features/incident/incident.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { postmortemsOfIncident } from '../../src/features/postmortem/postmortem.loaders.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

const viewer: Actor = { kind: 'person', personId: newId(), role: 'VIEWER', readsDrafts: true };
const member: Actor = { kind: 'person', personId: newId(), role: 'MEMBER', readsDrafts: true };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

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
const create = (input: IncidentCreate) =>
  app.write((tx) => app.get(IncidentService).create(tx, input));
const writeUp = (
  incidentIds: string[],
  input: { authorIds?: string[]; visibility?: 'RESTRICTED' } = {},
) =>
  app.write((tx) =>
    app.get(PostmortemService).create(tx, { title: 'Case', language: 'en', incidentIds, ...input }),
  );
const day = (date: string) => new Date(`${date}T00:00:00Z`);

describe('the list of incidents', () => {
  it('is filtered by each of its filters, and an empty list filters nothing', async () => {
    const { id: serviceId } = await service('filtered-service');
    const drill = await create({
      title: '演練 failover',
      kind: 'DRILL',
      severity: 'SEV4',
      status: 'CLOSED',
      startedAt: day('2020-05-01'),
      services: [{ serviceId }],
    });
    const open = await create({ title: '演練 later', startedAt: day('2020-06-01') });
    await writeUp([drill.id]);
    const these = { query: '演練' };
    expect(await keys(these)).toEqual([open.key, drill.key]);
    expect(await keys({ query: 'FAILOVER' })).toEqual([drill.key]);
    expect(await keys({ query: drill.key.toLowerCase() })).toContain(drill.key);
    expect(await keys({ ...these, kind: ['DRILL'] })).toEqual([drill.key]);
    expect(await keys({ ...these, severity: ['SEV4', 'SEV5'] })).toEqual([drill.key]);
    expect(await keys({ ...these, status: ['INVESTIGATING'] })).toEqual([open.key]);
    expect(await keys({ ...these, service: ['filtered-service'] })).toEqual([drill.key]);
    expect(await keys({ ...these, startedBefore: '2020-06-01T00:00:00Z' })).toEqual([drill.key]);
    expect(await keys({ ...these, startedAfter: '2020-06-01T00:00:00Z' })).toEqual([open.key]);
    expect(await keys({ ...these, hasPostmortem: true })).toEqual([drill.key]);
    expect(await keys({ ...these, hasPostmortem: false })).toEqual([open.key]);
    expect(await keys({ ...these, kind: [], severity: [], service: [] })).toHaveLength(2);
  });

  it('puts what is not known last, whichever end comes first, across pages', async () => {
    const title = 'Ordered';
    const unknown = await create({ title });
    const early = await create({ title, severity: 'SEV3', startedAt: day('2021-01-01') });
    const late = await create({ title, severity: 'SEV1', startedAt: day('2022-01-01') });
    const ordered = (field: string, direction: string) =>
      keys({ query: title }, { field, direction });
    expect(await ordered('STARTED_AT', 'DESC')).toEqual([late.key, early.key, unknown.key]);
    expect(await ordered('STARTED_AT', 'ASC')).toEqual([early.key, late.key, unknown.key]);
    expect(await ordered('SEVERITY', 'ASC')).toEqual([late.key, early.key, unknown.key]);
    expect(await ordered('SEVERITY', 'DESC')).toEqual([early.key, late.key, unknown.key]);
    expect(await ordered('KEY', 'ASC')).toEqual([unknown.key, early.key, late.key]);

    const page = `query ($after: String) { incidents(first: 1, after: $after, filter: { query: "Ordered" },
      orderBy: { field: STARTED_AT, direction: ASC }) { nodes { key startedAt } pageInfo { endCursor hasNextPage } } }`;
    interface Page {
      incidents: {
        nodes: { key: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }
    const seen: string[] = [];
    let after: string | undefined;
    for (let more = true; more;) {
      const { incidents }: Page = await ask<Page>(app, page, { after });
      seen.push(...incidents.nodes.map(({ key }) => key));
      after = incidents.pageInfo.endCursor;
      more = incidents.pageInfo.hasNextPage;
    }
    expect(seen).toEqual([early.key, late.key, unknown.key]);
  });

  it('a page of fifty costs as many statements as a page of one', async () => {
    const { id: serviceId } = await service('counted');
    const { id: personId } = await person('Counted');
    await app.write(async (tx) => {
      for (let index = 0; index < 55; index++) {
        const { id } = await app.get(IncidentService).create(tx, {
          title: 'Counted',
          services: [{ serviceId }],
          responders: [{ personId, role: 'OTHER' }],
          references: [{ source: 'jira', externalId: 'A-1' }],
        });
        await app
          .get(PostmortemService)
          .create(tx, { title: 'Counted', language: 'en', incidentIds: [id] });
      }
    });
    const page = (first: number) =>
      ask(
        app,
        `query ($first: Int!) { incidents(first: $first, filter: { query: "Counted" }) { totalCount nodes {
          key services { service { name } } responders { person { name } } references { source }
          measurements { seconds } postmortems { key incidents { key } } } } }`,
        { first },
      );
    const one = await statementsOf(app, () => page(1));
    const fifty = await statementsOf(app, () => page(50));
    expect(one.length).toBeGreaterThan(0);
    expect(fifty).toHaveLength(one.length);
  });
});

describe('who may see and change an incident', () => {
  it('one that is only written up in a confidential case is seen by the people on the case alone', async () => {
    const { id: serviceId } = await service('confidential-service');
    const author = await person('Author');
    const insider: Actor = {
      kind: 'person',
      personId: author.id,
      role: 'MEMBER',
      readsDrafts: true,
    };
    const secret = await create({ title: 'Secret', services: [{ serviceId }] });
    const mixed = await create({ title: 'Mixed', services: [{ serviceId }] });
    const hidden = await writeUp([secret.id, mixed.id], {
      visibility: 'RESTRICTED',
      authorIds: [author.id],
    });
    const open = await writeUp([mixed.id]);
    const incidents = app.get(IncidentService);

    const seenBy = async (actor: Actor) => {
      const ctx = app.ctx(actor);
      const filter = { service: ['confidential-service'], hasPostmortem: true };
      const page = await app.get(IncidentList).page(ctx, filter, undefined, { first: 10 });
      return {
        byId: (await incidents.find(ctx, { id: secret.id }))?.key ?? null,
        byKey: (await incidents.find(ctx, { key: secret.key }))?.key ?? null,
        asNode: (await incidentById(ctx).load(secret.id))?.key ?? null,
        listed: page.nodes.map(({ title }) => title).sort(),
        total: await page.totalCount,
        counted: await incidentCountOfService(ctx).load(serviceId),
        cases: (await postmortemsOfIncident(ctx).load(mixed.id)).map(({ key }) => key),
      };
    };
    const everything = {
      byId: secret.key,
      byKey: secret.key,
      asNode: secret.key,
      listed: ['Mixed', 'Secret'],
      total: 2,
      counted: 2,
      cases: [hidden.key, open.key],
    };
    expect(await seenBy(insider)).toEqual(everything);
    expect(await seenBy({ kind: 'operator' })).toEqual(everything);
    for (const outsider of [member, viewer, { ...member, role: 'ADMIN' } as const]) {
      expect(await seenBy(outsider)).toEqual({
        byId: null,
        byKey: null,
        asNode: null,
        listed: ['Mixed'],
        total: 1,
        counted: 1,
        cases: [open.key],
      });
    }
    expect(await seenBy(ANONYMOUS)).toMatchObject({ byId: null, listed: [], total: 0, counted: 0 });

    // Not even by writing about it.
    const notFound = { code: 'NOT_FOUND' };
    await expect(
      app.write((tx) => incidents.update(tx, secret.id, {}), member),
    ).rejects.toMatchObject(notFound);
    await expect(
      app.write(
        (tx) =>
          app.get(PostmortemService).create(tx, {
            title: 'Peek',
            language: 'en',
            incidentIds: [secret.id],
            authorIds: [author.id],
          }),
        member,
      ),
    ).rejects.toMatchObject(notFound);
    await app.write((tx) => incidents.update(tx, secret.id, { title: 'Renamed' }), insider);
    expect(await incidents.find(app.ctx(insider), { id: secret.id })).toMatchObject({
      title: 'Renamed',
      version: 2,
    });
  });
});
