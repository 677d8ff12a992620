import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { CommentEntity, CommentThreadEntity } from '../../src/features/comment/comment.entity.js';
import { FindingService } from '../../src/features/finding/finding.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { TimelineService } from '../../src/features/timeline/timeline.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
let people: Record<'wei' | 'ada' | 'vera' | 'root', PersonEntity>;
let wei: Actor;
let ada: Actor;
let vera: Actor;
let root: Actor;
beforeAll(async () => {
  app = await startApp({ env: { FUPAN_OPEN_DRAFTS: 'on' } });
  people = {
    wei: await aPerson(app, '王小明'),
    ada: await aPerson(app, 'Ada Lee'),
    vera: await aPerson(app, 'Vera'),
    root: await aPerson(app, 'Root'),
  };
  wei = actingAs(people.wei);
  ada = actingAs(people.ada);
  vera = actingAs(people.vera, 'VIEWER');
  root = actingAs(people.root, 'ADMIN');
});
afterAll(async () => {
  await app.close();
});

const COMMENT = 'id version text author { name } editedAt removedAt allowedActs';
const THREAD = `id version kind state forMeeting part heading quote isPartGone answer settledAt
  settledBy { name } section { heading } timelineEvent { id } finding { id } comments { ${COMMENT} }`;
const ERRORS = 'userErrors { code field message }';
const CREATE = `mutation ($of: ID!, $input: CommentThreadCreateInput!) {
  it: commentThreadCreate(postmortemId: $of, input: $input) {
    thread { ${THREAD} } cannotSee ${ERRORS} } }`;
const onThread = (name: string, more = '') =>
  `mutation ($of: ID!, $input: CommentThread${name}Input!) {
    it: commentThread${name === 'Move' ? more : name}(id: $of, input: $input) {
      thread { ${THREAD} } ${name === 'Reply' ? 'cannotSee' : ''} ${ERRORS} } }`;
const UPDATE = `mutation ($of: ID!, $input: CommentUpdateInput!) {
  it: commentUpdate(id: $of, input: $input) { comment { ${COMMENT} } cannotSee ${ERRORS} } }`;
const DELETE = `mutation ($of: ID!) {
  it: commentDelete(id: $of) { comment { ${COMMENT} } ${ERRORS} } }`;
const LIST = `query ($id: ID!, $filter: CommentThreadFilter) { postmortem(id: $id) {
  openQuestions threads(first: 50, filter: $filter) { totalCount nodes { ${THREAD} } } } }`;

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly author: { readonly name: string } | null;
  readonly editedAt: string | null;
  readonly removedAt: string | null;
  readonly allowedActs: readonly string[];
}
interface Thread {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly isPartGone: boolean;
  readonly comments: readonly Comment[];
}
interface Payload {
  readonly thread: Thread | null;
  readonly comment: Comment | null;
  readonly cannotSee: readonly string[] | null;
  readonly userErrors: readonly Refusal[];
}

async function attempt(as: Actor, source: string, of: string, input?: object): Promise<Payload> {
  return (await askAs<{ it: Payload }>(app, as, source, { of, input })).it;
}
/** What is done and must succeed. */
async function done(as: Actor, source: string, of: string, input?: object): Promise<Payload> {
  const payload = await attempt(as, source, of, input);
  expect(payload.userErrors).toEqual([]);
  return payload;
}
async function begun(as: Actor, of: string, input: object): Promise<Thread> {
  const { thread } = await done(as, CREATE, of, input);
  if (!thread) throw new Error('no thread');
  return thread;
}
const openingOf = ({ comments: [first] }: Thread): string => first?.id ?? '';
const codesOf = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);

interface Listed {
  readonly openQuestions: number;
  readonly threads: { readonly totalCount: number; readonly nodes: readonly Thread[] };
}
const listed = async (id: string, filter?: object, as: Actor = wei): Promise<Listed | null> =>
  (await askAs<{ postmortem: Listed | null }>(app, as, LIST, { id, filter })).postmortem;

const countAll = async (): Promise<number[]> => [
  await app.platform.database.read.countBy(CommentThreadEntity, {}),
  await app.platform.database.read.countBy(CommentEntity, {}),
];

const anEvent = (postmortemId: string) =>
  app.write((tx) =>
    app.get(TimelineService).create(tx, postmortemId, {
      at: new Date('2026-11-20T14:05:00Z'),
      zone: 'UTC',
      text: 'Orders fell.',
    }),
  );

describe('threads of a case', () => {
  it('hang on the case or on a part of it, and are read in order', async () => {
    const { id } = await aCase(app, { sections: [{ heading: 'Impact', body: 'Much.' }] });
    const event = await anEvent(id);
    await begun(wei, id, { text: 'Well **written**.' });
    await begun(wei, id, { text: 'How much?', part: 'SECTION', heading: 'Impact', quote: 'Much' });
    const moment = { kind: 'PERSPECTIVE', part: 'TIMELINE_EVENT', partId: event.id };
    await begun(wei, id, { ...moment, text: 'I saw a flat line.' });
    await begun(ada, id, { ...moment, text: 'I was asleep.' });
    const nodes = (await listed(id))?.threads.nodes ?? [];
    expect(nodes).toMatchObject([
      { part: 'CASE', kind: 'COMMENT', state: 'OPEN', isPartGone: false },
      { part: 'SECTION', section: { heading: 'Impact' }, quote: 'Much' },
      { part: 'TIMELINE_EVENT', timelineEvent: { id: event.id }, kind: 'PERSPECTIVE' },
      { comments: [{ text: 'I was asleep.', author: { name: 'Ada Lee' } }] },
    ]);
    expect((await listed(id, { kind: 'PERSPECTIVE' }))?.threads.totalCount).toBe(2);
  });

  it('stay when what they were about is gone', async () => {
    const { id } = await aCase(app, { sections: [{ heading: 'Impact', body: 'Much.' }] });
    const event = await anEvent(id);
    await begun(wei, id, { text: 'When?', part: 'TIMELINE_EVENT', partId: event.id });
    await begun(wei, id, { text: 'How much?', part: 'SECTION', heading: 'Impact' });
    await app.write((tx) => app.get(TimelineService).delete(tx, event.id));
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { sections: [{ heading: 'Damage', body: '' }] }),
    );
    expect((await listed(id))?.threads.nodes).toMatchObject([
      { part: 'TIMELINE_EVENT', timelineEvent: null, isPartGone: true },
      { part: 'SECTION', section: null, heading: 'Impact', isPartGone: true },
    ]);
  });

  it('begin at no part of another case, and nothing is left of what was refused', async () => {
    const [{ id }, other] = [await aCase(app), await aCase(app)];
    const event = await anEvent(other.id);
    const finding = await app.write((tx) =>
      app.get(FindingService).create(tx, id, { kind: 'LUCKY', text: 'Rain.' }),
    );
    const before = await countAll();
    const refused = async (input: object, as = wei): Promise<unknown[]> => {
      const { userErrors } = await attempt(as, CREATE, id, { text: 'So?', ...input });
      return userErrors.flatMap(({ code, field }) => [code, field?.join('.')]);
    };
    expect(await refused({ part: 'TIMELINE_EVENT', partId: event.id })).toEqual([
      'NOT_FOUND',
      'input.partId',
    ]);
    expect(await refused({ part: 'FACTOR' })).toEqual(['VALIDATION', 'input.partId']);
    expect(await refused({ part: 'SECTION', heading: 'None' })).toEqual([
      'NOT_FOUND',
      'input.heading',
    ]);
    const perspective = { kind: 'PERSPECTIVE', part: 'FINDING', partId: finding.id };
    expect(await refused(perspective)).toEqual(['VALIDATION', 'input.part']);
    expect(await refused({ forMeeting: true })).toEqual(['VALIDATION', 'input.forMeeting']);
    expect(await refused({ text: ' ' })).toEqual(['VALIDATION', 'input.text']);
    expect(await refused({ text: 'x'.repeat(20_001) })).toEqual(['VALIDATION', 'input.text']);
    expect(await refused({}, vera)).toEqual(['FORBIDDEN', undefined]);
    expect(await countAll()).toEqual(before);
  });

  it('take as many statements for one thread as for thirty', async () => {
    const { id } = await aCase(app);
    const event = await anEvent(id);
    const part = { part: 'TIMELINE_EVENT', partId: event.id };
    await begun(wei, id, { text: 'One', ...part });
    const one = await statementsOf(app, () => listed(id));
    for (let index = 0; index < 29; index++) await begun(wei, id, { text: 'More', ...part });
    expect(await statementsOf(app, () => listed(id))).toHaveLength(one.length);
  });
});

describe('a restricted case', () => {
  it('is talked about by its readers, and by nobody else', async () => {
    const { id } = await aCase(app, {
      visibility: 'RESTRICTED',
      readers: [{ personId: people.ada.id }],
    });
    const thread = await begun(ada, id, { kind: 'QUESTION', text: 'Who else?' });
    const before = await countAll();
    for (const [source, of, input] of [
      [CREATE, id, { text: 'Me!' }],
      [onThread('Reply'), thread.id, { text: 'Me!' }],
      [onThread('Resolve'), thread.id, {}],
      [onThread('Move', 'Carry'), thread.id, {}],
      [UPDATE, openingOf(thread), { text: 'Me!' }],
      [DELETE, openingOf(thread), undefined],
    ] as const) {
      expect(codesOf(await attempt(wei, source, of, input))).toEqual(['NOT_FOUND']);
      expect(codesOf(await attempt(root, source, of, input))).toEqual(['NOT_FOUND']);
    }
    expect(await countAll()).toEqual(before);
    expect(await listed(id)).toBeNull();
    expect((await listed(id, {}, ada))?.openQuestions).toBe(1);
  });

  it('is not shown to somebody who is mentioned; the author is told', async () => {
    const { id } = await aCase(app, {
      visibility: 'RESTRICTED',
      readers: [{ personId: people.ada.id }],
    });
    const { cannotSee, thread } = await done(ada, CREATE, id, {
      text: '@王小明請看，還有 @Ada Lee and @Vera, mail ops@Vera.example',
    });
    expect(cannotSee).toEqual(['王小明', 'Vera']);
    expect(
      (await done(ada, onThread('Reply'), thread?.id ?? '', { text: '@Root?' })).cannotSee,
    ).toEqual(['Root']);
  });
});

describe('a question', () => {
  it('is open until it is resolved, carried into the meeting, and taken up again', async () => {
    const { id } = await aCase(app);
    const { id: of } = await begun(wei, id, { kind: 'QUESTION', text: 'Why at night?' });
    await begun(wei, id, { kind: 'QUESTION', text: 'Why then?', forMeeting: true });
    await begun(wei, id, { text: 'I see.' });
    expect((await listed(id))?.openQuestions).toBe(2);
    expect((await done(ada, onThread('Move', 'Carry'), of, {})).thread).toMatchObject({
      state: 'CARRIED',
      forMeeting: true,
    });
    expect((await listed(id, { states: ['CARRIED'] }))?.threads.totalCount).toBe(2);
    expect(codesOf(await attempt(ada, onThread('Move', 'Carry'), of, {}))).toEqual(['WRONG_STATE']);
    const answer = 'A job ran.';
    expect((await done(ada, onThread('Resolve'), of, { answer })).thread).toMatchObject({
      state: 'RESOLVED',
      answer,
      settledBy: { name: 'Ada Lee' },
    });
    expect((await listed(id))?.openQuestions).toBe(1);
    expect(codesOf(await attempt(ada, onThread('Move', 'Carry'), of, {}))).toEqual(['WRONG_STATE']);
    expect((await done(wei, onThread('Move', 'Reopen'), of, {})).thread).toMatchObject({
      state: 'OPEN',
      settledBy: null,
      settledAt: null,
    });
  });

  it('is settled once: whoever has seen another version is told', async () => {
    const { id } = await aCase(app);
    const { id: of, version } = await begun(wei, id, { kind: 'QUESTION', text: 'Why?' });
    const seen = { expectedVersion: version };
    const [one, other] = await Promise.all([
      attempt(wei, onThread('Resolve'), of, { ...seen, answer: 'One' }),
      attempt(ada, onThread('Resolve'), of, { ...seen, answer: 'Other' }),
    ]);
    expect([...codesOf(one), ...codesOf(other)]).toEqual(['CONFLICT']);
  });

  it('is the only thing that goes to the meeting, and an account is never resolved', async () => {
    const { id } = await aCase(app);
    const comment = await begun(wei, id, { text: 'I see.' });
    expect(codesOf(await attempt(wei, onThread('Move', 'Carry'), comment.id, {}))).toEqual([
      'WRONG_STATE',
    ]);
    const account = await begun(wei, id, { kind: 'PERSPECTIVE', text: 'I was there.' });
    expect(codesOf(await attempt(wei, onThread('Resolve'), account.id, {}))).toEqual([
      'WRONG_STATE',
    ]);
  });
});

describe('a comment', () => {
  it('is changed and deleted by its author; an administrator may delete it', async () => {
    const { id } = await aCase(app);
    const thread = await begun(wei, id, { text: 'Frist' });
    const of = openingOf(thread);
    for (const as of [ada, root]) {
      expect(codesOf(await attempt(as, UPDATE, of, { text: 'Mine' }))).toEqual(['FORBIDDEN']);
    }
    expect(codesOf(await attempt(ada, DELETE, of))).toEqual(['FORBIDDEN']);
    const { comment } = await done(wei, UPDATE, of, { text: 'First', expectedVersion: 1 });
    expect(comment).toMatchObject({ text: 'First', version: 2, editedAt: expect.any(String) });
    expect(comment?.allowedActs).toEqual(['CHANGE', 'REMOVE']);
    expect(codesOf(await attempt(wei, UPDATE, of, { text: 'Late', expectedVersion: 1 }))).toEqual([
      'CONFLICT',
    ]);
    await done(root, DELETE, of);
    expect((await listed(id))?.threads.totalCount).toBe(0);
  });

  it('leaves a gap where others have replied, and the thread goes with the last of them', async () => {
    const { id } = await aCase(app);
    const thread = await begun(wei, id, { text: 'A secret' });
    const { thread: replied } = await done(ada, onThread('Reply'), thread.id, { text: 'Oh.' });
    const of = openingOf(thread);
    await done(wei, DELETE, of);
    const [left] = (await listed(id))?.threads.nodes ?? [];
    expect(left?.comments).toMatchObject([
      { text: '', removedAt: expect.any(String), allowedActs: [] },
      { text: 'Oh.' },
    ]);
    expect(codesOf(await attempt(wei, UPDATE, of, { text: 'Again' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await attempt(wei, DELETE, of))).toEqual(['NOT_FOUND']);
    await done(ada, DELETE, replied?.comments[1]?.id ?? '');
    expect((await listed(id))?.threads.totalCount).toBe(0);
  });

  it('is not lost when it is replied to while it is deleted', async () => {
    const { id } = await aCase(app);
    for (let round = 0; round < 5; round++) {
      const thread = await begun(wei, id, { text: 'Going' });
      const [deleted, replied] = await Promise.all([
        attempt(wei, DELETE, openingOf(thread)),
        attempt(ada, onThread('Reply'), thread.id, { text: 'Wait!' }),
      ]);
      expect(codesOf(deleted)).toEqual([]);
      const left = (await listed(id))?.threads.nodes.find((each) => each.id === thread.id);
      // Either the reply came first and stays, or the thread was gone before it.
      if (replied.thread) expect(left?.comments.map(({ text }) => text)).toEqual(['', 'Wait!']);
      else expect([codesOf(replied), left]).toEqual([['NOT_FOUND'], undefined]);
    }
  });

  it('goes with its case', async () => {
    const { id } = await aCase(app);
    await begun(wei, id, { text: 'So it was.' });
    const before = await countAll();
    await app.write((tx) => app.get(PostmortemService).delete(tx, id));
    expect(await countAll()).toEqual(before.map((count) => count - 1));
  });
});
