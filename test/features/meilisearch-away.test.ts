import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';

import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { SearchIndexer } from '../../src/features/search/search-indexer.service.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { FakeClock } from '../support/fake-clock.js';
import { MeiliStandIn } from '../support/meili-stand-in.js';

const WRITES = Number(process.env['FUPAN_TEST_WRITES'] ?? 20);
/** How long a search may take while Meilisearch is away, one on a busy machine. */
const IN_TIME_MS = 1_000;

interface Found {
  readonly totalCount: number;
  readonly degraded: boolean;
  readonly engine: string;
}

let standIn: MeiliStandIn;
let app: TestApp;
const clock = new FakeClock();
beforeAll(async () => {
  standIn = await MeiliStandIn.start();
  app = await startApp({
    clock,
    env: {
      ...{ FUPAN_SEARCH_ENGINE: 'meilisearch', FUPAN_MEILI_INDEX: 'away' },
      ...{ FUPAN_MEILI_URL: standIn.url, FUPAN_MEILI_KEY: standIn.key },
    },
  });
});
afterAll(async () => {
  await app.close();
  await standIn.close();
});

const find = async (word: string): Promise<Found> => {
  const document =
    'query ($query: String!) { search(query: $query) { totalCount degraded engine } }';
  return (await ask<{ search: Found }>(app, document, { query: word })).search;
};

const write = (title: string): Promise<unknown> =>
  app.write((tx) => app.get(PostmortemService).create(tx, { title, language: 'en' }));

/** Waits until something holds, for some seconds at most. */
async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within a minute: ${what}`);
    await pause(50);
  }
}

/** The engine that answers in its place. */
const beside = (): string => app.platform.config.searchEngine;

const waiting = (): Promise<number> => app.platform.database.read.count(OutboxEntity);

/** Meilisearch answers, nothing waits, and both indexes hold what the database does. */
async function allIsWell(word: string, count: number): Promise<void> {
  await until(async () => {
    // Each process finds out for itself; they are asked by turns.
    const answers: Awaited<ReturnType<typeof find>>[] = [];
    for (const _ of app.processes) answers.push(await find(word));
    return answers.every(({ degraded, totalCount }) => !degraded && totalCount === count);
  }, 'Meilisearch answers again');
  await until(async () => {
    clock.forward({ minutes: 1 });
    await app.platform.outbox.drained();
    return (await waiting()) === 0;
  }, 'everything that was promised is done');
  const same = { missing: [], stale: [], surplus: [] };
  expect(await app.get(SearchIndexer).differences()).toEqual([
    { engine: beside(), ...same },
    { engine: 'meilisearch', ...same },
  ]);
  expect(await find(word)).toEqual({ totalCount: count, degraded: false, engine: 'meilisearch' });
}

describe('while Meilisearch is away', () => {
  beforeAll(async () => {
    // The threads beside the database take their time to begin.
    standIn.behaviour = 'down';
    await find('anything');
  });
  beforeEach(async () => {
    standIn.behaviour = 'well';
    await app.get(SearchIndexer).repair();
  });

  it.each([
    { fault: 'down', begin: () => (standIn.behaviour = 'down') },
    { fault: 'slow', begin: () => (standIn.behaviour = 'slow') },
    { fault: 'failing', begin: () => (standIn.behaviour = 'errors') },
    { fault: 'replaced', begin: () => (standIn.behaviour = 'another program') },
    { fault: 'locked', begin: () => (standIn.key = 'another-key-than-before') },
    {
      fault: 'wiped',
      begin: () => {
        standIn.wipe();
      },
    },
    {
      fault: 'emptied',
      begin: () => {
        standIn.tamper('away', (index) => {
          index.delete(index.list(['key'], 0, 1e6).map(({ key }) => String(key)));
        });
      },
    },
  ])(
    '($fault) every write counts, every search is answered in time, and nothing is missing afterwards',
    async ({ fault, begin }) => {
      const key = standIn.key;
      await write(`Before it was ${fault}`);
      await allIsWell(fault, 1);
      begin();
      const times: number[] = [];
      for (let written = 1; written <= WRITES; written += 1) {
        await write(`While it is ${fault} ${written}`);
        const began = performance.now();
        const found = await find(fault);
        times.push(performance.now() - began);
        const heals = fault === 'wiped' || fault === 'emptied';
        if (!heals) expect(found).toMatchObject({ degraded: true, engine: beside() });
        // What was wiped may be whole again by now.
        expect(found.totalCount).toBeGreaterThan(0);
      }
      times.sort((a, b) => a - b);
      // Not the longest: other tests may keep the machine busy for a while.
      expect(times[Math.floor(times.length / 2)]).toBeLessThan(IN_TIME_MS);
      await until(async () => (await find(fault)).totalCount === WRITES + 1, 'found beside');
      standIn.behaviour = 'well';
      standIn.key = key;
      await allIsWell(fault, WRITES + 1);
    },
    180_000,
  );
});
