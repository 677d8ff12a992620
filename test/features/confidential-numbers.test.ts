import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isDrawn, numberOf } from '../../src/infra/database/keys.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { ImportService } from '../../src/features/library/import.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase } from '../support/factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

const anAction = (postmortemId: string) =>
  app.write((tx) => app.get(ActionItemService).create(tx, { postmortemId, title: 'Alert on it' }));

async function imported(name: string, lines: readonly string[]): Promise<void> {
  writeFileSync(join(app.dataDir, name), `---\nfupan: 1\n${lines.join('\n')}\n---\n`);
  const result = await app.get(ImportService).run(app.ctx(), { paths: [name], cwd: app.dataDir });
  expect(result).toMatchObject({ created: 1, failed: [] });
}

const SHARED = '0192f0c1-aaaa-7f40-8a5b-6c7d8e9f0a1b';
const anIncident = () =>
  app.write((tx) => app.get(IncidentService).create(tx, { title: 'By itself' }));

const found = (key: string) => app.get(PostmortemService).find(app.ctx(), { key });

describe('the numbers that people see', () => {
  it('show no gap where there is a confidential case', async () => {
    const before = await aCase(app);
    const firstAction = await anAction(before.id);
    const secret = await aCase(app, { visibility: 'RESTRICTED' });
    const secretAction = await anAction(secret.id);
    const after = await aCase(app);
    const nextAction = await anAction(after.id);
    expect(after.number).toBe(before.number + 1);
    expect(nextAction.number).toBe(firstAction.number + 1);
    expect(isDrawn(secret.number)).toBe(true);
    expect(isDrawn(secretAction.number)).toBe(true);
  });

  it('neither where one was imported without a number', async () => {
    const before = await aCase(app);
    await imported('secret.md', [
      'title: Imported in confidence',
      'language: en',
      'visibility: RESTRICTED',
      'incidents: [{ title: What nobody may know of }]',
      'actions: [{ title: Close the hole }]',
    ]);
    expect((await aCase(app)).number).toBe(before.number + 1);
  });

  it('are one for an incident that two cases of an import share, also with a confidential one', async () => {
    const shared = (title: string, visibility: string): string =>
      `---\nfupan: 1\ntitle: ${title}\nlanguage: en\nvisibility: ${visibility}\n` +
      `incidents: [{ id: ${SHARED}, title: Seen by both }]\n---\n`;
    const files = { 'a.md': 'ORGANIZATION', 'b.md': 'ORGANIZATION', 'c.md': 'RESTRICTED' };
    for (const [name, visibility] of Object.entries(files)) {
      writeFileSync(join(app.dataDir, name), shared(name, visibility));
    }
    const before = await anIncident();
    const options = { paths: Object.keys(files), cwd: app.dataDir };
    const result = await app.get(ImportService).run(app.ctx(), options);
    expect(result).toMatchObject({ created: 3, failed: [] });
    const incidents = app.get(IncidentService);
    expect((await incidents.find(app.ctx(), { id: SHARED }))?.number).toBe(before.number + 1);
    expect((await anIncident()).number).toBe(before.number + 2);
    const again = await app.get(ImportService).run(app.ctx(), options);
    expect(again).toMatchObject({ unchanged: 3 });
  });

  it('are kept by an import where they were drawn, and not counted on from there', async () => {
    const before = await aCase(app);
    await imported('drawn.md', ['key: PM-483920175', 'title: From elsewhere', 'language: en']);
    expect(await found('PM-483920175')).toMatchObject({ title: 'From elsewhere' });
    const after = await aCase(app);
    expect(numberOf(after.key)).toBe(before.number + 1);
  });
});
