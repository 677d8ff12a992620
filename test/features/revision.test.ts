import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS } from '../../src/core/actor.js';
import { readCaseFile } from '../../src/features/case-file/case-file.read.js';
import { oneRevision } from '../../src/features/history/revision.read.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

interface Revisions {
  readonly postmortem: {
    readonly revisions: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: {
        readonly number: number;
        readonly reason: string | null;
        readonly editor: { readonly name: string } | null;
      }[];
    };
  };
}

const PAGE = `query ($id: ID!, $first: Int!, $after: String) { postmortem(id: $id) {
  revisions(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { number reason editor { name } } } } }`;
const ONE = `query ($id: ID!, $number: Int!) { revision(postmortemId: $id, number: $number) {
  number at markdown postmortem { id } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

/** A case with as many revisions. */
async function aCaseWith(revisions: number): Promise<string> {
  const { id } = await aCase(app, { title: '第 1 版' });
  for (let number = 2; number <= revisions; number++) {
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { title: `第 ${number} 版` }),
    );
  }
  return id;
}

describe('the revisions of a case', () => {
  it('come newest first and in pages, with who and why', async () => {
    const id = await aCaseWith(4);
    const editor = await aPerson(app, '王小明');
    await app.write(
      (tx) => app.get(PostmortemService).update(tx, id, { title: '定稿', reason: '會後更正' }),
      actingAs(editor),
    );
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: Revisions = await ask(app, PAGE, { id, first: 2, after });
      const { nodes, pageInfo, totalCount } = answer.postmortem.revisions;
      expect(totalCount).toBe(5);
      seen.push(...nodes);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual([
      { number: 5, reason: '會後更正', editor: { name: '王小明' } },
      { number: 4, reason: null, editor: null },
      { number: 3, reason: null, editor: null },
      { number: 2, reason: null, editor: null },
      { number: 1, reason: null, editor: null },
    ]);
  });

  it('each is the whole case as an export file of that moment', async () => {
    const id = await aCaseWith(2);
    const markdown = async (number: number): Promise<string> =>
      (await ask<{ revision: { markdown: string } }>(app, ONE, { id, number })).revision.markdown;
    const read = async (number: number) =>
      readCaseFile(Buffer.from(await markdown(number)), { path: 'case.md' });
    expect(await read(1)).toMatchObject({ format: 'fupan', document: { id, title: '第 1 版' } });
    expect(await read(2)).toMatchObject({ format: 'fupan', document: { id, title: '第 2 版' } });
    expect(await ask(app, ONE, { id, number: 3 })).toEqual({ revision: null });
    expect(await ask(app, ONE, { id: 'none', number: 1 })).toEqual({ revision: null });
  });

  it('are hidden with their case', async () => {
    const { id } = await aCase(app, { visibility: 'RESTRICTED' });
    expect(await oneRevision(app.ctx(), id, 1)).toMatchObject({ number: 1 });
    expect(await oneRevision(app.ctx(actingAs(await aPerson(app))), id, 1)).toBeNull();
    expect(await oneRevision(app.ctx(ANONYMOUS), id, 1)).toBeNull();
  });

  it('a cursor of another list is refused', async () => {
    const id = await aCaseWith(1);
    const { data, errors } = await graphql(app, PAGE, { id, first: 2, after: 'bm9uc2Vuc2U' });
    expect(data).toMatchObject({ postmortem: null });
    expect(errors?.[0]?.extensions.code).toBe('VALIDATION');
  });

  it('of many cases take as many statements as of one', async () => {
    const list = `query ($first: Int!) { postmortems(first: $first) { nodes {
      revisions(first: 3) { totalCount nodes { number } } } } }`;
    await aCaseWith(3);
    await aCaseWith(2);
    const one = await statementsOf(app, () => ask(app, list, { first: 1 }));
    const many = await statementsOf(app, () => ask(app, list, { first: 50 }));
    expect(one).toHaveLength(3);
    expect(many).toHaveLength(3);
  });
});
