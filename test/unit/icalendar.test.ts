import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';

import { onOneLine } from '../../src/core/text/clip.js';
import { calendarDocument, type CalendarDay } from '../../src/infra/feed/icalendar.js';

const DAY: CalendarDay = {
  uid: '0192f0c1-2d3e-7f40-8a5b-6c7d8e9f0a1b-due',
  day: '2026-12-31',
  title: 'Due: AI-1 演練還原',
  lines: ['Committed · P1', 'https://fupan.example/actions/AI-1'],
  url: 'https://fupan.example/actions/AI-1',
  categories: ['Committed', 'P1'],
  sequence: 3,
  changedAt: new Date('2026-11-18T01:02:03.456Z'),
  isTentative: false,
};

const written = (...days: Partial<CalendarDay>[]): string =>
  calendarDocument({
    title: 'fupan: 待辦; 一, 二',
    url: 'https://fupan.example/mine',
    days: days.map((day) => ({ ...DAY, ...day })),
  });

/** The lines as they are sent, each held against RFC 5545 section 3.1. */
function linesOf(document: string): string[] {
  expect(document.endsWith('\r\n')).toBe(true);
  const lines = document.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // A character that was cut would not come out as it went in.
    expect(Buffer.from(line).toString()).toBe(line);
  }
  return lines;
}

const unfolded = (document: string): string[] =>
  linesOf(document).join('\r\n').replaceAll('\r\n ', '').split('\r\n');

const eventsIn = (document: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(document) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event, { strictExceptions: true }));

describe('a calendar', () => {
  it('says what whoever subscribes needs', () => {
    expect(unfolded(written({}))).toEqual([
      'BEGIN:VCALENDAR',
      'PRODID:-//fupan//fupan//EN',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'NAME:fupan: 待辦\\; 一\\, 二',
      'X-WR-CALNAME:fupan: 待辦\\; 一\\, 二',
      'URL:https://fupan.example/mine',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:0192f0c1-2d3e-7f40-8a5b-6c7d8e9f0a1b-due',
      'SEQUENCE:3',
      'DTSTAMP:20261118T010203Z',
      'LAST-MODIFIED:20261118T010203Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Due: AI-1 演練還原',
      'DESCRIPTION:Committed · P1\\nhttps://fupan.example/actions/AI-1',
      'URL:https://fupan.example/actions/AI-1',
      'CATEGORIES:Committed,P1',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('folds long titles between characters', () => {
    const title = `${'長'.repeat(400)}${'😀'.repeat(50)}`;
    const document = written({ title });
    expect(linesOf(document).filter((line) => line.startsWith(' ')).length).toBeGreaterThan(15);
    expect(eventsIn(document)[0]?.summary).toBe(title);
  });

  it('holds nothing but one event, whatever a title says', () => {
    const title = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:b;c,d\\e\u2028f\u0000<b>&amp;</b>"';
    const document = written({ title, categories: ['a;b', 'c,d', 'e\r\nf'] });
    const [event, ...others] = eventsIn(document);
    expect(others).toEqual([]);
    expect(event?.summary).toBe('a END:VEVENT BEGIN:VEVENT SUMMARY:b;c,d\\e f <b>&amp;</b>"');
    expect(unfolded(document)).toContain('CATEGORIES:a\\;b,c\\,d,e f');
  });

  it('gives back whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const document = written({ title });
        linesOf(document);
        expect(eventsIn(document)[0]?.summary).toBe(onOneLine(title));
      }),
      { numRuns: 500 },
    );
  });
});
