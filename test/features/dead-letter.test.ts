import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { OutboxEntity } from '../../src/infra/database/outbox.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  await app.platform.outbox.drained();
  await app.write((tx) => tx.db.createQueryBuilder().delete().from(OutboxEntity).execute());
});

const THEN = new Date('2026-11-01T10:00:00.000Z');

const dead = (...subjectIds: string[]): Promise<void> =>
  app.write((tx) =>
    insertRows(
      tx,
      OutboxEntity,
      subjectIds.map((subjectId) => ({
        ...{ seq: 0, topic: 'search', subjectId, attempts: 12, lastError: 'Error: disk is full' },
        ...{ createdAt: THEN, nextAttemptAt: THEN, claimedBy: null, deadAt: THEN },
      })),
    ),
  );

interface Letter {
  readonly id: string;
  readonly subject: string | null;
}

interface List {
  readonly deadLetters: {
    readonly totalCount: number;
    readonly nodes: readonly Letter[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

const LIST = `query ($first: Int, $after: String) { deadLetters(first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage }
  nodes { id topic subject attempts lastError createdAt failedAt } } }`;

const list = async (variables: Record<string, unknown> = {}) =>
  (await ask<List>(app, LIST, variables)).deadLetters;

const act = async (name: string, id: string): Promise<{ userErrors: { code: string }[] }> => {
  const document = `mutation ($id: ID!) { it: ${name}(id: $id) { deadLetter { subject } userErrors { code } } }`;
  return (await ask<{ it: { userErrors: { code: string }[] } }>(app, document, { id })).it;
};

describe('what could not be delivered', () => {
  it('is listed with what it is about and why, the newest first, page by page', async () => {
    const [one, other] = [await aCase(app), await aCase(app)];
    await app.platform.outbox.drained();
    await dead(one.id, other.id, 'gone by now');
    const { totalCount, nodes } = await list();
    expect([totalCount, nodes.map(({ subject }) => subject)]).toEqual([
      3,
      [null, other.key, one.key],
    ]);
    expect(nodes[1]).toMatchObject({
      ...{ topic: 'search', attempts: 12, lastError: 'Error: disk is full' },
      ...{ createdAt: THEN.toISOString(), failedAt: THEN.toISOString() },
    });
    const { pageInfo } = await list({ first: 2 });
    expect(pageInfo.hasNextPage).toBe(true);
    const rest = await list({ first: 2, after: pageInfo.endCursor });
    expect(rest.nodes.map(({ subject }) => subject)).toEqual([one.key]);
  });

  it('is delivered at once when somebody has it tried again, and the log knows', async () => {
    const { id } = await aCase(app);
    await app.platform.outbox.drained();
    await dead(id);
    const { nodes } = await list();
    expect((await act('deadLetterRetry', nodes[0]?.id ?? '')).userErrors).toEqual([]);
    await app.platform.outbox.drained();
    expect(await app.platform.database.read.countBy(OutboxEntity, {})).toBe(0);
    const entries = await app.platform.database.read.findBy(AuditEntryEntity, {
      act: 'deadLetterRetry',
    });
    expect(entries).toHaveLength(1);
  });

  it('is given up for good, once', async () => {
    await dead('gone by now');
    const [letter] = (await list()).nodes;
    expect((await act('deadLetterDiscard', letter?.id ?? '')).userErrors).toEqual([]);
    expect((await list()).totalCount).toBe(0);
    for (const id of [letter?.id ?? '', 'nonsense', '']) {
      expect((await act('deadLetterDiscard', id)).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
    }
  });

  it('tells an administrator neither key nor text of a case that they may not read', async () => {
    const author = actingAs(await aPerson(app));
    const secret = await aCase(app, { visibility: 'RESTRICTED' }, author);
    await app.platform.outbox.drained();
    await dead(secret.id);
    const admin = actingAs(await aPerson(app, 'Root'), 'ADMIN');
    const { deadLetters } = await askAs<List>(app, admin, LIST);
    expect(deadLetters.nodes).toMatchObject([{ subject: null, lastError: 'Error' }]);
    await expect(askAs(app, author, LIST)).rejects.toThrow('FORBIDDEN');
  });
});
