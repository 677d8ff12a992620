import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { weekAt } from '../../src/core/iso-week.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { AuditLog } from '../../src/features/audit/audit-log.service.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { FactorService } from '../../src/features/factor/factor.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAsker, entriesBy, type Asker } from '../support/audit.js';
import { graphql } from '../support/client.js';
import { aCase } from '../support/factory.js';

let app: TestApp;
let author: Asker;
let stranger: Asker;
const ids = { secret: '', secretKey: '', open: '', incident: '', shared: '', item: '', factor: '' };

beforeAll(async () => {
  app = await startApp({
    as: 'door',
    env: { FUPAN_OPEN_DRAFTS: 'on', FUPAN_POINTS_PER_MINUTE: '1000000000' },
  });
  author = await anAsker(app, 'MEMBER');
  stranger = await anAsker(app, 'ADMIN');
  const incidents = app.get(IncidentService);
  const [incident, shared] = [
    await app.write((tx) => incidents.create(tx, { title: 'Only in the restricted case' })),
    await app.write((tx) => incidents.create(tx, { title: 'In both' })),
  ];
  const secret = await aCase(app, {
    title: 'Certificates expired',
    visibility: 'RESTRICTED',
    authorIds: [author.id],
    incidentIds: [incident.id, shared.id],
  });
  const open = await aCase(app, { title: 'Certificates renewed', incidentIds: [shared.id] });
  await app.write(async (tx) => {
    const factor = await app
      .get(FactorService)
      .create(tx, secret.id, { kind: 'TRIGGER', text: 'Nobody renewed them' });
    const item = await app
      .get(ActionItemService)
      .create(tx, { postmortemId: secret.id, title: 'Renew them', ownerId: author.id });
    await app.get(CaseLinkService).link(tx, open.id, { toId: secret.id, kind: 'RELATED' });
    Object.assign(ids, { item: item.id, factor: factor.id });
  });
  Object.assign(ids, {
    ...{ secret: secret.id, secretKey: secret.key, open: open.id },
    ...{ incident: incident.id, shared: shared.id },
  });
  await app.platform.outbox.drained();
});
afterAll(async () => {
  await app.close();
});

async function ask(asker: Asker, query: string): Promise<unknown> {
  const { data, errors } = await graphql(app, query, {}, asker.headers);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const readsOf = async (asker: Asker, query: string) =>
  (await entriesBy(app, () => ask(asker, query))).filter(({ act }) => act === 'read');

describe('the reading of a restricted case', () => {
  it('is noted once for each request, by whatever road', async () => {
    const week = weekAt(new Date(), 'UTC').text;
    const roads = [
      `postmortem(id: "${ids.secret}") { title }`,
      `postmortem(key: "${ids.secretKey}") { id }`,
      `node(id: "${ids.secret}") { ... on Postmortem { title } }`,
      `node(id: "${ids.item}") { ... on ActionItem { title } }`,
      `node(id: "${ids.incident}") { ... on Incident { title } }`,
      `postmortems { nodes { title } }`,
      `postmortems { edges { node { title factors { text } timeline { text } } } }`,
      `search(query: "certificates") { nodes { postmortem { title } } }`,
      `search(query: "certificates") { nodes { score highlights { field } } }`,
      `similarCases(postmortemId: "${ids.open}") { score }`,
      `incident(id: "${ids.incident}") { title }`,
      `incidents { nodes { title } }`,
      `incident(id: "${ids.shared}") { postmortems { title } }`,
      `actionItem(id: "${ids.item}") { title }`,
      `actionItems { nodes { title postmortem { title } } }`,
      `revision(postmortemId: "${ids.secret}", number: 1) { reason }`,
      `revision(postmortemId: "${ids.secret}", number: 1) { markdown }`,
      `postmortem(id: "${ids.open}") { links { kind postmortem { title } } }`,
      `postmortem(id: "${ids.secret}") { markdown }`,
      `kinCases(postmortemId: "${ids.open}") { sharedTerms }`,
      `myDigest(week: "${week}") { sections { entries { title } } }`,
      `myDigest(week: "${week}") { mailText { text } }`,
      `a: postmortem(id: "${ids.secret}") { title } b: search(query: "") { nodes { score } }`,
    ];
    for (const road of roads) {
      expect([road, await readsOf(author, `{ ${road} }`)]).toEqual([
        road,
        [
          expect.objectContaining({
            personId: author.id,
            tokenId: author.tokenId,
            subjectType: 'Postmortem',
            subjectId: ids.secret,
            subjectKey: ids.secretKey,
            outcome: 'DONE',
          }),
        ],
      ]);
    }
  });

  it('is noted also in the answer of a mutation, unless that was done to the case itself', async () => {
    const own = `mutation { factorUpdate(id: "${ids.factor}", input: { text: "x" }) {
      factor { text postmortem { title } } userErrors { code } } }`;
    expect(await entriesBy(app, () => ask(author, own))).toMatchObject([
      { act: 'factorUpdate', caseId: ids.secret },
    ]);
    const other = `mutation { findingCreate(postmortemId: "${ids.open}", input: { kind: LUCKY, text: "x" }) {
      finding { postmortem { links { postmortem { title } } } } userErrors { code } } }`;
    expect(await entriesBy(app, () => ask(author, other))).toMatchObject([
      { act: 'findingCreate', caseId: ids.open },
      { act: 'read', subjectId: ids.secret },
    ]);
  });

  it('is noted as an export too where the whole file is asked for', async () => {
    const left = await entriesBy(app, () =>
      ask(author, `{ postmortem(id: "${ids.secret}") { markdown } }`),
    );
    expect(left).toMatchObject([
      // How many of those that everybody may read.
      { act: 'export', caseId: null, detail: { cases: 0 } },
      { act: 'export', subjectId: ids.secret, caseId: ids.secret },
      { act: 'read', subjectId: ids.secret },
    ]);
  });

  it('by nobody who may not read it leaves no trace of it', async () => {
    for (const road of [
      `postmortem(id: "${ids.secret}") { title }`,
      `postmortems { totalCount nodes { title links { kind } } }`,
      `search(query: "certificates") { totalCount facets { field } nodes { postmortem { title } } }`,
      `incident(id: "${ids.shared}") { title postmortems { title } }`,
      `actionItems { nodes { title } }`,
    ]) {
      expect(await readsOf(stranger, `{ ${road} }`)).toEqual([]);
    }
  });

  it('of what everybody may read writes nothing at all', async () => {
    const { database } = app.platform;
    let commits = 0;
    database.onCommit(() => (commits += 1));
    const left = await entriesBy(app, async () => {
      for (let time = 0; time < 3; time++) {
        await ask(stranger, '{ postmortems { nodes { title links { note } } } }');
        await ask(stranger, '{ search(query: "certificates") { nodes { postmortem { title } } } }');
        await ask(author, `{ incident(id: "${ids.shared}") { title } people { nodes { name } } }`);
      }
    });
    expect(left).toEqual([]);
    expect(commits).toBe(0);
  });

  it('does not get out if it cannot be noted', async () => {
    const audit = app.get(AuditLog);
    const record = audit.record.bind(audit);
    audit.record = () => Promise.reject(new Error('no room on the disk'));
    try {
      const { status, data, errors } = await graphql(
        app,
        `{ postmortem(id: "${ids.secret}") { title } }`,
        {},
        author.headers,
      );
      expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
        status: 500,
        data: undefined,
        code: 'INTERNAL',
      });
      expect(JSON.stringify(errors)).not.toMatch(/Certificates|disk/);
    } finally {
      audit.record = record;
    }
  });
});
