import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ReviewInvitations } from '../../src/features/review-meeting/review-invitations.service.js';
import { ReviewScheduler } from '../../src/features/review-meeting/review-scheduler.service.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { aBoard, attempt, done, MEETING, type Board, type Meeting } from '../support/reviews.js';

const MONDAY = '2026-11-02T08:00:00Z';
const clock = new FakeClock();
let app: TestApp;
let board: Board;
beforeAll(async () => {
  clock.set(Date.parse(MONDAY));
  app = await startApp({ clock });
  board = await aBoard(app);
});
beforeEach(() => {
  clock.set(Date.parse(MONDAY));
});
afterAll(async () => {
  await app.close();
});

interface Series {
  readonly id: string;
  readonly version: number;
  readonly nextMeetings: readonly Meeting[];
}

const WEEKLY = {
  ...{ rule: 'FREQ=WEEKLY;BYDAY=TU', startsOn: '2026-11-03', zone: 'Asia/Taipei' },
  time: '14:00',
};
const begin = (input: object = {}, actor: Actor = board.lead): Promise<Series> =>
  done<Series>(app, actor, 'reviewSeriesCreate', 'reviewSeries', {
    input: {
      ...{ title: 'Weekly review', cadence: WEEKLY, durationMinutes: 60, place: 'Room 5' },
      teamIds: [board.teamId],
      ...input,
    },
  });
const change = (id: string, input: object): Promise<Series> =>
  done<Series>(app, board.lead, 'reviewSeriesUpdate', 'reviewSeries', { id, input });
const archive = (id: string, actor: Actor) =>
  attempt(app, actor, 'reviewSeriesArchive', 'reviewSeries', { id });

const startsOf = ({ nextMeetings }: Series): string[] =>
  nextMeetings.map(({ startsAt }) => startsAt.slice(0, 16));
const idsOf = ({ nextMeetings }: Series): string[] => nextMeetings.map(({ id }) => id);

async function meetingsOf(id: string): Promise<Meeting[]> {
  const document = `query ($id: ID!) { reviewMeetings(
    filter: { reviewSeriesId: $id }, orderBy: { direction: ASC }) { nodes { ${MEETING} } } }`;
  interface Answer {
    reviewMeetings: { nodes: Meeting[] };
  }
  return (await askAs<Answer>(app, board.lead, document, { id })).reviewMeetings.nodes;
}

/** As another process would. */
const another = (): ReviewScheduler => {
  const { database } = app.platform;
  return new ReviewScheduler(database, app.get(ReviewInvitations), clock, silentLogger);
};

describe('a slot', () => {
  it('has its next four meetings made, in its zone and with whom it invites', async () => {
    const series = await begin();
    expect(startsOf(series)).toEqual([
      ...['2026-11-03T06:00', '2026-11-10T06:00', '2026-11-17T06:00', '2026-11-24T06:00'],
    ]);
    expect(series.nextMeetings[0]).toMatchObject({
      title: 'Weekly review',
      place: 'Room 5',
      teams: [{ id: board.teamId }],
    });
    const summer = { ...WEEKLY, zone: 'Europe/Berlin', startsOn: '2027-03-20' };
    clock.set(Date.parse('2027-03-20T08:00:00Z'));
    // The clock is put forward there on the 28th.
    expect(startsOf(await begin({ cadence: summer })).slice(0, 2)).toEqual([
      ...['2027-03-23T13:00', '2027-03-30T12:00'],
    ]);
  });

  it('has none made further ahead than 90 days', async () => {
    const yearly = { ...WEEKLY, rule: 'FREQ=MONTHLY;BYMONTHDAY=1' };
    expect(startsOf(await begin({ cadence: yearly }))).toEqual([
      ...['2026-12-01T06:00', '2027-01-01T06:00'],
    ]);
  });

  it('gets each of its meetings once, however many processes make them', async () => {
    const { id } = await begin();
    await another().look();
    clock.set(Date.parse('2026-11-18T08:00:00Z'));
    const made = await Promise.all([another(), another(), another()].map((each) => each.look()));
    const mine = (await meetingsOf(id)).map(({ startsAt }) => startsAt.slice(0, 10));
    expect(mine).toEqual([
      ...['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'],
      ...['2026-12-01', '2026-12-08', '2026-12-15'],
    ]);
    expect(made.filter(({ meetings }) => meetings > 0).length).toBeGreaterThan(0);
    expect((await another().look()).meetings).toBe(0);
  });

  it('does not make anew what was canceled', async () => {
    const { id, nextMeetings } = await begin();
    const [first] = nextMeetings;
    await board.did('reviewMeetingCancel', { id: first?.id, input: { reason: 'Holiday' } });
    await another().look();
    expect((await meetingsOf(id)).map(({ state }) => state)).toEqual([
      ...['CANCELED', 'PLANNED', 'PLANNED', 'PLANNED'],
    ]);
  });
});

describe('changing a slot', () => {
  it('moves the meetings to come, and leaves those alone that somebody changed by hand', async () => {
    const series = await begin();
    const [, second] = series.nextMeetings;
    const input = { startsAt: '2026-11-11T02:00:00Z', title: 'Moved by hand' };
    await board.did('reviewMeetingUpdate', { id: second?.id, input });
    const later = await change(series.id, {
      title: 'Review on Thursdays',
      cadence: { ...WEEKLY, rule: 'FREQ=WEEKLY;BYDAY=TH' },
    });
    const meetings = await meetingsOf(series.id);
    expect(meetings.map(({ title, startsAt }) => `${startsAt.slice(0, 10)} ${title}`)).toEqual([
      '2026-11-05 Review on Thursdays',
      '2026-11-11 Moved by hand',
      '2026-11-12 Review on Thursdays',
      '2026-11-19 Review on Thursdays',
      '2026-11-26 Review on Thursdays',
    ]);
    // Calendars are to move what they have.
    const kept = meetings.filter(({ id }) => idsOf(series).includes(id));
    expect(kept.map(({ sequence }) => sequence)).toEqual([1, 1, 1, 1]);
    expect(idsOf(later)).toHaveLength(5);
  });

  it('cancels what finds no slot, and gives free slots back', async () => {
    const series = await begin();
    const rule = 'FREQ=WEEKLY;BYDAY=TU;COUNT=2';
    const shorter = await change(series.id, { cadence: { ...WEEKLY, rule } });
    expect(idsOf(shorter)).toEqual(idsOf(series).slice(0, 2));
    expect((await meetingsOf(series.id)).map(({ state, sequence }) => [state, sequence])).toEqual([
      ...[
        ['PLANNED', 0],
        ['PLANNED', 0],
      ],
      ...[
        ['CANCELED', 1],
        ['CANCELED', 1],
      ],
    ]);
    expect(startsOf(await change(series.id, { cadence: WEEKLY }))).toEqual(startsOf(series));
  });

  it('is refused where it makes no sense, and then changes nothing', async () => {
    const series = await begin();
    for (const input of [
      { cadence: { ...WEEKLY, rule: 'FREQ=HOURLY' }, title: 'No' },
      { durationMinutes: 1, title: 'No' },
      { expectedVersion: 9, title: 'No' },
      { teamIds: [board.leadId], title: 'No' },
    ]) {
      const of = { id: series.id, input };
      const { refusal } = await attempt(
        ...([app, board.lead, 'reviewSeriesUpdate', 'reviewSeries', of] as const),
      );
      expect(refusal?.code).toMatch(/VALIDATION|CONFLICT|NOT_FOUND/);
    }
    expect(await meetingsOf(series.id)).toEqual(series.nextMeetings);
  });
});

describe('setting a slot aside', () => {
  it('cancels its meetings without cases, as far as one can see, for those who may', async () => {
    const series = await begin();
    const [first, second, third] = idsOf(series);
    await board.add(first ?? '', (await aCase(app)).id);
    const hidden = await board.restrict((await aCase(app)).id, board.memberId);
    await board.add(second ?? '', hidden, {}, board.member);
    expect((await archive(series.id, board.outsider)).refusal?.code).toBe('FORBIDDEN');
    expect((await archive(series.id, board.viewer)).refusal?.code).toBe('FORBIDDEN');
    await board.did('reviewMeetingUpdate', { id: third, input: { place: 'Room 6' } });
    await archive(series.id, board.lead);
    const states = async (): Promise<string[]> =>
      (await meetingsOf(series.id)).map(({ state }) => state);
    expect(await states()).toEqual(['PLANNED', 'CANCELED', 'CANCELED', 'CANCELED']);
    expect((await archive(series.id, board.lead)).refusal?.code).toBe('WRONG_STATE');
    await another().look();
    expect(await states()).toHaveLength(4);
    await done(app, board.lead, 'reviewSeriesRestore', 'reviewSeries', { id: series.id });
    expect((await states()).filter((state) => state === 'PLANNED')).toHaveLength(4);
  });
});
