import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';

import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { scratchFolder, type Scratch } from '../support/files.js';
import { counts, exportFrom, importInto, ownForm } from '../support/library.js';
import { mutate, rowOf, type Outcome, type Row } from '../support/mutation.js';

const NOW = '2026-11-23T09:00:00.000Z';
const FIELDS = 'id status dueOn doneWhen effectCheckOn';

let app: TestApp;
let caseId: string;
let owner: string;
let other: string;
let team: string;
let folder: Scratch;
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date(NOW) } });
  owner = (await aPerson(app, '陳志明')).id;
  other = (await aPerson(app, 'Ana Díaz')).id;
  team = (await aTeam(app)).id;
});
beforeEach(async () => {
  folder = scratchFolder();
  caseId = (await aCase(app)).id;
});
afterEach(async () => {
  folder.remove();
  const defaults = { boundedWording: true, evidence: true, otherVerifier: true };
  await rules({ ...defaults, otherApprover: true, effectCheckWeeks: 6 });
});
afterAll(async () => {
  await app.close();
});

const run = (move: string, args: { id?: string; input?: object }): Promise<Outcome> =>
  mutate(app, `actionItem${move}`, 'actionItem', args, FIELDS);

const rules = (input: object): Promise<Row> =>
  rowOf(
    mutate(
      app,
      'improvementPolicyUpdate',
      'improvementPolicy',
      { input },
      'version effectCheckWeeks',
    ),
  );

const propose = (title: string): Promise<Row> =>
  rowOf(run('Create', { input: { postmortemId: caseId, title } }));

const PROMISE = () => ({ ownerId: owner, teamId: team, dueOn: '2026-12-01' });

async function promised(): Promise<string> {
  const { id } = await propose('Alert on pool use above 80 %');
  await rowOf(run('Commit', { id, input: PROMISE() }));
  return id;
}

async function historyOf(id: string): Promise<Row[]> {
  const { actionItem } = await ask<{ actionItem: { history: { nodes: Row[] } } }>(
    app,
    `query ($id: ID!) { actionItem(id: $id) { history { nodes { act status reason dueOn } } } }`,
    { id },
  );
  return actionItem.history.nodes;
}

describe('the rules of improvements', () => {
  it('committing asks where an action ends, until the organization does not', async () => {
    const { id } = await propose('加強監控');
    expect((await run('Commit', { id, input: PROMISE() })).refusal).toMatchObject({
      code: 'VALIDATION',
      field: ['input', 'doneWhen'],
    });
    expect(await historyOf(id)).toHaveLength(1);
    const input = { ...PROMISE(), doneWhen: '連線池用量超過八成時，五分鐘內告警' };
    expect((await rowOf(run('Commit', { id, input })))['doneWhen']).toBe(input.doneWhen);
    await rules({ boundedWording: false });
    const vague = await propose('Improve monitoring');
    const { row } = await run('Commit', { id: vague.id, input: PROMISE() });
    expect(row).toMatchObject({ status: 'COMMITTED', doneWhen: null });
  });

  it('done asks for evidence, until the organization does not', async () => {
    const id = await promised();
    const input = {};
    expect((await run('Complete', { id, input })).refusal?.field).toEqual(['input', 'evidence']);
    await rules({ evidence: false });
    expect((await rowOf(run('Complete', { id, input })))['status']).toBe('DONE');
  });

  it('the owner neither verifies nor agrees to the pause, until the organization allows it', async () => {
    const id = await promised();
    const pause = { reason: 'freeze', approverId: owner, until: '2026-12-20' };
    expect((await run('Pause', { id, input: pause })).refusal?.field).toEqual([
      'input',
      'approverId',
    ]);
    await rules({ otherApprover: false, otherVerifier: false });
    await rowOf(run('Pause', { id, input: pause }));
    await rowOf(run('Resume', { id }));
    await rowOf(run('Complete', { id, input: { evidence: 'graph' } }));
    const { row } = await run('Verify', { id, input: { verifierId: owner } });
    expect(row?.['status']).toBe('VERIFIED');
  });

  it('the effect is asked for so many weeks after the verification', async () => {
    const verified = async (): Promise<Row> => {
      const id = await promised();
      await rowOf(run('Complete', { id, input: { evidence: 'graph' } }));
      return rowOf(run('Verify', { id, input: { verifierId: other } }));
    };
    expect((await verified())['effectCheckOn']).toBe('2027-01-04');
    await rules({ effectCheckWeeks: 2 });
    expect((await verified())['effectCheckOn']).toBe('2026-12-07');
  });

  it('are for administrators to change, within bounds, and one at a time', async () => {
    const before = await rules({});
    const change = (input: object): Promise<Outcome> =>
      mutate(app, 'improvementPolicyUpdate', 'improvementPolicy', { input }, 'version');
    expect((await change({ effectCheckWeeks: 0 })).refusal?.code).toBe('VALIDATION');
    expect((await change({ evidence: null })).refusal?.code).toBe('VALIDATION');
    const stale = { expectedVersion: Number(before['version']) - 1, evidence: false };
    expect((await change(stale)).refusal?.code).toBe('CONFLICT');
    expect((await rules({}))['effectCheckWeeks']).toBe(6);
  });
});

describe('putting off what is promised', () => {
  it('needs a later day and a reason, and stands in the history', async () => {
    const id = await promised();
    const later = '2026-12-08';
    expect((await run('Update', { id, input: { dueOn: later } })).refusal).toMatchObject({
      code: 'VALIDATION',
      field: ['input', 'dueOn'],
    });
    const extend = (dueOn: string, reason: string): Promise<Outcome> =>
      run('Extend', { id, input: { dueOn, reason } });
    expect((await extend(later, ' ')).refusal?.field).toEqual(['input', 'reason']);
    expect((await extend('2026-12-01', 'x')).refusal?.field).toEqual(['input', 'dueOn']);
    expect((await rowOf(extend(later, '等供應商'))) as object).toMatchObject({
      status: 'COMMITTED',
      dueOn: later,
    });
    expect((await historyOf(id))[0]).toEqual({
      act: 'EXTEND',
      status: 'COMMITTED',
      reason: '等供應商',
      dueOn: later,
    });
  });

  it('is not asked of a proposal, nor of an earlier day', async () => {
    const { id } = await propose('Alert on pool use above 80 %');
    await rowOf(run('Update', { id, input: { dueOn: '2026-12-01' } }));
    await rowOf(run('Update', { id, input: { dueOn: '2026-12-08' } }));
    expect(
      (await run('Extend', { id, input: { dueOn: '2027-01-01', reason: 'x' } })).refusal?.code,
    ).toBe('WRONG_STATE');
    const { row } = await run('Update', { id: await promised(), input: { dueOn: '2026-11-25' } });
    expect(row?.['dueOn']).toBe('2026-11-25');
  });
});

describe('the history of an action in files', () => {
  it('goes out and comes in again to the letter', async () => {
    const id = await promised();
    await rowOf(run('Extend', { id, input: { dueOn: '2026-12-08', reason: '等供應商' } }));
    await rowOf(run('Update', { id, input: { priority: 'P1', teamId: team } }));
    await rowOf(run('Complete', { id, input: { evidence: 'graph' } }));
    await rowOf(run('Verify', { id, input: { verifierId: other } }));
    await rowOf(run('Reopen', { id, input: { reason: 'It came back.' } }));
    const first = await exportFrom(app, folder.path, 'first');
    expect(Object.values(first).join()).toContain('reason: 等供應商');
    const empty = await startApp();
    try {
      await importInto(empty, join(folder.path, 'first'));
      expect(await exportFrom(empty, folder.path, 'second')).toEqual(first);
      const again = await importInto(empty, join(folder.path, 'second'));
      expect(counts(again)).toMatchObject({ created: 0, updated: 0, failed: [] });
    } finally {
      await empty.close();
    }
  });

  it('a file that changes an action adds to what was known of it', async () => {
    const file = (status: string): Record<string, string> => ({
      'one.md': ownForm('One', `actions: [{ title: Alert above 80 %, status: ${status} }]\n`),
    });
    folder.write(file('COMMITTED'));
    await importInto(app, folder.path);
    folder.write(file('DONE'));
    await importInto(app, folder.path);
    await importInto(app, folder.path);
    const { actionItems } = await ask<{
      actionItems: { nodes: { history: { nodes: Row[] } }[] };
    }>(
      app,
      `{ actionItems(filter: { query: "Alert above" }) {
          nodes { history { nodes { act fromStatus status } } } } }`,
    );
    expect(actionItems.nodes.map(({ history }) => history.nodes)).toEqual([
      [
        { act: 'IMPORT', fromStatus: 'COMMITTED', status: 'DONE' },
        { act: 'IMPORT', fromStatus: null, status: 'COMMITTED' },
      ],
    ]);
  });
});
