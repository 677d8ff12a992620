import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor, type PersonActor } from '../../src/core/actor.js';
import { newId } from '../../src/core/ids.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { IncidentEntity } from '../../src/features/incident/incident.entity.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aPerson } from '../support/factory.js';

interface Answer {
  readonly nearMissReport: {
    incident: Record<string, unknown> | null;
    userErrors: Refusal[];
  };
}

let app: TestApp;
let reporter: PersonEntity;
let viewer: PersonActor;
beforeAll(async () => {
  app = await startApp();
  reporter = await aPerson(app, 'Reporter');
  viewer = { kind: 'person', personId: reporter.id, role: 'VIEWER' };
});
afterAll(async () => {
  await app.close();
});

async function report(actor: Actor, input: Record<string, unknown> = {}) {
  const { nearMissReport } = await askAs<Answer>(
    app,
    actor,
    `mutation ($input: NearMissReportInput!) { nearMissReport(input: $input) {
      incident { id kind title summary severity startedAt reporter { name } services { service { name } } }
      userErrors { code field message } } }`,
    { input: { title: 'Wrong database', summary: 'The prompt asked twice.', ...input } },
  );
  return { incident: nearMissReport.incident, refusal: nearMissReport.userErrors[0] };
}

const rows = (): Promise<number> => app.platform.database.read.countBy(IncidentEntity, {});

describe('a near miss', () => {
  it('is reported by anybody who has signed in, a viewer too', async () => {
    const service = await app.write((tx) => app.get(ServiceCatalog).create(tx, { name: 'ledger' }));
    const { incident } = await report(viewer, {
      severity: 'SEV2',
      startedAt: '2026-11-20T08:00:00Z',
      services: [{ serviceId: service.id }],
    });
    expect(incident).toMatchObject({
      kind: 'NEAR_MISS',
      severity: 'SEV2',
      startedAt: '2026-11-20T08:00:00.000Z',
      reporter: { name: 'Reporter' },
      services: [{ service: { name: 'ledger' } }],
    });
    const create = { title: 'An incident', kind: 'NEAR_MISS' } as const;
    await expect(
      app.write((tx) => app.get(IncidentService).create(tx, create), viewer),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is reported without a name where that is wanted, and nothing tells who it was', async () => {
    const { read } = app.platform.database;
    const before = await read.countBy(AuditEntryEntity, {});
    const { incident } = await report(viewer, { withoutName: true });
    expect(incident).toMatchObject({ kind: 'NEAR_MISS', reporter: null });
    const noted = (await read.find(AuditEntryEntity, { order: { seq: 'ASC' } })).slice(before);
    expect(noted.map(({ act }) => act)).toEqual(['nearMissReport']);
    expect(JSON.stringify(noted)).not.toContain(reporter.id);
    expect(noted[0]).toMatchObject({ actor: 'ANONYMOUS', personId: null, address: null });
  });

  it('is not reported by a token that only reads, nor by nobody', async () => {
    const before = await rows();
    const scopes = new Set(['read', 'restricted'] as const);
    await expect(report({ ...viewer, scopes })).rejects.toThrow('FORBIDDEN');
    await expect(report(ANONYMOUS)).rejects.toThrow('UNAUTHENTICATED');
    const input = { title: 'T', summary: '' };
    for (const actor of [{ ...viewer, scopes }, ANONYMOUS]) {
      await expect(
        app.write((tx) => app.get(IncidentService).reportNearMiss(tx, input), actor),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await rows()).toBe(before);
    expect(
      (await report({ ...viewer, scopes: new Set(['read', 'write']) })).refusal,
    ).toBeUndefined();
  });

  it('that is refused leaves no trace, and the refusal no name where none was wanted', async () => {
    const [before, { read }] = [await rows(), app.platform.database];
    const noted = await read.countBy(AuditEntryEntity, {});
    const services = [{ serviceId: newId() }];
    const { refusal } = await report(viewer, { services, withoutName: true });
    expect(refusal).toMatchObject({
      code: 'NOT_FOUND',
      field: ['input', 'services', '0', 'serviceId'],
    });
    expect((await report(viewer, { title: ' ' })).refusal?.code).toBe('VALIDATION');
    expect(await rows()).toBe(before);
    const [unnamed, named] = (await read.find(AuditEntryEntity, { order: { seq: 'ASC' } })).slice(
      noted,
    );
    expect(unnamed).toMatchObject({ outcome: 'REFUSED', personId: null });
    expect(named).toMatchObject({ outcome: 'REFUSED', personId: reporter.id });
  });
});

describe('an incident', () => {
  it('says who reported it, and not who runs the program', async () => {
    const member: Actor = { ...viewer, role: 'MEMBER' };
    const input = { title: 'Checkout down' };
    const mine = await app.write((tx) => app.get(IncidentService).create(tx, input), member);
    const operators = await app.write((tx) => app.get(IncidentService).create(tx, input));
    const { node, other } = await askAs<Record<string, unknown>>(
      app,
      member,
      `{ node: incident(id: "${mine.id}") { reporter { name } }
         other: incident(id: "${operators.id}") { reporter { name } } }`,
    );
    expect({ node, other }).toEqual({
      node: { reporter: { name: 'Reporter' } },
      other: { reporter: null },
    });
  });
});
