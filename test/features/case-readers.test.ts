import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor, PersonActor } from '../../src/core/actor.js';
import { newId } from '../../src/core/ids.js';
import { PersonService } from '../../src/features/people/person.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import type { TeamEntity } from '../../src/features/people/team.entity.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

interface Case {
  readonly id: string;
  readonly visibility: string;
  readonly version: number;
  readonly readers: { person: { id: string } | null; team: { id: string } | null }[];
  readonly authors: { id: string }[];
}
type Answer = Record<string, { postmortem: Case | null; userErrors: Refusal[] }>;

const FIELDS = `{ id visibility version readers { person { id } team { id } } authors { id } }`;
const PAYLOAD = `{ postmortem ${FIELDS} userErrors { code field message } }`;

let app: TestApp;
let author: PersonEntity;
let reviewer: PersonEntity;
let facilitator: PersonEntity;
let reader: PersonEntity;
let stranger: PersonEntity;
let team: TeamEntity;

beforeAll(async () => {
  app = await startApp();
  [author, reviewer, facilitator] = [
    await aPerson(app, 'Author'),
    await aPerson(app, 'Reviewer'),
    await aPerson(app, 'Facilitator'),
  ];
  [reader, stranger, team] = [
    await aPerson(app, 'Reader'),
    await aPerson(app, 'Stranger'),
    await aTeam(app),
  ];
});
afterAll(async () => {
  await app.close();
});

/** Somebody by session, in a library that keeps drafts to those who write them. */
const as = (person: { id: string }, role: PersonActor['role'] = 'MEMBER'): PersonActor => ({
  kind: 'person',
  personId: person.id,
  role,
});

async function update(actor: Actor, id: string, input: Record<string, unknown>) {
  const { postmortemUpdate } = await askAs<Answer>(
    app,
    actor,
    `mutation ($id: ID!, $input: PostmortemUpdateInput!) { postmortemUpdate(id: $id, input: $input) ${PAYLOAD} }`,
    { id, input },
  );
  return { row: postmortemUpdate?.postmortem, refusal: postmortemUpdate?.userErrors[0] };
}

async function create(actor: Actor, input: Record<string, unknown>) {
  const { postmortemCreate } = await askAs<Answer>(
    app,
    actor,
    `mutation ($input: PostmortemCreateInput!) { postmortemCreate(input: $input) ${PAYLOAD} }`,
    { input: { title: 'Leaked keys', language: 'EN', ...input } },
  );
  return { row: postmortemCreate?.postmortem, refusal: postmortemCreate?.userErrors[0] };
}

async function read(id: string, actor?: Actor): Promise<Case | null> {
  const answer = await askAs<{ postmortem: Case | null }>(
    app,
    actor ?? { kind: 'operator' },
    `query ($id: ID!) { postmortem(id: $id) ${FIELDS} }`,
    { id },
  );
  return answer.postmortem;
}

/** A restricted case in review, with everybody in their parts. */
async function aSecret(title = 'Secret'): Promise<PostmortemEntity> {
  const row = await aCase(app, {
    title,
    visibility: 'RESTRICTED',
    authorIds: [author.id],
    reviewerIds: [reviewer.id],
    facilitatorId: facilitator.id,
    readers: [{ personId: reader.id }, { teamId: team.id }],
  });
  return app.write((tx) => app.get(PostmortemLifecycle).submit(tx, row.id));
}

const named = (row: Case | null | undefined): string[] | undefined =>
  row?.readers.map(({ person, team: group }) => person?.id ?? group?.id ?? '');

describe('the readers of a case', () => {
  it('are people and teams, in order, each once, and are replaced as a whole', async () => {
    const { row } = await create(as(author), {
      visibility: 'RESTRICTED',
      readers: [{ teamId: team.id }, { personId: reader.id }, { teamId: team.id, personId: null }],
    });
    expect(named(row)).toEqual([team.id, reader.id]);
    expect(row?.authors).toEqual([{ id: author.id }]);
    const changed = await update(as(author), row?.id ?? '', {
      readers: [{ personId: stranger.id }],
    });
    expect(named(changed.row)).toEqual([stranger.id]);
    const untouched = await update(as(author), row?.id ?? '', { title: 'Again' });
    expect(named(untouched.row)).toEqual([stranger.id]);
    // Kept, so that restricting it again needs no second thought.
    const open = await update(as(author), row?.id ?? '', { visibility: 'ORGANIZATION' });
    expect(named(open.row)).toEqual([stranger.id]);
  });

  it.each([
    ['neither a person nor a team', [{}], 'VALIDATION', ['input', 'readers', '0']],
    [
      'both at once',
      [{ personId: newId(), teamId: newId() }],
      'VALIDATION',
      ['input', 'readers', '0'],
    ],
    ['nobody known', [{ personId: newId() }], 'NOT_FOUND', ['input', 'readers']],
    ['no team known', [{ teamId: newId() }], 'NOT_FOUND', ['input', 'readers']],
    [
      'more than 200',
      Array.from({ length: 201 }, () => ({ personId: newId() })),
      'VALIDATION',
      ['input', 'readers'],
    ],
  ])('who are %s are refused, and the whole edit with them', async (_, readers, code, field) => {
    const { id } = await aSecret();
    const { refusal } = await update(as(author), id, { title: 'Half', readers });
    expect(refusal).toMatchObject({ code, field });
    expect(await read(id)).toMatchObject({ version: 2 });
    expect(named(await read(id))).toEqual([reader.id, team.id]);
  });

  it('are in the revision that the change makes, and the index hears of it in the same transaction', async () => {
    const { id } = await aSecret('Wombatleak');
    await app.platform.outbox.drained();
    const found = async (who: PersonEntity): Promise<unknown> =>
      askAs(app, as(who), '{ search(query: "wombatleak") { totalCount } }');
    expect(await found(stranger)).toEqual({ search: { totalCount: 0 } });
    await update(as(author), id, { readers: [{ personId: stranger.id }] });
    const { postmortem } = await askAs<{
      postmortem: { revision: number; revisions: { nodes: { markdown: string }[] } };
    }>(
      app,
      as(author),
      `query ($id: ID!) { postmortem(id: $id) { revision revisions(first: 2) { nodes { markdown } } } }`,
      { id },
    );
    expect(postmortem.revision).toBe(3);
    const [after, before] = postmortem.revisions.nodes.map(({ markdown }) => markdown);
    expect(after).toContain('readers:\n  - person:\n      name: Stranger');
    expect(before).toContain(`team: ${team.key}`);
    expect(await found(stranger)).toEqual({ search: { totalCount: 1 } });
    await update(as(author), id, { visibility: 'ORGANIZATION' });
    await app.platform.outbox.drained();
    expect(await found(reviewer)).toEqual({ search: { totalCount: 1 } });
    expect(await found(await aPerson(app, 'Anybody'))).toEqual({ search: { totalCount: 1 } });
  });

  it('cost as many statements for fifty cases as for one', async () => {
    for (let index = 0; index < 50; index++) await aSecret(`Many ${index}`);
    const page = (first: number) =>
      fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ postmortems(first: ${first}) { nodes { readers { person { name } team { key } } } } }`,
        }),
      });
    const one = await statementsOf(app, () => page(1));
    expect(await statementsOf(app, () => page(50))).toHaveLength(one.length);
  });
});

describe('who may read a case', () => {
  const changes = (): Record<string, unknown>[] => [
    { visibility: 'ORGANIZATION' },
    { readers: [{ personId: reader.id }] },
    { authorIds: [author.id, reader.id] },
    { reviewerIds: [reviewer.id, reader.id] },
    { facilitatorId: facilitator.id },
  ];

  it('is changed by its authors, its facilitator, and administrators who may read it', async () => {
    for (const actor of [as(author), as(facilitator), as(reader, 'ADMIN')]) {
      const { id } = await aSecret();
      for (const input of changes()) {
        const { row, refusal } = await update(actor, id, input);
        expect({ input, refusal }).toEqual({ input, refusal: undefined });
        expect(row).not.toBeNull();
      }
    }
  });

  it('is not changed by others who may edit it, by viewers, or by a token that only reads', async () => {
    const token = { ...as(author), scopes: new Set(['read', 'restricted'] as const) };
    const { id } = await aSecret();
    for (const input of changes()) {
      for (const actor of [as(reviewer), as(reader), as(author, 'VIEWER')]) {
        expect((await update(actor, id, input)).refusal?.code).toBe('FORBIDDEN');
      }
      await expect(update(token, id, input)).rejects.toThrow('FORBIDDEN');
      expect((await update(as(stranger, 'ADMIN'), id, input)).refusal?.code).toBe('NOT_FOUND');
    }
    expect(await read(id)).toMatchObject({ visibility: 'RESTRICTED', version: 2 });
    expect((await update(as(reader), id, { title: 'Readers write' })).refusal).toBeUndefined();
  });

  it('is not changed so that whoever does it is locked out', async () => {
    const { id } = await aSecret();
    const token = { ...as(author), scopes: new Set(['read', 'write'] as const) };
    const open = await aCase(app, { authorIds: [author.id] });
    const ready = await aCase(app, { authorIds: [author.id] });
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, ready.id));
    for (const [actor, caseId, input] of [
      [as(author), id, { authorIds: [reader.id] }],
      [as(facilitator), id, { facilitatorId: null }],
      [as(stranger, 'ADMIN'), ready.id, { visibility: 'RESTRICTED' }],
      [as(reader, 'ADMIN'), id, { readers: [{ teamId: team.id }] }],
      // A draft keeps its readers out as well.
      [as(author), open.id, { authorIds: [reader.id], readers: [{ personId: author.id }] }],
      [token, ready.id, { visibility: 'RESTRICTED' }],
    ] as const) {
      const before = await read(caseId);
      const { refusal } = await update(actor, caseId, input);
      expect({ input, refusal }).toMatchObject({
        refusal: { code: 'VALIDATION', field: ['input'] },
      });
      expect(refusal?.message).toContain('no longer see');
      expect(await read(caseId)).toEqual(before);
    }
    const alone = await create(as(author), { title: 'Not mine', authorIds: [reader.id] });
    expect(alone.refusal).toMatchObject({ code: 'VALIDATION', field: ['input'] });
    const secret = await create(token, { title: 'Not mine', visibility: 'RESTRICTED' });
    expect(secret.refusal).toMatchObject({ code: 'VALIDATION', field: ['input'] });
    const count = await askAs(
      app,
      { kind: 'operator' },
      `{ search(query: "Not mine") { totalCount } }`,
    );
    expect(count).toEqual({ search: { totalCount: 0 } });
  });
});

describe('somebody who is taken out of a team', () => {
  it('finds nothing of what was open to it from that moment on, before the index has heard', async () => {
    const member = await aPerson(app, 'Member');
    const teams = app.get(TeamService);
    await app.write((tx) => teams.setMember(tx, team.id, { personId: member.id, role: 'MEMBER' }));
    const secret = await aSecret('Platypusleak');
    await app.platform.outbox.drained();
    await app.platform.outbox.stop();
    const roads = async (): Promise<unknown> => {
      const answer = await askAs<Record<string, unknown>>(
        app,
        as(member),
        `{ search(query: "platypusleak") { totalCount didYouMean facets { values { count } } }
          typo: search(query: "platypuslaek") { totalCount didYouMean }
          postmortems(filter: { visibility: RESTRICTED, authorId: "${author.id}" }) { totalCount }
          node(id: "${secret.id}") { id }
          postmortem(key: "${secret.key}") { title } }`,
      );
      return answer;
    };
    expect(await roads()).toMatchObject({
      search: { totalCount: 1 },
      typo: { totalCount: 1, didYouMean: 'platypusleak' },
      node: { id: secret.id },
      postmortem: { title: 'Platypusleak' },
    });
    await app.write((tx) => teams.removeMember(tx, team.id, member.id));
    expect(await roads()).toEqual({
      search: {
        totalCount: 0,
        didYouMean: null,
        facets: expect.not.arrayContaining([{ values: [expect.anything()] }]),
      },
      typo: { totalCount: 0, didYouMean: null },
      postmortems: { totalCount: 0 },
      node: null,
      postmortem: null,
    });
    app.platform.outbox.start();
  });

  it('neither does a team that is gone, nor somebody who was only named and is deleted', async () => {
    const [gone, leaver] = [await aTeam(app), await aPerson(app, 'Leaver')];
    const { id } = await aSecret();
    const readers = [{ teamId: gone.id }, { personId: leaver.id }, { personId: reader.id }];
    await app.write((tx) => app.get(PostmortemService).update(tx, id, { readers }));
    await app.write((tx) => app.get(TeamService).delete(tx, gone.id));
    await app.write((tx) => app.get(PersonService).delete(tx, leaver.id));
    expect(named(await read(id))).toEqual([reader.id]);
  });
});
