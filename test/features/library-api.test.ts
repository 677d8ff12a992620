import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import type { TokenScope } from '../../src/core/vocabulary.js';
import { ImportService, type HandOver } from '../../src/features/library/import.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, type Refusal } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { caseTitled, ownForm } from '../support/library.js';
import { statementsOf } from '../support/statements.js';

const IMPORT = `mutation ($input: LibraryImportInput!) { libraryImport(input: $input) {
  result { created updated unchanged failed { file line message } notes { file } waiting
    keys { inFiles inLibrary } }
  userErrors { code field } } }`;
interface Imported {
  readonly libraryImport: {
    readonly result: Record<string, unknown> | null;
    readonly userErrors: Refusal[];
  };
}

let app: TestApp;
let root: PersonEntity;

beforeAll(async () => {
  app = await startApp();
  root = await app.write((tx) => app.get(PersonService).create(tx, { name: 'Root' }));
});
afterAll(async () => {
  await app.close();
});

const admin = (...scopes: TokenScope[]): Actor => ({
  kind: 'person',
  personId: root.id,
  role: 'ADMIN',
  scopes: scopes.length === 0 ? undefined : new Set(scopes),
});

const imported = async (files: HandOver['files'], dryRun = false) =>
  (await ask<Imported>(app, IMPORT, { input: { files, dryRun } })).libraryImport;

const handOver = (actor: Actor, ...texts: string[]) =>
  app.get(ImportService).handOver(app.ctx(actor), {
    files: texts.map((content, at) => ({ name: `${at}.md`, content })),
  });

describe('libraryImport', () => {
  it('imports what it can, tells what it cannot, and a dry run writes nothing', async () => {
    const files = [
      { name: 'catalog.yaml', content: 'fupan: 1\nservices: [{ name: api-tested }]\n' },
      { name: 'good.md', content: ownForm('Good one', 'key: PM-500\n') },
      { name: 'bad.md', content: '---\ntitle: [open\n---\n' },
    ];
    const counts = { created: 1, updated: 0, unchanged: 0, notes: [], waiting: [] };
    const failed = [{ file: 'bad.md', line: expect.any(Number), message: expect.any(String) }];
    const keys = [{ inFiles: 'PM-500', inLibrary: 'PM-500' }];
    const dry = await imported(files, true);
    expect(dry).toEqual({ result: { ...counts, failed, keys }, userErrors: [] });
    const { read } = app.platform.database;
    expect(await read.existsBy(PostmortemEntity, { title: 'Good one' })).toBe(false);
    expect(await imported(files)).toEqual(dry);
    // What was imported is found as soon as it is answered.
    const query = '{ search(query: "good") { nodes { postmortem { key } } } }';
    expect(await ask(app, query)).toEqual({
      search: { nodes: [{ postmortem: { key: 'PM-500' } }] },
    });
    expect((await imported(files)).result).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('takes the text of a file as it is', async () => {
    const text = ownForm(
      'Ⅻ 連線池 🦘',
      '',
      '\r\n## 摘要\r\n\r\n「引號」 "quotes" \\ back\u0009tab\r\n',
    );
    await imported([{ name: 'deep/folder/text.md', content: text }]);
    const { document } = await caseTitled(app, 'Ⅻ 連線池 🦘');
    expect(document.sections[0]).toEqual({
      heading: '摘要',
      body: '「引號」 "quotes" \\ back\ttab',
    });
  });

  it('is for administrators, by a token with the scope admin', async () => {
    const file = ownForm('Never there');
    const member: Actor = { kind: 'person', personId: root.id, role: 'MEMBER', readsDrafts: true };
    for (const actor of [member, admin('read', 'write'), { kind: 'anonymous' } as const]) {
      await expect(handOver(actor, file)).rejects.toThrow('FORBIDDEN');
    }
    expect(await handOver(admin('read', 'admin'), file)).toMatchObject({ created: 1 });
  });

  it('leaves alone what the administrator may not read', async () => {
    const files = {
      shut: ownForm(
        'Shut away',
        'id: 01890000-0000-7000-8000-0000000000a1\nkey: PM-600\nvisibility: RESTRICTED\nstatus: PUBLISHED\nincidents: [{ id: 01890000-0000-7000-8000-0000000000a2, key: INC-600, title: Secret incident }]\nsource: { externalId: shut-1 }\n',
      ),
    };
    await handOver({ kind: 'operator' }, files.shut);
    const before = (await caseTitled(app, 'Shut away')).document;
    const attempts = [
      // By its id, by where it came from, by its incident, by the key and title of that.
      ownForm('Opened', 'id: 01890000-0000-7000-8000-0000000000a1\n'),
      ownForm('Opened', 'source: { externalId: shut-1 }\n'),
      ownForm(
        'Opened',
        'incidents: [{ id: 01890000-0000-7000-8000-0000000000A2, title: Opened }]\n',
      ),
      ownForm('Opened', 'incidents: [{ key: INC-600, title: Secret incident }]\n'),
    ];
    const neighbour = ownForm('Neighbour');
    const result = await handOver(admin(), ...attempts, neighbour);
    expect(result).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
    expect(result.failed.map(({ file }) => file)).toEqual(['0.md', '1.md', '2.md', '3.md']);
    const catalog = await app.get(ImportService).handOver(app.ctx(admin()), {
      files: [
        {
          name: 'catalog.yaml',
          content:
            'fupan: 1\nincidents: [{ id: 01890000-0000-7000-8000-0000000000a2, title: Opened }]\n',
        },
      ],
    });
    expect(catalog.failed).toHaveLength(1);
    expect((await caseTitled(app, 'Shut away')).document).toEqual(before);

    // No link leads there, any more than to a key that does not exist.
    const links = ownForm(
      'Probing',
      'links: [{ to: PM-600, kind: RELATED }, { to: PM-60000, kind: RELATED }]\n',
    );
    const probed = await handOver(admin(), links);
    expect(probed.notes).toHaveLength(2);
    expect((await caseTitled(app, 'Probing')).document.links).toEqual([]);
  });

  it('has links wait for cases that a later request brings', async () => {
    await handOver(
      { kind: 'operator' },
      ownForm('Not the one', 'key: PM-700\nstatus: PUBLISHED\n'),
    );
    const links = 'links: [{ to: PM-700, kind: RELATED }]\n';
    const file = { name: 'first.md', content: ownForm('Waits', links) };
    const service = app.get(ImportService);
    const ctx = app.ctx(admin());
    const first = await service.handOver(ctx, {
      files: [file],
      keys: [{ inFiles: 'PM-700', inLibrary: null }],
    });
    expect(first).toMatchObject({ created: 1, waiting: ['first.md'], notes: [] });
    expect((await caseTitled(app, 'Waits')).document.links).toEqual([]);
    const { keys } = await handOver(
      { kind: 'operator' },
      ownForm('The one that was meant', 'key: PM-700\nstatus: PUBLISHED\n'),
    );
    expect(keys).toEqual([{ inFiles: 'PM-700', inLibrary: expect.not.stringMatching(/^PM-700$/) }]);
    const again = await service.handOver(app.ctx(), { files: [file], keys });
    expect(again).toMatchObject({ updated: 1, waiting: [], notes: [] });
    expect((await caseTitled(app, 'Waits')).document.links).toEqual([
      { to: keys[0]?.inLibrary, kind: 'RELATED' },
    ]);
  });

  it('says what is wrong with what was sent', async () => {
    const files = [{ name: '', content: 'x' }];
    expect(await imported(files)).toMatchObject({
      result: null,
      userErrors: [{ code: 'VALIDATION', field: ['input', 'files', '0', 'name'] }],
    });
  });
});

describe('Postmortem.markdown', () => {
  it('is the export file, and costs as much for fifty cases as for one', async () => {
    const row = await aCase(app, { title: 'As a file', summary: 'Words.' });
    const query = 'query ($key: String!) { postmortem(key: $key) { markdown } }';
    const { postmortem } = await ask<{ postmortem: { markdown: string } }>(app, query, {
      key: row.key,
    });
    expect(postmortem.markdown).toMatch(/^---\nfupan: 1\n/);
    expect(postmortem.markdown).toContain('title: As a file\n');
    for (let count = 0; count < 40; count++) await aCase(app);
    const page = (first: number) => () =>
      ask(app, `{ postmortems(first: ${first}) { nodes { markdown } } }`);
    const one = await statementsOf(app, page(1));
    const many = await statementsOf(app, page(40));
    // Answers of PostgreSQL come in any order, by which a batch may be asked in two: a few more or
    // less. One statement for each case would be 39 more.
    if (app.platform.database.engine === 'postgres') {
      expect(many.length - one.length).toBeLessThan(10);
    } else expect(many).toHaveLength(one.length);
  });
});
