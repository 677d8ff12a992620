import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { LIMITS } from '../../src/core/limits.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { TimelineEventEntity } from '../../src/features/timeline/timeline-event.entity.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { newId } from '../../src/core/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask, graphql, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
let ann: PersonEntity;
let writer: Actor;
let postmortem: PostmortemEntity;

beforeAll(async () => {
  app = await startApp();
  ann = await aPerson(app, 'Ann');
  writer = actingAs(ann);
});
afterAll(() => app.close());
beforeEach(async () => {
  postmortem = await aCase(app);
});

const READ = `query ($text: String!, $date: Date, $zone: String) {
  timelineRead(text: $text, date: $date, zone: $zone) {
    line original at zone marker text source { kind name } } }`;

describe('reading pasted lines', () => {
  it('gives every line back with its time, its kind and where it is from, and keeps nothing', async () => {
    const text = `通訊紀錄
14:05 監控告警
[14:20] 王小明: 開始回滾
2026-03-11T06:30:00Z ERROR pool exhausted`;
    const variables = { text, date: '2026-03-11', zone: 'Asia/Taipei' };
    const { timelineRead } = await ask<{ timelineRead: unknown[] }>(app, READ, variables);
    const zone = 'Asia/Taipei';
    expect(timelineRead).toEqual([
      {
        ...{ line: 1, original: '通訊紀錄', at: null, zone, marker: 'OTHER' },
        ...{ text: '通訊紀錄', source: null },
      },
      {
        ...{ line: 2, original: '14:05 監控告警', at: '2026-03-11T06:05:00.000Z', zone },
        ...{ marker: 'DETECTION', text: '監控告警', source: null },
      },
      {
        ...{ line: 3, original: '[14:20] 王小明: 開始回滾', at: '2026-03-11T06:20:00.000Z', zone },
        ...{ marker: 'REPAIR', text: '開始回滾', source: { kind: 'CHAT', name: '王小明' } },
      },
      {
        ...{ line: 4, original: '2026-03-11T06:30:00Z ERROR pool exhausted', zone: 'UTC' },
        ...{ at: '2026-03-11T06:30:00.000Z', marker: 'OTHER', text: 'ERROR pool exhausted' },
        source: { kind: 'LOG', name: null },
      },
    ]);
    expect(await app.platform.database.read.count(TimelineEventEntity)).toBe(0);
  });

  it('reads in UTC and without days where nothing is said of either', async () => {
    const { timelineRead } = await ask<{ timelineRead: unknown[] }>(app, READ, {
      text: '14:05 alert',
    });
    expect(timelineRead).toMatchObject([{ at: null, zone: 'UTC', text: 'alert' }]);
  });

  it('says what is wrong with what it is given', async () => {
    for (const [variables, field] of [
      [{ text: 'x'.repeat(LIMITS.prose + 1) }, 'text'],
      [{ text: '14:05 x', zone: 'Mars/Base' }, 'zone'],
    ] as const) {
      const { errors } = await graphql(app, READ, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'VALIDATION' } }]);
      expect(JSON.stringify(errors)).toContain(field);
    }
  });

  it('answers a million characters while somebody waits', async () => {
    const line = '2026-03-11 14:05:33,123 ERROR [main] com.shop.Checkout - charge failed\n';
    const text = line.repeat(Math.floor(LIMITS.prose / line.length));
    const begun = performance.now();
    const { timelineRead } = await ask<{ timelineRead: unknown[] }>(app, READ, { text });
    process.stdout.write(
      `a million characters over HTTP: ${Math.round(performance.now() - begun)} ms\n`,
    );
    expect(timelineRead).toHaveLength(10_000);
  });
});

describe('several events at once', () => {
  const CREATE = `mutation ($id: ID!, $input: TimelineEventsCreateInput!) {
    timelineEventsCreate(postmortemId: $id, input: $input) {
      timelineEvents { at zone marker text original source { kind name } }
      userErrors { code field message } } }`;
  interface Answer {
    readonly timelineEvents: Record<string, unknown>[] | null;
    readonly userErrors: Refusal[];
  }
  const create = (events: object[], actor: Actor = writer, id = postmortem.id): Promise<Answer> =>
    askAs<{ timelineEventsCreate: Answer }>(app, actor, CREATE, { id, input: { events } }).then(
      ({ timelineEventsCreate }) => timelineEventsCreate,
    );
  const whole = () =>
    askAs<{ postmortem: { revision: number; timeline: { text: string }[] } }>(
      app,
      writer,
      `{ postmortem(id: "${postmortem.id}") { revision timeline { text } } }`,
    ).then((answer) => answer.postmortem);
  const NOON = '2026-03-11T12:00:00Z';

  it('are all there in one revision, those of one instant in the order of the list', async () => {
    await create([{ at: NOON, text: 'zero' }]);
    const events = Array.from({ length: 500 }, (_, at) => ({ at: NOON, text: `number ${at}` }));
    const full = {
      ...{ at: NOON, zone: '+08:00', marker: 'REPAIR', text: 'full', original: '12:00 full' },
      source: { kind: 'LOG', name: 'nginx' },
    };
    events[0] = full;
    const { timelineEvents, userErrors } = await create(events);
    expect(userErrors).toEqual([]);
    expect(timelineEvents).toHaveLength(500);
    expect(timelineEvents?.[0]).toEqual({ ...full, at: '2026-03-11T12:00:00.000Z' });
    const { revision, timeline } = await whole();
    expect(revision).toBe(3);
    expect(timeline.map(({ text }) => text)).toEqual(['zero', ...events.map(({ text }) => text)]);
  });

  it('are all refused where one of them is wrong, by its place', async () => {
    const answer = await create([
      { at: NOON, text: 'right' },
      { at: NOON, text: ' ' },
    ]);
    expect(answer).toMatchObject({
      timelineEvents: null,
      userErrors: [{ code: 'VALIDATION', field: ['input', 'events', '1', 'text'] }],
    });
    expect(await whole()).toEqual({ revision: 1, timeline: [] });
  });

  it('are at least one and at most 500, and no more than a case holds', async () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ at: NOON, text: 'x' }));
    for (const count of [0, 501]) {
      expect((await create(many(count))).userErrors).toMatchObject([
        { code: 'VALIDATION', field: ['input', 'events'] },
      ]);
    }
    await app.write((tx) =>
      insertRows(
        tx,
        TimelineEventEntity,
        Array.from({ length: LIMITS.entriesPerCase - 1 }, (_, position) => ({
          ...{ id: newId(), version: 1, postmortemId: postmortem.id, position, at: new Date(NOON) },
          ...{ zone: 'UTC', marker: 'OTHER' as const, text: 'x', sourceKind: null },
          ...{ sourceName: null, original: null, evidence: null },
        })),
      ),
    );
    expect((await create(many(2))).userErrors).toMatchObject([
      { code: 'VALIDATION', field: ['input', 'events'] },
    ]);
    expect((await create(many(1))).userErrors).toEqual([]);
  });

  it('are put there only by those who may change the case', async () => {
    const events = [{ at: NOON, text: 'x' }];
    expect((await create(events, actingAs(ann, 'VIEWER'))).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await create(events, writer, newId())).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['postmortemId'] },
    ]);
    expect(await whole()).toEqual({ revision: 1, timeline: [] });
  });
});
