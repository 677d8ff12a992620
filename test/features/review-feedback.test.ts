import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { aBoard, type Board, type Meeting } from '../support/reviews.js';

const clock = new FakeClock();
let app: TestApp;
let board: Board;
let guests: Actor[];
let guestIds: string[];
beforeAll(async () => {
  clock.set(Date.parse('2026-11-10T06:00:00Z'));
  app = await startApp({ clock });
  board = await aBoard(app);
  const people = [await aPerson(app, 'Guest'), await aPerson(app, '來賓')];
  guestIds = people.map(({ id }) => id);
  guests = people.map((person) => actingAs(person, 'VIEWER'));
});
afterAll(async () => {
  await app.close();
});

const GOOD = { timeWellSpent: 5, learnedSomething: 4, decisionsCarriedOut: 3 };
const answer = async (actor: Actor, { id }: Meeting, input: object = GOOD) =>
  (await board.tried('reviewMeetingFeedback', { id, input }, actor)).refusal?.code ?? 'OK';

interface Feedback {
  readonly openUntil: string | null;
  readonly mayAnswer: boolean;
  readonly mine: object | null;
  readonly results: { readonly count: number; readonly words: string[] } | null;
}
const feedbackAs = async (actor: Actor, { key }: Meeting): Promise<Feedback> =>
  (
    await askAs<{ reviewMeeting: { feedback: Feedback } }>(
      app,
      actor,
      `query ($key: String) { reviewMeeting(key: $key) { feedback { openUntil mayAnswer
        mine { timeWellSpent learnedSomething decisionsCarriedOut word }
        results { count timeWellSpent learnedSomething decisionsCarriedOut words } } } }`,
      { key },
    )
  ).reviewMeeting.feedback;

/** A meeting that has ended, to which the lead and the member were invited and a guest came. */
async function held(): Promise<Meeting> {
  const meeting = await board.plan();
  await board.did('reviewMeetingStart', { id: meeting.id });
  for (const personId of guestIds) {
    await board.did('reviewMeetingAttendanceSet', {
      ...{ id: meeting.id, input: { personId, presence: 'PRESENT' } },
    });
  }
  await board.did('reviewMeetingEnd', { id: meeting.id });
  return meeting;
}

describe('the questions after a meeting', () => {
  it('are for who was invited or there, once it has ended and for 14 days', async () => {
    const planned = await board.plan();
    expect(await answer(board.member, planned)).toBe('WRONG_STATE');
    expect(await feedbackAs(board.member, planned)).toEqual({
      ...{ openUntil: null, mayAnswer: false, mine: null, results: null },
    });
    const meeting = await held();
    expect(await answer(board.outsider, meeting)).toBe('FORBIDDEN');
    expect(await answer(board.viewer, meeting)).toBe('FORBIDDEN');
    expect((await feedbackAs(board.outsider, meeting)).mayAnswer).toBe(false);
    expect(await answer(board.member, meeting)).toBe('OK');
    const [guest = board.viewer] = guests;
    expect(await answer(guest, meeting, { ...GOOD, word: ' Gut ' })).toBe('OK');
    expect(await feedbackAs(guest, meeting)).toMatchObject({
      mayAnswer: true,
      mine: { ...GOOD, word: 'Gut' },
      results: null,
    });
    clock.forward({ days: 13 });
    expect(await answer(guest, meeting, { ...GOOD, timeWellSpent: 1 })).toBe('OK');
    expect((await feedbackAs(guest, meeting)).mine).toEqual({
      ...{ ...GOOD, timeWellSpent: 1, word: null },
    });
    clock.forward({ days: 1 });
    expect(await answer(guest, meeting)).toBe('WRONG_STATE');
    expect((await feedbackAs(guest, meeting)).mayAnswer).toBe(false);
  });

  it('take whole numbers from 1 to 5, and a word that is not too long', async () => {
    const meeting = await held();
    for (const wrong of [
      { timeWellSpent: 0 },
      { learnedSomething: 6 },
      { decisionsCarriedOut: -1 },
      { word: 'x'.repeat(2_001) },
      { word: ' ' },
    ]) {
      expect([wrong, await answer(board.member, meeting, { ...GOOD, ...wrong })]).toEqual([
        wrong,
        'VALIDATION',
      ]);
    }
    expect((await feedbackAs(board.member, meeting)).mine).toBeNull();
  });

  it('are answered once by each, and shown as counts from three answers on, without names', async () => {
    const meeting = await held();
    const [first = board.viewer, second = board.viewer] = guests;
    await answer(board.lead, meeting, { ...GOOD, word: 'Zu lang' });
    await answer(board.lead, meeting, { ...GOOD, word: 'Too long' });
    await answer(first, meeting, { ...GOOD, timeWellSpent: 1, word: 'A good one' });
    expect((await feedbackAs(board.lead, meeting)).results).toBeNull();
    await answer(second, meeting, { ...GOOD, timeWellSpent: 1 });
    const { results } = await feedbackAs(board.member, meeting);
    expect(results).toEqual({
      count: 3,
      timeWellSpent: [2, 0, 0, 0, 1],
      learnedSomething: [0, 0, 0, 3, 0],
      decisionsCarriedOut: [0, 0, 3, 0, 0],
      words: ['A good one', 'Too long'],
    });
    expect((await feedbackAs(board.member, meeting)).mine).toBeNull();
    for (const actor of [first, board.lead, board.admin]) {
      expect((await feedbackAs(actor, meeting)).results).toEqual(results);
    }
    for (const actor of [board.outsider, board.viewer]) {
      expect((await feedbackAs(actor, meeting)).results).toBeNull();
    }
  });

  it('leave in the audit log that somebody answered, and not who', async () => {
    const meeting = await held();
    await answer(board.member, meeting);
    const entries = await app.platform.database.read.find(AuditEntryEntity, {
      where: { act: 'reviewMeetingFeedback', subjectId: meeting.id },
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ actor: 'ANONYMOUS', personId: null, requestId: '' });
  });
});
