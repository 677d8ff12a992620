import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import type { PostmortemCreate } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
let author: Actor;
let stranger: Actor;
beforeAll(async () => {
  app = await startApp();
  author = actingAs(await aPerson(app), 'MEMBER');
  stranger = actingAs(await aPerson(app, 'Ada'), 'MEMBER');
});
afterAll(async () => {
  await app.close();
});

async function began(at: string): Promise<string> {
  const input = { title: 'Down', startedAt: new Date(at) };
  return (await app.write((tx) => app.get(IncidentService).create(tx, input))).id;
}

const about = (
  incidentIds: string[],
  input: Partial<PostmortemCreate> = {},
): Promise<PostmortemEntity> => aCase(app, { incidentIds, ...input }, author);

async function on(date: string, actor: Actor = author): Promise<string[]> {
  const document = 'query ($date: Date!) { onThisDay(date: $date) { key } }';
  const { onThisDay } = await askAs<{ onThisDay: { key: string }[] }>(app, actor, document, {
    date,
  });
  return onThisDay.map(({ key }) => key);
}

describe('on this day', () => {
  it('shows what began on that day of earlier years, the newest first', async () => {
    const [old, newer] = [
      await about([await began('2022-03-11T23:59:59Z')]),
      await about([await began('2024-03-11T00:00:00Z'), await began('2023-05-01T00:00:00Z')]),
    ];
    await about([await began('2026-03-11T10:00:00Z')]);
    await about([await began('2024-03-12T00:00:00Z')]);
    // Its first incident was another day.
    await about([await began('2021-05-02T00:00:00Z'), await began('2021-03-11T00:00:00Z')]);
    expect(await on('2026-03-11')).toEqual([newer.key, old.key]);
    expect(await on('2024-03-11')).toEqual([old.key]);
    expect(await on('2026-03-13')).toEqual([]);
  });

  it('shows no more than five', async () => {
    for (let year = 2010; year < 2017; year += 1) {
      await about([await began(`${year}-07-01T12:00:00Z`)]);
    }
    expect(await on('2026-07-01')).toHaveLength(5);
  });

  it('shows nothing that the caller may not see', async () => {
    await about([await began('2020-09-09T09:00:00Z')], { visibility: 'RESTRICTED' });
    expect(await on('2026-09-09')).toHaveLength(1);
    expect(await on('2026-09-09', stranger)).toEqual([]);
  });
});
