import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';

import { ANONYMOUS } from '../../src/core/actor.js';
import { LIMITS } from '../../src/core/limits.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { RevisionEntity } from '../../src/features/history/revision.entity.js';
import { ImportService } from '../../src/features/library/import.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { scratchFolder, type Scratch } from '../support/files.js';
import { caseTitled, counts, importInto, ownForm as own } from '../support/library.js';

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

const importFrom = (path = folder.path, options: { dryRun?: boolean } = {}) =>
  importInto(app, path, options);

describe('importing', () => {
  it('a file becomes a case that the search finds at once, and a second time changes nothing', async () => {
    folder.write({
      'sub/blackout.md': '# Blackout in hall zq7\n\n## Summary\n\nThe UPS zq7 gave in.\n',
    });
    expect(counts(await importFrom())).toEqual({
      created: 1,
      updated: 0,
      unchanged: 0,
      failed: [],
    });
    const { search } = await ask<{ search: { totalCount: number } }>(
      app,
      '{ search(query: "zq7") { totalCount } }',
    );
    expect(search.totalCount).toBe(1);
    expect(counts(await importFrom())).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      failed: [],
    });
    expect((await caseTitled(app, 'Blackout in hall zq7')).row.revision).toBe(1);
  });

  it('a file that is written otherwise but says the same changes nothing', async () => {
    folder.write({ 'same.md': own('Same case', 'tags: [one, two]\n') });
    await importFrom();
    folder.write({ 'same.md': own('"Same case"', 'tags:\n  - one\n  - two\n') });
    expect(counts(await importFrom())).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      failed: [],
    });
  });

  it('a changed file becomes one more revision of the same case', async () => {
    folder.write({ 'grow.md': own('Growing case') });
    await importFrom();
    const before = await caseTitled(app, 'Growing case');
    folder.write({ 'grow.md': own('Growing case', 'tags: [late]\n') });
    expect(counts(await importFrom())).toEqual({
      created: 0,
      updated: 1,
      unchanged: 0,
      failed: [],
    });
    const after = await caseTitled(app, 'Growing case');
    expect(after.row).toMatchObject({
      id: before.row.id,
      key: before.row.key,
      revision: 2,
      version: 2,
    });
    const revision = await app.platform.database.read.findOneByOrFail(RevisionEntity, {
      postmortemId: after.row.id,
      number: 2,
    });
    expect(revision.reason).toBe('imported from grow.md');
    expect(revision.document).toEqual(after.document);
  });

  it('the revision of a new case is the case as it is read back', async () => {
    folder.write({
      'whole.md': own(
        'Whole case',
        `authors: [{ name: Ada, email: Ada@Example.org }]
incidents:
  - title: Whole incident
    services: [{ name: zz-pay, impact: slow }]
timeline:
  - { at: 2026-01-01T10:05:00Z, text: second }
  - { at: 2026-01-01T10:00:00Z, text: first }
factors:
  - { kind: ROOT_CAUSE, text: why, children: [{ kind: CONTRIBUTING, text: because }] }
actions:
  - { title: Mend it, team: zz-sre, owner: { name: Bo } }
`,
        '\n## Impact\n\nAll of it.\n',
      ),
    });
    await importFrom();
    const { row, document } = await caseTitled(app, 'Whole case');
    const revision = await app.platform.database.read.findOneByOrFail(RevisionEntity, {
      postmortemId: row.id,
    });
    expect(revision.document).toEqual(document);
    expect(document.timeline.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(document.authors).toEqual([{ name: 'Ada', email: 'ada@example.org' }]);
  });

  it('what was edited here survives an import of the unchanged file', async () => {
    folder.write({ 'edited.md': own('Edited here') });
    await importFrom();
    const { row } = await caseTitled(app, 'Edited here');
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, row.id, { title: 'Edited well' }),
    );
    expect(counts(await importFrom())).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await caseTitled(app, 'Edited well')).row.id).toBe(row.id);
  });

  it("a changed file in somebody else's form leaves visibility and what was added here as they are", async () => {
    const text = (summary: string): string =>
      `---\nuuid: 0f0e0d0c-1111-4222-8333-444455556666\ntitle: Foreign case\nsummary: ${summary}\n---\n`;
    folder.write({ 'foreign.md': text('one') });
    await importFrom();
    const { row } = await caseTitled(app, 'Foreign case');
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, row.id, { visibility: 'RESTRICTED', tags: ['ours'] }),
    );
    folder.write({ 'foreign.md': text('two') });
    expect(counts(await importFrom())).toMatchObject({ updated: 1, failed: [] });
    const { document } = await caseTitled(app, 'Foreign case');
    expect(document).toMatchObject({ visibility: 'RESTRICTED', tags: ['ours'], summary: 'two' });
  });

  it('an action item keeps its id when the file changes around it', async () => {
    const actions = (more: string): string =>
      own('Case with actions', `actions:\n${more}  - { title: Stay, status: COMMITTED }\n`);
    folder.write({ 'actions.md': actions('') });
    await importFrom();
    const before = await caseTitled(app, 'Case with actions');
    folder.write({ 'actions.md': actions('  - { title: New one }\n') });
    await importFrom();
    const after = await caseTitled(app, 'Case with actions');
    expect(after.document.actions.map(({ title }) => title)).toEqual(['New one', 'Stay']);
    expect(after.document.actions[1]).toMatchObject({
      id: before.document.actions[0]?.id,
      key: before.document.actions[0]?.key,
    });
  });

  it('the readers of a restricted case come with the file, are replaced with it, and see the case', async () => {
    const file = (readers: string): Record<string, string> => ({
      'shut.md': own('Opened to some', `visibility: RESTRICTED\nreaders: ${readers}\n`),
    });
    const readersOf = async (): Promise<unknown> =>
      (await caseTitled(app, 'Opened to some')).document.readers;
    const person = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'Kim', email: 'kim@example.org' }),
    );
    folder.write(
      file('[{ team: pay }, { person: { name: K, email: KIM@example.org } }, { team: pay }]'),
    );
    await importFrom();
    const { row } = await caseTitled(app, 'Opened to some');
    const kim = { name: 'Kim', email: 'kim@example.org' };
    expect(await readersOf()).toEqual([{ team: 'pay' }, { person: kim }]);
    const reader = app.ctx({ kind: 'person', personId: person.id, role: 'VIEWER' });
    expect(await app.get(PostmortemService).find(reader, { id: row.id })).not.toBeNull();
    folder.write(file('[{ team: pay }]'));
    expect(counts(await importFrom())).toMatchObject({ updated: 1 });
    expect(await readersOf()).toEqual([{ team: 'pay' }]);
    expect(await app.get(PostmortemService).find(reader, { id: row.id })).toBeNull();
    folder.write(file('[{ team: pay, person: { name: Kim } }]'));
    expect((await importFrom()).failed).toMatchObject([
      { line: 6, message: expect.stringContaining('one of the two') },
    ]);
  });

  it('two people of one name without an address are one, with addresses they are two', async () => {
    folder.write({
      'p1.md': own('People one', 'authors: [{ name: Kim Zet }]\n'),
      'p2.md': own('People two', 'authors: [{ name: Kim Zet }]\n'),
      'p3.md': own('People three', 'authors: [{ name: Kim Zet, email: kim@zet.example }]\n'),
    });
    await importFrom();
    const rows = await app.platform.database.read.findBy(PersonEntity, { name: 'Kim Zet' });
    expect(rows.map(({ email }) => email).sort()).toEqual(['kim@zet.example', null].sort());
  });

  it('a dry run says what would happen and leaves no trace', async () => {
    folder.write({
      'd1.md': own('Dry one', 'key: PM-7001\nlinks: [{ to: PM-7002, kind: RELATED }]\n'),
      'd2.md': own('Dry two', 'key: PM-7002\nauthors: [{ name: Dry Author }]\n'),
    });
    const result = await importFrom(folder.path, { dryRun: true });
    expect(counts(result)).toEqual({ created: 2, updated: 0, unchanged: 0, failed: [] });
    expect(result.notes).toEqual([]);
    const { read } = app.platform.database;
    expect(await read.countBy(PostmortemEntity, { title: 'Dry one' })).toBe(0);
    expect(await read.countBy(PersonEntity, { name: 'Dry Author' })).toBe(0);
    expect(counts(await importFrom())).toMatchObject({ created: 2 });
  });

  it('nobody but the operator imports', async () => {
    const run = app.get(ImportService).run(app.ctx(ANONYMOUS), { paths: [folder.path], cwd: '/' });
    await expect(run).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('files that cannot be imported', () => {
  it('each is reported with its line, and the others are imported', async () => {
    folder.write({
      'good.md': own('Good among bad'),
      'yaml.md': '---\nfupan: 1\ntitle: [unclosed\n---\n',
      'bomb.md': `---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n`,
      'type.md': own('x', 'tags: 7\n'),
      'date.md': own('x', 'publishedAt: soon\n'),
      'binary.md': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 0]),
      'huge.md': 'x'.repeat(LIMITS.importFileBytes + 1),
      'picture.png': new Uint8Array([0x89, 0x50]),
    });
    const result = await importFrom();
    expect(result.created).toBe(1);
    const failed = Object.fromEntries(
      result.failed.map(({ file, line, message }) => [
        file.slice(folder.path.length + 1),
        { line, message },
      ]),
    );
    expect(Object.keys(failed).sort()).toEqual([
      'binary.md',
      'bomb.md',
      'date.md',
      'huge.md',
      'type.md',
      'yaml.md',
    ]);
    expect(failed['type.md']?.line).toBe(5);
    expect(failed['date.md']?.line).toBe(5);
    expect(failed['huge.md']?.message).toContain('limit is 8 MiB');
    expect(result.notes.map(({ file }) => file)).toEqual([join(folder.path, 'picture.png')]);
  });

  it('a path that is not there is reported', async () => {
    const result = await importFrom(join(folder.path, 'nowhere'));
    expect(result.failed).toEqual([
      {
        file: join(folder.path, 'nowhere'),
        line: 1,
        message: 'there is no such file or folder; check the path',
      },
    ]);
  });

  it('a second file of one case is refused, and does not take its neighbours along', async () => {
    const text = own('Twice', 'id: 018f0000-0000-7000-8000-00000000abcd\n');
    folder.write({
      'a.md': own('Neighbour a'),
      'b.md': text,
      'c.md': text.replace('Twice', 'Twice again'),
      'd.md': own('Neighbour d'),
    });
    const result = await importFrom();
    expect(result.created).toBe(3);
    expect(result.failed.map(({ file }) => file)).toEqual([join(folder.path, 'c.md')]);
  });

  it('a batch that cannot be written at once is written file by file', async () => {
    const uuid = '018f0000-0000-7000-8000-00000000dcba';
    folder.write({ 'seed.md': `---\nuuid: ${uuid}\ntitle: Known twice\n---\n` });
    await importFrom();
    const { row } = await caseTitled(app, 'Known twice');
    folder.write({
      'seed.md': `---\nuuid: ${uuid}\ntitle: Known twice\nsummary: by its source\n---\n`,
      'by-id.md': own('Known twice', `id: ${row.id}\ntags: [by-id]\n`),
      'other.md': own('Not involved'),
    });
    expect(counts(await importFrom())).toEqual({
      created: 1,
      updated: 2,
      unchanged: 0,
      failed: [],
    });
    expect((await caseTitled(app, 'Known twice')).document).toMatchObject({
      tags: ['by-id'],
      summary: 'by its source',
    });
  });
});

describe('links between imported cases', () => {
  it('lead to a case that comes later, and under the key that it gets here', async () => {
    folder.write({ 'first.md': own('Occupant', 'key: PM-8001\n') });
    await importFrom();
    const other = scratchFolder();
    other.write({
      'a.md': own('Leads on', 'key: PM-8000\nlinks: [{ to: PM-8001, kind: RELATED, note: n }]\n'),
      'z.md': own('Is led to', 'key: PM-8001\n'),
    });
    // More than one transaction lies between the two.
    for (let each = 0; each < 60; each++) other.write({ [`m${each}.md`]: own(`Filler ${each}`) });
    try {
      expect((await importFrom(other.path)).notes).toEqual([]);
      const target = await caseTitled(app, 'Is led to');
      expect(target.row.key).not.toBe('PM-8001');
      const { document } = await caseTitled(app, 'Leads on');
      expect(document.links).toEqual([{ to: target.row.key, kind: 'RELATED', note: 'n' }]);
      expect(counts(await importFrom(other.path))).toMatchObject({ unchanged: 62, updated: 0 });
    } finally {
      other.remove();
    }
  });

  it('do not undo what somebody links while the import goes on', async () => {
    folder.write({ 'target.md': own('Link target', 'key: PM-8200\n') });
    await importFrom();
    const other = scratchFolder();
    other.write({
      'a.md': own('Linked meanwhile', 'links: [{ to: PM-8201, kind: RELATED }]\n'),
      'z.md': own('Comes last', 'key: PM-8201\n'),
    });
    for (let each = 0; each < 60; each++) other.write({ [`m${each}.md`]: own(`Other ${each}`) });
    try {
      let linked: Promise<unknown> | undefined;
      await app.get(ImportService).run(app.ctx(), {
        paths: [other.path],
        cwd: '/',
        onProgress: () => {
          linked ??= (async () => {
            const [from, to] = [
              await caseTitled(app, 'Linked meanwhile'),
              await caseTitled(app, 'Link target'),
            ];
            const input = { toId: to.row.id, kind: 'DUPLICATE' } as const;
            await app.write((tx) => app.get(CaseLinkService).link(tx, from.row.id, input));
          })();
        },
      });
      await linked;
      const { document } = await caseTitled(app, 'Linked meanwhile');
      expect(document.links).toContainEqual({ to: 'PM-8200', kind: 'DUPLICATE' });
    } finally {
      other.remove();
    }
  });

  it('are kept where they lead nowhere, and lead on once their case is there', async () => {
    folder.write({
      'lost.md': own('Leads nowhere', 'links: [{ to: PM-8100, kind: DUPLICATE }]\n'),
    });
    const { notes } = await importFrom();
    expect(notes[0]?.message).toContain('PM-8100');
    const kept = { unresolvedLinks: [{ to: 'PM-8100', kind: 'DUPLICATE' }] };
    expect((await caseTitled(app, 'Leads nowhere')).document).toMatchObject({
      links: [],
      extra: kept,
    });
    expect(counts(await importFrom())).toMatchObject({ unchanged: 1, updated: 0 });
    folder.write({ 'zz.md': own('Found at last', 'key: PM-8100\n') });
    await importFrom();
    await importFrom();
    const { document } = await caseTitled(app, 'Leads nowhere');
    expect(document.links).toEqual([{ to: 'PM-8100', kind: 'DUPLICATE' }]);
    expect(document.extra).toBeUndefined();
  });
});
