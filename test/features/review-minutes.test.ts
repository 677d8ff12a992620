import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openPlatform } from '../../src/api/platform.js';
import { createServer } from '../../src/api/server.js';
import type { Actor } from '../../src/core/actor.js';
import { MailPreferenceService } from '../../src/features/mail-preference/mail-preference.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { aCase } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import {
  aBoard,
  done,
  meetingAs,
  type AgendaCase,
  type Board,
  type Meeting,
} from '../support/reviews.js';

/** A Tuesday on which everybody works. */
const MORNING = '2026-11-10T09:00:00Z';
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
      FUPAN_OPEN_DRAFTS: 'on',
      FUPAN_SECRET: 'Q7vX2mZkT9rBw4LnC8yHs3GdJ6fPa1Ee',
    },
  });
  board = await aBoard(app);
  await address(board.leadId, 'lead', 'zh-Hant');
  await address(board.memberId, 'member', 'en');
});
beforeEach(async () => {
  // What the test before has left.
  await minutesMails();
  clock.set(Date.parse(MORNING));
  mail.delivered.length = 0;
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const address = (id: string, name: string, locale: 'en' | 'zh-Hant') =>
  app.write((tx) =>
    app.get(PersonService).update(tx, id, { email: `${name}@example.org`, locale }),
  );

type Words = 'EN' | 'ZH_HANT' | 'ZH_HANS';
interface Shown {
  readonly title: string;
  readonly text: string;
  readonly html: string;
}
const minutesAs = async (actor: Actor, { key }: Meeting, language?: Words) =>
  (
    await askAs<{ reviewMeeting: { minutes: Shown | null } }>(
      app,
      actor,
      `query ($key: String, $language: Language) { reviewMeeting(key: $key) {
        minutes(language: $language) { title text html } } }`,
      { key, language },
    )
  ).reviewMeeting.minutes;

const note = (id: string | undefined, notes: string, outcome = 'DISCUSSED') =>
  done<AgendaCase>(app, board.lead, 'reviewAgendaCaseUpdate', 'agendaCase', {
    ...{ id, input: { notes, outcome } },
  });
/** What stands on the agenda about a case. */
async function agendaId({ key }: Meeting, caseId: string): Promise<string | undefined> {
  const { agenda } = await meetingAs(app, board.lead, key);
  return agenda.find(({ postmortem }) => postmortem.id === caseId)?.id;
}
const close = (id: string, closing: string | null, actor?: Actor) =>
  board.tried('reviewMeetingClosingSet', { id, input: { closing } }, actor);

/** A meeting that has ended about an open case and one that only the member may read besides. */
async function held(): Promise<Meeting & { readonly openId: string; readonly secretId: string }> {
  const { id: openId } = await aCase(app, { title: 'Pool *exhausted*' });
  const { id: secretId } = await aCase(app, {
    title: 'Secretzebra',
    authorIds: [board.leadId],
  });
  await board.restrict(secretId, board.memberId);
  const meeting = await board.plan({ place: 'Room 5', startsAt: MORNING });
  const id = { id: meeting.id };
  await board.add(meeting.id, openId);
  const { agenda } = await board.add(meeting.id, secretId);
  await board.did('reviewMeetingStart', id);
  const input = { personId: board.leadId, presence: 'PRESENT' };
  await board.did('reviewMeetingAttendanceSet', { ...id, input });
  const [open, secret] = agenda;
  await note(open?.id, 'We heard:\n\n```\nnot closed\n# and no heading');
  await note(secret?.id, 'Zebranotes');
  const { id: decisionId } = await board.decide(meeting.id, openId);
  const action = { title: 'Bound the pool', ownerId: board.memberId, dueOn: '2026-12-01' };
  await done(app, board.lead, 'reviewDecisionToAction', 'decision', {
    ...{ id: decisionId, input: action },
  });
  await board.decide(meeting.id, secretId);
  await askAs(
    app,
    board.member,
    `mutation ($id: ID!) { commentThreadCreate(postmortemId: $id,
      input: { kind: QUESTION, text: "Why was there no **alarm**?" }) { userErrors { message } } }`,
    { id: openId },
  );
  clock.forward({ minutes: 50 });
  await board.did('reviewMeetingEnd', id);
  return { ...meeting, openId, secretId };
}

describe('the minutes of a meeting', () => {
  it('are written in three languages, of what their reader may see', async () => {
    const meeting = await held();
    await close(meeting.id, 'Thanks to **all**.');
    const expected = {
      EN: [
        '## Who was there',
        '### Decisions',
        '### Open questions',
        'due 2026-12-01',
        '50 minutes',
      ],
      ZH_HANT: ['## 出席情況', '### 決議', '### 未解決的問題', '2026-12-01 到期', '50 分鐘'],
      ZH_HANS: ['## 出席情况', '### 决议', '### 未解决的问题', '2026-12-01 到期', '50 分钟'],
    } as const;
    for (const [language, words] of Object.entries(expected)) {
      const minutes = await minutesAs(board.outsider, meeting, language as Words);
      for (const word of words) expect(minutes?.text).toContain(word);
      expect(minutes?.text).toMatch(/\]\(https:\/\/fupan\.example\.org\/postmortems\/PM-\d+\)/);
      expect(minutes?.title).toContain(meeting.key);
      expect(minutes?.text).toContain('> Thanks to **all**.');
      expect(minutes?.text).toContain('Room 5');
      expect(minutes?.text).toContain('林怡君');
      expect(minutes?.text).not.toMatch(/zebra/i);
      expect(minutes?.text.match(/^## \[/gm)).toHaveLength(1);
      expect(minutes?.html).toContain('Pool *exhausted*');
      expect(minutes?.html).toContain('<strong>every</strong> pool');
      expect(minutes?.html).not.toContain('and no heading</h');
      // The page above has headings of its own.
      expect(minutes?.html.match(/<h5/g)).toHaveLength(3);
      expect(await minutesAs(board.outsider, meeting, language as Words)).toEqual(minutes);
      expect((await minutesAs(board.member, meeting, language as Words))?.text).toMatch(
        /Secretzebra[\s\S]*Zebranotes/,
      );
    }
  });

  it('are there once the meeting has begun, and lead from the case', async () => {
    const { id } = await aCase(app);
    const meeting = await board.plan();
    await board.add(meeting.id, id);
    expect(await minutesAs(board.outsider, meeting)).toBeNull();
    await board.did('reviewMeetingStart', { id: meeting.id });
    expect((await minutesAs(board.outsider, meeting))?.text).toContain('still goes on');
    const { postmortem } = await askAs<{ postmortem: { reviews: unknown } }>(
      app,
      board.outsider,
      `query ($id: ID) { postmortem(id: $id) { reviews { reviewMeeting { minutes { title } } } } }`,
      { id },
    );
    expect(postmortem.reviews).toEqual([
      { reviewMeeting: { minutes: { title: `Minutes: Cross-team review (${meeting.key})` } } },
    ]);
  });

  it('end with a word of whoever runs the meeting', async () => {
    const meeting = await held();
    expect((await close(meeting.id, 'No', board.outsider)).refusal?.code).toBe('FORBIDDEN');
    expect((await close(meeting.id, 'Yes', board.admin)).refusal).toBeUndefined();
    expect((await minutesAs(board.viewer, meeting))?.text).toContain('> Yes');
    expect((await close(meeting.id, null)).refusal).toBeUndefined();
    expect((await minutesAs(board.viewer, meeting))?.text).not.toContain('closing');
    const planned = await board.plan();
    expect((await close(planned.id, 'Too early')).refusal?.code).toBe('WRONG_STATE');
  });
});

const minutesMails = async () => {
  // First it is found out who gets them, and then they are sent.
  await app.platform.outbox.drained();
  await app.platform.outbox.drained();
  return mail.delivered.filter(({ mail: { subject } }) => /Minutes|會議紀錄/.test(subject ?? ''));
};

const want = (meetings: boolean) =>
  app.write((tx) => app.get(MailPreferenceService).update(tx, { meetings }), board.member);

describe('the mail with the minutes', () => {
  it('goes to everybody who was invited or there, in their language, as they may read', async () => {
    const meeting = await held();
    const mails = await minutesMails();
    expect(mails.map(({ to }) => to.join()).sort()).toEqual([
      'lead@example.org',
      'member@example.org',
    ]);
    const [lead, member] = mails.sort((one, other) => (one.to < other.to ? -1 : 1));
    expect(lead?.mail.subject).toBe(`會議紀錄：Cross-team review（${meeting.key}）`);
    expect(member?.mail.subject).toBe(`Minutes: Cross-team review (${meeting.key})`);
    expect(member?.mail.text).toContain('Secretzebra');
    const feedback = `https://fupan.example.org/meetings/${meeting.key}#feedback`;
    for (const each of [lead, member]) {
      expect(each?.mail.text).toContain(feedback);
      expect(each?.mail.html).toContain(feedback);
      expect(each?.raw).toMatch(/^List-Unsubscribe:/im);
    }
  });

  it('is looked at again when it is sent: what they may not read any more is not in it', async () => {
    const meeting = await held();
    await askAs(
      app,
      board.lead,
      `mutation ($id: ID!) { postmortemUpdate(id: $id, input: { readers: [] }) {
        userErrors { message } } }`,
      { id: meeting.secretId },
    );
    const mails = await minutesMails();
    const member = mails.find(({ to }) => to.join() === 'member@example.org');
    expect(member?.mail.text).toContain('Bound the pool');
    expect(member?.raw).not.toMatch(/zebra/i);
  });

  it('comes once for each version, though two workers race and it is asked for again', async () => {
    const meeting = await held();
    const again = { id: meeting.id };
    const isAlone = app.platform.database.engine === 'sqlite';
    const dataDir = mkdtempSync(join(tmpdir(), 'fupan-test-'));
    const other = isAlone
      ? null
      : await openPlatform({ ...app.platform.config, dataDir }, { log: silentLogger, clock });
    const server = other && (await createServer(other));
    other?.outbox.start();
    await Promise.all([1, 2, 3].map(() => board.did('reviewMinutesSend', again)));
    await Promise.all([app.platform.outbox.drained(), other?.outbox.drained()]);
    const first = await minutesMails();
    expect(first).toHaveLength(2);
    await board.did('reviewMinutesSend', again);
    expect(await minutesMails()).toHaveLength(2);
    await note(await agendaId(meeting, meeting.secretId), 'Zebranotes, in better words');
    await board.did('reviewMinutesSend', again);
    expect(await minutesMails()).toHaveLength(4);
    await server?.close();
    await other?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('does not come to who does not want it, and says nothing twice of a hidden change', async () => {
    const { id: outsiderId } = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'Otto', email: 'otto@example.org', locale: 'en' }),
    );
    await want(false);
    const meeting = await held();
    await minutesMails();
    mail.delivered.length = 0;
    await board.did('reviewMeetingAttendanceSet', {
      ...{ id: meeting.id, input: { personId: outsiderId, presence: 'PRESENT' } },
    });
    await board.did('reviewMinutesSend', { id: meeting.id });
    const to = (await minutesMails()).map((each) => each.to.join()).sort();
    expect(to).toEqual(['lead@example.org', 'otto@example.org']);
    mail.delivered.length = 0;
    await note(await agendaId(meeting, meeting.secretId), 'Only for some');
    await board.did('reviewMinutesSend', { id: meeting.id });
    expect((await minutesMails()).map((each) => each.to.join())).toEqual(['lead@example.org']);
    await want(true);
  });

  it('is sent by whoever runs the meeting, once it has ended', async () => {
    const meeting = await held();
    const tried = async (id: string, actor?: Actor) =>
      (await board.tried('reviewMinutesSend', { id }, actor)).refusal?.code;
    expect(await tried(meeting.id, board.outsider)).toBe('FORBIDDEN');
    expect(await tried(meeting.id, board.viewer)).toBe('FORBIDDEN');
    expect(await tried(meeting.id, board.admin)).toBeUndefined();
    expect(await tried((await board.plan()).id)).toBe('WRONG_STATE');
    await minutesMails();
  });
});
