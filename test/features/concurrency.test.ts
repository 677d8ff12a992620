import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { mostAtOnce } from '../support/most-at-once.js';

const CLIENTS = 20;
const EDITS = 25;
const NOBODY = '00000000-0000-7000-8000-000000000000';

interface Case {
  readonly version: number;
  readonly revision: number;
  readonly summary: string;
}
interface Answer {
  readonly postmortemUpdate: {
    readonly postmortem: Case | null;
    readonly userErrors: Refusal[];
  };
}

const READ = 'query ($id: ID!) { postmortem(id: $id) { version revision summary } }';
const UPDATE = `mutation ($id: ID!, $input: PostmortemUpdateInput!) {
  postmortemUpdate(id: $id, input: $input) {
    postmortem { version revision summary } userErrors { code field message } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

async function read(id: string): Promise<Case> {
  return (await ask<{ postmortem: Case }>(app, READ, { id })).postmortem;
}

async function update(id: string, input: object): Promise<Answer['postmortemUpdate']> {
  return (await ask<Answer>(app, UPDATE, { id, input })).postmortemUpdate;
}

let conflicts = 0;

/** Adds a line to what the client has seen, again and again until nobody was faster. */
async function addLine(id: string, line: string, seen: Case): Promise<Case> {
  const { postmortem, userErrors } = await update(id, {
    summary: `${seen.summary}${line}\n`,
    expectedVersion: seen.version,
  });
  if (postmortem && userErrors.length === 0) return postmortem;
  expect(userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  conflicts += 1;
  // Steps back as a polite client does; without it the same happens, only with many more requests.
  await setTimeout(Math.random() * 200);
  return addLine(id, line, await read(id));
}

describe('many people at one case', () => {
  it(`${CLIENTS} clients with ${EDITS} edits each lose none of them`, async () => {
    const { id } = await aCase(app);
    const start = await read(id);
    expect(start).toMatchObject({ version: 1, revision: 1 });
    const lines = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const own = Array.from({ length: EDITS }, (_, edit) => `client ${client} edit ${edit}`);
        let seen = start;
        for (const line of own) seen = await addLine(id, line, seen);
        return own;
      }),
    );
    expect(conflicts).toBeGreaterThanOrEqual(CLIENTS - 1);
    const end = await read(id);
    expect(end).toMatchObject({
      version: CLIENTS * EDITS + 1,
      revision: CLIENTS * EDITS + 1,
    });
    expect(end.summary.trimEnd().split('\n').sort()).toEqual(lines.flat().sort());
  }, 300_000);

  it('what one is told is saved outlives the failure of another at the same moment', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => aCase(app)));
    const answers = await Promise.all(
      cases.flatMap(({ id }, index) => [
        // Fails at its end, when its first changes are written already.
        update(id, { summary: 'half', incidentIds: [NOBODY] }),
        update(id, { summary: `saved ${index}` }),
        update(id, { title: 'half', tags: ['half'], authorIds: [NOBODY] }),
      ]),
    );
    const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(cases.flatMap(() => [['NOT_FOUND'], [], ['NOT_FOUND']]));
    for (const [index, { id }] of cases.entries()) {
      expect(await read(id)).toEqual({ version: 2, revision: 2, summary: `saved ${index}` });
    }
  });
});

it('a connection of PostgreSQL is asked one question after another, however many are asked at once', async () => {
  // SQLite answers at once.
  if (app.platform.database.engine === 'sqlite') return;
  const { id } = await aCase(app, { title: 'Asked at once' });
  let counts: number[] = [];
  const most = await app.write((tx) =>
    mostAtOnce(tx.db, async () => {
      counts = await Promise.all(
        Array.from({ length: 5 }, () => tx.db.countBy(PostmortemEntity, { id })),
      );
    }),
  );
  expect(counts).toEqual([1, 1, 1, 1, 1]);
  expect(most).toBe(1);
});
