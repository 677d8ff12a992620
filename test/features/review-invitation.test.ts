import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';

import { ReviewScheduler } from '../../src/features/review-meeting/review-scheduler.service.js';
import { MailPreferenceService } from '../../src/features/mail-preference/mail-preference.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase, actingAs } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { aBoard, type Board, type Meeting } from '../support/reviews.js';

/** A Monday on which everybody works. */
const MORNING = '2026-11-02T09:00:00Z';
const clock = new FakeClock();
let app: TestApp;
let mail: MailServer;
let board: Board;
beforeAll(async () => {
  mail = await startMailServer();
  clock.set(Date.parse(MORNING));
  app = await startApp({
    clock,
    env: {
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}?tls=none`,
      FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      FUPAN_PUBLIC_URL: 'https://fupan.example.org',
    },
  });
  board = await aBoard(app);
  await address(board.leadId, 'lead');
  await address(board.memberId, 'member');
});
beforeEach(() => {
  clock.set(Date.parse(MORNING));
  mail.delivered.length = 0;
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const address = (id: string, name: string) =>
  app.write((tx) =>
    app.get(PersonService).update(tx, id, { email: `${name}@example.org`, locale: 'en' }),
  );

interface Taken {
  readonly to: string;
  readonly subject: string;
  readonly raw: string;
  readonly text: string;
  readonly method: string;
  readonly event: ICAL.Component;
}

/** Has everything be sent that is due. */
async function sent(): Promise<Taken[]> {
  await app.platform.outbox.drained();
  return mail.delivered.map(({ to, mail: parsed, raw }) => {
    const attached = parsed.attachments.find(({ contentType }) => /ics|calendar/.test(contentType));
    const content = attached?.content.toString('utf8') ?? '';
    const calendar = strictly(content);
    return {
      to: to.join(),
      subject: parsed.subject ?? '',
      raw,
      text: parsed.text ?? '',
      method: String(calendar.getFirstPropertyValue('method')),
      event: calendar.getFirstSubcomponent('vevent') ?? new ICAL.Component('vevent'),
    };
  });
}

/** A calendar as a strict reader takes it: whole lines of 75 octets at most, all that is asked for once. */
function strictly(content: string): ICAL.Component {
  expect(content.endsWith('\r\n')).toBe(true);
  for (const line of content.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  expect(calendar.name).toBe('vcalendar');
  for (const name of ['prodid', 'version', 'method']) {
    expect([name, calendar.getAllProperties(name).length]).toEqual([name, 1]);
  }
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  for (const name of ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'organizer']) {
    expect([name, events[0]?.getAllProperties(name).length]).toEqual([name, 1]);
  }
  return calendar;
}

const value = ({ event }: Pick<Taken, 'event'>, name: string): string =>
  String(event.getFirstPropertyValue(name));
const fileOf = ({ calendarFile }: Meeting) => ({
  event: strictly(calendarFile).getFirstSubcomponent('vevent') ?? new ICAL.Component('vevent'),
});
const update = (id: string, input: object) => board.did('reviewMeetingUpdate', { id, input });
const subjects = async (): Promise<string[]> =>
  (await sent())
    .map(({ to, subject, method }) => `${to.split('@')[0]} ${method} ${subject}`)
    .sort();

describe('an invitation', () => {
  it('goes to everybody invited, in their name, and says nothing of any case', async () => {
    const meeting = await board.plan({ place: 'https://meet.example.org/review' });
    const { title, id } = await aCase(app, { title: 'Secretzebra failed' });
    await board.add(meeting.id, await board.restrict(id, board.leadId));
    expect(title).toBe('Secretzebra failed');
    const mails = await sent();
    expect(mails.map(({ to }) => to).sort()).toEqual(['lead@example.org', 'member@example.org']);
    const [one] = mails.filter(({ to }) => to.startsWith('member'));
    if (!one) throw new Error('no mail');
    expect(one.subject).toBe(
      'Invitation: Cross-team review, Tuesday, November 10, 2026 at 2:00 PM (Asia/Taipei)',
    );
    expect(one.method).toBe('REQUEST');
    expect(one.raw).toMatch(/Content-Type: text\/calendar;[^\n]*method=REQUEST/i);
    expect(one.raw).toContain('List-ID: <meetings.example.org>');
    expect(one.text).toContain(`https://fupan.example.org/meetings/${meeting.key}`);
    expect(value(one, 'uid')).toBe(meeting.id);
    expect(value(one, 'sequence')).toBe('0');
    expect(value(one, 'dtstart')).toBe('2026-11-10T06:00:00Z');
    expect(value(one, 'dtend')).toBe('2026-11-10T07:00:00Z');
    expect(value(one, 'location')).toBe('https://meet.example.org/review');
    expect(value(one, 'organizer')).toBe('mailto:fupan@example.org');
    const attendee = one.event.getFirstProperty('attendee');
    expect(attendee?.getFirstValue()).toBe('mailto:member@example.org');
    expect(attendee?.getParameter('cn')).toBe('Mem');
    expect(attendee?.getParameter('partstat')).toBe('NEEDS-ACTION');
    for (const { raw, text, event } of mails) {
      expect(`${raw} ${text} ${event.toString()}`).not.toMatch(/secretzebra/i);
    }
  });

  it('is kept up to date under the same UID, with a greater SEQUENCE', async () => {
    const { id } = await board.plan();
    const [first] = await sent();
    mail.delivered.length = 0;
    await update(id, { facilitatorId: board.memberId, personIds: [board.leadId], zone: 'UTC' });
    expect(await sent()).toEqual([]);
    clock.forward({ minutes: 5 });
    await update(id, { startsAt: '2026-11-12T06:00:00Z', place: 'Raum 5, „Halle“; links' });
    const mails = await sent();
    expect(mails.map(({ to, method }) => `${to} ${method}`).sort()).toEqual([
      ...['lead@example.org REQUEST', 'member@example.org REQUEST'],
    ]);
    for (const one of mails) {
      expect(one.subject).toMatch(/^Changed: Cross-team review, Thursday, November 12/);
      expect(value(one, 'uid')).toBe(first && value(first, 'uid'));
      expect(value(one, 'sequence')).toBe('1');
      expect(value(one, 'location')).toBe('Raum 5, „Halle“; links');
      expect(value(one, 'dtstamp') > (first ? value(first, 'dtstamp') : '')).toBe(true);
    }
  });

  it('is struck out when the meeting is canceled', async () => {
    const { id } = await board.plan();
    await sent();
    mail.delivered.length = 0;
    await board.did('reviewMeetingCancel', { id, input: { reason: 'A storm is coming' } });
    const [one] = await sent();
    if (!one) throw new Error('no mail');
    expect([one.method, value(one, 'status'), value(one, 'sequence')]).toEqual([
      ...['CANCEL', 'CANCELLED', '1'],
    ]);
    expect(value(one, 'uid')).toBe(id);
    expect(one.subject).toMatch(/^Canceled: /);
    expect(one.text).toContain('A storm is coming');
    await app.get(ReviewScheduler).look();
    expect(await sent()).toHaveLength(2);
  });

  it('is only the newest where several would come at once, and none where nobody heard', async () => {
    // At night nothing comes; what was changed until the morning comes as it is by then.
    clock.set(Date.parse('2026-11-02T22:00:00Z'));
    const { id } = await board.plan();
    await update(id, { title: 'Second name' });
    await update(id, { title: 'Third name' });
    const gone = await board.plan({ title: 'Never to be' });
    await board.did('reviewMeetingCancel', { id: gone.id, input: { reason: 'A mistake' } });
    expect(await sent()).toEqual([]);
    clock.set(Date.parse('2026-11-03T09:00:00Z'));
    const mails = await sent();
    expect(mails.map(({ to, subject }) => `${to} ${subject.split(',')[0]}`).sort()).toEqual([
      ...['lead@example.org Invitation: Third name', 'member@example.org Invitation: Third name'],
    ]);
    expect(mails.map((one) => value(one, 'sequence'))).toEqual(['2', '2']);
  });

  it('comes by night where it would be too late in the morning', async () => {
    clock.set(Date.parse('2026-11-02T22:00:00Z'));
    await board.plan({ startsAt: '2026-11-03T06:00:00Z' });
    expect(await sent()).toHaveLength(2);
  });

  it('follows who comes into a team and who leaves it', async () => {
    const { id } = await board.plan();
    await sent();
    mail.delivered.length = 0;
    const newcomer = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'New', email: 'new@example.org', locale: 'en' }),
    );
    const { teamId, memberId } = board;
    const teams = app.get(TeamService);
    await app.write((tx) => teams.setMember(tx, teamId, { personId: newcomer.id, role: 'MEMBER' }));
    await app.write((tx) => teams.removeMember(tx, teamId, memberId));
    const look = () => app.get(ReviewScheduler).look();
    expect((await look()).invitations).toBeGreaterThan(1);
    const mine = async () =>
      (await sent())
        .filter((one) => value(one, 'uid') === id)
        .map(({ to, method }) => `${to} ${method}`);
    expect((await mine()).sort()).toEqual([
      ...['member@example.org CANCEL', 'new@example.org REQUEST'],
    ]);
    await app.write((tx) => teams.setMember(tx, teamId, { personId: memberId, role: 'MEMBER' }));
    await look();
    expect((await mine()).sort()).toEqual([
      ...['member@example.org CANCEL', 'member@example.org REQUEST', 'new@example.org REQUEST'],
    ]);
    // Nobody hears twice, and who has left not at all.
    await app.write((tx) => app.get(PersonService).archive(tx, newcomer.id));
    expect((await look()).invitations).toBe(0);
    await update(id, { title: 'Without them' });
    expect((await mine()).filter((one) => one.startsWith('new'))).toHaveLength(1);
  });

  it('does not come to who wants none', async () => {
    const person = actingAs({ id: board.memberId });
    const want = (meetings: boolean) =>
      app.write((tx) => app.get(MailPreferenceService).update(tx, { meetings }), person);
    await want(false);
    await board.plan({ title: 'Quiet' });
    expect((await subjects()).map((line) => line.split(',')[0])).toEqual([
      'lead REQUEST Invitation: Quiet',
    ]);
    await want(true);
  });

  it('speaks the language of whoever gets it', async () => {
    await app.write((tx) =>
      app.get(PersonService).update(tx, board.leadId, { locale: 'zh-Hant', zone: 'Asia/Taipei' }),
    );
    await board.plan({ title: '跨部門復盤會議', teamIds: [] });
    const [one] = await sent();
    expect(one?.subject).toBe('邀請：跨部門復盤會議，2026年11月10日 星期二 下午2:00 (Asia/Taipei)');
    expect(one && value(one, 'summary')).toBe('跨部門復盤會議');
    await address(board.leadId, 'lead');
  });
});

describe('the file of a meeting', () => {
  it('says what an invitation says, to nobody in particular', async () => {
    const meeting = await board.plan({ title: 'A title, with; signs\\ and "marks"' });
    const file = fileOf(meeting);
    expect(value(file, 'summary')).toBe('A title, with; signs\\ and "marks"');
    expect(value(file, 'uid')).toBe(meeting.id);
    expect(file.event.getAllProperties('attendee')).toEqual([]);
    expect(meeting.calendarFile).toContain('METHOD:PUBLISH');
    const moved = fileOf(await update(meeting.id, { startsAt: '2026-11-13T06:00:00Z' }));
    expect([value(moved, 'uid'), value(moved, 'sequence')]).toEqual([meeting.id, '1']);
  });
});
