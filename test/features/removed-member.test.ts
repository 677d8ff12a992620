import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { canariesIn, plain, send, type Answer } from '../support/schema-walk-answers.js';
import type { Request } from '../support/schema-walk.js';
import { makeWorld, type CallerName, type World } from '../support/world.js';
import { canary, CASE_PLANS, directoryName, type CaseName } from '../support/world-cases.js';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
  for (const caller of ['teammate', 'reader'] as const) {
    const draft = `{ part: "title", text: "${canary('restricted', 'draft')}", baseVersion: 1 }`;
    const call = `draftSave(postmortemId: $id, input: ${draft})`;
    await act(caller, call, { id: '@postmortem of restricted' });
  }
}, 60_000);
afterAll(() => world.close());
// What is decided holds at once, and not only when the search index has heard of it.
beforeEach(() => world.app.platform.outbox.stop());
afterEach(async () => {
  world.app.platform.outbox.start();
  await world.app.platform.outbox.drained();
});

const request = (
  name: string,
  document: string,
  variables: Record<string, unknown> = {},
): Request => ({ name, document, variables });

/** Every road on which somebody who may read a case comes to know something of it. */
function roadsTo(name: CaseName): Request[] {
  const id = { id: `@postmortem of ${name}` };
  const search = `query ($query: String!) { search(query: $query, first: 50) {
    totalCount relaxed didYouMean facets { field values { value count } }
    nodes { score postmortem { key title } highlights { fragments { text } } } } }`;
  const words = [
    canary(name, 'title'),
    `${CASE_PLANS[name].mark}x`,
    // Misspelt, so that the right word would be a hint.
    `${canary(name, 'title').slice(0, -2)}${canary(name, 'title').slice(-1)}`,
    canary(name, 'body'),
    'connection pool',
    '',
    CASE_PLANS[name].chinese,
    `tag:${canary(name, 'tag')}`,
    `service:${directoryName(name)}`,
  ];
  return [
    ...words.map((query) => request(`search ${query}`, search, { query })),
    request('by id', 'query ($id: ID!) { postmortem(id: $id) { key title markdown } }', id),
    request('by key', 'query ($key: String!) { postmortem(key: $key) { title summary } }', {
      key: `@key 0 of ${name}`,
    }),
    request('cases', '{ postmortems(first: 50) { totalCount nodes { key title } } }'),
    request('node', 'query ($id: ID!) { node(id: $id) { ... on Postmortem { key title } } }', id),
    request('node of an action', 'query ($id: ID!) { node(id: $id) { id __typename } }', {
      id: `@DONE of ${name}`,
    }),
    request('action by key', 'query ($key: String!) { actionItem(key: $key) { title } }', {
      key: `@key 2 of ${name}`,
    }),
    request('own drafts', '{ drafts(first: 50) { text base postmortem { key title } } }'),
    request(
      'attendance',
      `mutation ($id: ID!) { caseAttend(postmortemId: $id) {
        others { writing person { name } } userErrors { code message } } }`,
      id,
    ),
    request('actions', '{ actionItems(first: 100) { totalCount nodes { key title } } }'),
    request(
      'revision',
      'query ($id: ID!) { revision(postmortemId: $id, number: 2) { reason markdown } }',
      id,
    ),
    request('like it', 'query ($id: ID!) { similarCases(postmortemId: $id) { score } }', id),
    request(
      'links and exports of others',
      `{ postmortems(first: 50) {
        nodes { key markdown links { note postmortem { key title } } } } }`,
    ),
    request(
      'change',
      `mutation ($id: ID!) { findingUpdate(id: $id, input: { kind: WENT_WRONG }) {
        userErrors { code message } finding { text } } }`,
      { id: `@finding of ${name}` },
    ),
  ];
}

/** The same for what is only as confidential as a case that is restricted. */
function roadsToIncident(name: CaseName): Request[] {
  const service = { name: directoryName(name) };
  return [
    request('incident', 'query ($id: ID!) { incident(id: $id) { key title summary } }', {
      id: `@incident of ${name}`,
    }),
    request('incident by key', 'query ($key: String!) { incident(key: $key) { title } }', {
      key: `@key 1 of ${name}`,
    }),
    request('node of the incident', 'query ($id: ID!) { node(id: $id) { id __typename } }', {
      id: `@incident of ${name}`,
    }),
    request('incidents', '{ incidents(first: 50) { totalCount nodes { key title } } }'),
    request(
      'cases of the shared incident',
      'query ($id: ID!) { incident(id: $id) { postmortems { key title } } }',
      { id: '@shared incident' },
    ),
    request(
      'count of incidents',
      'query ($name: String!) { service(name: $name) { incidentCount } }',
      service,
    ),
  ];
}

const ask = (caller: CallerName, road: Request): Promise<Answer> =>
  send(world, world.callers[caller], road);

/** Does something over HTTP that must be allowed. */
async function act(caller: CallerName, call: string, labels: Record<string, string> = {}) {
  const head = Object.keys(labels).map((name) => `$${name}: ID!`);
  const document = `mutation ${head.length > 0 ? `(${head.join(', ')})` : ''} {
    ${call} { userErrors { code message } } }`;
  const { body } = await ask(caller, request(call, document, labels));
  expect(body).toContain('"userErrors":[]');
}

/** What an answer tells of a case. */
const toldBy = (answer: Answer, name: CaseName): string[] => [
  ...canariesIn(answer, { variables: {} }, [name]),
  ...(new RegExp(`\\b${CASE_PLANS[name].key}\\b`).exec(answer.body) ?? []),
];

/** A decision that takes a case from somebody, and the one that gives it back. */
interface Change {
  readonly take: () => Promise<void>;
  readonly giveBack: () => Promise<void>;
}

/**
 * For each road: the case is there, is taken away, and is not there in the very next request.
 * @param like somebody who never knew of the case, where there is one: the answers are the same
 */
async function goThrough(
  roads: readonly Request[],
  { caller, name, like }: { caller: CallerName; name: CaseName; like?: CallerName },
  { take, giveBack }: Change,
): Promise<void> {
  for (const road of roads) {
    await world.app.platform.outbox.drained();
    const before = await ask(caller, road);
    const strange = like && (await ask(like, road));
    await take();
    const after = await ask(caller, road);
    await giveBack();
    const isSame = strange && plain(world, after) === plain(world, strange);
    expect({ road: road.name, told: toldBy(after, name), isSame }).toEqual({
      ...{ road: road.name, told: [], isSame: like && true },
    });
    // Or the road leads nowhere and shows nothing.
    if (strange)
      expect([road.name, plain(world, before)]).not.toEqual([road.name, plain(world, strange)]);
    else if (showsWords(road))
      expect([road.name, toldBy(before, name).length]).not.toEqual([road.name, 0]);
  }
}

/** Whether an answer on this road holds words of the case itself. */
const showsWords = ({ name }: Request): boolean =>
  !/^(node of|like it|change|attendance|own drafts)/.test(name);

const guild = { id: '@team guild', personId: '@person teammate' };

describe('in the very next request, before the search index has heard of it', () => {
  it('somebody who is taken out of a team finds nothing of what was open to it', async () => {
    await goThrough(
      [...roadsTo('restricted'), ...roadsToIncident('restricted')],
      { caller: 'teammate', name: 'restricted', like: 'member' },
      {
        take: () => act('admin', 'teamMemberRemove(id: $id, personId: $personId)', guild),
        giveBack: () =>
          act(
            'admin',
            'teamMemberSet(id: $id, input: { personId: $personId, role: MEMBER })',
            guild,
          ),
      },
    );
  });

  it('somebody who is no reader of a case any more finds nothing of it', async () => {
    const setReader = (person: string) => async (): Promise<void> => {
      // Of both, or they would still know more than somebody who never was one.
      for (const name of ['restricted', 'restrictedArchived']) {
        const readers = '[{ teamId: $team }, { personId: $person }]';
        await act('author', `postmortemUpdate(id: $id, input: { readers: ${readers} })`, {
          ...{ id: `@postmortem of ${name}`, team: guild.id, person: `@person ${person}` },
        });
      }
    };
    await goThrough(
      [...roadsTo('restricted'), ...roadsToIncident('restricted')],
      { caller: 'reader', name: 'restricted', like: 'member' },
      {
        take: setReader('lead'),
        giveBack: setReader('reader'),
      },
    );
  });

  it('a case that becomes restricted is gone for everybody else', async () => {
    const id = { id: '@postmortem of published' };
    const become = (visibility: string) => () =>
      act('author', `postmortemUpdate(id: $id, input: { visibility: ${visibility} })`, id);
    await goThrough(
      roadsTo('published'),
      { caller: 'member', name: 'published' },
      { take: become('RESTRICTED'), giveBack: become('ORGANIZATION') },
    );
  });

  it('so is one that becomes a draft again', async () => {
    const id = { id: '@postmortem of archived' };
    await goThrough(
      roadsTo('archived'),
      { caller: 'viewer', name: 'archived' },
      {
        take: () => act('author', 'postmortemReopen(id: $id)', id),
        giveBack: () => act('author', 'postmortemArchive(id: $id)', id),
      },
    );
  });

  it('nor is there anything left of either when the index has heard of it', async () => {
    for (const [name, take, giveBack] of [
      [
        'published',
        'postmortemUpdate(id: $id, input: { visibility: RESTRICTED })',
        'postmortemUpdate(id: $id, input: { visibility: ORGANIZATION })',
      ],
      ['archived', 'postmortemReopen(id: $id)', 'postmortemArchive(id: $id)'],
    ] as const) {
      const id = { id: `@postmortem of ${name}` };
      await act('author', take, id);
      world.app.platform.outbox.start();
      await world.app.platform.outbox.drained();
      for (const road of roadsTo(name)) {
        expect([road.name, toldBy(await ask('member', road), name)]).toEqual([road.name, []]);
      }
      await act('author', giveBack, id);
    }
  });

  it('a token that is revoked brings nothing', async () => {
    const tokens = 'query { viewer { apiTokens { id name } } }';
    const { body } = await ask('reader', request('tokens', tokens));
    const [, id = ''] = /"id":"([^"]+)","name":"tokenRestricted"/.exec(body) ?? [];
    await act('reader', 'apiTokenRevoke(id: $id)', { id });
    await isNobody('tokenRestricted', 'nonsense');
  });

  it('a browser that is signed out elsewhere brings nothing', async () => {
    const { body } = await ask('reader', request('sessions', '{ viewer { sessions { id } } }'));
    const [, id = ''] = /"id":"([^"]+)"/.exec(body) ?? [];
    await act('admin', 'sessionRevoke(id: $id)', { id });
    await isNobody('reader', 'anonymous');
  });

  it('neither does anything of somebody who has left', async () => {
    await act('admin', 'personArchive(id: $id)', { id: '@person author' });
    await isNobody('author', 'anonymous');
    await isNobody('tokenWrite', 'nonsense');
  });
});

/** Sees to it that a caller is answered on every road as somebody is who has not signed in. */
async function isNobody(caller: CallerName, like: CallerName): Promise<void> {
  for (const road of [...roadsTo('restricted'), ...roadsToIncident('restricted')]) {
    const [found, expected] = [await ask(caller, road), await ask(like, road)];
    expect([road.name, plain(world, found)]).toEqual([road.name, plain(world, expected)]);
  }
}
