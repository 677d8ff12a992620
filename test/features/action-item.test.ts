import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemList } from '../../src/features/action-item/action-item.read.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';
import { mutate, rowOf, type Outcome, type Row } from '../support/mutation.js';

const FIELDS = `id key version title detail type priority status overdue
  owner { id } ownerText team { id } dueOn evidence completedAt verifier { id } verifiedAt
  effectCheckOn effectNote reason pauseApprover { id } pausedUntil trackerUrl postmortem { id }`;

/** A Monday morning. */
const NOW = '2026-11-23T09:00:00.000Z';
let now = NOW;

let app: TestApp;
let caseId: string;
let owner: string;
let other: string;
let team: string;
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date(now) } });
  owner = (await aPerson(app, '陳志明')).id;
  other = (await aPerson(app, 'Ana Díaz')).id;
  team = (await aTeam(app)).id;
});
beforeEach(async () => {
  now = NOW;
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

/** Runs `actionItem<Move>`. */
const run = (move: string, args: { id?: string; input?: object }): Promise<Outcome> =>
  mutate(app, `actionItem${move}`, 'actionItem', args, FIELDS);

const done = (move: string, args: { id?: string; input?: object }): Promise<Row> =>
  rowOf(run(move, args));

const propose = (input: object = {}): Promise<Row> =>
  done('Create', {
    input: { postmortemId: caseId, title: 'Alert on pool use above 80 %', ...input },
  });

async function promised(): Promise<Row> {
  const { id } = await propose({ ownerId: owner, teamId: team, dueOn: '2026-12-01' });
  return done('Commit', { id });
}

/** An item somewhere in its life. */
async function itemAfter(...moves: readonly [move: string, input?: object][]): Promise<Row> {
  let item = await promised();
  for (const [move, input] of moves) {
    item = await done(move, { id: item.id, ...(input ? { input } : {}) });
  }
  return item;
}

const COMPLETE = ['Complete', { evidence: 'https://example.com/pull/7' }] as const;
const VERIFY = (): [string, object] => ['Verify', { verifierId: other }];

async function read(id: string): Promise<Row | null> {
  const query = `query ($id: ID!) { actionItem(id: $id) { ${FIELDS} } }`;
  return (await ask<{ actionItem: Row | null }>(app, query, { id })).actionItem;
}

describe('proposing an action', () => {
  it('gives it a key and leaves it to be promised', async () => {
    const item = await propose({
      detail: '在連線池用量超過八成時告警',
      type: 'DETECT_FUTURE',
      priority: 'P1',
      trackerUrl: 'https://tracker.example.com/OPS-7',
    });
    expect(item).toMatchObject({
      version: 1,
      status: 'PROPOSED',
      overdue: false,
      type: 'DETECT_FUTURE',
      priority: 'P1',
      owner: null,
      dueOn: null,
      postmortem: { id: caseId },
    });
    expect(item['key']).toMatch(/^AI-\d+$/);
    const byKey = `query ($key: String!) { actionItem(key: $key) { id } }`;
    expect(await ask(app, byKey, { key: String(item['key']).toLowerCase() })).toEqual({
      actionItem: { id: item.id },
    });
    const byNode = `query ($id: ID!) { node(id: $id) { __typename id } }`;
    expect(await ask(app, byNode, { id: item.id })).toEqual({
      node: { __typename: 'ActionItem', id: item.id },
    });
  });

  it.each([
    [{ title: ' ' }, 'VALIDATION', 'title'],
    [{ trackerUrl: 'javascript:alert(1)' }, 'VALIDATION', 'trackerUrl'],
    [{ ownerId: 'nobody' }, 'NOT_FOUND', 'ownerId'],
    [{ teamId: 'none' }, 'NOT_FOUND', 'teamId'],
  ])('with %j is refused and leaves no trace', async (input, code, field) => {
    const { refusal } = await run('Create', {
      input: { postmortemId: caseId, title: 'x', ...input },
    });
    expect(refusal).toMatchObject({ code, field: ['input', field] });
    const query = `query ($id: ID!) { postmortem(id: $id) { revision actionItems { id } } }`;
    expect(await ask(app, query, { id: caseId })).toEqual({
      postmortem: { revision: 1, actionItems: [] },
    });
  });
});

describe('the life of an action item', () => {
  it('runs from the promise to the proof that it worked', async () => {
    const { id } = await propose();
    const input = { ownerId: owner, teamId: team, dueOn: '2026-12-01' };
    expect(await done('Commit', { id, input })).toMatchObject({
      status: 'COMMITTED',
      owner: { id: owner },
      team: { id: team },
      dueOn: '2026-12-01',
    });
    expect((await done('Start', { id }))['status']).toBe('IN_PROGRESS');
    expect(await done('Complete', { id, input: { evidence: 'graph' } })).toMatchObject({
      status: 'DONE',
      evidence: 'graph',
      completedAt: NOW,
    });
    now = '2026-11-24T09:00:00.000Z';
    const checked = { verifierId: other, effectCheckOn: '2027-01-05' };
    expect(await done('Verify', { id, input: checked })).toMatchObject({
      status: 'VERIFIED',
      verifier: { id: other },
      verifiedAt: now,
      effectCheckOn: '2027-01-05',
    });
    expect(await done('ConfirmEffect', { id, input: { note: '未再發生' } })).toMatchObject({
      status: 'EFFECTIVE',
      effectNote: '未再發生',
      version: 6,
    });
    const { postmortem } = await ask<{ postmortem: { revision: number } }>(
      app,
      'query ($id: ID!) { postmortem(id: $id) { revision } }',
      { id: caseId },
    );
    expect(postmortem.revision).toBe(7);
  });

  it('is not promised without an owner, a team and a date', async () => {
    const { id } = await propose({ ownerId: owner });
    for (const input of [{ teamId: team }, { dueOn: '2026-12-01' }]) {
      const { refusal } = await run('Commit', { id, input });
      expect(refusal?.message).toContain('Name an owner, a team and a due date');
    }
    expect(await read(id)).toMatchObject({
      status: 'PROPOSED',
      team: null,
      dueOn: null,
      version: 1,
    });
  });

  it('is not done without evidence', async () => {
    const { id } = await promised();
    const { refusal } = await run('Complete', { id, input: { evidence: ' \n' } });
    expect(refusal).toMatchObject({ code: 'VALIDATION', field: ['input', 'evidence'] });
    expect(refusal?.message).toContain('Show what was done');
    expect((await read(id))?.['status']).toBe('COMMITTED');
  });

  it('is not verified by its owner, nor by nobody', async () => {
    const { id } = await itemAfter([...COMPLETE]);
    const byOwner = await run('Verify', { id, input: { verifierId: owner } });
    expect(byOwner.refusal?.message).toContain('other than the owner');
    // The operator is not a person.
    expect((await run('Verify', { id })).refusal?.message).toContain('Name the person');
    const asOwner = app.write(
      (tx) => app.get(ActionItemLifecycle).verify(tx, id, {}),
      actingAs({ id: owner }),
    );
    await expect(asOwner).rejects.toMatchObject({ messageKey: 'verifierIsOwner' });
    expect(await read(id)).toMatchObject({ status: 'DONE', verifier: null });
    const verified = await app.write(
      (tx) => app.get(ActionItemLifecycle).verify(tx, id, {}),
      actingAs({ id: other }),
    );
    expect(verified).toMatchObject({ status: 'VERIFIED', verifierId: other });
  });

  it('a verifier cannot become the owner afterwards', async () => {
    const { id } = await itemAfter([...COMPLETE], VERIFY());
    const { refusal } = await run('Update', { id, input: { ownerId: other } });
    expect(refusal?.message).toContain('other than the owner');
  });

  it('is set aside with a reason, an approver and an end, and goes on where it was', async () => {
    const { id } = await itemAfter(['Start']);
    const input = { reason: '等待供應商', approverId: other, until: '2026-12-24' };
    expect(await done('Pause', { id, input })).toMatchObject({
      status: 'PAUSED',
      reason: '等待供應商',
      pauseApprover: { id: other },
      pausedUntil: '2026-12-24',
    });
    expect(await done('Resume', { id })).toMatchObject({
      status: 'IN_PROGRESS',
      reason: null,
      pauseApprover: null,
      pausedUntil: null,
    });
  });

  it.each([
    [{ reason: ' ' }, 'reason'],
    [{ until: '2026-11-23' }, 'until'],
    [{ approverId: 'nobody' }, 'approverId'],
  ])('is not set aside with %j', async (input, field) => {
    const { id } = await promised();
    const all = { reason: 'x', approverId: other, until: '2026-12-24', ...input };
    expect((await run('Pause', { id, input: all })).refusal?.field).toEqual(['input', field]);
    expect(await read(id)).toMatchObject({ status: 'COMMITTED', reason: null });
  });

  it('is rejected with a reason, and may be proposed again', async () => {
    const { id } = await promised();
    expect((await run('Reject', { id, input: { reason: '' } })).refusal?.message).toContain('why');
    expect(await done('Reject', { id, input: { reason: 'superseded' } })).toMatchObject({
      status: 'REJECTED',
      reason: 'superseded',
    });
    expect(await done('Reopen', { id, input: { reason: 'it came back' } })).toMatchObject({
      status: 'PROPOSED',
      reason: null,
    });
  });

  it('goes on when it came back, and its check begins anew; the reason stands in the history', async () => {
    const { id } = await itemAfter([...COMPLETE], VERIFY());
    expect(await done('Reopen', { id, input: { reason: '同樣的故障再次發生' } })).toMatchObject({
      status: 'IN_PROGRESS',
      completedAt: null,
      verifier: null,
      verifiedAt: null,
      evidence: 'https://example.com/pull/7',
    });
    const query = `query ($id: ID!) { postmortem(id: $id) { revisions(first: 1) { nodes { reason } } } }`;
    expect(await ask(app, query, { id: caseId })).toEqual({
      postmortem: { revisions: { nodes: [{ reason: '同樣的故障再次發生' }] } },
    });
  });

  it('a move that its state does not allow is refused in words and changes nothing', async () => {
    const { id } = await propose();
    const { refusal } = await run('Complete', { id, input: { evidence: 'x' } });
    expect(refusal).toEqual({
      code: 'WRONG_STATE',
      field: ['id'],
      message: 'An action item that is PROPOSED cannot become DONE.',
    });
    expect((await run('Resume', { id })).refusal?.message).toContain('while it is PROPOSED');
    await done('Reject', { id, input: { reason: 'x' } });
    const again = await run('Reject', { id, input: { reason: 'x' } });
    expect(again.refusal?.message).toBe('It is REJECTED already.');
    expect(await read(id)).toMatchObject({ status: 'REJECTED', version: 2, evidence: null });
  });
});

describe('changing an action item', () => {
  it('keeps what is left out, takes away what is null, and knows a stale version', async () => {
    const { id } = await propose({ priority: 'P2', dueOn: '2026-12-01' });
    const changed = await done('Update', {
      id,
      input: { title: 'New', dueOn: null, expectedVersion: 1 },
    });
    expect(changed).toMatchObject({ title: 'New', priority: 'P2', dueOn: null, version: 2 });
    const late = await run('Update', { id, input: { title: 'Late', expectedVersion: 1 } });
    expect(late.refusal?.code).toBe('CONFLICT');
    expect(late.row).toMatchObject({ title: 'New', version: 2 });
  });

  it('what is promised keeps an owner, a team and a date', async () => {
    const { id } = await promised();
    for (const field of ['ownerId', 'teamId', 'dueOn']) {
      const { refusal } = await run('Update', { id, input: { [field]: null, title: 'x' } });
      expect(refusal?.code).toBe('VALIDATION');
    }
    expect((await done('Update', { id, input: { dueOn: '2026-11-30' } }))['dueOn']).toBe(
      '2026-11-30',
    );
  });

  it('one that is deleted is gone', async () => {
    const { id } = await propose();
    await done('Delete', { id });
    expect(await read(id)).toBeNull();
    expect((await run('Delete', { id })).refusal?.code).toBe('NOT_FOUND');
  });
});

describe('who may see and change an action item', () => {
  it('a viewer changes nothing; who may not see the case sees none of its items anywhere', async () => {
    const hidden = await aCase(app, { visibility: 'RESTRICTED', authorIds: [owner] });
    const items = app.get(ActionItemService);
    const secret = await app.write((tx) =>
      items.create(tx, { postmortemId: hidden.id, title: 'secret' }),
    );
    const open = await propose();
    const attempt = async (id: string, actor: Actor): Promise<unknown> =>
      app
        .write((tx) => app.get(ActionItemLifecycle).reject(tx, id, { reason: 'x' }), actor)
        .then(
          () => 'done',
          (error: unknown) => (error as { code: string }).code,
        );
    const member = actingAs({ id: other });
    expect(await attempt(open.id, actingAs({ id: other }, 'VIEWER'))).toBe('FORBIDDEN');
    expect(await attempt(open.id, ANONYMOUS)).toBe('NOT_FOUND');
    expect(await attempt(secret.id, member)).toBe('NOT_FOUND');
    expect(await attempt(secret.id, actingAs({ id: owner }))).toBe('done');
    expect(await items.find(app.ctx(member), { key: secret.key })).toBeNull();
    expect(await items.find(app.ctx(ANONYMOUS), { id: open.id })).toBeNull();

    const list = async (actor: Actor) => {
      const page = await app
        .get(ActionItemList)
        .page(app.ctx(actor), { postmortemId: hidden.id }, undefined, { first: 20 });
      return [page.nodes.length, await page.totalCount];
    };
    expect(await list(member)).toEqual([0, 0]);
    expect(await list(ANONYMOUS)).toEqual([0, 0]);
    expect(await list(actingAs({ id: owner }))).toEqual([1, 1]);
  });
});
