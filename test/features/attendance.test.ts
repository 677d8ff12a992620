import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';

let app: TestApp;
let ann: PersonEntity;
let bo: PersonEntity;
let postmortem: PostmortemEntity;
const clock = new FakeClock();

beforeAll(async () => {
  app = await startApp({ clock });
  [ann, bo] = [await aPerson(app, 'Ann'), await aPerson(app, 'Bo')];
});
afterAll(() => app.close());
beforeEach(async () => {
  postmortem = await aCase(app);
});

interface Answer {
  readonly others: { person: { name: string }; writing: string | null; since: string }[] | null;
  readonly userErrors: Refusal[];
}

const attend = (actor: Actor, writing: string | null = null, id = postmortem.id): Promise<Answer> =>
  askAs<{ caseAttend: Answer }>(
    app,
    actor,
    `mutation ($id: ID!, $writing: String) { caseAttend(postmortemId: $id, writing: $writing) {
      others { person { name } writing since } userErrors { code field } } }`,
    { id, writing },
  ).then(({ caseAttend }) => caseAttend);

const seconds = (count: number): void => {
  clock.forward({ minutes: count / 60 });
};

describe('who has a case open', () => {
  it('sees the others who have, what they write and since when', async () => {
    const begun = clock.now().toISOString();
    expect(await attend(actingAs(ann))).toEqual({ others: [], userErrors: [] });
    seconds(10);
    expect(await attend(actingAs(bo), 'section/0/Impact')).toEqual({
      others: [{ person: { name: 'Ann' }, writing: null, since: begun }],
      userErrors: [],
    });
    seconds(10);
    expect((await attend(actingAs(ann), 'summary')).others).toMatchObject([
      { person: { name: 'Bo' }, writing: 'section/0/Impact' },
    ]);
    expect((await attend(actingAs(bo))).others).toEqual([
      { person: { name: 'Ann' }, writing: 'summary', since: begun },
    ]);
  });

  it('is one, with however many browsers, and does not see themselves', async () => {
    await attend(actingAs(ann));
    expect((await attend(actingAs(ann), 'title')).others).toEqual([]);
    expect((await attend(actingAs(bo))).others).toHaveLength(1);
  });

  it('is forgotten 30 s after they were last heard of, and comes anew after that', async () => {
    await attend(actingAs(ann));
    seconds(30);
    expect((await attend(actingAs(bo))).others).toHaveLength(1);
    seconds(1);
    expect((await attend(actingAs(bo))).others).toEqual([]);
    await attend(actingAs(ann));
    expect((await attend(actingAs(bo))).others).toMatchObject([
      { since: clock.now().toISOString() },
    ]);
  });

  it('is at that case and no other', async () => {
    const other = await aCase(app);
    await attend(actingAs(ann), 'summary', other.id);
    expect((await attend(actingAs(bo))).others).toEqual([]);
  });

  it('may read it: viewers too, and nobody who may not', async () => {
    const secret = await aCase(app, {
      visibility: 'RESTRICTED',
      authorIds: [ann.id],
      readers: [{ personId: bo.id }],
    });
    await attend(actingAs(ann), 'summary', secret.id);
    expect((await attend(actingAs(bo, 'VIEWER'), null, secret.id)).others).toHaveLength(1);
    await app.write((tx) => app.get(PostmortemService).update(tx, secret.id, { readers: [] }));
    const refused = await attend(actingAs(bo, 'ADMIN'), null, secret.id);
    expect(refused).toEqual(await attend(actingAs(bo), null, ann.id));
    expect(refused).toMatchObject({
      others: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['postmortemId'] }],
    });
  });

  it('is the operator, whom nobody sees', async () => {
    await attend({ kind: 'operator' });
    expect((await attend(actingAs(bo))).others).toEqual([]);
    expect((await attend({ kind: 'operator' })).others).toHaveLength(1);
  });

  it('says with at most 300 characters what they write', async () => {
    expect(await attend(actingAs(ann), 'x'.repeat(301))).toMatchObject({
      others: null,
      userErrors: [{ code: 'VALIDATION', field: ['writing'] }],
    });
  });
});

describe('attending', () => {
  it('waits for nobody who writes', async () => {
    let finish: () => void = () => undefined;
    const writing = app.write(() => new Promise<void>((resolve) => (finish = resolve)));
    expect((await attend(actingAs(ann))).userErrors).toEqual([]);
    finish();
    await writing;
  });
});
