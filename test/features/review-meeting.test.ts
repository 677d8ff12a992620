import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import {
  aBoard,
  done,
  meetingAs,
  type AgendaCase,
  type Board,
  type Meeting,
} from '../support/reviews.js';

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
const waiting = async (actor: Actor = board.lead): Promise<string[]> =>
  (await queueOf(actor)).nodes.map(({ postmortem }) => postmortem.id);

describe('a review meeting', () => {
  it('is planned, begun and ended, by those who may', async () => {
    const meeting = await board.plan();
    expect(meeting).toMatchObject({ state: 'PLANNED', sequence: 0, version: 1 });
    expect(meeting.key).toMatch(/^RM-\d+$/);
    expect(meeting.allowedActs).toEqual(['UPDATE', 'START', 'CANCEL']);
    expect((await meetingAs(app, board.outsider, meeting.key)).allowedActs).toEqual(['UPDATE']);
    expect((await meetingAs(app, board.viewer, meeting.key)).allowedActs).toEqual([]);
    const id = { id: meeting.id };
    for (const actor of [board.outsider, board.viewer]) {
      expect((await board.tried('reviewMeetingStart', id, actor)).refusal?.code).toBe('FORBIDDEN');
    }
    expect(await meetingAs(app, board.lead, meeting.key)).toEqual(meeting);
    expect((await board.tried('reviewMeetingEnd', id)).refusal?.code).toBe('WRONG_STATE');
    expect(await board.did('reviewMeetingStart', id, board.admin)).toMatchObject({
      state: 'RUNNING',
      allowedActs: ['UPDATE', 'END', 'CANCEL', 'SET_CLOSING'],
    });
    expect((await board.tried('reviewMeetingStart', id)).refusal?.code).toBe('WRONG_STATE');
    // No mail leaves here, so that no minutes can be sent.
    expect(await board.did('reviewMeetingEnd', id)).toMatchObject({
      ...{ state: 'ENDED', sequence: 0, allowedActs: ['SET_CLOSING'] },
    });
    expect((await meetingAs(app, board.outsider, meeting.key)).allowedActs).toEqual([]);
    const late = { ...id, input: { title: 'Too late' } };
    expect((await board.tried('reviewMeetingUpdate', late)).refusal?.code).toBe('WRONG_STATE');
  });

  it('raises its sequence with what calendars show, and with nothing else', async () => {
    const { id } = await board.plan();
    const change = (input: object): Promise<Meeting> =>
      board.did('reviewMeetingUpdate', { id, input });
    expect((await change({ facilitatorId: board.memberId })).sequence).toBe(0);
    expect((await change({ zone: 'UTC', place: null })).sequence).toBe(0);
    expect((await change({ title: 'Another name' })).sequence).toBe(1);
    expect((await change({ startsAt: '2026-11-11T06:00:00Z', place: 'Room 5' })).sequence).toBe(2);
    expect((await change({ durationMinutes: 90 })).sequence).toBe(3);
    const canceled = await board.did('reviewMeetingCancel', { id, input: { reason: 'Holiday' } });
    expect(canceled).toMatchObject({ state: 'CANCELED', reason: 'Holiday', sequence: 4 });
  });

  it('refuses what makes no sense, and leaves no trace of it', async () => {
    const { totalCount } = await meetings();
    for (const input of [
      { durationMinutes: 4 },
      { durationMinutes: 481 },
      { zone: 'Nowhere/City' },
      { title: ' ' },
      { teamIds: [board.leadId] },
      { personIds: [board.teamId] },
      { facilitatorId: board.teamId },
    ]) {
      const values = { title: 'No', startsAt: '2026-11-10T06:00:00Z', zone: 'UTC' };
      const all = { input: { ...values, durationMinutes: 60, ...input } };
      expect((await board.tried('reviewMeetingCreate', all)).refusal?.code).toMatch(
        /VALIDATION|NOT_FOUND/,
      );
    }
    expect((await meetings()).totalCount).toBe(totalCount);
    const meeting = await board.plan();
    const stale = { id: meeting.id, input: { expectedVersion: 9, title: 'Stale', teamIds: [] } };
    expect((await board.tried('reviewMeetingUpdate', stale)).refusal?.code).toBe('CONFLICT');
    const blank = { id: meeting.id, input: { reason: ' ' } };
    expect((await board.tried('reviewMeetingCancel', blank)).refusal?.code).toBe('VALIDATION');
    expect(await meetingAs(app, board.lead, meeting.key)).toEqual(meeting);
  });
});

async function meetings(filter: object = {}): Promise<{ totalCount: number; nodes: Meeting[] }> {
  const document = `query ($filter: ReviewMeetingFilter) {
    reviewMeetings(filter: $filter, first: 50, orderBy: { direction: ASC }) {
      totalCount nodes { id key state } } }`;
  const answer = await askAs<{ reviewMeetings: { totalCount: number; nodes: Meeting[] } }>(
    app,
    board.lead,
    document,
    { filter },
  );
  return answer.reviewMeetings;
}

describe('the list of meetings', () => {
  it('keeps what is asked for, the soonest first', async () => {
    const { id: otherTeam } = await aTeam(app, 'Search');
    const second = await board.plan({ startsAt: '2027-02-02T06:00:00Z', teamIds: [otherTeam] });
    const first = await board.plan({ startsAt: '2027-02-01T06:00:00Z', teamIds: [otherTeam] });
    await board.did('reviewMeetingCancel', { id: second.id, input: { reason: 'No' } });
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
    for (const id of await waiting()) await board.add((await board.plan()).id, id);
    clock.set(Date.parse('2026-11-03T08:00:00Z'));
    const plain = await submitted();
    const older = await submitted('SEV3');
    clock.forward({ days: 1 });
    const younger = await submitted('SEV3');
    const grave = await board.restrict(await submitted('SEV1'), board.leadId);
    await aCase(app);
    expect(await waiting()).toEqual([grave, older, younger, plain]);
    const { totalCount, nodes } = await queueOf(board.outsider);
    expect(totalCount).toBe(3);
    expect(nodes[0]).toMatchObject({
      postmortem: { id: older },
      severity: 'SEV3',
      waitingSince: '2026-11-03T08:00:00.000Z',
      clock: { usedDays: 1 },
    });
    // What a meeting to come holds is not in it, and is again once that is off.
    const meeting = await board.plan();
    await board.add(meeting.id, older);
    expect(await waiting()).toEqual([grave, younger, plain]);
    await board.did('reviewMeetingCancel', {
      id: meeting.id,
      input: { reason: 'Nobody has time' },
    });
    expect(await waiting()).toEqual([grave, older, younger, plain]);
  });

  it('gets back what a meeting board.did not come to, and not what it has discussed', async () => {
    for (const id of await waiting()) await board.add((await board.plan()).id, id);
    const [said, decided, left] = [await submitted(), await submitted(), await submitted()];
    const { id } = await board.plan();
    for (const each of [said, decided, left]) await board.add(id, each);
    const { agenda } = await board.did('reviewMeetingStart', { id });
    const [first] = agenda;
    await done<AgendaCase>(app, board.lead, 'reviewAgendaCaseUpdate', 'agendaCase', {
      id: first?.id,
      input: { outcome: 'DISCUSSED' },
    });
    await board.decide(id, decided);
    clock.forward({ minutes: 30 });
    const ended = await board.did('reviewMeetingEnd', { id });
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

describe('attendance', () => {
  it('is of those invited, through their teams as they are, and of who comes besides', async () => {
    const { id, key } = await board.plan();
    const others = { id: 'x' };
    const attendance = async () =>
      Object.fromEntries(
        (await meetingAs(app, board.lead, key)).attendance.map(({ person, ...of }) => [
          person.id,
          of,
        ]),
      );
    const nothing = { isInvited: true, answer: null, presence: null };
    expect(await attendance()).toEqual({ [board.leadId]: nothing, [board.memberId]: nothing });
    const answer = (actor: Actor, said: string | null) =>
      board.tried('reviewMeetingAnswer', { id, answer: said }, actor);
    await answer(board.member, 'TENTATIVE');
    expect((await answer(board.outsider, 'ACCEPTED')).refusal?.code).toBe('FORBIDDEN');
    const guest = await aPerson(app, 'Guest');
    others.id = guest.id;
    const note = (personId: string, presence: string | null) =>
      board.tried('reviewMeetingAttendanceSet', { id, input: { personId, presence } });
    await note(guest.id, 'PRESENT');
    await note(board.memberId, 'ABSENT');
    expect(await attendance()).toMatchObject({
      [board.memberId]: { isInvited: true, answer: 'TENTATIVE', presence: 'ABSENT' },
      [others.id]: { isInvited: false, answer: null, presence: 'PRESENT' },
    });
    // To another time nobody has said yes.
    await board.did('reviewMeetingUpdate', { id, input: { startsAt: '2026-12-15T06:00:00Z' } });
    expect((await attendance())[board.memberId]).toMatchObject({
      answer: null,
      presence: 'ABSENT',
    });
    await app.write((tx) => app.get(PersonService).archive(tx, guest.id));
    await app.write((tx) => app.get(TeamService).removeMember(tx, board.teamId, board.memberId));
    expect((await attendance())[board.memberId]).toMatchObject({ isInvited: false });
  });
});
