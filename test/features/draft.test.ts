import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { LIMITS } from '../../src/core/limits.js';
import type { Actor } from '../../src/core/actor.js';
import { DraftEntity } from '../../src/features/draft/draft.entity.js';
import { DraftService } from '../../src/features/draft/draft.service.js';
import { ExportService } from '../../src/features/library/export.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { anAsker, entriesBy } from '../support/audit.js';
import { graphql, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { contentsOf, scratchFolder } from '../support/files.js';

let app: TestApp;
let ann: PersonEntity;
let bo: PersonEntity;
let writer: Actor;
let postmortem: PostmortemEntity;
const clock = new FakeClock();

beforeAll(async () => {
  app = await startApp({ as: 'door', clock });
  [ann, bo] = [await aPerson(app, 'Ann'), await aPerson(app, 'Bo')];
  writer = actingAs(ann);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.write((tx) => tx.db.deleteAll(DraftEntity));
  postmortem = await aCase(app);
});

interface Kept {
  readonly part: string;
  readonly text: string;
  readonly base: string;
  readonly baseVersion: number;
  readonly updatedAt: string;
  readonly postmortem: { readonly key: string };
}
const FIELDS = 'part text base baseVersion updatedAt postmortem { key }';

async function save(
  input: Record<string, unknown>,
  actor: Actor = writer,
  id = postmortem.id,
): Promise<{ draft: Kept | null; userErrors: Refusal[] }> {
  const answer = await askAs<Record<string, { draft: Kept | null; userErrors: Refusal[] }>>(
    app,
    actor,
    `mutation ($id: ID!, $input: DraftSaveInput!) { draftSave(postmortemId: $id, input: $input) {
      draft { ${FIELDS} } userErrors { code field message } } }`,
    { id, input: { part: 'summary', text: 'It broke', baseVersion: 1, ...input } },
  );
  return answer['draftSave'] ?? { draft: null, userErrors: [] };
}

const discard = (part: string, actor: Actor = writer, id = postmortem.id) =>
  askAs<{ draftDiscard: { postmortem: { id: string } | null; userErrors: Refusal[] } }>(
    app,
    actor,
    `mutation ($id: ID!, $part: String!) { draftDiscard(postmortemId: $id, part: $part) {
      postmortem { id } userErrors { code field message } } }`,
    { id, part },
  ).then(({ draftDiscard }) => draftDiscard);

async function kept(actor: Actor = writer, id = postmortem.id): Promise<Kept[]> {
  const { postmortem: found } = await askAs<{ postmortem: { drafts: Kept[] } | null }>(
    app,
    actor,
    `query ($id: ID!) { postmortem(id: $id) { drafts { ${FIELDS} } } }`,
    { id },
  );
  return found?.drafts ?? [];
}

const everywhere = (actor: Actor = writer, first = 20): Promise<Kept[]> =>
  askAs<{ drafts: Kept[] }>(app, actor, `{ drafts(first: ${first}) { ${FIELDS} } }`).then(
    ({ drafts }) => drafts,
  );

describe('a draft', () => {
  it('keeps what was typed, and the text it began from', async () => {
    const { draft, userErrors } = await save({
      text: '改了一半',
      base: 'It broke',
      baseVersion: 3,
    });
    expect(userErrors).toEqual([]);
    const expected = {
      ...{ part: 'summary', text: '改了一半', base: 'It broke', baseVersion: 3 },
      ...{ updatedAt: clock.now().toISOString(), postmortem: { key: postmortem.key } },
    };
    expect(draft).toEqual(expected);
    expect(await kept()).toEqual([expected]);
    expect(await everywhere()).toEqual([expected]);
  });

  it('takes the place of the one before it, and keeps its base unless another is given', async () => {
    await save({ base: 'Began here' });
    clock.forward({ minutes: 1 });
    const { draft } = await save({ text: 'It broke down' });
    expect(draft).toMatchObject({ text: 'It broke down', base: 'Began here' });
    await save({ part: 'title', text: 'Down' });
    expect((await kept()).map(({ part, text }) => [part, text])).toEqual([
      ['summary', 'It broke down'],
      ['title', 'Down'],
    ]);
    await save({ text: 'Merged', base: 'Began again', baseVersion: 4 });
    expect(await kept()).toContainEqual(
      expect.objectContaining({ text: 'Merged', base: 'Began again', baseVersion: 4 }),
    );
  });

  it('can be empty, as what was deleted by its writer', async () => {
    await save({ text: '', base: 'All of it' });
    expect(await kept()).toMatchObject([{ text: '', base: 'All of it' }]);
  });

  it('is the same one when two browsers begin it in the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => save({ text: `Typed ${at}` })),
    );
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await kept()).toHaveLength(1);
  });

  it('is seen by nobody but its writer: not by administrators, not by the operator', async () => {
    await save({ text: 'Mine alone' });
    for (const actor of [actingAs(bo), actingAs(bo, 'ADMIN'), { kind: 'operator' } as const]) {
      expect(await kept(actor)).toEqual([]);
      expect(await everywhere(actor)).toEqual([]);
      const { userErrors } = await discard('summary', actor);
      expect(userErrors).toEqual([]);
    }
    await save({ text: 'Of somebody else' }, actingAs(bo));
    expect(await kept()).toMatchObject([{ text: 'Mine alone' }]);
    expect(await kept(actingAs(bo))).toMatchObject([{ text: 'Of somebody else' }]);
  });

  it('needs the right to change the case, and to be somebody', async () => {
    const attempts = [
      [actingAs(ann, 'VIEWER'), postmortem.id, 'FORBIDDEN'],
      [{ kind: 'operator' }, postmortem.id, 'FORBIDDEN'],
      [writer, ann.id, 'NOT_FOUND'],
    ] as const;
    for (const [actor, id, code] of attempts) {
      expect(await save({}, actor, id)).toMatchObject({ draft: null, userErrors: [{ code }] });
    }
    expect(await kept()).toEqual([]);
  });

  it('can be read and discarded by its writer who may no longer change the case', async () => {
    await save({});
    const viewer = actingAs(ann, 'VIEWER');
    expect(await kept(viewer)).toHaveLength(1);
    expect(await discard('summary', viewer)).toEqual({
      postmortem: { id: postmortem.id },
      userErrors: [],
    });
    expect(await kept(viewer)).toEqual([]);
  });

  it('is discarded alone, and not missed when it is not there', async () => {
    await save({});
    await save({ part: 'title' });
    for (let time = 0; time < 2; time++) {
      expect((await discard('summary')).userErrors).toEqual([]);
      expect((await kept()).map(({ part }) => part)).toEqual(['title']);
    }
  });

  it('is hidden with a case that its writer may no longer read, and there again with it', async () => {
    const secret = await aCase(app, {
      visibility: 'RESTRICTED',
      authorIds: [bo.id],
      readers: [{ personId: ann.id }],
    });
    await save({ text: 'Secret' }, writer, secret.id);
    const setReaders = (readers: { personId: string }[]) =>
      app.write((tx) => app.get(PostmortemService).update(tx, secret.id, { readers }));
    await setReaders([]);
    expect(await everywhere()).toEqual([]);
    expect(await discard('summary', writer, secret.id)).toMatchObject({
      postmortem: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await save({}, writer, secret.id)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    await setReaders([{ personId: ann.id }]);
    expect(await everywhere()).toMatchObject([{ text: 'Secret' }]);
  });

  it('goes with its case', async () => {
    await save({});
    await app.write((tx) => app.get(PostmortemService).delete(tx, postmortem.id));
    expect(await everywhere()).toEqual([]);
    expect(await app.platform.database.read.count(DraftEntity)).toBe(0);
  });

  it('changes nothing of the case: no revision, no version, no time, nothing to index or export', async () => {
    const { read } = app.platform.database;
    const before = await read.findOneByOrFail(PostmortemEntity, { id: postmortem.id });
    clock.forward({ hours: 1 });
    await save({ text: 'zebrafinch', base: 'zebrafinch' });
    await discard('summary');
    await save({ text: 'zebrafinch', base: 'zebrafinch' });
    await app.platform.outbox.drained();
    expect(await read.findOneByOrFail(PostmortemEntity, { id: postmortem.id })).toEqual(before);
    const { search } = await askAs<{ search: { totalCount: number } }>(
      app,
      writer,
      '{ search(query: "zebrafinch") { totalCount } }',
    );
    expect(search.totalCount).toBe(0);
    const folder = scratchFolder();
    await app.get(ExportService).run(app.ctx(writer), { folder: folder.path });
    expect(JSON.stringify(contentsOf(folder.path))).not.toContain('zebrafinch');
    folder.remove();
  });

  it('names what is wrong with it', async () => {
    for (const [input, field] of [
      [{ part: '' }, ['input', 'part']],
      [{ part: 'x'.repeat(301) }, ['input', 'part']],
      [{ text: 'x'.repeat(LIMITS.prose + 1) }, ['input', 'text']],
      [{ base: 'x'.repeat(LIMITS.prose + 1) }, ['input', 'base']],
      [{ text: 'nul \0' }, ['input', 'text']],
    ] as const) {
      expect(await save(input)).toMatchObject({
        draft: null,
        userErrors: [{ code: 'VALIDATION', field }],
      });
    }
    const whole = 'x'.repeat(LIMITS.prose);
    expect((await save({ text: whole, base: whole })).userErrors).toEqual([]);
  });
});

describe('so that drafts cannot fill the disk', () => {
  const fill = (count: number, of: (at: number) => string) =>
    app.write((tx) =>
      insertRows(
        tx,
        DraftEntity,
        Array.from({ length: count }, (_, at) => ({
          ...{ personId: ann.id, postmortemId: of(at), part: `part ${at}`, text: '', base: '' },
          ...{ baseVersion: 1, updatedAt: clock.now() },
        })),
      ),
    );

  it('one person keeps at most 200 in a case', async () => {
    await fill(200, () => postmortem.id);
    expect((await save({})).userErrors).toMatchObject([
      { code: 'VALIDATION', field: ['input', 'part'], message: expect.stringContaining('200') },
    ]);
    expect((await save({ part: 'part 7' })).userErrors).toEqual([]);
    expect((await save({}, actingAs(bo))).userErrors).toEqual([]);
  });

  it('and 2,000 in all', async () => {
    const cases: PostmortemEntity[] = [];
    for (let at = 0; at < 11; at++) cases.push(await aCase(app));
    await fill(2_000, (at) => cases[Math.floor(at / 190)]?.id ?? '');
    expect((await save({})).userErrors).toMatchObject([
      { code: 'VALIDATION', message: expect.stringContaining('2000') },
    ]);
    expect(await everywhere(writer, 100)).toHaveLength(100);
  });
});

describe('saving every other second', () => {
  const SAVE = `mutation ($id: ID!, $input: DraftSaveInput!) { draftSave(postmortemId: $id, input: $input) {
    draft { updatedAt } userErrors { code } } }`;

  it('leaves nothing in the audit log, but for who tries without the right to', async () => {
    const member = await anAsker(app, 'MEMBER');
    const { id } = await aCase(app, { authorIds: [member.id], visibility: 'RESTRICTED' });
    const input = { part: 'summary', text: 'It broke', base: 'x', baseVersion: 1 };
    const run = (query: string, asker = member) =>
      entriesBy(app, () => graphql(app, query, { id, input }, asker.headers));
    expect(await run(SAVE)).toEqual([]);
    expect(
      await run(`mutation ($id: ID!) { draftDiscard(postmortemId: $id, part: "summary") {
        userErrors { code } } }`),
    ).toEqual([]);
    const attend = 'mutation ($id: ID!) { caseAttend(postmortemId: $id) { userErrors { code } } }';
    expect(await run(attend)).toEqual([]);
    const stranger = await anAsker(app, 'MEMBER');
    expect(await run(SAVE, stranger)).toEqual([]);
    await app.write((tx) =>
      app
        .get(PostmortemService)
        .update(tx, id, { visibility: 'ORGANIZATION', authorIds: [member.id, stranger.id] }),
    );
    const viewer = await anAsker(app, 'VIEWER');
    await app.write((tx) => app.get(PostmortemService).update(tx, id, { authorIds: [viewer.id] }));
    expect(await run(SAVE, viewer)).toMatchObject([{ act: 'draftSave', code: 'FORBIDDEN' }]);
  });

  it('tells the log of a restricted case whose text a list of drafts shows', async () => {
    const member = await anAsker(app, 'MEMBER');
    const { id } = await aCase(app, { authorIds: [member.id], visibility: 'RESTRICTED' });
    const actor = actingAs(member);
    await app.write(
      (tx) => app.get(DraftService).save(tx, id, { part: 'title', text: 'It', baseVersion: 1 }),
      actor,
    );
    const entries = await entriesBy(app, () =>
      graphql(app, '{ drafts { base } }', {}, member.headers),
    );
    expect(entries).toMatchObject([{ act: 'read', caseId: id }]);
  });

  it('takes a small part of the points that a person has', async () => {
    const member = await anAsker(app, 'MEMBER');
    const { id } = await aCase(app, { authorIds: [member.id] });
    const input = { part: 'summary', text: 'It broke', baseVersion: 1 };
    const send = () =>
      fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...member.headers },
        body: JSON.stringify({ query: SAVE, variables: { id, input } }),
      });
    const left = (response: Response) => Number(response.headers.get('x-ratelimit-remaining'));
    const [first, second] = [await send(), await send()];
    const cost = left(first) - left(second);
    expect(cost).toBeLessThanOrEqual(16);
    expect(cost * 30).toBeLessThan(Number(first.headers.get('x-ratelimit-limit')) / 10);
  });
});
