import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { FactorService } from '../../src/features/factor/factor.service.js';
import { FindingService } from '../../src/features/finding/finding.service.js';
import { RevisionEntity } from '../../src/features/history/revision.entity.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import type { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { PracticeService } from '../../src/features/practice/practice.service.js';
import { TimelineService } from '../../src/features/timeline/timeline.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { entriesBy } from '../support/audit.js';
import type { Refusal } from '../support/client.js';
import { actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
let author: Actor;
let authorId: string;
beforeAll(async () => {
  app = await startApp();
  authorId = (await aPerson(app, '陳佳蓉')).id;
  author = actingAs({ id: authorId });
});
afterAll(async () => {
  await app.close();
});

const CASE = `query ($id: ID!) { postmortem(id: $id) { status revision version title summary summaryHtml
  language tags sections { heading body bodyHtml }
  timeline { id version text } allFactors { id text parent { id } } findings { id text }
  practices { practice verdict note } actionItems { title }
  authors { name } visibility approval { changedParts }
} }`;
const RESTORE = `mutation ($id: ID!, $input: PostmortemRevisionRestoreInput!) {
  it: postmortemRevisionRestore(id: $id, input: $input) {
    postmortem { revision } userErrors { code field message } } }`;

interface Seen {
  readonly status: string;
  readonly revision: number;
  readonly title: string;
  readonly timeline: readonly { id: string; version: number; text: string }[];
  readonly allFactors: readonly { id: string; text: string; parent: { id: string } | null }[];
  readonly findings: readonly { id: string; text: string }[];
  readonly approval: { readonly changedParts: readonly string[] };
}
interface Outcome {
  readonly postmortem: { readonly revision: number } | null;
  readonly userErrors: readonly Refusal[];
}

const look = async (id: string): Promise<Seen> =>
  (await askAs<{ postmortem: Seen }>(app, author, CASE, { id })).postmortem;

const restore = async (id: string, input: object, by = author): Promise<Outcome> =>
  (
    await askAs<{ it: Outcome }>(app, by, RESTORE, {
      id,
      input: { revision: 1, reason: 'It said more', ...input },
    })
  ).it;

const revisionsOf = (id: string): Promise<RevisionEntity[]> =>
  app.platform.database.read.find(RevisionEntity, {
    where: { postmortemId: id },
    order: { number: 'ASC' },
  });

/** A case whose first revision holds a whole story; `rewritten` changes all of it. */
async function aStory(): Promise<PostmortemEntity> {
  const attachment = '![graph](/attachments/0192f0c1-0000-7000-8000-00000000abcd/graph.png)';
  return app.write(async (tx) => {
    const row = await app.get(PostmortemService).create(tx, {
      title: 'Sixty were too few',
      language: 'en',
      summary: `Short. ${attachment}`,
      tags: ['pool'],
      sections: [{ heading: 'Impact', body: 'Checkout stood still.' }],
      authorIds: [authorId],
    });
    const { id } = row;
    for (const [minute, text] of ['Deploy', 'Alarm'].entries()) {
      const at = new Date(Date.UTC(2026, 2, 1, 8, minute));
      await app.get(TimelineService).create(tx, id, { at, text });
    }
    const parent = await app.get(FactorService).create(tx, id, {
      kind: 'ROOT_CAUSE',
      text: 'A bound of sixty',
    });
    await app.get(FactorService).create(tx, id, {
      kind: 'CONTRIBUTING',
      text: 'Nobody measured it',
      parentId: parent.id,
    });
    await app.get(FindingService).create(tx, id, { kind: 'LUCKY', text: 'It was night' });
    await app.get(PracticeService).assess(tx, id, { practice: '1.1', verdict: 'HELD' });
    return row;
  });
}

async function rewritten(id: string): Promise<void> {
  const { timeline, allFactors, findings } = await look(id);
  await app.write(async (tx) => {
    await app.get(PostmortemService).update(tx, id, {
      title: 'Nothing happened',
      summary: '',
      language: 'zh-Hant',
      tags: [],
      sections: [],
    });
    await app.get(TimelineService).update(tx, timeline[0]?.id ?? '', { text: 'Deployed v2' });
    await app.get(TimelineService).delete(tx, timeline[1]?.id ?? '');
    const root = allFactors.find((factor) => factor.parent === null);
    await app.get(FactorService).delete(tx, root?.id ?? '');
    await app.get(FindingService).create(tx, id, { kind: 'WENT_WELL', text: 'Tea' });
    await app.get(FindingService).update(tx, findings[0]?.id ?? '', { kind: 'SURPRISED' });
    await app.get(PracticeService).clear(tx, id, '1.1');
    await app.get(ActionItemService).create(tx, { postmortemId: id, title: 'Raise the bound' });
  });
}

/** What a case says, without by what its entries are known. */
function words(seen: object): unknown {
  return JSON.parse(
    JSON.stringify(seen, (key, value: unknown) =>
      ['id', 'version', 'revision', 'actionItems'].includes(key) ? undefined : value,
    ),
  );
}

describe('restoring a revision', () => {
  it('brings back all that was written, as a new revision that names it and why', async () => {
    const { id } = await aStory();
    const before = await look(id);
    await rewritten(id);
    expect(words(await look(id))).not.toEqual(words(before));
    const outcome = await restore(id, { expectedRevision: 2 });
    expect(outcome).toEqual({ postmortem: { revision: 3 }, userErrors: [] });
    const after = await look(id);
    expect(words(after)).toEqual(words(before));
    // What has a life of its own stays.
    expect(after).toMatchObject({ actionItems: [{ title: 'Raise the bound' }] });
    const [first, second, third] = await revisionsOf(id);
    expect(second?.document.title).toBe('Nothing happened');
    expect(third).toMatchObject({ reason: 'Restored v1: It said more', editorId: authorId });
    const { title, timeline, factors, findings, practices, sections } = first?.document ?? {};
    expect(third?.document).toMatchObject({ title, timeline, factors, findings });
    expect(third?.document).toMatchObject({ practices, sections });
  });

  it('leaves what there is already itself, so that what is said of it stays with it', async () => {
    const { id } = await aStory();
    const before = await look(id);
    await rewritten(id);
    const [deploy] = before.timeline;
    await restore(id, {});
    const after = await look(id);
    expect(after.timeline[0]).toEqual({ ...deploy, version: 3 });
    expect(after.findings[0]?.id).toBe(before.findings[0]?.id);
    await restore(id, {});
    expect((await look(id)).timeline).toEqual(after.timeline);
    expect((await look(id)).allFactors).toEqual(after.allFactors);
  });

  it('shows beforehand what the case would be', async () => {
    const { id } = await aStory();
    await rewritten(id);
    const ask = `query ($id: ID!, $number: Int!) { revision(postmortemId: $id, number: $number) {
      markdown restoredMarkdown } }`;
    const shown = async (number: number) =>
      (
        await askAs<{ revision: { markdown: string; restoredMarkdown: string } }>(
          app,
          author,
          ask,
          {
            ...{ id, number },
          },
        )
      ).revision;
    const { restoredMarkdown } = await shown(1);
    expect(restoredMarkdown).toMatch(/Sixty were too few[\s\S]*Raise the bound/);
    const newest = await shown(2);
    expect(newest.restoredMarkdown).toBe(newest.markdown);
    await restore(id, {});
    const undated = (text: string): string => text.replace(/^updatedAt: .*\n/m, '');
    expect(undated((await shown(3)).markdown)).toBe(undated(restoredMarkdown));
  });

  it('after approval is a change like any other', async () => {
    const { id } = await aStory();
    await rewritten(id);
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, id));
    await app.write((tx) => app.get(PostmortemLifecycle).approve(tx, id));
    expect((await look(id)).approval.changedParts).toEqual([]);
    await restore(id, {});
    const { status, approval } = await look(id);
    expect(status).toBe('APPROVED');
    expect(approval.changedParts).toEqual([
      ...['SUMMARY', 'SECTIONS', 'TIMELINE', 'FACTORS', 'FINDINGS', 'PRACTICES'],
    ]);
  });

  it('opens a restricted case to nobody else', async () => {
    const { id } = await aStory();
    await app.write(
      (tx) => app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED' }),
      author,
    );
    await restore(id, {});
    expect(await look(id)).toMatchObject({ visibility: 'RESTRICTED', revision: 3 });
  });

  it('is noted in the audit log', async () => {
    const { id } = await aStory();
    const entries = await entriesBy(app, () => restore(id, {}));
    expect(entries).toMatchObject([
      { act: 'postmortemRevisionRestore', personId: authorId, caseId: id },
    ]);
  });
});

describe('a refused restore leaves no trace', () => {
  const untouched = async (
    id: string,
    input: object,
    refusal: Partial<Refusal>,
    by = author,
  ): Promise<Outcome> => {
    const before = [await look(id), await revisionsOf(id)];
    const outcome = await restore(id, input, by);
    expect(outcome.userErrors).toMatchObject([refusal]);
    expect([await look(id), await revisionsOf(id)]).toEqual(before);
    return outcome;
  };

  it('of a case that somebody has changed meanwhile', async () => {
    const { id } = await aStory();
    await rewritten(id);
    const { postmortem } = await untouched(
      id,
      { expectedRevision: 1 },
      { code: 'CONFLICT', field: ['expectedRevision'] },
    );
    expect(postmortem).toEqual({ revision: 2 });
  });

  it('of an archived case', async () => {
    const { id } = await aStory();
    await app.write((tx) => app.get(PostmortemLifecycle).archive(tx, id));
    await untouched(id, {}, { code: 'WRONG_STATE', field: ['id'] });
  });

  it('of a revision that is not there, and without a reason', async () => {
    const { id } = await aStory();
    await untouched(id, { revision: 9 }, { code: 'NOT_FOUND', field: ['input', 'revision'] });
    await untouched(id, { revision: 0 }, { code: 'NOT_FOUND', field: ['input', 'revision'] });
    await untouched(id, { reason: ' ' }, { code: 'VALIDATION', field: ['input', 'reason'] });
  });

  it('by somebody who may only read, or not even that', async () => {
    const { id } = await aStory();
    await untouched(id, {}, { code: 'FORBIDDEN' }, actingAs(await aPerson(app), 'VIEWER'));
    await app.write(
      (tx) => app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED' }),
      author,
    );
    await untouched(id, {}, { code: 'NOT_FOUND', field: ['id'] }, actingAs(await aPerson(app)));
  });
});
