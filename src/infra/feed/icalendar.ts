import ICAL from 'ical.js';

import { onOneLine } from '../../core/text/clip.js';

/** Something on one day of a calendar. It takes nobody's time. */
export interface CalendarDay {
  /** Unlike any other, and the same for as long as it is about the same. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly url: string;
  readonly categories: readonly string[];
  /** Greater each time that it was changed, from 0. */
  readonly sequence: number;
  readonly changedAt: Date;
  /** It may still not come to it. */
  readonly isTentative: boolean;
}

export interface Calendar {
  readonly title: string;
  /** The page that it is about. */
  readonly url: string;
  readonly days: readonly CalendarDay[];
}

/** How often whoever subscribes is to look again. */
const REFRESH = 'PT1H';

// The space that begins a folded line is not counted by the library: 75 octets with it, as RFC 5545 has it.
ICAL.foldLength = 74;
// The name of a calendar as RFC 7986 has it, and as everybody had it before: text, escaped as all text is.
Object.assign(ICAL.design.icalendar.property, {
  name: { defaultType: 'text' },
  'x-wr-calname': { defaultType: 'text' },
});

/** A calendar as RFC 5545 has it, to be subscribed to. */
export function calendarDocument({ title, url, days }: Calendar): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//fupan//fupan//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  const name = onOneLine(title);
  calendar.addPropertyWithValue('name', name);
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('url', url);
  const refresh = new ICAL.Property('refresh-interval');
  refresh.resetType('duration');
  refresh.setValue(ICAL.Duration.fromString(REFRESH));
  calendar.addProperty(refresh);
  calendar.addPropertyWithValue('x-published-ttl', REFRESH);
  for (const day of days) calendar.addSubcomponent(eventOf(day));
  return `${calendar.toString()}\r\n`;
}

function eventOf(day: CalendarDay): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const changedAt = ICAL.Time.fromJSDate(day.changedAt, true);
  const begins = ICAL.Time.fromDateString(day.day);
  const ends = begins.clone();
  ends.addDuration(ICAL.Duration.fromString('P1D'));
  event.addPropertyWithValue('uid', day.uid);
  event.addPropertyWithValue('sequence', day.sequence);
  event.addPropertyWithValue('dtstamp', changedAt);
  event.addPropertyWithValue('last-modified', changedAt);
  event.addPropertyWithValue('dtstart', begins);
  event.addPropertyWithValue('dtend', ends);
  event.addPropertyWithValue('summary', onOneLine(day.title));
  event.addPropertyWithValue('description', day.lines.map(onOneLine).join('\n'));
  event.addPropertyWithValue('url', day.url);
  const categories = new ICAL.Property('categories');
  categories.setValues(day.categories.map(onOneLine));
  event.addProperty(categories);
  event.addPropertyWithValue('status', day.isTentative ? 'TENTATIVE' : 'CONFIRMED');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  return event;
}
