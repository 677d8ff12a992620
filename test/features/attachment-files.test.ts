import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { OPERATOR, type Actor } from '../../src/core/actor.js';
import {
  AttachmentContentEntity,
  AttachmentEntity,
} from '../../src/features/attachment/attachment.entity.js';
import { AttachmentService } from '../../src/features/attachment/attachment.service.js';
import { attachmentsOf } from '../../src/features/attachment/attachment.loaders.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { ExportService } from '../../src/features/library/export.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { PNG } from '../support/attachments.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { contentsOf, scratchFolder, type Scratch } from '../support/files.js';
import { counts, exportFrom, importInto } from '../support/library.js';

let app: TestApp;
let empty: TestApp;
let folder: Scratch;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  folder = scratchFolder();
  empty = await startApp();
});
afterEach(async () => {
  folder.remove();
  await empty.close();
});

async function attach(
  id: string,
  name: string,
  content: Buffer | string,
  by?: Actor,
): Promise<string> {
  const actor = by ?? actingAs(await aPerson(app, 'Uploader'));
  const file = { name, declaredType: '', content: Buffer.from(content) };
  const row = await app.write((tx) => app.get(AttachmentService).add(tx, id, file), actor);
  return row.id;
}

describe('the files of cases', () => {
  it('come back from an export under the same ids, so that links go on leading there', async () => {
    const { id, key } = await aCase(app);
    const picture = await attach(id, 'graph.png', PNG);
    const log = await attach(id, '復盤「紀錄」: a/b?.md', '# not a case\n');
    const long = await attach(id, `${'長'.repeat(190)}.txt`, 'x');
    const first = await exportFrom(app, folder.path, 'first');
    const place = `attachments/${key}`;
    const names = Object.keys(first).filter((name) => name.startsWith('attachments/'));
    const shortened = names.find((name) => name.includes(long)) ?? '';
    expect(names.sort()).toEqual(
      [
        `${place}/${picture}-graph.png`,
        `${place}/${log}-b_.md`,
        shortened,
        `${place}/attachments.yaml`,
      ].sort(),
    );
    expect(shortened).toMatch(/-長+\.txt$/);
    expect(Buffer.byteLength(shortened.split('/').at(-1) ?? '')).toBeLessThan(230);
    const path = join(folder.path, 'first');
    expect(readFileSync(join(path, place, `${picture}-graph.png`)).equals(PNG)).toBe(true);
    for (const target of [app, empty, empty]) {
      expect((await importInto(target, path)).failed).toEqual([]);
    }
    expect(await exportFrom(empty, folder.path, 'second')).toEqual(first);
    const known = async (of: TestApp) => {
      const rows = await attachmentsOf(of.ctx()).load(id);
      return rows.map(({ uploadedById: _person, ...row }) => row);
    };
    expect(await known(empty)).toEqual(await known(app));
    expect(await known(app)).toHaveLength(3);
  });

  it('are left out where the case may not be read, and in a dry run', async () => {
    const { id, key } = await aCase(app, { visibility: 'RESTRICTED' });
    await attach(id, 'secret.png', PNG, OPERATOR);
    const stranger = actingAs(await aPerson(app, 'Stranger'));
    const out = join(folder.path, 'out');
    await app.get(ExportService).run(app.ctx(stranger), { folder: out });
    expect(existsSync(join(out, 'attachments', key))).toBe(false);
    await exportFrom(app, folder.path, 'all');
    const dry = await importInto(empty, join(folder.path, 'all'), { dryRun: true });
    expect(dry.failed).toEqual([]);
    expect(await empty.platform.database.read.countBy(AttachmentEntity, {})).toBe(0);
  });

  it('that are not as the list says are told, and the others imported', async () => {
    const { id, key } = await aCase(app);
    const place = `out/attachments/${key}`;
    await exportFrom(app, folder.path, 'out');
    const at = '2024-01-01T00:00:00.000Z';
    const entry = (n: number, file: string): string =>
      `  - id: 0192f0c1-0000-7000-8000-00000000000${n}\n    name: ${file}\n    file: ${file}\n    createdAt: ${at}\n`;
    symlinkSync('/etc/hostname', join(folder.path, 'link'));
    folder.write({
      [`${place}/attachments.yaml`]: `fupan: 1\ncase: ${id}\nfiles:\n${entry(1, 'a.txt')}${entry(2, 'gone.txt')}${entry(3, 'link')}${entry(4, 'empty')}`,
      [`${place}/a.txt`]: 'x',
      [`${place}/empty`]: '',
      'out/attachments/PM-9999/attachments.yaml': `fupan: 1\ncase: 0192f0c1-0000-7000-8000-0000000000ff\nfiles:\n${entry(5, 'a.txt')}`,
      'out/attachments/PM-9999/a.txt': 'x',
      'out/attachments/PM-9998/attachments.yaml': `fupan: 1\ncase: ${id}\nfiles:\n${entry(6, '../../../escape')}`,
    });
    symlinkSync('/etc/hostname', join(folder.path, place, 'link'));
    const { failed } = await importInto(empty, join(folder.path, 'out'));
    expect(
      failed.map(({ file, message }) => [file.split('attachments/')[1], message]).sort(),
    ).toEqual(
      [
        [`${key}/gone.txt`, expect.stringMatching(/no such file/)],
        [`${key}/link`, expect.stringMatching(/no file/)],
        [`${key}/empty`, expect.stringMatching(/empty/)],
        ['PM-9999/a.txt', expect.stringMatching(/does not exist/)],
        ['PM-9998/attachments.yaml', expect.anything()],
      ].sort(),
    );
    const rows = await attachmentsOf(empty.ctx()).load(id);
    expect(rows.map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('cannot take the id of a file of another case', async () => {
    const { id } = await aCase(app);
    const { id: other } = await aCase(app);
    const file = await attach(id, 'a.png', PNG);
    folder.write({
      'x/attachments.yaml': `fupan: 1\ncase: ${other}\nfiles:\n  - id: ${file}\n    name: a.png\n    file: a.png\n    createdAt: 2024-01-01T00:00:00.000Z\n`,
      'x/a.png': PNG,
    });
    const result = await importInto(app, folder.path);
    expect(counts(result).failed).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/same id/) }),
    ]);
    expect(
      await app.platform.database.read.countBy(AttachmentEntity, { postmortemId: other }),
    ).toBe(0);
  });

  it('are told of as others where they are of an earlier export', async () => {
    const { id, key } = await aCase(app);
    await attach(id, 'a.png', PNG);
    const out = join(folder.path, 'out');
    await app.get(ExportService).run(app.ctx(), { folder: out });
    await app.write(async (tx) => {
      await tx.db.delete(AttachmentEntity, { postmortemId: id });
    });
    const { others } = await app.get(ExportService).run(app.ctx(), { folder: out });
    expect(others).toEqual([`attachments/${key}`]);
    expect(Object.keys(contentsOf(out))).toContain(`${key}.md`);
  });
});

it('a file without its bytes is found', async () => {
  const { id } = await aCase(app);
  const [sound, cut, gone] = [
    await attach(id, 'a', 'sound'),
    await attach(id, 'b', 'cut'),
    await attach(id, 'c', 'gone'),
  ];
  expect(await app.get(AttachmentService).damaged(app.ctx())).toEqual([]);
  await app.write(async (tx) => {
    await tx.db.delete(AttachmentContentEntity, { attachmentId: gone });
    await tx.db.update(
      AttachmentContentEntity,
      { attachmentId: cut },
      { content: Buffer.from('c') },
    );
  });
  expect(await app.get(AttachmentService).damaged(app.ctx())).toEqual([cut, gone].sort());
  expect(sound).not.toBe(cut);
  expect(await app.platform.database.read.countBy(PostmortemEntity, { id })).toBe(1);
});
