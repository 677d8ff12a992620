import { describe, expect, it } from '@jest/globals';

import { USUAL_WEEK, WorkingDays } from '../../src/core/working-days.js';
import { momentForMail } from '../../src/features/mail-preference/mail-choices.js';

const usual = new WorkingDays(USUAL_WEEK);
const night = { quietFrom: '20:00', quietUntil: '08:00' };

const moment = (
  at: string,
  zone = 'Asia/Taipei',
  hours: { quietFrom: string; quietUntil: string } = night,
  days = usual,
): string => momentForMail(new Date(at), zone, days, hours).toISOString();

describe('when mail may come', () => {
  it.each([
    ['in the day: at once', '2026-11-18T02:00:00.000Z', '2026-11-18T02:00:00.000Z'],
    ['at eight sharp: at once', '2026-11-18T00:00:00.000Z', '2026-11-18T00:00:00.000Z'],
    ['a second before eight: at eight', '2026-11-17T23:59:59.000Z', '2026-11-18T00:00:00.000Z'],
    ['in the evening: the next morning', '2026-11-18T12:00:00.000Z', '2026-11-19T00:00:00.000Z'],
    ['on Friday evening: on Monday', '2026-11-20T13:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['on a Sunday: on Monday morning', '2026-11-22T04:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ])('%s', (_name, at, then) => {
    expect(moment(at)).toBe(then);
  });

  it('knows quiet hours within a day, and none at all', () => {
    const noon = { quietFrom: '12:00', quietUntil: '13:30' };
    expect(moment('2026-11-18T04:30:00Z', 'Asia/Taipei', noon)).toBe('2026-11-18T05:30:00.000Z');
    expect(moment('2026-11-18T20:00:00Z', 'Asia/Taipei', noon)).toBe('2026-11-18T20:00:00.000Z');
    const none = { quietFrom: '08:00', quietUntil: '08:00' };
    expect(moment('2026-11-18T20:00:00Z', 'Asia/Taipei', none)).toBe('2026-11-18T20:00:00.000Z');
  });

  it('waits until after a holiday, and comes on a Saturday that is worked', () => {
    const days = new WorkingDays({
      ...USUAL_WEEK,
      zone: 'Asia/Shanghai',
      specialDays: [
        { from: '2026-02-15', to: '2026-02-23', name: '春节', isWorked: false },
        { from: '2026-02-14', to: '2026-02-14', name: '调休', isWorked: true },
      ],
    });
    expect(moment('2026-02-13T14:00:00Z', 'Asia/Shanghai', night, days)).toBe(
      '2026-02-14T00:00:00.000Z',
    );
    expect(moment('2026-02-14T14:00:00Z', 'Asia/Shanghai', night, days)).toBe(
      '2026-02-24T00:00:00.000Z',
    );
  });

  it('takes the hours by the clock of the zone when the clocks change', () => {
    // New York springs forward on 8 March 2026: eight o'clock is 12:00 UTC on the Monday after.
    expect(moment('2026-03-07T15:00:00Z', 'America/New_York')).toBe('2026-03-09T12:00:00.000Z');
    expect(moment('2026-03-06T03:00:00Z', 'America/New_York')).toBe('2026-03-06T13:00:00.000Z');
  });
});
