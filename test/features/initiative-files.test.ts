import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';

import type { Actor } from '../../src/core/actor.js';
import type { TxCtx } from '../../src/core/ctx.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { InitiativeActionEntity } from '../../src/features/initiative/initiative-action.entity.js';
import { InitiativeActions } from '../../src/features/initiative/initiative-actions.service.js';
import { InitiativeLifecycle } from '../../src/features/initiative/initiative-lifecycle.service.js';
import {
  InitiativeEntity,
  InitiativeEventEntity,
} from '../../src/features/initiative/initiative.entity.js';
import { Initiatives } from '../../src/features/initiative/initiative.service.js';
import { ExportService } from '../../src/features/library/export.service.js';
import { ImportService } from '../../src/features/library/import.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { contentsOf, scratchFolder, type Scratch } from '../support/files.js';
import { counts, exportFrom, importInto, ownForm } from '../support/library.js';

const clock = new FakeClock();
let app: TestApp;
let empty: TestApp;
let folder: Scratch;
let writer: Actor;

beforeAll(async () => {
  app = await startApp({ clock });
  const person = await aPerson(app);
  writer = actingAs(person);
  await makeInitiatives(person.id);
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  folder = scratchFolder();
  empty = await startApp({ clock });
});
afterEach(async () => {
  folder.remove();
  await empty.close();
});

/** A moment later, so that what happens can be told apart. */
function write<Result>(work: (tx: TxCtx) => Promise<Result>): Promise<Result> {
  clock.forward({ hours: 1 });
  return app.write(work, writer);
}

async function actionOf(
  title: string,
  visibility: PostmortemEntity['visibility'],
  action: string,
): Promise<string> {
  const { id } = await write((tx) =>
    app.get(PostmortemService).create(tx, { title, language: 'en', visibility }),
  );
  const item = await write((tx) =>
    app.get(ActionItemService).create(tx, { postmortemId: id, title: action }),
  );
  return item.id;
}

/** One that has seen everything, one that is dropped, one that is over and one that is empty. */
async function makeInitiatives(ownerId: string): Promise<void> {
  const bound = await actionOf('First', 'ORGANIZATION', 'Bound the pool');
  const limit = await actionOf('Second', 'ORGANIZATION', 'Limit the pool');
  const quokka = await actionOf('Shut away', 'RESTRICTED', 'Quokka pool');
  const last = await actionOf('Third', 'ORGANIZATION', 'Count the pools');
  const { id: teamId } = await app.write((tx) =>
    app.get(TeamService).create(tx, { key: 'ops', name: 'Operations' }),
  );
  const initiatives = app.get(Initiatives);
  const lifecycle = app.get(InitiativeLifecycle);
  const create = (title: string, values: object = {}) =>
    write((tx) => initiatives.create(tx, { title, ...values }));
  const gather = (id: string, ...actionItemIds: string[]) =>
    write((tx) => app.get(InitiativeActions).add(tx, id, { actionItemIds }));

  const pools = await create('連線池 & "pools"', { goal: 'None **overflows**', teamId });
  await gather(pools.id, quokka, limit, bound);
  await write((tx) => lifecycle.start(tx, pools.id, { ownerId }));
  await write((tx) => initiatives.update(tx, pools.id, { targetOn: '2026-09-30', teamId: null }));
  await write((tx) => lifecycle.complete(tx, pools.id));
  await write((tx) => lifecycle.reopen(tx, pools.id, { reason: 'One overflowed' }));
  // Only when it changed tells of this.
  await write((tx) => initiatives.update(tx, pools.id, { goal: 'None overflows.\nAt all.' }));

  const dropped = await create('Dropped', { targetOn: '2026-08-01' });
  await write((tx) => lifecycle.drop(tx, dropped.id, { reason: 'The cache goes' }));
  const over = await create('Over');
  await gather(over.id, last);
  await write((tx) => lifecycle.start(tx, over.id, { ownerId }));
  await write((tx) => lifecycle.complete(tx, over.id));
  await create('Empty');
}

const rowsIn = (target: TestApp) => ({
  initiative: (key: string) =>
    target.platform.database.read.findOneByOrFail(InitiativeEntity, { key }),
  gathered: () => target.platform.database.read.countBy(InitiativeActionEntity, {}),
  events: (initiativeId: string) =>
    target.platform.database.read.find(InitiativeEventEntity, {
      where: { initiativeId },
      order: { number: 'ASC' },
    }),
});

describe('initiatives in files', () => {
  it('go out and come in again to the letter, once, with their history', async () => {
    const first = await exportFrom(app, folder.path, 'first');
    expect(first['improvement.yaml']).toMatch(
      /goal: [^]*act: CREATE\n[^]*act: START\n[^]*team: null\n[^]*act: REOPEN\n +status: ACTIVE\n +reason: One overflowed\n/,
    );
    const path = join(folder.path, 'first');
    expect(counts(await importInto(empty, path))).toMatchObject({ created: 4, failed: [] });
    expect(await exportFrom(empty, folder.path, 'second')).toEqual(first);
    for (const target of [app, empty]) {
      const again = await importInto(target, join(folder.path, 'second'));
      expect(counts(again)).toMatchObject({ created: 0, updated: 0, failed: [] });
      expect(await exportFrom(target, folder.path, 'third')).toEqual(first);
    }
    const { id } = await rowsIn(empty).initiative('INI-1');
    const acts = (await rowsIn(empty).events(id)).map(({ act, fromStatus }) => [act, fromStatus]);
    expect(acts).toEqual([
      ['CREATE', null],
      ['START', 'PROPOSED'],
      ['EDIT', 'ACTIVE'],
      ['COMPLETE', 'ACTIVE'],
      ['REOPEN', 'DONE'],
    ]);
    const next = await empty.write((tx) => empty.get(Initiatives).create(tx, { title: 'Next' }));
    expect(next.key).toBe('INI-5');
  });

  it('name only actions of cases that whoever exports may read', async () => {
    const out = join(folder.path, 'out');
    const stranger = { ...actingAs(await aPerson(app, 'Oona')), readsDrafts: true };
    await app.get(ExportService).run(app.ctx(stranger), { folder: out });
    const text = contentsOf(out)['improvement.yaml'] ?? '';
    expect(text).toContain('Limit the pool');
    expect(text).not.toMatch(/quokka|shut/i);
    expect(text.match(/key: AI-/g)).toHaveLength(3);
    expect(await app.get(ExportService).improvement(app.ctx(stranger))).toBe(text);
    const whole = await ask<{ improvement: string }>(app, '{ improvement }');
    expect(whole.improvement).toContain('Quokka');
  });

  it('report what leads nowhere or is gathered already with its line, and take the rest', async () => {
    folder.write({
      'in/PM-1.md': ownForm(
        'One',
        'key: PM-1\nactions: [{ key: AI-1, title: One }, { key: AI-3, title: Three }]\n',
      ),
      'in/PM-2.md': ownForm('Two', 'key: PM-2\nactions: [{ key: AI-2, title: Two }]\n'),
      'in/improvement.yaml': `fupan: 1
initiatives:
  - key: INI-7
    title: By hand
    team: nowhere-yet
    owner: { name: Ada }
    status: ACTIVE
    actions:
      - { key: AI-1 }
      - { key: AI-77 }
      - { key: AI-3, title: Renamed since }
      - { id: 01890000-0000-7000-8000-0000000000a1, key: AI-3, title: Three }
  - title: Without a key
    actions:
      - { key: AI-1 }
      - { key: AI-2 }
  - key: INI-7
    title: Of the same key
  - key: INI-9
    id: 01890000-0000-7000-8000-0000000000b1
    title: Twice
  - id: 01890000-0000-7000-8000-0000000000b1
    title: Twice
`,
    });
    const path = join(folder.path, 'in');
    const failed = [22, 10, 11, 15].map((line) => ({
      file: join(path, 'improvement.yaml'),
      line,
      message: expect.any(String),
    }));
    await importInto(empty, path, { dryRun: true });
    expect(await rowsIn(empty).gathered()).toBe(0);
    expect(counts(await importInto(empty, path))).toMatchObject({ created: 2, failed });
    expect(await rowsIn(empty).gathered()).toBe(3);
    const made = await empty.platform.database.read.find(InitiativeEntity, {
      order: { number: 'ASC' },
    });
    expect(made.map(({ key, title }) => [key, title])).toEqual([
      ['INI-7', 'By hand'],
      ['INI-9', 'Twice'],
      ['INI-10', 'Without a key'],
      ['INI-11', 'Of the same key'],
    ]);
    const [byHand] = made;
    expect(await rowsIn(empty).events(byHand?.id ?? '')).toMatchObject([
      { act: 'IMPORT', fromStatus: null, status: 'ACTIVE', ownerId: byHand?.ownerId },
    ]);
    const before = await exportFrom(empty, folder.path, 'out');
    const again = await startApp({ clock });
    try {
      await importInto(again, join(folder.path, 'out'));
      expect(await exportFrom(again, folder.path, 'again')).toEqual(before);
    } finally {
      await again.close();
    }
  });

  it('leave what is there as it is, and gather what no initiative does', async () => {
    await exportFrom(app, folder.path, 'first');
    const path = join(folder.path, 'first');
    await importInto(empty, path);
    const { id } = await rowsIn(empty).initiative('INI-1');
    const emptyOne = await rowsIn(empty).initiative('INI-4');
    const over = await rowsIn(empty).initiative('INI-3');
    const lifecycle = empty.get(InitiativeLifecycle);
    const [moved, lost] = await empty.platform.database.read.findBy(InitiativeActionEntity, {
      initiativeId: id,
    });
    await empty.write(async (tx) => {
      await empty.get(Initiatives).update(tx, id, { title: 'Called otherwise' });
      const actionItemIds = [moved?.actionItemId ?? ''];
      await empty.get(InitiativeActions).add(tx, emptyOne.id, { actionItemIds, move: true });
      await empty.get(InitiativeActions).remove(tx, id, lost?.actionItemId ?? '');
      await tx.db.delete(InitiativeActionEntity, { initiativeId: over.id });
    });
    const events = await rowsIn(empty).events(id);
    const { failed } = await importInto(empty, path);
    expect(failed.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^AI-\d+ belongs to INI-4 already; /),
    ]);
    expect(await rowsIn(empty).initiative('INI-1')).toMatchObject({ title: 'Called otherwise' });
    expect(await rowsIn(empty).events(id)).toEqual(events);
    expect(await rowsIn(empty).gathered()).toBe(4);
    await empty.write(async (tx) => {
      await empty.get(InitiativeActions).remove(tx, id, lost?.actionItemId ?? '');
      await lifecycle.complete(tx, id);
    });
    const messages = (await importInto(empty, path)).failed.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(/^INI-1 is over and gathers nothing/));
    expect(await rowsIn(empty).gathered()).toBe(3);
  });

  it('lead nobody to a case that they may not read', async () => {
    const admin = actingAs(await aPerson(empty, 'Root'), 'ADMIN');
    folder.write({
      'PM-2.md': ownForm(
        'Shut',
        'key: PM-2\nvisibility: RESTRICTED\nactions: [{ key: AI-2, title: Two }]\n',
      ),
    });
    await importInto(empty, folder.path);
    const gather = (key: string) =>
      empty.get(ImportService).handOver(empty.ctx(admin), {
        files: [
          {
            name: 'improvement.yaml',
            content: `fupan: 1\ninitiatives: [{ key: INI-1, title: X, actions: [{ key: ${key} }] }]\n`,
          },
        ],
      });
    const [hidden, missing] = [await gather('AI-2'), await gather('AI-3')];
    expect(hidden.failed[0]?.message.replace('AI-2', 'AI-3')).toBe(missing.failed[0]?.message);
    expect(await rowsIn(empty).gathered()).toBe(0);
  });
});
