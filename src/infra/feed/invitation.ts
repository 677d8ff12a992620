import ICAL from 'ical.js';

import type { MailAddress } from '../../core/mail-address.js';
import { onOneLine } from '../../core/text/clip.js';
// How lines are folded is set there.
import './icalendar.js';

/** What RFC 5546 has a calendar do: show it, take it in as invited, or strike it out. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** How somebody stands to an invitation, as RFC 5545 names it. */
export type ParticipationStatus = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';

/** A meeting as a calendar shows it. */
export interface CalendarMeeting {
  readonly method: CalendarMethod;
  /** The same for as long as the meeting is. */
  readonly uid: string;
  /** Greater each time that what is shown has changed, from 0. */
  readonly sequence: number;
  /** When this was said: of two with the same sequence the later counts. */
  readonly stampedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string | null;
  readonly lines: readonly string[];
  readonly url: string;
  readonly isCanceled: boolean;
  /** Whom it comes from: never another one, or calendars take no updates. Null where no mail leaves. */
  readonly organizer: MailAddress | null;
  /** Whom it is for; null in a file for anybody. */
  readonly attendee: (MailAddress & { readonly status: ParticipationStatus }) | null;
}

/** One meeting as a file of RFC 5545, its times in UTC. */
export function invitationDocument(meeting: CalendarMeeting): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//fupan//fupan//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', meeting.method);
  calendar.addSubcomponent(eventOf(meeting));
  return `${calendar.toString()}\r\n`;
}

function eventOf(meeting: CalendarMeeting): ICAL.Component {
  const { organizer, attendee, place, url } = meeting;
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', meeting.uid);
  event.addPropertyWithValue('sequence', meeting.sequence);
  event.addPropertyWithValue('dtstamp', instant(meeting.stampedAt));
  event.addPropertyWithValue('dtstart', instant(meeting.startsAt));
  event.addPropertyWithValue('dtend', instant(meeting.endsAt));
  event.addPropertyWithValue('summary', onOneLine(meeting.title));
  if (place !== null) event.addPropertyWithValue('location', onOneLine(place));
  event.addPropertyWithValue('description', meeting.lines.map(onOneLine).join('\n'));
  event.addPropertyWithValue('url', url);
  event.addPropertyWithValue('status', meeting.isCanceled ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', 'OPAQUE');
  event.addProperty(
    organizer === null ? address('organizer', url) : mailbox('organizer', organizer),
  );
  if (attendee !== null) {
    const property = mailbox('attendee', attendee);
    property.setParameter('role', 'REQ-PARTICIPANT');
    property.setParameter('partstat', attendee.status);
    // Nobody reads what comes back to the address: answers are given in fupan.
    property.setParameter('rsvp', 'FALSE');
    event.addProperty(property);
  }
  return event;
}

/** To the second, as the format has it. */
const instant = (at: Date): ICAL.Time =>
  ICAL.Time.fromJSDate(new Date(Math.floor(at.getTime() / 1_000) * 1_000), true);

function address(name: string, value: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setValue(value);
  return property;
}

function mailbox(name: string, { name: called, address: to }: MailAddress): ICAL.Property {
  const property = address(name, `mailto:${to}`);
  // A quotation mark cannot stand in a parameter.
  const cn = onOneLine(called).replaceAll('"', '');
  if (cn !== '') property.setParameter('cn', cn);
  return property;
}
