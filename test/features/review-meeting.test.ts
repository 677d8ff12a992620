import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import {
  attempt,
  done,
  meetingAs,
  type AgendaCase,
  type Meeting,
  type ReviewObject,
} from '../support/reviews.js';

const clock = new FakeClock();
let app: TestApp;
let leadId: string;
let memberId: string;
let teamId: string;
let lead: Actor;
let member: Actor;
let outsider: Actor;
let viewer: Actor;
let admin: Actor;
beforeAll(async () => {
  clock.set(Date.parse('2026-11-02T08:00:00Z'));
  app = await startApp({ clock });
  ({ id: leadId } = await aPerson(app, '林怡君'));
  ({ id: memberId } = await aPerson(app, 'Mem'));
  ({ id: teamId } = await aTeam(app));
  await app.write((tx) =>
    app.get(TeamService).setMember(tx, teamId, { personId: memberId, role: 'MEMBER' }),
  );
  lead = actingAs({ id: leadId });
  member = actingAs({ id: memberId });
  outsider = actingAs(await aPerson(app, 'Oona'));
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
  admin = actingAs(await aPerson(app, 'Root'), 'ADMIN');
});
afterAll(async () => {
  await app.close();
});

const tried = (
  name: string,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor = lead,
  of: ReviewObject = 'reviewMeeting',
) => attempt<Meeting>(app, actor, name, of, variables);
const did = (
  name: string,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor = lead,
): Promise<Meeting> => done(app, actor, name, 'reviewMeeting', variables);

const plan = (input: object = {}, actor: Actor = lead): Promise<Meeting> =>
  did(
    'reviewMeetingCreate',
    {
      input: {
        ...{ title: 'Cross-team review', startsAt: '2026-11-10T06:00:00Z', zone: 'Asia/Taipei' },
        ...{ durationMinutes: 60, facilitatorId: leadId, teamIds: [teamId] },
        ...input,
      },
    },
    actor,
  );
const add = (id: string, postmortemId: string, values: object = {}, actor: Actor = lead) =>
  did('reviewMeetingAddCase', { id, input: { postmortemId, ...values } }, actor);
const casesOf = ({ agenda }: Meeting): string[] => agenda.map(({ postmortem }) => postmortem.id);

/** A case that is submitted for review. */
async function submitted(severity: 'SEV1' | 'SEV3' | null = null): Promise<string> {
  const incidentIds =
    severity === null
      ? []
      : [
          (
            await app.write((tx) =>
              app.get(IncidentService).create(tx, { title: 'Down', severity }),
            )
          ).id,
        ];
  const { id } = await aCase(app, { incidentIds });
  await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, id));
  return id;
}

async function restrict(id: string, ...readers: string[]): Promise<string> {
  await app.write((tx) =>
    app.get(PostmortemService).update(tx, id, {
      visibility: 'RESTRICTED',
      readers: readers.map((personId) => ({ personId })),
    }),
  );
  return id;
}

interface Queue {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly postmortem: { readonly id: string };
    readonly severity: string | null;
    readonly waitingSince: string;
    readonly clock: { readonly usedDays: number } | null;
  }[];
}
async function queueOf(actor: Actor): Promise<Queue> {
  const document = `{ reviewQueue(first: 50) { totalCount
    nodes { postmortem { id } severity waitingSince clock { usedDays } } } }`;
  return (await askAs<{ reviewQueue: Queue }>(app, actor, document)).reviewQueue;
}
const waiting = async (actor: Actor = lead): Promise<string[]> =>
  (await queueOf(actor)).nodes.map(({ postmortem }) => postmortem.id);

describe('a review meeting', () => {
  it('is planned, begun and ended, by those who may', async () => {
    const meeting = await plan();
    expect(meeting).toMatchObject({ state: 'PLANNED', sequence: 0, version: 1 });
    expect(meeting.key).toMatch(/^RM-\d+$/);
    expect(meeting.allowedActs).toEqual(['UPDATE', 'START', 'CANCEL']);
    expect((await meetingAs(app, outsider, meeting.key)).allowedActs).toEqual(['UPDATE']);
    expect((await meetingAs(app, viewer, meeting.key)).allowedActs).toEqual([]);
    const id = { id: meeting.id };
    for (const actor of [outsider, viewer]) {
      expect((await tried('reviewMeetingStart', id, actor)).refusal?.code).toBe('FORBIDDEN');
    }
    expect(await meetingAs(app, lead, meeting.key)).toEqual(meeting);
    expect((await tried('reviewMeetingEnd', id)).refusal?.code).toBe('WRONG_STATE');
    expect(await did('reviewMeetingStart', id, admin)).toMatchObject({ state: 'RUNNING' });
    expect((await tried('reviewMeetingStart', id)).refusal?.code).toBe('WRONG_STATE');
    expect(await did('reviewMeetingEnd', id)).toMatchObject({ state: 'ENDED', sequence: 0 });
    const late = { ...id, input: { title: 'Too late' } };
    expect((await tried('reviewMeetingUpdate', late)).refusal?.code).toBe('WRONG_STATE');
  });

  it('raises its sequence with what calendars show, and with nothing else', async () => {
    const { id } = await plan();
    const change = (input: object): Promise<Meeting> => did('reviewMeetingUpdate', { id, input });
    expect((await change({ facilitatorId: memberId })).sequence).toBe(0);
    expect((await change({ zone: 'UTC', place: null })).sequence).toBe(0);
    expect((await change({ title: 'Another name' })).sequence).toBe(1);
    expect((await change({ startsAt: '2026-11-11T06:00:00Z', place: 'Room 5' })).sequence).toBe(2);
    expect((await change({ durationMinutes: 90 })).sequence).toBe(3);
    const canceled = await did('reviewMeetingCancel', { id, input: { reason: 'Holiday' } });
    expect(canceled).toMatchObject({ state: 'CANCELED', reason: 'Holiday', sequence: 4 });
  });

  it('refuses what makes no sense, and leaves no trace of it', async () => {
    const { totalCount } = await meetings();
    for (const input of [
      { durationMinutes: 4 },
      { durationMinutes: 481 },
      { zone: 'Nowhere/City' },
      { title: ' ' },
      { teamIds: [leadId] },
      { personIds: [teamId] },
      { facilitatorId: teamId },
    ]) {
      const values = { title: 'No', startsAt: '2026-11-10T06:00:00Z', zone: 'UTC' };
      const all = { input: { ...values, durationMinutes: 60, ...input } };
      expect((await tried('reviewMeetingCreate', all)).refusal?.code).toMatch(
        /VALIDATION|NOT_FOUND/,
      );
    }
    expect((await meetings()).totalCount).toBe(totalCount);
    const meeting = await plan();
    const stale = { id: meeting.id, input: { expectedVersion: 9, title: 'Stale', teamIds: [] } };
    expect((await tried('reviewMeetingUpdate', stale)).refusal?.code).toBe('CONFLICT');
    const blank = { id: meeting.id, input: { reason: ' ' } };
    expect((await tried('reviewMeetingCancel', blank)).refusal?.code).toBe('VALIDATION');
    expect(await meetingAs(app, lead, meeting.key)).toEqual(meeting);
  });
});

async function meetings(filter: object = {}): Promise<{ totalCount: number; nodes: Meeting[] }> {
  const document = `query ($filter: ReviewMeetingFilter) {
    reviewMeetings(filter: $filter, first: 50, orderBy: { direction: ASC }) {
      totalCount nodes { id key state } } }`;
  const answer = await askAs<{ reviewMeetings: { totalCount: number; nodes: Meeting[] } }>(
    app,
    lead,
    document,
    { filter },
  );
  return answer.reviewMeetings;
}

describe('the list of meetings', () => {
  it('keeps what is asked for, the soonest first', async () => {
    const { id: otherTeam } = await aTeam(app, 'Search');
    const second = await plan({ startsAt: '2027-02-02T06:00:00Z', teamIds: [otherTeam] });
    const first = await plan({ startsAt: '2027-02-01T06:00:00Z', teamIds: [otherTeam] });
    await did('reviewMeetingCancel', { id: second.id, input: { reason: 'No' } });
    const keys = async (filter: object): Promise<string[]> =>
      (await meetings(filter)).nodes.map(({ key }) => key);
    expect(await keys({ teamId: otherTeam })).toEqual([first.key, second.key]);
    expect(await keys({ teamId: otherTeam, state: ['PLANNED'] })).toEqual([first.key]);
    expect(await keys({ startsAfter: '2027-02-01T06:00:01Z' })).toEqual([second.key]);
    const between = { startsAfter: '2027-02-01T06:00:00Z', startsBefore: '2027-02-02T06:00:00Z' };
    expect(await keys(between)).toEqual([first.key]);
    expect(await keys({ query: first.key.toLowerCase() })).toContain(first.key);
  });
});

describe('the queue', () => {
  it('holds the gravest first and then those that have waited longest, for who may read them', async () => {
    for (const id of await waiting()) await add((await plan()).id, id);
    clock.set(Date.parse('2026-11-03T08:00:00Z'));
    const plain = await submitted();
    const older = await submitted('SEV3');
    clock.forward({ days: 1 });
    const younger = await submitted('SEV3');
    const grave = await restrict(await submitted('SEV1'), leadId);
    await aCase(app);
    expect(await waiting()).toEqual([grave, older, younger, plain]);
    const { totalCount, nodes } = await queueOf(outsider);
    expect(totalCount).toBe(3);
    expect(nodes[0]).toMatchObject({
      postmortem: { id: older },
      severity: 'SEV3',
      waitingSince: '2026-11-03T08:00:00.000Z',
      clock: { usedDays: 1 },
    });
    // What a meeting to come holds is not in it, and is again once that is off.
    const meeting = await plan();
    await add(meeting.id, older);
    expect(await waiting()).toEqual([grave, younger, plain]);
    await did('reviewMeetingCancel', { id: meeting.id, input: { reason: 'Nobody has time' } });
    expect(await waiting()).toEqual([grave, older, younger, plain]);
  });

  it('gets back what a meeting did not come to, and not what it has discussed', async () => {
    for (const id of await waiting()) await add((await plan()).id, id);
    const [said, decided, left] = [await submitted(), await submitted(), await submitted()];
    const { id } = await plan();
    for (const each of [said, decided, left]) await add(id, each);
    const { agenda } = await did('reviewMeetingStart', { id });
    const [first] = agenda;
    await done<AgendaCase>(app, lead, 'reviewAgendaCaseUpdate', 'agendaCase', {
      id: first?.id,
      input: { outcome: 'DISCUSSED' },
    });
    await decide(id, decided);
    clock.forward({ minutes: 30 });
    const ended = await did('reviewMeetingEnd', { id });
    expect(ended.agenda.map(({ outcome }) => outcome)).toEqual([
      ...['DISCUSSED', 'DISCUSSED', 'CARRIED_OVER'],
    ]);
    expect(await waiting()).toEqual([left]);
    // Sent back and submitted again, it waits again.
    await app.write((tx) => app.get(PostmortemLifecycle).reopen(tx, said));
    clock.forward({ minutes: 1 });
    await app.write((tx) => app.get(PostmortemLifecycle).submit(tx, said));
    expect(await waiting()).toEqual([left, said]);
  });
});

const decide = (reviewMeetingId: string, postmortemId: string, actor: Actor = lead) =>
  done<{ id: string; version: number; actionItem: object | null }>(
    app,
    actor,
    'reviewDecisionCreate',
    'decision',
    { input: { reviewMeetingId, postmortemId, text: 'Bound **every** pool' } },
  );

describe('the agenda', () => {
  it('is put in order, each case for one meeting at a time', async () => {
    const { id, key } = await plan();
    const [a, b, c] = [(await aCase(app)).id, (await aCase(app)).id, (await aCase(app)).id];
    await add(id, a, { plannedMinutes: 15 });
    await add(id, b);
    expect(casesOf(await add(id, c, { place: 0 }, outsider))).toEqual([c, a, b]);
    const move = (postmortemId: string, place: number | null): Promise<Meeting> =>
      did('reviewMeetingMoveCase', { id, postmortemId, input: { place } });
    expect(casesOf(await move(b, 1))).toEqual([c, b, a]);
    expect(casesOf(await move(c, null))).toEqual([b, a, c]);
    const other = await plan();
    const twice = { id: other.id, input: { postmortemId: a } };
    const { refusal } = await tried('reviewMeetingAddCase', twice);
    expect(refusal).toMatchObject({ code: 'IN_USE', field: ['input', 'postmortemId'] });
    expect(refusal?.message).toContain(key);
    expect(casesOf(await did('reviewMeetingRemoveCase', { id, postmortemId: a }))).toEqual([b, c]);
    expect(casesOf(await add(other.id, a))).toEqual([a]);
    for (const [name, variables] of [
      ['reviewMeetingAddCase', { id, input: { postmortemId: (await aCase(app)).id } }],
      ['reviewMeetingRemoveCase', { id, postmortemId: b }],
      ['reviewMeetingMoveCase', { id, postmortemId: b, input: { place: 0 } }],
    ] as const) {
      expect((await tried(name, variables, viewer)).refusal?.code).toBe('FORBIDDEN');
    }
    expect(casesOf(await meetingAs(app, lead, key))).toEqual([b, c]);
  });

  it('keeps notes, and does not throw them away', async () => {
    const { id, key } = await plan();
    const postmortemId = (await aCase(app)).id;
    const { agenda, version } = await add(id, postmortemId);
    const change = (input: object) =>
      attempt<AgendaCase>(app, member, 'reviewAgendaCaseUpdate', 'agendaCase', {
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
    expect((await tried('reviewMeetingRemoveCase', remove)).refusal?.code).toBe('IN_USE');
    const seen = await meetingAs(app, lead, key);
    expect(seen.agenda[0]).toMatchObject({ notes });
    // What happens to the agenda is not for everybody to know.
    expect(seen.version).toBe(version);
    await change({ notes: '' });
    expect((await did('reviewMeetingRemoveCase', remove)).agenda).toEqual([]);
  });

  it('is without what somebody may not read, in places too', async () => {
    const { id, key } = await plan();
    const hidden = await restrict((await aCase(app)).id, leadId);
    const [a, b] = [(await aCase(app)).id, (await aCase(app)).id];
    await add(id, hidden);
    await add(id, a);
    const all = await add(id, b);
    const before = await meetingAs(app, outsider, key);
    expect(casesOf(before)).toEqual([a, b]);
    const move = { id, postmortemId: b, input: { place: 0 } };
    expect(casesOf(await did('reviewMeetingMoveCase', move, outsider))).toEqual([b, a]);
    expect(casesOf(await meetingAs(app, lead, key))).toEqual([hidden, b, a]);
    const entry = all.agenda[0]?.id ?? '';
    const refused = async (name: string, variables: object): Promise<string | undefined> =>
      (await tried(name, { ...variables }, outsider)).refusal?.code;
    const of = { id, postmortemId: hidden };
    expect(await refused('reviewMeetingRemoveCase', of)).toBe('NOT_FOUND');
    expect(await refused('reviewMeetingMoveCase', { ...of, input: { place: 0 } })).toBe(
      'NOT_FOUND',
    );
    const input = { postmortemId: hidden };
    expect(await refused('reviewMeetingAddCase', { id, input })).toBe('NOT_FOUND');
    const note = { id: entry, input: { notes: 'x' } };
    const { refusal } = await tried('reviewAgendaCaseUpdate', note, outsider, 'agendaCase');
    expect(refusal?.code).toBe('NOT_FOUND');
    const reviews = `query ($id: ID) { postmortem(id: $id) { reviews { id } } }`;
    expect(await askAs(app, outsider, reviews, { id: hidden })).toEqual({ postmortem: null });
    expect(await askAs(app, lead, reviews, { id: hidden })).toEqual({
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
    const { agenda } = await add((await plan()).id, id);
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
      const values = { postmortemId: of, title: 'Alert on it', ownerId: leadId, teamId };
      return app.write(async (tx) => {
        const { id } = await app.get(ActionItemService).create(tx, values);
        await app.get(ActionItemLifecycle).commit(tx, id, { dueOn, doneWhen: 'It is so.' });
        return id;
      });
    };
    const [older, late] = [await promised('2026-11-09'), await promised('2026-11-18')];
    await promised('2026-11-01');
    await promised('2026-11-20');
    const hidden = await promised('2026-11-12', await restrict((await aCase(app)).id, leadId));
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
    const { key } = await plan({ startsAt: '2026-11-24T06:00:00Z' });
    expect(await overdue(lead, key)).toEqual([older, hidden, late]);
    expect(await overdue(outsider, key)).toEqual([older, late]);
  });
});

describe('a decision', () => {
  it('is made once a meeting has begun, and becomes an action once', async () => {
    const { id } = await plan();
    const postmortemId = (await aCase(app)).id;
    await add(id, postmortemId);
    const early = { input: { reviewMeetingId: id, postmortemId, text: 'Too early' } };
    const refusal = async (name: string, variables: object, actor = lead) =>
      (await tried(name, { ...variables }, actor, 'decision')).refusal;
    expect((await refusal('reviewDecisionCreate', early))?.code).toBe('WRONG_STATE');
    await did('reviewMeetingStart', { id });
    const decision = await decide(id, postmortemId);
    expect((await refusal('reviewDecisionCreate', early, viewer))?.code).toBe('FORBIDDEN');
    const titled = { title: 'Bound the pool at 50 connections', priority: 'P1', type: 'REPAIR' };
    // Half of it is not done: the promise is refused, and with it the action.
    const half = { id: decision.id, input: { ...titled, commit: true } };
    expect((await refusal('reviewDecisionToAction', half))?.code).toBe('VALIDATION');
    expect(await itemsOf(postmortemId)).toEqual([]);
    const whole = {
      ...{ ...titled, ownerId: leadId, teamId, dueOn: '2026-12-01', commit: true },
    };
    const made = await done<{ actionItem: { status: string; id: string } }>(
      ...([app, lead, 'reviewDecisionToAction', 'decision'] as const),
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
    await done(app, lead, 'reviewDecisionDelete', 'decision', { id: decision.id });
    expect(await itemsOf(postmortemId)).toEqual([made.actionItem.id]);
  });

  it('becomes one action where two people want it at the same moment', async () => {
    const { id } = await plan();
    const postmortemId = (await aCase(app)).id;
    await add(id, postmortemId);
    await did('reviewMeetingStart', { id });
    const decision = await decide(id, postmortemId);
    const want = { id: decision.id, input: { title: 'Bound the pool' } };
    const outcomes = await Promise.all(
      [lead, member].map((actor) => tried('reviewDecisionToAction', want, actor, 'decision')),
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
  const { postmortem } = await askAs<Answer>(app, lead, document, { id });
  return postmortem.actionItems.map((item) => item.id);
}

describe('attendance', () => {
  it('is of those invited, through their teams as they are, and of who comes besides', async () => {
    const { id, key } = await plan();
    const others = { id: 'x' };
    const attendance = async () =>
      Object.fromEntries(
        (await meetingAs(app, lead, key)).attendance.map(({ person, ...of }) => [person.id, of]),
      );
    const nothing = { isInvited: true, answer: null, presence: null };
    expect(await attendance()).toEqual({ [leadId]: nothing, [memberId]: nothing });
    const answer = (actor: Actor, said: string | null) =>
      tried('reviewMeetingAnswer', { id, answer: said }, actor);
    await answer(member, 'TENTATIVE');
    expect((await answer(outsider, 'ACCEPTED')).refusal?.code).toBe('FORBIDDEN');
    const guest = await aPerson(app, 'Guest');
    others.id = guest.id;
    const note = (personId: string, presence: string | null) =>
      tried('reviewMeetingAttendanceSet', { id, input: { personId, presence } });
    await note(guest.id, 'PRESENT');
    await note(memberId, 'ABSENT');
    expect(await attendance()).toMatchObject({
      [memberId]: { isInvited: true, answer: 'TENTATIVE', presence: 'ABSENT' },
      [others.id]: { isInvited: false, answer: null, presence: 'PRESENT' },
    });
    // To another time nobody has said yes.
    await did('reviewMeetingUpdate', { id, input: { startsAt: '2026-12-15T06:00:00Z' } });
    expect((await attendance())[memberId]).toMatchObject({ answer: null, presence: 'ABSENT' });
    await app.write((tx) => app.get(PersonService).archive(tx, guest.id));
    await app.write((tx) => app.get(TeamService).removeMember(tx, teamId, memberId));
    expect((await attendance())[memberId]).toMatchObject({ isInvited: false });
  });
});
