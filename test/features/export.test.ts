import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ExportService } from '../../src/features/library/export.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { contentsOf, scratchFolder, type Scratch } from '../support/files.js';
import { counts, exportFrom, importInto, ownForm as own } from '../support/library.js';

const DEMO = fileURLToPath(new URL('../../templates/demo', import.meta.url));

let app: TestApp;
let folder: Scratch;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

describe('exporting', () => {
  it('export, import into an empty library and export again gives equal bytes', async () => {
    folder.write({
      'catalog.yaml': `fupan: 1
people: [{ name: Lone Reader, email: lone@example.org, locale: zh-Hant }]
services: [{ name: zz-core, tier: CRITICAL, ownerTeam: zz-team, dependsOn: [zz-base] }]
incidents: [{ title: Near miss without a case, kind: NEAR_MISS, reporter: { name: Seer }, services: [{ name: zz-core }] }]
`,
      'rich.md': own(
        'Rich case',
        `custom: { kept: [1, two] }
reviewers: [{ name: Rev }]
visibility: RESTRICTED
readers: [{ team: zz-team }, { person: { name: Lone Reader, email: lone@example.org } }]
incidents: [{ title: I, reporter: { name: Rev }, severity: SEV2, startedAt: 2026-02-03T04:05:06+08:00, responders: [{ person: { name: Rev }, role: SCRIBE }] }]
practices: [{ practice: "1.1", verdict: HELD }]
findings: [{ kind: LUCKY, text: 好運 }]
actions: [{ title: Do, status: PAUSED, pausedFrom: IN_PROGRESS, reason: freeze, pausedUntil: 2026-05-01 }]
`,
      ),
    });
    await importInto(app, folder.path);
    expect(await importInto(app, DEMO)).toMatchObject({ failed: [] });
    await app.write(async (tx) => {
      const person = await app.get(PersonService).create(tx, { name: 'Left Long Ago' });
      await app.get(PersonService).archive(tx, person.id);
      const team = await app.get(TeamService).create(tx, { key: 'zz-gone', name: 'Dissolved' });
      await app.get(TeamService).archive(tx, team.id);
      const service = await app.get(ServiceCatalog).create(tx, {
        name: 'zz-retired',
        businessFunction: 'Took payments.\n'.repeat(40),
      });
      await app.get(ServiceCatalog).archive(tx, service.id);
    });
    const first = await exportFrom(app, folder.path, 'first');
    expect(Object.keys(first).length).toBeGreaterThan(35);
    expect(first['catalog.yaml']).toContain('Near miss without a case');
    expect(first['catalog.yaml']).toContain('reporter:\n      name: Seer');
    const rich = Object.values(first).find((file) => file.includes('title: Rich case'));
    expect(rich).toContain('readers:\n  - team: zz-team\n  - person:\n      name: Lone Reader');
    expect(rich).toContain('reporter:\n      name: Rev');
    expect(first['catalog.yaml']?.match(/archivedAt: /g)).toHaveLength(3);
    expect(counts(await importInto(app, join(folder.path, 'first')))).toMatchObject({
      created: 0,
      updated: 0,
      failed: [],
    });
    const empty = await startApp();
    try {
      const { failed, created } = await importInto(empty, join(folder.path, 'first'));
      expect(failed).toEqual([]);
      expect(created).toBe(Object.keys(first).length - 2);
      expect(await exportFrom(empty, folder.path, 'second')).toEqual(first);
    } finally {
      await empty.close();
    }
  });

  it('leaves out what the caller may not read, and links to it', async () => {
    folder.write({
      'open.md': own('Open case', 'key: PM-8201\nlinks: [{ to: PM-8202, kind: RELATED }]\n'),
      'shut.md': own('Shut case', 'key: PM-8202\nvisibility: RESTRICTED\n'),
    });
    await importInto(app, folder.path);
    const target = join(folder.path, 'out');
    const stranger = {
      kind: 'person',
      personId: 'nobody',
      role: 'MEMBER',
      readsDrafts: true,
    } as const;
    await app.get(ExportService).run(app.ctx(stranger), { folder: target });
    const files = contentsOf(target);
    expect(files['PM-8202.md']).toBeUndefined();
    expect(files['PM-8201.md']).not.toContain('PM-8202');
  });

  it('leaves other files in the folder alone and says so', async () => {
    folder.write({ 'out/notes.txt': 'mine' });
    const target = join(folder.path, 'out');
    const { others } = await app.get(ExportService).run(app.ctx(), { folder: target });
    expect(others).toEqual(['notes.txt']);
    expect(contentsOf(target)['notes.txt']).toBe('mine');
  });
});
