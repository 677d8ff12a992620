import { describe, expect, it } from '@jest/globals';

import type { Language } from '../../src/core/vocabulary.js';
import { momentAt, resolve } from '../../src/features/case-file/prose-time.js';
import { zoneOfHeading } from '../../src/features/case-file/prose-zone.js';

/** The instant, the zone and the words that are left, on a document of 2024-03-10 in UTC. */
function read(text: string, language: Language = 'en') {
  const moment = momentAt(text, language);
  const instant =
    moment && resolve(moment, { language, zone: 'UTC', day: { year: 2024, month: 3, day: 10 } });
  return instant && [instant.at.replace('.000Z', 'Z'), instant.zone, text.slice(moment.length)];
}

describe('a time at the beginning of a line', () => {
  it.each<[string, Language, string, string]>([
    ['2024-03-11T14:05:00Z deploy', 'en', '2024-03-11T14:05:00Z', 'UTC'],
    ['2024-03-11T14:05:00.250+08:00 deploy', 'en', '2024-03-11T06:05:00.250Z', '+08:00'],
    ['2024-03-11T14:05:00-07:00 deploy', 'en', '2024-03-11T21:05:00Z', '-07:00'],
    ['2024-03-11 14:05 UTC - deploy', 'en', '2024-03-11T14:05:00Z', 'UTC'],
    ['2024-03-11 14:05 CST deploy', 'en', '2024-03-11T19:05:00Z', 'America/Chicago'],
    ['2024-03-11 14:05 CST deploy', 'zh-Hans', '2024-03-11T06:05:00Z', 'Asia/Shanghai'],
    ['[2024-03-11 14:05:33] deploy', 'en', '2024-03-11T14:05:33Z', 'UTC'],
    ['2024/3/11 9:05 deploy', 'en', '2024-03-11T09:05:00Z', 'UTC'],
    ['**14:05** — deploy', 'en', '2024-03-10T14:05:00Z', 'UTC'],
    ['14:05: deploy', 'en', '2024-03-10T14:05:00Z', 'UTC'],
    ['14:05 (UTC+8) deploy', 'en', '2024-03-10T06:05:00Z', '+08:00'],
    ['14:05 UTC deploy', 'en', '2024-03-10T14:05:00Z', 'UTC'],
    ['14:05-14:20 deploy', 'en', '2024-03-10T14:05:00Z', 'UTC'],
    ['14:05 – 14:20 UTC: deploy', 'en', '2024-03-10T14:05:00Z', 'UTC'],
    ['14:05～14:20 deploy', 'zh-Hant', '2024-03-10T14:05:00Z', 'UTC'],
    ['2:05 PM PST deploy', 'en', '2024-03-10T21:05:00Z', 'America/Los_Angeles'],
    ['12:01 a.m. deploy', 'en', '2024-03-10T00:01:00Z', 'UTC'],
    ['2 pm deploy', 'en', '2024-03-10T14:00:00Z', 'UTC'],
    ['Mar 11, 2024 2:05 PM PST deploy', 'en', '2024-03-11T21:05:00Z', 'America/Los_Angeles'],
    ['Monday, March 11th 2024 at 14:05 deploy', 'en', '2024-03-11T14:05:00Z', 'UTC'],
    ['11 March 2024, 14:05 GMT deploy', 'en', '2024-03-11T14:05:00Z', 'UTC'],
    ['March 11 14:05 deploy', 'en', '2024-03-11T14:05:00Z', 'UTC'],
    ['3月11日 14:05 deploy', 'zh-Hant', '2024-03-11T14:05:00Z', 'UTC'],
    ['3月11日（週一）14:05 deploy', 'zh-Hant', '2024-03-11T14:05:00Z', 'UTC'],
    ['2024年3月11日 下午2:05 deploy', 'zh-Hant', '2024-03-11T14:05:00Z', 'UTC'],
    ['2024年03月11日14時05分 deploy', 'zh-Hant', '2024-03-11T14:05:00Z', 'UTC'],
    ['凌晨2點半 deploy', 'zh-Hant', '2024-03-10T02:30:00Z', 'UTC'],
    ['晚上8点05分，deploy', 'zh-Hans', '2024-03-10T20:05:00Z', 'UTC'],
    ['03-11 14：05 deploy', 'zh-Hans', '2024-03-11T14:05:00Z', 'UTC'],
    ['北京時間 14:05 deploy', 'zh-Hant', '2024-03-10T06:05:00Z', 'Asia/Shanghai'],
    ['24:00 deploy', 'en', '2024-03-11T00:00:00Z', 'UTC'],
  ])('reads %s (%s)', (text, language, instant, zone) => {
    expect(read(text, language)).toEqual([instant, zone, 'deploy']);
  });

  it.each([
    'deploy at 14:05',
    '25:10 no such hour',
    '14:65 no such minute',
    '2024-02-30 10:00 no such day',
    '3 pods restarted',
    '503 errors',
    '3/4/2024 may be March or April',
    '10:5 is a ratio',
    'maybe 14:05',
  ])('does not take %s for one', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('takes summer time into account', () => {
    expect(read('2024-01-11 14:05 PST deploy')?.[0]).toBe('2024-01-11T22:05:00Z');
    expect(read('2024-07-11 14:05 PST deploy')?.[0]).toBe('2024-07-11T21:05:00Z');
  });
});

describe('a zone for a whole timeline', () => {
  it.each<[string, Language, string | undefined]>([
    ['Timeline (all times UTC)', 'en', 'UTC'],
    ['Timeline(all times in Pacific Time)', 'en', 'America/Los_Angeles'],
    ['All times are in CEST.', 'en', 'Europe/Paris'],
    ['時間線（時間均為 UTC+8）', 'zh-Hant', '+08:00'],
    ['以下时间均为北京时间', 'zh-Hans', 'Asia/Shanghai'],
    ['Time zone: Asia/Taipei', 'en', 'Asia/Taipei'],
    ['Time (CST)', 'zh-Hans', 'Asia/Shanghai'],
    ['Timeline', 'en', undefined],
    ['Timeline of the best team (draft)', 'en', undefined],
  ])('reads %s (%s)', (text, language, zone) => {
    expect(zoneOfHeading(text, language)).toBe(zone);
  });
});
