import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { RevisionEntity } from '../../src/features/history/revision.entity.js';
import { TrackerLinkEntity } from '../../src/features/tracker/tracker-link.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { scratchFolder, type Scratch } from '../support/files.js';
import { exportFrom, importInto, ownForm } from '../support/library.js';

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

const ISSUE = 'https://github.com/acme/shop/issues/12';

interface Link {
  readonly id: string;
  readonly label: string;
  readonly url: string;
}
interface Item {
  readonly trackerUrl: string | null;
  readonly trackerOffers: readonly string[];
  readonly trackerLinks: readonly Link[];
}

async function anAction(input: object = {}): Promise<{ id: string; postmortemId: string }> {
  const { id: postmortemId } = await aCase(app);
  return app.write((tx) =>
    app.get(ActionItemService).create(tx, { postmortemId, title: 'Raise the limit', ...input }),
  );
}

async function look({ id }: { id: string }): Promise<Item> {
  const document = `query ($id: ID!) { actionItem(id: $id) {
    trackerUrl trackerOffers trackerLinks { id label url provider host state title actionItem { id } proposal { answer } }
  } }`;
  return (await askAs<{ actionItem: Item }>(app, app.ctx().actor, document, { id })).actionItem;
}

const labels = async (item: { id: string }): Promise<string[]> =>
  (await look(item)).trackerLinks.map(({ label }) => label);

const link = (item: { id: string }, url: string, actor = app.ctx().actor) =>
  askAs<{ it: { trackerLink: Link | null; userErrors: { code: string; message: string }[] } }>(
    app,
    actor,
    `mutation ($id: ID!, $url: String!) { it: trackerLinkCreate(actionItemId: $id, input: { url: $url }) {
      trackerLink { id label url } userErrors { code message }
    } }`,
    { id: item.id, url },
  );

const unlink = (id: string, actor = app.ctx().actor) =>
  askAs<{ it: { userErrors: { code: string; message: string }[] } }>(
    app,
    actor,
    `mutation ($id: ID!) { it: trackerLinkDelete(id: $id) { userErrors { code message } } }`,
    { id },
  );

const update = (item: { id: string }, input: object) =>
  app.write((tx) => app.get(ActionItemService).update(tx, item.id, input));

describe('the links of an action item', () => {
  it('are added and taken away, each issue once', async () => {
    const item = await anAction();
    await link(item, `${ISSUE}?x=1#top`);
    await link(item, 'https://git.example.com/a/b/c/-/merge_requests/3/diffs');
    await link(item, 'https://acme.atlassian.net/browse/ops-7');
    expect(await labels(item)).toEqual(['acme/shop#12', 'a/b/c!3', 'OPS-7']);
    const again = (await link(item, 'https://github.com/ACME/shop/pull/12')).it;
    expect(again.userErrors[0]).toMatchObject({
      code: 'ALREADY_EXISTS',
      message: 'This action is linked to ACME/shop#12 already.',
    });
    expect((await link(item, 'https://example.com/wiki')).it.userErrors[0]?.code).toBe(
      'VALIDATION',
    );
    const [first] = (await look(item)).trackerLinks;
    await unlink(first?.id ?? '');
    expect(await labels(item)).toEqual(['a/b/c!3', 'OPS-7']);
  });

  it('hold the issue of its tracker address, and follow it', async () => {
    const item = await anAction({ trackerUrl: `${ISSUE}#issuecomment-1` });
    expect(await look(item)).toMatchObject({
      trackerUrl: `${ISSUE}#issuecomment-1`,
      trackerLinks: [{ label: 'acme/shop#12', url: ISSUE, state: 'UNKNOWN' }],
    });
    await update(item, { trackerUrl: 'https://acme.atlassian.net/browse/OPS-7' });
    expect(await labels(item)).toEqual(['OPS-7']);
    await update(item, { title: 'Raise it' });
    expect(await labels(item)).toEqual(['OPS-7']);
    await update(item, { trackerUrl: 'https://tracker.example.com/OPS-7' });
    expect(await look(item)).toMatchObject({
      trackerUrl: 'https://tracker.example.com/OPS-7',
      trackerLinks: [],
    });
    await update(item, { trackerUrl: ISSUE });
    const [only] = (await look(item)).trackerLinks;
    await unlink(only?.id ?? '');
    expect(await look(item)).toMatchObject({ trackerUrl: null, trackerLinks: [] });
  });

  it('are offered for what stands in its texts', async () => {
    const item = await anAction({
      title: `Raise the limit ${ISSUE}`,
      detail: 'After https://acme.atlassian.net/browse/OPS-7, 另見 https://example.com/wiki',
    });
    expect(await look(item)).toMatchObject({
      trackerLinks: [],
      trackerOffers: [ISSUE, 'https://acme.atlassian.net/browse/OPS-7'],
    });
    await link(item, ISSUE);
    expect((await look(item)).trackerOffers).toEqual(['https://acme.atlassian.net/browse/OPS-7']);
  });

  it('are made by whoever may edit the case, and there for nobody else', async () => {
    const item = await anAction({ trackerUrl: ISSUE });
    const [only] = (await look(item)).trackerLinks;
    const viewer = actingAs(await aPerson(app), 'VIEWER');
    const refused = await link(item, 'https://acme.atlassian.net/browse/OPS-7', viewer);
    expect(refused.it.userErrors[0]?.code).toBe('FORBIDDEN');
    expect((await unlink(only?.id ?? '', viewer)).it.userErrors[0]?.code).toBe('FORBIDDEN');

    const author = actingAs(await aPerson(app));
    const hidden = await aCase(app, { visibility: 'RESTRICTED' }, author);
    const secret = await app.write(
      (tx) =>
        app.get(ActionItemService).create(tx, {
          postmortemId: hidden.id,
          title: 'Secret',
          trackerUrl: ISSUE,
        }),
      author,
    );
    const row = await app.platform.database.read.findOneByOrFail(TrackerLinkEntity, {
      actionItemId: secret.id,
    });
    const stranger = actingAs(await aPerson(app));
    const [there, nowhere] = [
      await unlink(row.id, stranger),
      await unlink('018f0000-0000-7000-8000-000000000000', stranger),
    ];
    expect(there).toEqual(nowhere);
    expect(there.it.userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('go with it, and stand in the revisions of the case', async () => {
    const item = await anAction({ trackerUrl: ISSUE });
    await link(item, 'https://acme.atlassian.net/browse/OPS-7');
    const { read } = app.platform.database;
    const last = await read.findOneOrFail(RevisionEntity, {
      where: { postmortemId: item.postmortemId },
      order: { number: 'DESC' },
    });
    expect(last.document).toMatchObject({
      actions: [{ trackers: [{ url: ISSUE }, { url: 'https://acme.atlassian.net/browse/OPS-7' }] }],
    });
    await app.write((tx) => app.get(ActionItemService).delete(tx, item.id));
    expect(await read.countBy(TrackerLinkEntity, { actionItemId: item.id })).toBe(0);
  });
});

const WITH_LINKS = ownForm(
  'Case with links',
  `actions:
  - title: Raise the limit
    trackerUrl: https://tracker.example.com/OPS-7
    trackers:
      - url: https://github.com/acme/shop/pull/12/files
        title: 調高上限
        state: CLOSED
        stateAt: 2026-02-03T04:05:06Z
        seenAt: 2026-02-03T04:05:06Z
        proposal: { at: 2026-02-03T04:05:07Z, answer: DECLINED, answeredAt: 2026-02-04T00:00:00Z, answeredBy: { name: Ada }, note: Not yet }
      - url: https://acme.atlassian.net/browse/OPS-9
  - title: Alert earlier
    trackerUrl: https://github.com/acme/shop/issues/13
`,
);

describe('files', () => {
  it('hold links without a loss', async () => {
    folder.write({ 'in/links.md': WITH_LINKS });
    await importInto(app, `${folder.path}/in`);
    const first = await exportFrom(app, folder.path, 'first');
    expect(Object.values(first).join()).toContain('answeredBy');
    const other = await startApp();
    try {
      await importInto(other, `${folder.path}/first`);
      expect(await exportFrom(other, folder.path, 'second')).toEqual(first);
      const links = await other.platform.database.read.find(TrackerLinkEntity, {
        order: { label: 'ASC' },
      });
      expect(links.map(({ label, state }) => [label, state])).toEqual(
        expect.arrayContaining([
          ['OPS-9', 'UNKNOWN'],
          ['acme/shop#12', 'CLOSED'],
          ['acme/shop#13', 'UNKNOWN'],
        ]),
      );
    } finally {
      await other.close();
    }
  });

  it('that are older than the library leave what a tracker has told since', async () => {
    folder.write({ 'links.md': WITH_LINKS.replace('Case with links', 'Older') });
    await importInto(app, folder.path);
    const changes = { state: 'OPEN', seenAt: new Date('2026-03-01T00:00:00Z') } as const;
    const of = { label: 'acme/shop#12', note: 'Not yet' };
    await app.write((tx) => tx.db.update(TrackerLinkEntity, of, changes));
    folder.write({
      'links.md': WITH_LINKS.replace('Case with links', 'Older').replace('調高', '升'),
    });
    await importInto(app, folder.path);
    const rows = await app.platform.database.read.findBy(TrackerLinkEntity, of);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['OPEN']));
  });
});
