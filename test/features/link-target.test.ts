import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { graphql } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';

interface Target {
  readonly kind: string;
  readonly key: string;
  readonly title: string;
  readonly language: string | null;
}

let app: TestApp;
let author: Actor;
let stranger: Actor;
beforeAll(async () => {
  app = await startApp();
  const [one, other] = [await aPerson(app, '連志遠'), await aPerson(app, 'Ada')];
  author = actingAs(one, 'MEMBER');
  stranger = actingAs(other, 'MEMBER');
  const open = await aCase(app, { title: '結帳服務連線池耗盡', language: 'zh-Hant' }, author);
  await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, open.id), author);
  await aCase(app, { title: '連線外洩', visibility: 'RESTRICTED' }, author);
  await app.write(async (tx) => {
    await app.get(IncidentService).create(tx, { title: '無法連線到 50% 的節點' });
    const postmortemId = open.id;
    await app.get(ActionItemService).create(tx, { postmortemId, title: '限制連線時間' });
    const left = await app.get(PersonService).create(tx, { name: '連已離職' });
    await app.get(PersonService).archive(tx, left.id);
  });
});
afterAll(async () => {
  await app.close();
});

async function found(query: string, actor: Actor = stranger, first = 8): Promise<Target[]> {
  const document = `query ($query: String!, $first: Int) {
    linkTargets(query: $query, first: $first) { kind key title language } }`;
  const { linkTargets } = await askAs<{ linkTargets: Target[] }>(app, actor, document, {
    query,
    first,
  });
  return linkTargets;
}

const keys = (targets: readonly Target[]): string[] => targets.map(({ key }) => key);

describe('what a text can point to', () => {
  it('is found by the beginning of its key, in either case', async () => {
    expect(keys(await found('pm-'))).toEqual(['PM-1']);
    expect(keys(await found('AI-1'))).toEqual(['AI-1']);
    expect(keys(await found('inc'))).toEqual(['INC-1']);
    expect(await found('PM-1')).toEqual([
      { kind: 'POSTMORTEM', key: 'PM-1', title: '結帳服務連線池耗盡', language: 'ZH_HANT' },
    ]);
  });

  it('is found by part of its title, what begins with it first; people who are here by name', async () => {
    expect(keys(await found('連'))).toEqual(['連志遠', 'PM-1', 'INC-1', 'AI-1']);
    expect(keys(await found('連線', stranger, 2))).toEqual(['PM-1', 'INC-1']);
    expect(keys(await found('50%'))).toEqual(['INC-1']);
    expect(keys(await found('5%'))).toEqual([]);
  });

  it('is the newest of each where nothing is typed yet', async () => {
    expect(keys(await found(''))).toEqual(['PM-1', 'INC-1', 'AI-1', 'Ada', '連志遠']);
  });

  it('is nothing that the caller may not see', async () => {
    expect(keys(await found('連線外洩', author))).toHaveLength(1);
    expect(await found('連線外洩')).toEqual([]);
  });

  it('is refused for too long a text and too many', async () => {
    const long = await graphql(app, `{ linkTargets(query: "${'x'.repeat(201)}") { key } }`);
    expect(long.errors?.[0]?.extensions.code).toBe('VALIDATION');
    const many = await graphql(app, '{ linkTargets(query: "x", first: 101) { key } }');
    expect(many.errors?.[0]?.extensions.code).toBe('VALIDATION');
  });
});
