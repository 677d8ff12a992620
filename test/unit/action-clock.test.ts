import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { USUAL_WEEK, WorkingDays } from '../../src/core/working-days.js';
import { actionClock, type ClockEvent } from '../../src/features/target/action-clock.js';

const usual = new WorkingDays(USUAL_WEEK);
/** Spring Festival from Monday to Friday, made up for on the Sunday before and the Saturday after. */
const taipei = new WorkingDays({
  ...USUAL_WEEK,
  zone: 'Asia/Taipei',
  specialDays: [
    { from: '2026-02-16', to: '2026-02-20', name: '春節', isWorked: false },
    { from: '2026-02-15', to: '2026-02-15', name: '補班', isWorked: true },
    { from: '2026-02-28', to: '2026-02-28', name: '補班', isWorked: true },
  ],
});

/** `2026-11-02 PROPOSED`, `2026-11-04T23:00 PAUSED 2026-11-16`; at nine where no hour is said. */
const events = (...lines: string[]): ClockEvent[] =>
  lines.map((line) => {
    const [at = '', status, pausedUntil = null] = line.split(' ');
    return {
      at: new Date(`${at.includes('T') ? at : `${at}T09:00`}:00Z`),
      status: status as ClockEvent['status'],
      pausedUntil,
    };
  });

function read(
  history: readonly ClockEvent[],
  now: string,
  { targetDays = 7, calendar = usual }: { targetDays?: number | null; calendar?: WorkingDays } = {},
) {
  const at = new Date(`${now.includes('T') ? now : `${now}T12:00`}:00Z`);
  return actionClock(history, { targetDays, calendar, now: at });
}

/** A Monday. */
const PROPOSED = '2026-11-02 PROPOSED';

describe('the clock of an action', () => {
  it('counts working days from the proposal, and tells the last day within the target', () => {
    const history = events(PROPOSED);
    expect(read(history, '2026-11-09')).toEqual({
      state: 'RUNNING',
      targetDays: 7,
      usedDays: 5,
      pausedDays: 0,
      breached: false,
      targetOn: '2026-11-11',
    });
    expect(read(history, '2026-11-11')).toMatchObject({ usedDays: 7, breached: false });
    expect(read(history, '2026-11-12')).toMatchObject({ usedDays: 8, breached: true });
    // Whatever day it is looked at, a weekend included, the last day is the same.
    for (const now of ['2026-11-02', '2026-11-07', '2026-11-08', '2026-11-14', '2026-11-15']) {
      expect(read(history, now).targetOn).toBe('2026-11-11');
    }
  });

  it('stands still while it is paused, and runs again when the pause is over', () => {
    const paused = [PROPOSED, '2026-11-03 COMMITTED', '2026-11-04 PAUSED 2026-11-16'];
    expect(read(events(...paused), '2026-11-13')).toEqual({
      state: 'PAUSED',
      targetDays: 7,
      usedDays: 2,
      pausedDays: 7,
      breached: false,
      targetOn: '2026-11-23',
    });
    // The day on which it ends is the day on which it is taken up.
    const over = { state: 'RUNNING', usedDays: 2, pausedDays: 8, targetOn: '2026-11-23' };
    expect(read(events(...paused), '2026-11-16')).toMatchObject(over);
    expect(read(events(...paused), '2026-11-18')).toMatchObject({ ...over, usedDays: 4 });
    const resumed = events(...paused, '2026-11-10 COMMITTED');
    expect(read(resumed, '2026-11-12')).toMatchObject({
      state: 'RUNNING',
      usedDays: 4,
      pausedDays: 4,
      targetOn: '2026-11-17',
    });
  });

  it('counts what is edited after its pause ended by itself only once', () => {
    const paused = [PROPOSED, '2026-11-04 PAUSED 2026-11-09'];
    const edited = events(...paused, '2026-11-11 PAUSED 2026-11-09', '2026-11-12 COMMITTED');
    expect(read(edited, '2026-11-11')).toEqual(read(events(...paused), '2026-11-11'));
    expect(read(edited, '2026-11-13')).toMatchObject({ usedDays: 6, pausedDays: 3 });
    // A file tells of a pause that was over long before.
    const imported = events('2026-11-02 PAUSED 2025-01-01');
    expect(read(imported, '2026-11-04')).toMatchObject({ state: 'RUNNING', usedDays: 2 });
  });

  it('loses nothing by what happens within a day', () => {
    const busy = events(
      '2026-11-02T01:00 PROPOSED',
      '2026-11-02T02:00 COMMITTED',
      '2026-11-04T08:00 PAUSED 2026-12-01',
      '2026-11-04T09:00 COMMITTED',
      '2026-11-04T10:00 DONE',
      '2026-11-04T11:00 IN_PROGRESS',
    );
    expect(read(busy, '2026-11-06')).toEqual(read(events('2026-11-02 PROPOSED'), '2026-11-06'));
    // Paused over the night: the day that begins in the pause is the pause's.
    const night = events(PROPOSED, '2026-11-04T22:00 PAUSED 2026-12-01', '2026-11-05 COMMITTED');
    expect(read(night, '2026-11-06')).toMatchObject({ usedDays: 3, pausedDays: 1 });
  });

  it('ends when the action is done, and goes on where it was if that is taken back', () => {
    const done = [PROPOSED, '2026-11-05 DONE'];
    expect(read(events(...done), '2026-12-30')).toMatchObject({
      state: 'ENDED',
      usedDays: 3,
      breached: false,
      targetOn: null,
    });
    const late = events(PROPOSED, '2026-11-30 DONE', '2026-12-01 VERIFIED');
    expect(read(late, '2026-12-30')).toMatchObject({
      state: 'ENDED',
      usedDays: 20,
      breached: true,
      targetOn: '2026-11-11',
    });
    const again = events(...done, '2026-12-01 IN_PROGRESS');
    expect(read(again, '2026-12-03')).toMatchObject({
      state: 'RUNNING',
      usedDays: 5,
      targetOn: '2026-12-07',
    });
    const rejected = [PROPOSED, '2026-11-04 REJECTED'];
    expect(read(events(...rejected), '2026-12-30')).toMatchObject({
      state: 'STOPPED',
      usedDays: 2,
      targetOn: null,
    });
    const proposedAgain = events(...rejected, '2026-11-30 PROPOSED');
    expect(read(proposedAgain, '2026-12-01')).toMatchObject({ state: 'RUNNING', usedDays: 3 });
  });

  it('passes over holidays, and counts the days worked in their place', () => {
    // A Friday; then a Sunday that is worked, and a week that is not.
    const history = events('2026-02-13 PROPOSED');
    const clock = (now: string) => read(history, now, { targetDays: 2, calendar: taipei });
    expect(clock('2026-02-15')).toMatchObject({ usedDays: 1, targetOn: '2026-02-23' });
    expect(clock('2026-02-22')).toMatchObject({ usedDays: 1, breached: false });
    expect(clock('2026-02-24')).toMatchObject({ usedDays: 3, breached: true });
    // Committed on a holiday: its first day is the next that is worked.
    const onHoliday = events('2026-02-18 COMMITTED');
    expect(read(onHoliday, '2026-02-23', { calendar: taipei })).toMatchObject({ usedDays: 1 });
    const paused = events('2026-02-23 PROPOSED', '2026-02-25 PAUSED 2026-03-02');
    expect(read(paused, '2026-03-02', { calendar: taipei })).toMatchObject({
      usedDays: 2,
      pausedDays: 4,
    });
  });

  it('begins and ends its days in the zone of the calendar', () => {
    // 17:00 UTC on Monday is Tuesday in Taipei.
    const history = events('2026-11-02T17:00 PROPOSED');
    const now = '2026-11-03T17:00';
    expect(read(history, '2026-11-03T15:00')).toMatchObject({ usedDays: 1 });
    expect(read(history, '2026-11-03T15:00', { calendar: taipei })).toMatchObject({ usedDays: 0 });
    expect(read(history, now, { calendar: taipei })).toMatchObject({ usedDays: 1 });
  });

  it('without a target still tells what was used', () => {
    expect(read(events(PROPOSED), '2026-11-09', { targetDays: null })).toEqual({
      state: 'RUNNING',
      targetDays: null,
      usedDays: 5,
      pausedDays: 0,
      breached: false,
      targetOn: null,
    });
  });

  it('has no target for what was over before it was known, and no last day where there is none', () => {
    const imported = events('2026-11-02 DONE', '2026-11-03 VERIFIED');
    expect(read(imported, '2026-11-09')).toMatchObject({ state: 'ENDED', targetDays: null });
    const forever = events(PROPOSED, '2026-11-04 PAUSED 9999-12-30');
    expect(read(forever, '2026-11-09')).toMatchObject({ state: 'PAUSED', targetOn: null });
    expect(read([], '2026-11-09')).toMatchObject({ usedDays: 0, targetDays: null });
  });

  it('leaves out what is still to come, so that a past clock can be read', () => {
    const history = events(PROPOSED, '2026-11-05 DONE');
    expect(read(history, '2026-11-04')).toMatchObject({ state: 'RUNNING', usedDays: 2 });
  });
});

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const BEGIN = Date.parse('2026-02-02T00:00:00Z');
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The clock walked day by day: how it stood when the day began. */
function walked(history: readonly ClockEvent[], now: number, calendar: WorkingDays) {
  let [usedDays, pausedDays] = [0, 0];
  for (let day = BEGIN; day <= now; day += DAY_MS) {
    const last = history.filter(({ at }) => at.getTime() < day).at(-1);
    if (!last || !calendar.isWorkingDay(dayOf(day))) continue;
    const { status, pausedUntil } = last;
    const isPaused = status === 'PAUSED' && (pausedUntil ?? '') >= dayOf(day);
    if (isPaused) pausedDays++;
    else if (['PROPOSED', 'COMMITTED', 'IN_PROGRESS', 'PAUSED'].includes(status)) usedDays++;
  }
  return { usedDays, pausedDays };
}

const life = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 30 * 24 }),
      status: fc.constantFrom<ClockEvent['status']>(
        'PROPOSED',
        'COMMITTED',
        'IN_PROGRESS',
        'PAUSED',
        'DONE',
        'VERIFIED',
        'REJECTED',
      ),
      pause: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    let at = BEGIN + HOUR_MS;
    const first: ClockEvent = { at: new Date(at), status: 'PROPOSED', pausedUntil: null };
    return [
      first,
      ...steps.map(({ hours, status, pause }): ClockEvent => {
        at += hours * HOUR_MS;
        const pausedUntil = status === 'PAUSED' ? dayOf(at + pause * DAY_MS) : null;
        return { at: new Date(at), status, pausedUntil };
      }),
    ];
  });

describe('the clock of any life', () => {
  it('is what walking its days gives, and never falls', () => {
    const calendar = new WorkingDays({
      ...USUAL_WEEK,
      specialDays: [
        { from: '2026-02-16', to: '2026-02-20', name: '春節', isWorked: false },
        { from: '2026-02-28', to: '2026-02-28', name: '補班', isWorked: true },
      ],
    });
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 200 }), fc.nat(40), (history, days, rest) => {
        const now = BEGIN + 2 * HOUR_MS + days * DAY_MS;
        const clock = (ms: number) =>
          actionClock(history, { targetDays: 7, calendar, now: new Date(ms) });
        const { usedDays, pausedDays, breached, targetOn } = clock(now);
        const past = history.filter(({ at }) => at.getTime() <= now);
        expect({ usedDays, pausedDays }).toEqual(walked(past, now, calendar));
        expect(clock(now + rest * DAY_MS).usedDays).toBeGreaterThanOrEqual(usedDays);
        expect(breached).toBe(usedDays > 7);
        if (breached) expect(targetOn !== null && targetOn < dayOf(now)).toBe(true);
      }),
    );
  });
});
