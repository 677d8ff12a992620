import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { aBoard, attempt, done, meetingAs, type Board, type Meeting } from '../support/reviews.js';

const clock = new FakeClock();
let app: TestApp;
let board: Board;
beforeAll(async () => {
  clock.set(Date.parse('2026-11-02T08:00:00Z'));
  app = await startApp({ clock });
  board = await aBoard(app);
});
afterAll(async () => {
  await app.close();
});

const casesOf = ({ agenda }: Meeting): string[] => agenda.map(({ postmortem }) => postmortem.id);

describe('the agenda', () => {
  it('is put in order, each case for one meeting at a time', async () => {
    const { id, key } = await board.plan();
    const [a, b, c] = [(await aCase(app)).id, (await aCase(app)).id, (await aCase(app)).id];
    await board.add(id, a, { plannedMinutes: 15 });
    await board.add(id, b);
    expect(casesOf(await board.add(id, c, { place: 0 }, board.outsider))).toEqual([c, a, b]);
    const move = (postmortemId: string, place: number | null): Promise<Meeting> =>
      board.did('reviewMeetingMoveCase', { id, postmortemId, input: { place } });
    expect(casesOf(await move(b, 1))).toEqual([c, b, a]);
    expect(casesOf(await move(c, null))).toEqual([b, a, c]);
    const other = await board.plan();
    const twice = { id: other.id, input: { postmortemId: a } };
    const { refusal } = await board.tried('reviewMeetingAddCase', twice);
    expect(refusal).toMatchObject({ code: 'IN_USE', field: ['input', 'postmortemId'] });
    expect(refusal?.message).toContain(key);
    expect(casesOf(await board.did('reviewMeetingRemoveCase', { id, postmortemId: a }))).toEqual([
      b,
      c,
    ]);
    expect(casesOf(await board.add(other.id, a))).toEqual([a]);
    for (const [name, variables] of [
      ['reviewMeetingAddCase', { id, input: { postmortemId: (await aCase(app)).id } }],
      ['reviewMeetingRemoveCase', { id, postmortemId: b }],
      ['reviewMeetingMoveCase', { id, postmortemId: b, input: { place: 0 } }],
    ] as const) {
      expect((await board.tried(name, variables, board.viewer)).refusal?.code).toBe('FORBIDDEN');
    }
    expect(casesOf(await meetingAs(app, board.lead, key))).toEqual([b, c]);
  });

  it('keeps notes, and does not throw them away', async () => {
    const { id, key } = await board.plan();
    const postmortemId = (await aCase(app)).id;
    const { agenda, version } = await board.add(id, postmortemId);
    const change = (input: object) =>
      attempt(app, board.member, 'reviewAgendaCaseUpdate', 'agendaCase', {
        id: agenda[0]?.id,
        input,
      });
    const notes = 'Nobody saw the *alert*';
    expect((await change({ expectedVersion: 1, notes })).it).toMatchObject({ notes, version: 2 });
    const { refusal, it: present } = await change({ expectedVersion: 1, notes: 'Mine' });
    expect(refusal?.code).toBe('CONFLICT');
    expect(present).toMatchObject({ notes, version: 2 });
    expect((await change({ notes: 'x'.repeat(20_001) })).refusal?.code).toBe('VALIDATION');
    expect((await change({ plannedMinutes: 0 })).refusal?.code).toBe('VALIDATION');
    const remove = { id, postmortemId };
    expect((await board.tried('reviewMeetingRemoveCase', remove)).refusal?.code).toBe('IN_USE');
    const seen = await meetingAs(app, board.lead, key);
    expect(seen.agenda[0]).toMatchObject({ notes });
    // What happens to the agenda is not for everybody to know.
    expect(seen.version).toBe(version);
    await change({ notes: '' });
    expect((await board.did('reviewMeetingRemoveCase', remove)).agenda).toEqual([]);
  });

  it('is without what somebody may not read, in places too', async () => {
    const { id, key } = await board.plan();
    const hidden = await board.restrict((await aCase(app)).id, board.leadId);
    const [a, b] = [(await aCase(app)).id, (await aCase(app)).id];
    await board.add(id, hidden);
    await board.add(id, a);
    const all = await board.add(id, b);
    const before = await meetingAs(app, board.outsider, key);
    expect(casesOf(before)).toEqual([a, b]);
    const move = { id, postmortemId: b, input: { place: 0 } };
    expect(casesOf(await board.did('reviewMeetingMoveCase', move, board.outsider))).toEqual([b, a]);
    expect(casesOf(await meetingAs(app, board.lead, key))).toEqual([hidden, b, a]);
    const entry = all.agenda[0]?.id ?? '';
    const refused = async (name: string, variables: object): Promise<string | undefined> =>
      (await board.tried(name, { ...variables }, board.outsider)).refusal?.code;
    const of = { id, postmortemId: hidden };
    expect(await refused('reviewMeetingRemoveCase', of)).toBe('NOT_FOUND');
    expect(await refused('reviewMeetingMoveCase', { ...of, input: { place: 0 } })).toBe(
      'NOT_FOUND',
    );
    const input = { postmortemId: hidden };
    expect(await refused('reviewMeetingAddCase', { id, input })).toBe('NOT_FOUND');
    const note = { id: entry, input: { notes: 'x' } };
    const { refusal } = await board.tried(
      'reviewAgendaCaseUpdate',
      note,
      board.outsider,
      'agendaCase',
    );
    expect(refusal?.code).toBe('NOT_FOUND');
    const reviews = `query ($id: ID) { postmortem(id: $id) { reviews { id } } }`;
    expect(await askAs(app, board.outsider, reviews, { id: hidden })).toEqual({ postmortem: null });
    expect(await askAs(app, board.lead, reviews, { id: hidden })).toEqual({
      postmortem: { reviews: [{ id: entry }] },
    });
  });

  it('names the spans of a case that cannot be measured', async () => {
    const incident = await app.write((tx) =>
      app.get(IncidentService).create(tx, {
        title: 'Down',
        startedAt: new Date('2026-11-01T10:00:00Z'),
        detectedAt: new Date('2026-11-01T10:05:00Z'),
        resolvedAt: new Date('2026-11-01T11:00:00Z'),
      }),
    );
    const { id } = await aCase(app, { incidentIds: [incident.id] });
    const { agenda } = await board.add((await board.plan()).id, id);
    expect(agenda[0]?.unmeasuredSpans).toEqual([
      { name: 'TTA', missing: ['ACKNOWLEDGED_AT'] },
      { name: 'TTI', missing: ['IDENTIFIED_AT'] },
      { name: 'TTM', missing: ['MITIGATED_AT'] },
      { name: 'TTV', missing: ['VERIFIED_AT'] },
    ]);
  });

  it('comes with the actions that have become overdue since the last time', async () => {
    clock.set(Date.parse('2026-11-20T08:00:00Z'));
    const promised = async (dueOn: string, postmortemId?: string): Promise<string> => {
      const of = postmortemId ?? (await aCase(app)).id;
      const values = {
        postmortemId: of,
        title: 'Alert on it',
        ownerId: board.leadId,
        teamId: board.teamId,
      };
      return app.write(async (tx) => {
        const { id } = await app.get(ActionItemService).create(tx, values);
        await app.get(ActionItemLifecycle).commit(tx, id, { dueOn, doneWhen: 'It is so.' });
        return id;
      });
    };
    const [older, late] = [await promised('2026-11-09'), await promised('2026-11-18')];
    await promised('2026-11-01');
    await promised('2026-11-20');
    const hidden = await promised(
      '2026-11-12',
      await board.restrict((await aCase(app)).id, board.leadId),
    );
    const overdue = async (actor: Actor, key: string) => {
      const document = `query ($key: String) { reviewMeeting(key: $key) {
        overdueActions { totalCount nodes { id } } } }`;
      interface Answer {
        reviewMeeting: { overdueActions: { totalCount: number; nodes: { id: string }[] } };
      }
      const { reviewMeeting } = await askAs<Answer>(app, actor, document, { key });
      const { totalCount, nodes } = reviewMeeting.overdueActions;
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ id }) => id);
    };
    const { key } = await board.plan({ startsAt: '2026-11-24T06:00:00Z' });
    expect(await overdue(board.lead, key)).toEqual([older, hidden, late]);
    expect(await overdue(board.outsider, key)).toEqual([older, late]);
  });
});

describe('a decision', () => {
  it('is made once a meeting has begun, and becomes an action once', async () => {
    const { id } = await board.plan();
    const postmortemId = (await aCase(app)).id;
    await board.add(id, postmortemId);
    const early = { input: { reviewMeetingId: id, postmortemId, text: 'Too early' } };
    const refusal = async (name: string, variables: object, actor = board.lead) =>
      (await board.tried(name, { ...variables }, actor, 'decision')).refusal;
    expect((await refusal('reviewDecisionCreate', early))?.code).toBe('WRONG_STATE');
    await board.did('reviewMeetingStart', { id });
    const decision = await board.decide(id, postmortemId);
    expect((await refusal('reviewDecisionCreate', early, board.viewer))?.code).toBe('FORBIDDEN');
    const titled = { title: 'Bound the pool at 50 connections', priority: 'P1', type: 'REPAIR' };
    // Half of it is not done: the promise is refused, and with it the action.
    const half = { id: decision.id, input: { ...titled, commit: true } };
    expect((await refusal('reviewDecisionToAction', half))?.code).toBe('VALIDATION');
    expect(await itemsOf(postmortemId)).toEqual([]);
    const whole = {
      ...{
        ...titled,
        ownerId: board.leadId,
        teamId: board.teamId,
        dueOn: '2026-12-01',
        commit: true,
      },
    };
    const made = await done<{ actionItem: { status: string; id: string } }>(
      ...([app, board.lead, 'reviewDecisionToAction', 'decision'] as const),
      { id: decision.id, input: whole },
    );
    expect(made.actionItem).toMatchObject({ status: 'COMMITTED' });
    expect(
      await refusal('reviewDecisionToAction', { id: decision.id, input: whole }),
    ).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: ['id'],
    });
    expect(await itemsOf(postmortemId)).toEqual([made.actionItem.id]);
    await done(app, board.lead, 'reviewDecisionDelete', 'decision', { id: decision.id });
    expect(await itemsOf(postmortemId)).toEqual([made.actionItem.id]);
  });

  it('becomes one action where two people want it at the same moment', async () => {
    const { id } = await board.plan();
    const postmortemId = (await aCase(app)).id;
    await board.add(id, postmortemId);
    await board.did('reviewMeetingStart', { id });
    const decision = await board.decide(id, postmortemId);
    const want = { id: decision.id, input: { title: 'Bound the pool' } };
    const outcomes = await Promise.all(
      [board.lead, board.member].map((actor) =>
        board.tried('reviewDecisionToAction', want, actor, 'decision'),
      ),
    );
    expect(outcomes.flatMap(({ refusal }) => refusal?.code ?? [])).toEqual(['ALREADY_EXISTS']);
    expect(await itemsOf(postmortemId)).toHaveLength(1);
  });
});

async function itemsOf(id: string): Promise<string[]> {
  const document = 'query ($id: ID) { postmortem(id: $id) { actionItems { id } } }';
  interface Answer {
    postmortem: { actionItems: { id: string }[] };
  }
  const { postmortem } = await askAs<Answer>(app, board.lead, document, { id });
  return postmortem.actionItems.map((item) => item.id);
}
