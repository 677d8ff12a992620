import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import type { TokenScope } from '../../src/core/vocabulary.js';
import { newId } from '../../src/core/ids.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { FactorService } from '../../src/features/factor/factor.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';

/** A word that stands in every part of the confidential case and nowhere else. */
const SECRET = 'quokkaleak';

let app: TestApp;
/** Who must not learn of the case, by what they are. */
const outsiders: Record<string, Actor> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
  const [author, other, member, former] = [
    await aPerson(app),
    await aPerson(app, 'Somebody'),
    await aPerson(app, 'In the team'),
    await aPerson(app, 'Not in the team any more'),
  ];
  const team = await aTeam(app);
  await app.write(async (tx) => {
    for (const { id } of [member, former]) {
      await app.get(TeamService).setMember(tx, team.id, { personId: id, role: 'MEMBER' });
    }
  });
  const scopes = new Set<TokenScope>(['read', 'write', 'admin']);
  const token = { kind: 'person', personId: author.id, role: 'ADMIN', scopes } as const;
  const teamToken = { ...token, personId: member.id, role: 'MEMBER' } as const;
  Object.assign(outsiders, {
    administrator: actingAs(other, 'ADMIN'),
    former: actingAs(former),
    token,
    teamToken,
  });
  const service = await app.write((tx) => app.get(ServiceCatalog).create(tx, { name: 'checkout' }));
  const incident = await app.write((tx) =>
    app.get(IncidentService).create(tx, {
      title: SECRET,
      severity: 'SEV1',
      services: [{ serviceId: service.id, impact: SECRET }],
      responders: [{ personId: author.id, role: 'SCRIBE' }],
    }),
  );
  const open = await aCase(app, { title: 'Everybody may read this', authorIds: [author.id] });
  const secret = await aCase(app, {
    title: SECRET,
    visibility: 'RESTRICTED',
    readers: [{ teamId: team.id }],
    tags: [SECRET],
    authorIds: [author.id],
    incidentIds: [incident.id],
    sections: [{ heading: SECRET, body: SECRET }],
  });
  await app.write(async (tx) => {
    const factor = await app
      .get(FactorService)
      .create(tx, secret.id, { kind: 'TRIGGER', text: SECRET });
    const item = await app.get(ActionItemService).create(tx, {
      postmortemId: secret.id,
      title: SECRET,
      ownerId: author.id,
      teamId: team.id,
    });
    const link = await app.get(CaseLinkService).link(tx, open.id, {
      toId: secret.id,
      kind: 'RELATED',
      note: SECRET,
    });
    for (const { id } of [open, secret]) await app.get(PostmortemLifecycle).submit(tx, id);
    await app.get(TeamService).removeMember(tx, team.id, former.id);
    Object.assign(ids, {
      ...{
        member: member.id,
        former: former.id,
        open: open.id,
        secret: secret.id,
        key: secret.key,
        incident: incident.id,
      },
      ...{ incidentKey: incident.key, factor: factor.id, item: item.id, itemKey: item.key },
      ...{ link: link.id, service: service.id, author: author.id, team: team.id },
    });
  });
  await app.platform.outbox.drained();
});
afterAll(async () => {
  await app.close();
});

const CASE = `{ key title links { note postmortem { title } } incidents { title }
  revisions { nodes { markdown } } actionItems { title } factors { text } }`;

describe('a confidential case', () => {
  it('is read and found by those who are named on it, and by the teams that are', async () => {
    for (const id of [ids['author'], ids['member']]) {
      const insider = actingAs({ id: id ?? '' });
      const [found, searched] = [
        await askAs(app, insider, `{ postmortem(key: "${ids['key']}") ${CASE} }`),
        await askAs(app, insider, `{ search(query: "${SECRET}") { totalCount } }`),
      ];
      expect(JSON.stringify(found)).toContain(SECRET);
      expect(searched).toEqual({ search: { totalCount: 1 } });
    }
  });
});

describe.each([
  ['an administrator', 'administrator'],
  ['somebody who has left the team', 'former'],
  ['a token of its author without the scope', 'token'],
  ['a token of somebody in the team without the scope', 'teamToken'],
])('for %s a confidential case', (_, who) => {
  const asked = (source: string): Promise<object> => {
    const actor = outsiders[who];
    if (!actor) throw new Error(`there is no ${who}`);
    return askAs(app, actor, source);
  };

  it('shows in no list, count, field, facet or correction', async () => {
    const roads = [
      `postmortems { totalCount nodes ${CASE} }`,
      `tagged: postmortems(filter: { tag: "${SECRET}" }) { totalCount }`,
      `restricted: postmortems(filter: { visibility: RESTRICTED }) { totalCount }`,
      `struck: postmortems(filter: { service: "checkout" }) { totalCount }`,
      `about: postmortems(filter: { incidentId: "${ids['incident']}" }) { totalCount }`,
      `incidents { totalCount nodes { title postmortems { title } } }`,
      `written: incidents(filter: { hasPostmortem: true }) { totalCount }`,
      `unwritten: incidents(filter: { hasPostmortem: false }) { totalCount }`,
      `actionItems { totalCount nodes { title } }`,
      `owned: actionItems(filter: { ownerId: "${ids['author']}" }) { totalCount }`,
      `search(query: "${SECRET}") { totalCount didYouMean facets { field values { value count } } nodes { score } }`,
      `typo: search(query: "quokkalaek") { totalCount didYouMean relaxed }`,
      `without: search(query: "-${SECRET}") { totalCount }`,
      `everything: search(query: "") { totalCount facets { field values { value count } } }`,
      `similarCases(postmortemId: "${ids['open']}") { sharedTerms postmortem { title } }`,
      `services { nodes { incidentCount } }`,
    ];
    const answers: Record<string, { totalCount?: number }> = {};
    for (const road of roads) Object.assign(answers, await asked(`{ ${road} }`));
    const { search, ...others } = answers;
    expect(search).toMatchObject({ totalCount: 0, didYouMean: null, nodes: [] });
    expect(JSON.stringify(others)).not.toContain(SECRET);
    const totals = Object.fromEntries(
      Object.entries(answers).map(([road, { totalCount }]) => [road, totalCount]),
    );
    expect(totals).toMatchObject({
      ...{
        postmortems: 1,
        tagged: 0,
        restricted: 0,
        struck: 0,
        about: 0,
        incidents: 0,
        written: 0,
      },
      ...{ unwritten: 0, actionItems: 0, owned: 0, typo: 0, without: 1, everything: 1 },
    });
    expect(answers['services']).toEqual({ nodes: [{ incidentCount: 0 }] });
  });

  it('is not there by its id, its key, or those of what belongs to it', async () => {
    for (const road of [
      `postmortem(id: "${ids['secret']}") { id }`,
      `postmortem(key: "${ids['key']}") { id }`,
      `incident(id: "${ids['incident']}") { id }`,
      `incident(key: "${ids['incidentKey']}") { id }`,
      `actionItem(id: "${ids['item']}") { id }`,
      `actionItem(key: "${ids['itemKey']}") { id }`,
      `revision(postmortemId: "${ids['secret']}", number: 1) { number }`,
      `node(id: "${ids['secret']}") { id }`,
      `node(id: "${ids['incident']}") { id }`,
      `node(id: "${ids['item']}") { id }`,
    ]) {
      expect(Object.values(await asked(`{ ${road} }`))).toEqual([null]);
    }
  });

  it('answers every attempt to change it as if it were not there', async () => {
    const attempts: ((ids: {
      secret: string;
      incident: string;
      item: string;
      factor: string;
      link: string;
    }) => string)[] = [
      ({ secret }) =>
        `postmortemUpdate(id: "${secret}", input: { title: "x", expectedVersion: 99 })`,
      ({ secret }) =>
        `postmortemUpdate(id: "${secret}", input: { readers: [{ personId: "${ids['former']}" }] })`,
      ({ secret }) => `postmortemPublish(id: "${secret}")`,
      ({ secret }) => `postmortemDelete(id: "${secret}")`,
      ({ secret }) => `factorCreate(postmortemId: "${secret}", input: { kind: TRIGGER, text: "" })`,
      ({ factor }) => `factorUpdate(id: "${factor}", input: { text: "x", expectedVersion: 99 })`,
      ({ secret }) => `findingCreate(postmortemId: "${secret}", input: { kind: LUCKY, text: "x" })`,
      ({ secret }) => `practiceClear(postmortemId: "${secret}", practice: P1_1)`,
      ({ secret }) => `timelinePaste(postmortemId: "${secret}", input: { text: "x" })`,
      ({ secret }) =>
        `caseLink(postmortemId: "${secret}", input: { toId: "${ids['open']}", kind: RELATED })`,
      ({ secret }) =>
        `caseLink(postmortemId: "${ids['open']}", input: { toId: "${secret}", kind: RELATED })`,
      ({ link }) => `caseUnlink(id: "${link}")`,
      ({ secret }) => `actionItemCreate(input: { postmortemId: "${secret}", title: "x" })`,
      ({ item }) => `actionItemStart(id: "${item}")`,
      ({ item }) => `actionItemUpdate(id: "${item}", input: { expectedVersion: 99 })`,
      ({ incident }) => `incidentUpdate(id: "${incident}", input: { expectedVersion: 99 })`,
      ({ incident }) => `incidentDelete(id: "${incident}")`,
      ({ incident }) =>
        `postmortemCreate(input: { title: "x", language: EN, incidentIds: ["${incident}"] })`,
    ];
    const there = {
      ...{ secret: ids['secret'] ?? '', incident: ids['incident'] ?? '', item: ids['item'] ?? '' },
      ...{ factor: ids['factor'] ?? '', link: ids['link'] ?? '' },
    };
    const [secret, incident, item, factor, link] = Array.from({ length: 5 }, newId);
    const absent = { ...there, ...{ secret, incident, item, factor, link } } as typeof there;
    const refused = 'userErrors { code field message }';
    for (const attempt of attempts) {
      const real = await asked(`mutation { ${attempt(there)} { ${refused} } }`);
      expect(JSON.stringify(real)).toContain('"NOT_FOUND"');
      expect(real).toEqual(await asked(`mutation { ${attempt(absent)} { ${refused} } }`));
    }
  });
});
