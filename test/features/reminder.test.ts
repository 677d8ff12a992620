import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Language } from '../../src/core/vocabulary.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { DeliveryEntity } from '../../src/features/delivery/delivery.entity.js';
import { MailPreferenceEntity } from '../../src/features/mail-preference/mail-preference.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { ReminderScheduler } from '../../src/features/reminder/reminder-scheduler.service.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase, aTeam } from '../support/factory.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

/** A Monday. */
const BEGUN = '2026-11-02T09:00:00Z';

let now = BEGUN;
let app: TestApp;
let mail: MailServer;
let owner: string;
let lead: string;
let teamId: string;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(async () => {
  await mail.close();
});
beforeEach(async () => {
  now = BEGUN;
  app = await startApp({
    clock: { now: () => new Date(now) },
    env: {
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      FUPAN_PUBLIC_URL: 'https://fupan.example.org',
      FUPAN_OPEN_DRAFTS: 'on',
    },
  });
  mail.delivered.length = 0;
  owner = await aReader('owner');
  lead = await aReader('lead');
  teamId = (await aTeam(app)).id;
  await joins(owner, 'MEMBER');
  await joins(lead, 'LEAD');
});
afterEach(async () => {
  await app.close();
});

async function aReader(name: string, locale: Language = 'en'): Promise<string> {
  const email = `${name}@example.com`;
  return (await app.write((tx) => app.get(PersonService).create(tx, { name, email, locale }))).id;
}
const joins = (personId: string, role: 'LEAD' | 'MEMBER') =>
  app.write((tx) => app.get(TeamService).setMember(tx, teamId, { personId, role }));

async function promised(title: string, dueOn: string): Promise<{ id: string; caseId: string }> {
  const caseId = (await aCase(app)).id;
  const input = { postmortemId: caseId, title, ownerId: owner, teamId };
  const { id } = await app.write((tx) => app.get(ActionItemService).create(tx, input));
  await app.write((tx) => lifecycle().commit(tx, id, { dueOn, doneWhen: 'It is so.' }));
  return { id, caseId };
}
const lifecycle = (): ActionItemLifecycle => app.get(ActionItemLifecycle);
const complete = (id: string): Promise<unknown> =>
  app.write((tx) => lifecycle().complete(tx, id, { evidence: 'graph' }));

/** What a process does in a minute: what falls on the day is promised, what is due is sent. */
async function minute(instant: string): Promise<number> {
  now = instant;
  const count = await app.get(ReminderScheduler).promiseDue();
  await app.platform.outbox.drained();
  return count;
}
/** Every hour from one instant to another. */
async function hours(from: string, to: string): Promise<void> {
  for (let at = Date.parse(from); at <= Date.parse(to); at += 3_600_000) {
    await minute(new Date(at).toISOString());
  }
}
/** When, to whom and about what mail was sent, as `11-17 08 owner: AI-1 …`. */
const sent = async (): Promise<string[]> => {
  const deliveries = await app.platform.database.read.find(DeliveryEntity, {
    where: { state: 'SENT' },
    order: { sentAt: 'ASC' },
  });
  expect(mail.delivered).toHaveLength(deliveries.length);
  return mail.delivered.map(({ to, mail: { subject } }, index) => {
    const when = deliveries[index]?.sentAt?.toISOString().slice(5, 13).replace('T', ' ');
    return `${when} ${to.join().split('@')[0]}: ${subject}`;
  });
};

describe('reminders', () => {
  it('come before a day and after it, in the morning, until there is an answer', async () => {
    const { id } = await promised('Test the restore', '2026-11-16');
    await hours('2026-11-10T00:00:00Z', '2026-11-24T12:00:00Z');
    expect(await sent()).toEqual([
      '11-11 08 owner: AI-1 Test the restore',
      '11-17 08 owner: AI-1 Test the restore',
      '11-24 08 owner: AI-1 Test the restore',
    ]);
    await complete(id);
    await hours('2026-11-25T00:00:00Z', '2026-11-27T12:00:00Z');
    expect(mail.delivered).toHaveLength(3);
  });

  it('put everything of a day into one mail, with links to answer', async () => {
    await promised('Test the restore', '2026-11-16');
    await promised('Alert on the queue', '2026-11-16');
    await minute('2026-11-17T10:00:00Z');
    expect(await sent()).toEqual(['11-17 10 owner: AI-1 Test the restore and 1 more']);
    const text = mail.delivered[0]?.mail.text ?? '';
    expect(text).toContain('AI-2 Alert on the queue');
    expect(text).toContain('1 day late');
    expect(text.match(/https:\/\/fupan\.example\.org\/answer\?token=/g)).toHaveLength(6);
    expect(mail.delivered[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('say nothing of what was answered between the promise and the morning', async () => {
    const { id } = await promised('Test the restore', '2026-11-16');
    expect(await minute('2026-11-17T00:00:00Z')).toBe(1);
    now = '2026-11-17T07:30:00Z';
    await complete(id);
    await minute('2026-11-17T08:00:00Z');
    expect(mail.delivered).toEqual([]);
  });

  it('are promised once, however many processes look and start anew', async () => {
    await promised('Test the restore', '2026-11-16');
    const { database, mailer, clock } = app.platform;
    const another = () => new ReminderScheduler(database, mailer, clock, silentLogger);
    now = '2026-11-17T10:00:00Z';
    const [first, second] = [another(), another()];
    const counts = await Promise.all([first.promiseDue(), second.promiseDue()]);
    expect(counts[0] + counts[1]).toBe(1);
    expect(await another().promiseDue()).toBe(0);
    await app.platform.outbox.drained();
    expect(mail.delivered).toHaveLength(1);
  });

  it('wait over the days off, and tell then of what they have missed', async () => {
    // Late from Friday on, when fupan was down; the other one from Monday on.
    await promised('Test the restore', '2026-11-12');
    await promised('Alert on the queue', '2026-11-13');
    await minute('2026-11-14T10:00:00Z');
    await minute('2026-11-15T10:00:00Z');
    expect(mail.delivered).toEqual([]);
    await minute('2026-11-16T10:00:00Z');
    expect(await sent()).toEqual(['11-16 10 owner: AI-1 Test the restore and 1 more']);
    await minute('2026-11-17T10:00:00Z');
    expect(mail.delivered).toHaveLength(1);
  });

  it('go to the lead of the team when nobody has answered for long, who can read of it', async () => {
    const { caseId } = await promised('Test the restore', '2026-11-16');
    await minute('2026-11-30T10:00:00Z');
    const ofLead = mail.delivered.filter(({ to }) => to.includes('lead@example.com'));
    expect(ofLead).toHaveLength(1);
    expect(ofLead[0]?.mail.text).toContain('nobody has answered');
    expect(ofLead[0]?.mail.text).toContain('owner · 2026-11-16 · 14 days late');
    expect(ofLead[0]?.mail.text).not.toContain('/answer?');
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, caseId, {
        visibility: 'RESTRICTED',
        authorIds: [owner],
      }),
    );
    mail.delivered.length = 0;
    await minute('2026-12-07T10:00:00Z');
    expect(mail.delivered.map(({ to }) => to.join())).not.toContain('lead@example.com');
  });

  it('ask leads for what is done and not verified, and for proposals of published cases', async () => {
    const { id } = await promised('Test the restore', '2026-11-16');
    await complete(id);
    const { caseId } = await promised('Alert on the queue', '2027-11-16');
    const proposal = { postmortemId: caseId, title: 'Move the queue', teamId };
    await app.write((tx) => app.get(ActionItemService).create(tx, proposal));
    await minute('2026-11-09T10:00:00Z');
    expect(await sent()).toEqual(['11-09 10 lead: AI-1 Test the restore']);
    await app.write((tx) =>
      tx.db.update(PostmortemEntity, { id: caseId }, { status: 'PUBLISHED' }),
    );
    await minute('2026-11-16T10:00:00Z');
    expect(mail.delivered[1]?.mail.text).toContain('AI-3 Move the queue (nobody owns it)');
  });

  it('speak their language, and stop for who does not want them', async () => {
    await app.write((tx) => app.get(PersonService).update(tx, owner, { locale: 'zh-Hant' }));
    await promised('測試<b>還原</b> [x](https://evil.example)', '2026-11-16');
    await minute('2026-11-17T10:00:00Z');
    const html = String(mail.delivered[0]?.mail.html);
    expect(html).toContain('逾期 1 天');
    expect(html).toContain('測試&lt;b&gt;還原&lt;/b&gt;');
    expect(html).not.toContain('href="https://evil.example');
    const choices = { reminders: false };
    await app.write((tx) => tx.db.insert(MailPreferenceEntity, { id: owner, version: 1, choices }));
    expect(await minute('2026-11-24T10:00:00Z')).toBe(0);
    expect(mail.delivered).toHaveLength(1);
  });
});
