import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { playReviews, type DemoHost } from '../../src/cli/demo-reviews.js';
import { fillDemo } from '../../src/cli/demo.js';
import type { Actor } from '../../src/core/actor.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { actingAs } from '../support/factory.js';

/** A Saturday, weeks after the files were written. */
const TODAY = new Date('2026-12-12T09:00:00Z');
const FOLDER = resolve('templates/demo');

const MEETINGS = `{
  reviewSeriesList { title cadence { rule } facilitator { name } teams { key } }
  reviewMeetings(first: 20, orderBy: { field: STARTS_AT, direction: ASC }) { nodes { state startsAt
    agenda { postmortem { key status } outcome decisions { actionItem { status createdAt } } } } }
  reviewQueue { nodes { postmortem { key } } } }`;
const PAST = `{ reviewMeeting(key: "RM-1") { closing minutes(language: ZH_HANT) { text }
  attendance { presence } feedback { mayAnswer results { count words } } } }`;
const CASE = `query ($key: String) { postmortem(key: $key) {
  approval { teams { team { key } signOff { verdict changedParts } } }
  threads { nodes { kind state } } reviews { reviewMeeting { key } } } }`;

describe('the reviews of the demo', () => {
  let app: TestApp;
  let host: DemoHost;
  let guest: Actor;
  let faults: Awaited<ReturnType<typeof fillDemo>>['faults'];

  const ask = <Data>(query: string, variables = {}) => askAs<Data>(app, guest, query, variables);

  beforeAll(async () => {
    app = await startApp({ clock: { now: () => TODAY } });
    host = { database: app.platform.database, get: (type) => app.get(type) };
    ({ faults } = await fillDemo(host, app.ctx(), FOLDER));
    const email = 'lin.yuting@shangpin.example';
    guest = actingAs(await app.platform.database.read.findOneByOrFail(PersonEntity, { email }));
  }, 120_000);
  afterAll(async () => {
    await app.close();
  });

  it('are all allowed to whoever does them', () => {
    expect(faults).toEqual([]);
  });

  it('show a series, a meeting that is over, one to come, and a case that waits for one', async () => {
    const shown = await ask<{ reviewMeetings: { nodes: unknown[] } }>(MEETINGS);
    expect(shown).toMatchObject({
      reviewSeriesList: [
        {
          cadence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH' },
          facilitator: { name: '郭怡君' },
          teams: [{ key: 'platform' }, { key: 'orders' }, { key: 'data' }],
        },
      ],
      reviewQueue: { nodes: [{ postmortem: { key: 'PM-34' } }] },
    });
    const [past, next, ...later] = shown.reviewMeetings.nodes;
    expect(past).toEqual({
      state: 'ENDED',
      startsAt: '2026-12-03T06:00:00.000Z',
      agenda: [
        {
          postmortem: { key: 'PM-33', status: 'IN_REVIEW' },
          outcome: 'DISCUSSED',
          decisions: [
            { actionItem: { status: 'COMMITTED', createdAt: '2026-12-03T06:23:00.000Z' } },
            { actionItem: null },
            { actionItem: { status: 'PROPOSED', createdAt: '2026-12-03T06:31:00.000Z' } },
          ],
        },
        {
          postmortem: { key: 'PM-31', status: 'APPROVED' },
          outcome: 'DISCUSSED',
          decisions: [{ actionItem: expect.objectContaining({ status: 'COMMITTED' }) }],
        },
        {
          postmortem: { key: 'PM-32', status: 'IN_REVIEW' },
          outcome: 'CARRIED_OVER',
          decisions: [],
        },
      ],
    });
    const isWaiting = { outcome: null, decisions: [] };
    expect(next).toEqual({
      state: 'PLANNED',
      startsAt: '2026-12-17T06:00:00.000Z',
      agenda: [
        { postmortem: { key: 'PM-32', status: 'IN_REVIEW' }, ...isWaiting },
        { postmortem: { key: 'PM-33', status: 'IN_REVIEW' }, ...isWaiting },
      ],
    });
    expect(later).toEqual(
      later.map(() => expect.objectContaining({ state: 'PLANNED', agenda: [] })),
    );
  });

  it('leave minutes behind, and what people thought of it', async () => {
    const { reviewMeeting } = await ask<{
      reviewMeeting: { minutes: { text: string }; attendance: { presence: string | null }[] };
    }>(PAST);
    expect(reviewMeeting).toMatchObject({
      closing: expect.stringContaining('PM-32'),
      feedback: { mayAnswer: true, results: { count: 4 } },
    });
    expect(reviewMeeting.attendance.filter(({ presence }) => presence === 'PRESENT')).toHaveLength(
      10,
    );
    expect(reviewMeeting.minutes.text).toContain('排隊頁成為搶購的常態');
  });

  it('talk about a case, and sign it off in part', async () => {
    expect(await ask(CASE, { key: 'PM-33' })).toMatchObject({
      postmortem: {
        approval: {
          teams: [
            { team: { key: 'care' }, signOff: null },
            {
              team: { key: 'data' },
              signOff: { verdict: 'AGREED_WITH_RESERVATIONS', changedParts: [] },
            },
            // Who spoke before the meeting has not seen the actions that it decided.
            { team: { key: 'orders' }, signOff: { verdict: 'AGREED', changedParts: ['ACTIONS'] } },
            { team: { key: 'platform' }, signOff: null },
            { team: { key: 'storefront' }, signOff: null },
          ],
        },
        threads: {
          nodes: expect.arrayContaining([
            { kind: 'QUESTION', state: 'CARRIED' },
            { kind: 'QUESTION', state: 'RESOLVED' },
            { kind: 'PERSPECTIVE', state: 'OPEN' },
            { kind: 'COMMENT', state: 'OPEN' },
          ]),
        },
        reviews: [{ reviewMeeting: { key: 'RM-2' } }, { reviewMeeting: { key: 'RM-1' } }],
      },
    });
  });

  it('say where the file is wrong: what may not be done, who and what is not there', async () => {
    const content = `fupan: 1
submissions:
  - case: PM-34
    by: hannah.cole@shangpin.example
    at: 2026-11-24T00:00:00Z
  - case: PM-999
    by: hannah.cole@shangpin.example
    at: 2026-11-24T00:00:00Z
signOffs:
  - case: PM-33
    team: data
    verdict: AGREED
    by: ruth.okafor@shangpin.example
    at: 2026-11-24T00:00:00Z
threads:
  - case: PM-33
    kind: COMMENT
    part: FACTOR
    on: 沒有這一條
    text: Hello
    by: ruth.okafor@shangpin.example
    at: 2026-11-24T00:00:00Z
  - case: PM-33
    kind: COMMENT
    text: Hello
    by: nobody@shangpin.example
    at: 2026-11-24T00:00:00Z
`;
    const before = await ask(CASE, { key: 'PM-33' });
    const found = await playReviews(host, app.ctx(), content);
    expect(found.map(({ line }) => line).sort((one, other) => one - other)).toEqual([
      3, 6, 10, 16, 23,
    ]);
    expect(found.map(({ message }) => message).join('\n')).toContain('nobody@shangpin.example');
    expect(await ask(CASE, { key: 'PM-33' })).toEqual(before);
  });

  it('are not begun with a file that cannot be read', async () => {
    const content = readFileSync(resolve(FOLDER, 'reviews.yaml'), 'utf8');
    const broken = content.replace('kind: QUESTION', 'kind: QUESTIONS');
    const line = broken.split('\n').findIndex((each) => each.includes('QUESTIONS')) + 1;
    const folder = mkdtempSync(join(tmpdir(), 'fupan-test-'));
    writeFileSync(join(folder, 'reviews.yaml'), broken);
    const { faults: found } = await fillDemo(host, app.ctx(), folder);
    rmSync(folder, { recursive: true });
    expect(found).toEqual([
      {
        file: 'reviews.yaml',
        line,
        message: expect.stringContaining('`threads[0].kind` is not right'),
      },
    ]);
  });
});
