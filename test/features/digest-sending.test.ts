import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { CONFIG, type Config } from '../../src/core/config.js';
import type { Language } from '../../src/core/vocabulary.js';
import type { WeeklySchedule } from '../../src/core/weekly-schedule.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { ChannelSender } from '../../src/features/channel/channel-sender.service.js';
import { Channels } from '../../src/features/channel/channel.service.js';
import { DeliveryEntity } from '../../src/features/delivery/delivery.entity.js';
import { DeliverySender } from '../../src/features/delivery/delivery-sender.service.js';
import { Composers } from '../../src/features/delivery/delivery.service.js';
import { DigestScheduler } from '../../src/features/digest/digest-scheduler.service.js';
import { ENTITIES } from '../../src/features/entities.js';
import { OrganizationService } from '../../src/features/organization/organization.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { WorkCalendars } from '../../src/features/work-calendar/work-calendar.service.js';
import { Database } from '../../src/infra/database/database.js';
import { OutboxWorker } from '../../src/infra/database/outbox-worker.js';
import { silentLogger } from '../../src/infra/logging/logger.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase, aTeam } from '../support/factory.js';
import { startLoopback, type Loopback } from '../support/loopback.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

let now = '2026-11-16T01:00:00.000Z';
const clock = { now: () => new Date(now) };
let app: TestApp;
let mail: MailServer;
let chat: Loopback;
beforeAll(async () => {
  [mail, chat] = await Promise.all([startMailServer(), startLoopback()]);
});
afterAll(async () => {
  await Promise.all([mail.close(), chat.close()]);
});
beforeEach(async () => {
  now = '2026-09-01T01:00:00.000Z';
  app = await startApp({
    clock,
    env: {
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      FUPAN_OUTBOUND_NETWORKS: '127.0.0.0/8',
      FUPAN_PUBLIC_URL: 'https://fupan.example.org',
    },
  });
  mail.delivered.length = 0;
  chat.arrivals.length = 0;
  chat.answer = (_arrival, response) => response.end('ok');
});
afterEach(async () => {
  await app.close();
});

const at = (instant: string): void => {
  now = new Date(instant).toISOString();
};
const look = () => app.get(DigestScheduler).promiseDue();
const drained = () => app.platform.outbox.drained();
/** What a process does in a minute: all that is due is promised and sent. */
async function minute(instant: string): Promise<number> {
  at(instant);
  const count = await look();
  await drained();
  return count;
}

let count = 0;
const aReader = (locale: Language = 'en', name = 'Ana Díaz') => {
  const email = `reader${count++}@example.com`;
  return app.write((tx) => app.get(PersonService).create(tx, { name, email, locale }));
};
async function aTeamIn(
  zone: string | null,
  personIds: readonly string[] = [],
  digestSchedule: WeeklySchedule | null = null,
) {
  const team = await aTeam(app, 'Payments');
  const calendar =
    zone === null
      ? null
      : await app.write((tx) => app.get(WorkCalendars).create(tx, { name: team.key, zone }));
  const calendarId = calendar?.id ?? null;
  await app.write((tx) => app.get(TeamService).update(tx, team.id, { calendarId, digestSchedule }));
  for (const personId of personIds) {
    await app.write((tx) =>
      app.get(TeamService).setMember(tx, team.id, { personId, role: 'MEMBER' }),
    );
  }
  return team;
}
const aChannel = (teamId: string | null = null) =>
  app.write((tx) =>
    app.get(Channels).create(tx, {
      ...{ kind: 'SLACK', name: 'general', locale: 'en', teamId },
      webhook: `http://127.0.0.1:${chat.port}/hook`,
    }),
  );
async function anAction(title: string, more: object = {}, caseTitle = 'Checkout returned 503') {
  const { id: postmortemId } = await aCase(app, { title: caseTitle });
  // Past the rules of publishing, which are tests of their own.
  await app.write((tx) =>
    tx.db.update(PostmortemEntity, { id: postmortemId }, { status: 'PUBLISHED' }),
  );
  const { id } = await app.write((tx) =>
    app.get(ActionItemService).create(tx, { postmortemId, title, ...more }),
  );
  const commitment = { dueOn: '2026-09-03', doneWhen: 'It is so.' };
  await app.write((tx) => app.get(ActionItemLifecycle).commit(tx, id, commitment));
  return { id, postmortemId };
}
const promised = () =>
  app.platform.database.read.find(DeliveryEntity, { order: { dedupeKey: 'ASC' } });
const subjects = () => mail.delivered.map(({ mail: { subject } }) => subject);

describe('the hour of a digest', () => {
  it('is that of the team, by its clock, and comes once a week', async () => {
    const person = await aReader();
    const team = await aTeamIn('Asia/Taipei', [person.id]);
    await anAction('Test the restore', { ownerId: person.id, teamId: team.id });
    expect(await minute('2026-11-30T00:59:59Z')).toBe(0);
    expect(await minute('2026-11-30T01:00:00Z')).toBe(1);
    expect(await minute('2026-11-30T01:01:00Z')).toBe(0);
    expect(await minute('2026-12-06T15:59:59Z')).toBe(0);
    expect(await minute('2026-12-06T16:00:00Z')).toBe(0);
    expect(await minute('2026-12-07T01:00:00Z')).toBe(1);
    expect(subjects()).toEqual(['Your week 2026-W48', 'Your week 2026-W49']);
  });

  it('comes once where clocks change: an hour that is left out, and one that comes twice', async () => {
    const schedule = { isOn: true, weekday: 7, hour: 2 } as const;
    const team = await aTeamIn('America/New_York', [], schedule);
    await aChannel(team.id);
    await minute('2027-03-13T12:00:00Z');
    // On 14 March 2027 two o’clock is left out: 03:00 EDT is 07:00 UTC.
    expect(await minute('2027-03-14T06:59:00Z')).toBe(0);
    expect(await minute('2027-03-14T07:00:00Z')).toBe(1);
    expect(await minute('2027-03-14T08:00:00Z')).toBe(0);
    await app.write((tx) =>
      app.get(TeamService).update(tx, team.id, { digestSchedule: { ...schedule, hour: 1 } }),
    );
    await minute('2027-11-06T12:00:00Z');
    // On 7 November 2027 one o’clock comes at 05:00 and again at 06:00 UTC.
    expect(await minute('2027-11-07T04:59:00Z')).toBe(0);
    expect(await minute('2027-11-07T05:00:00Z')).toBe(1);
    expect(await minute('2027-11-07T06:00:00Z')).toBe(0);
    expect(chat.arrivals).toHaveLength(2);
  });

  it('comes in the week after 2026-W53 for it, at the end of the year', async () => {
    const person = await aReader();
    const team = await aTeamIn('Asia/Taipei', [person.id]);
    await anAction('Test the restore', { ownerId: person.id, teamId: team.id });
    await minute('2027-01-04T01:00:00Z');
    await minute('2027-01-11T01:00:00Z');
    expect(subjects()).toEqual(['Your week 2026-W53', 'Your week 2027-W01']);
  });

  it('that was missed is made up for in its week and not after', async () => {
    const person = await aReader();
    await anAction('Test the restore', {
      ownerId: person.id,
      teamId: (await aTeamIn(null, [person.id])).id,
    });
    await minute('2026-11-26T15:00:00Z');
    expect(subjects()).toEqual(['Your week 2026-W47']);
    await minute('2026-12-31T15:00:00Z');
    expect(subjects()).toEqual(['Your week 2026-W47', 'Your week 2026-W52']);
  });

  it('of what was promised and could not be sent for weeks never comes any more', async () => {
    const person = await aReader();
    await anAction('x', { ownerId: person.id, teamId: (await aTeamIn(null, [person.id])).id });
    await app.platform.outbox.stop();
    await minute('2026-11-23T09:00:00Z');
    at('2026-12-20T09:00:00Z');
    app.platform.outbox.start();
    await drained();
    expect(subjects()).toEqual([]);
    expect(await promised()).toMatchObject([{ state: 'DROPPED', reason: 'NOTHING_TO_SAY' }]);
  });

  it('does not come where it is switched off, nor for who was not here yet', async () => {
    const person = await aReader();
    const team = await aTeamIn(null, [person.id], { isOn: false, weekday: 1, hour: 9 });
    await aChannel(team.id);
    await anAction('x', { ownerId: person.id, teamId: team.id });
    expect(await minute('2026-11-23T09:00:00Z')).toBe(0);
    at('2026-11-24T09:00:00Z');
    await aReader();
    expect(await minute('2026-11-25T09:00:00Z')).toBe(0);
  });
});

describe('a digest that is sent', () => {
  it('is one mail for somebody in three teams, with nothing in it twice', async () => {
    const person = await aReader();
    const teams = [];
    for (let each = 0; each < 3; each++) teams.push(await aTeamIn('Asia/Taipei', [person.id]));
    const [one, two, three] = teams.map(({ id }) => id);
    await anAction('Mine in the first', { ownerId: person.id, teamId: one });
    await anAction('Of another in the second', { ownerId: (await aReader()).id, teamId: two });
    await anAction('Of another in the third', { ownerId: (await aReader()).id, teamId: three });
    await minute('2026-11-23T01:00:00Z');
    const mine = mail.delivered.filter(({ to }) => to.includes(person.email ?? ''));
    expect(mine).toHaveLength(1);
    const { text = '', html, headers } = mine[0]?.mail ?? { headers: new Map() };
    for (const title of ['Mine in the first', 'in the second', 'in the third']) {
      expect(text.split(title)).toHaveLength(2);
      expect(String(html).split(title)).toHaveLength(2);
    }
    expect(text).toContain('https://fupan.example.org/actions/AI-');
    // Whoever has the mail can answer, for what is their own.
    expect(text.split('Done: https://fupan.example.org/answer?token=')).toHaveLength(2);
    expect(String(html)).toContain('href="https://fupan.example.org/actions/AI-');
    expect(String(headers.get('list'))).not.toBe('undefined');
  });

  it('speaks the language of its reader, in both parts', async () => {
    const readers = [
      await aReader('en'),
      await aReader('zh-Hant', '林怡君'),
      await aReader('zh-Hans', '林怡君'),
    ];
    const team = await aTeamIn(
      null,
      readers.map(({ id }) => id),
    );
    await anAction('測試還原', { ownerId: readers[0]?.id, teamId: team.id });
    await minute('2026-11-23T09:00:00Z');
    const words = mail.delivered
      .map(({ mail: { subject, text = '', html } }) => ({ subject, text, html: String(html) }))
      .sort((one, other) => ((one.subject ?? '') < (other.subject ?? '') ? -1 : 1));
    expect(words.map(({ subject }) => subject)).toEqual([
      'Your week 2026-W47',
      '你的 2026-W47 周报',
      '你的 2026-W47 週報',
    ]);
    for (const [each, word] of ['Overdue', '逾期', '逾期'].entries()) {
      expect(words[each]?.text).toContain(word);
      expect(words[each]?.html).toContain(word);
    }
    expect(words[1]?.html).toContain('<html lang="zh-Hans">');
    expect(words[2]?.text).toContain('逾期 81 天');
  });

  it('holds nothing of a case that was restricted between the promise and the sending', async () => {
    const person = await aReader();
    const team = await aTeamIn(null, [person.id]);
    await aChannel(team.id);
    const other = await aReader();
    await anAction('Stays', { ownerId: other.id, teamId: team.id });
    const { postmortemId } = await anAction('Vanishes', { ownerId: other.id, teamId: team.id });
    await app.platform.outbox.stop();
    at('2026-11-23T09:00:00Z');
    await look();
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, postmortemId, { visibility: 'RESTRICTED' }),
    );
    app.platform.outbox.start();
    await drained();
    const said = [
      ...mail.delivered.map(({ raw }) => raw),
      ...chat.arrivals.map(({ body }) => body),
    ];
    expect(mail.delivered.length).toBeGreaterThan(0);
    expect(chat.arrivals).toHaveLength(1);
    for (const each of said) {
      expect(each).toContain('Stays');
      expect(each).not.toContain('Vanishes');
    }
    expect(mail.delivered.find(({ to }) => to[0] === person.email)?.mail.text).toContain(
      'Open 1 (±0)',
    );
  });

  it('of an empty week is a line in a channel, and no mail', async () => {
    const person = await aReader();
    const team = await aTeamIn(null, [person.id]);
    await aChannel(team.id);
    await minute('2026-11-23T09:00:00Z');
    expect(mail.delivered).toEqual([]);
    expect(chat.arrivals).toHaveLength(1);
    expect(chat.arrivals[0]?.body).toContain(
      'Nothing happened, nothing is due and nothing is late.',
    );
  });

  it('of the organization goes to administrators, or to those who are named, and to its channels', async () => {
    const [admin, member] = [await aReader(), await aReader()];
    await app.write((tx) => app.get(PersonService).update(tx, admin.id, { role: 'ADMIN' }));
    await aChannel();
    await minute('2026-11-23T09:00:00Z');
    expect(mail.delivered.map(({ to, mail: { subject } }) => [to[0], subject])).toEqual([
      [admin.email, 'The organization: week 2026-W47'],
    ]);
    expect(chat.arrivals[0]?.body).toContain('The organization: week 2026-W47');
    const leadersDigest = { isOn: true, weekday: 2 as const, hour: 10, personIds: [member.id] };
    await app.write((tx) => app.get(OrganizationService).update(tx, { leadersDigest }));
    mail.delivered.length = 0;
    await minute('2026-12-01T09:59:00Z');
    expect(mail.delivered).toEqual([]);
    expect(await minute('2026-12-01T10:00:00Z')).toBe(2);
    expect(mail.delivered.map(({ to }) => to[0])).toEqual([member.email]);
  });

  it('takes titles for what they are', async () => {
    const person = await aReader();
    const team = await aTeamIn(null, [person.id]);
    const title = '<img src=x onerror=alert(1)> [here](https://evil.example) **now**';
    await app.write((tx) =>
      app
        .get(TeamService)
        .update(tx, team.id, { name: 'Pay\u202ements [x](https://evil.example)' }),
    );
    await anAction(title, { ownerId: person.id, teamId: team.id });
    await minute('2026-11-23T09:00:00Z');
    const { text = '', html } = mail.delivered[0]?.mail ?? {};
    expect(text).toContain(title);
    expect(String(html)).toContain(
      '&lt;img src=x onerror=alert(1)&gt; [here](https://evil.example) **now**',
    );
    expect(String(html)).not.toMatch(/<img|href="https:\/\/evil/);
  });
});

describe('two processes on one database', () => {
  it('send each digest of a month once, also where one starts anew in between', async () => {
    const { database, config } = app.platform;
    const other =
      database.engine === 'sqlite'
        ? database
        : await Database.connect({
            target: config.database,
            entities: ENTITIES,
            migrations: MIGRATIONS,
          });
    const worker = new OutboxWorker(other, clock, silentLogger);
    const { mailer } = app.platform;
    const sender = new DeliverySender(
      ...([other, app.get(Composers), app.get(ChannelSender), mailer] as const),
      ...([app.server.get<Config>(CONFIG, { strict: false }), clock, worker] as const),
    );
    expect(sender).toBeDefined();
    try {
      const people: { id: string; email: string | null }[] = [];
      for (let each = 0; each < 4; each++) people.push(await aReader());
      for (const zone of ['Asia/Taipei', 'America/New_York', 'UTC']) {
        const team = await aTeamIn(
          zone,
          people.map(({ id }) => id),
        );
        await aChannel(team.id);
        await anAction(`In ${zone}`, { ownerId: people[0]?.id, teamId: team.id });
      }
      worker.start();
      let second = new DigestScheduler(other, mailer, clock, silentLogger);
      const begin = Date.parse('2026-10-26T00:00:00Z');
      for (let hour = 0; hour < 28 * 24; hour += 3) {
        at(new Date(begin + hour * 3_600_000).toISOString());
        // Now and then one of them starts anew, and knows nothing of what it has promised.
        if (hour % 48 === 0) second = new DigestScheduler(other, mailer, clock, silentLogger);
        await Promise.all([look(), second.promiseDue()]);
        await Promise.all([drained(), worker.drained()]);
      }
      await Promise.all([drained(), worker.drained()]);
      const weeks = ['2026-W42', '2026-W43', '2026-W44', '2026-W45', '2026-W46'];
      const got = mail.delivered.map(
        ({ to, mail: { subject } }) => `${to[0] ?? ''} ${subject ?? ''}`,
      );
      expect(new Set(got).size).toBe(got.length);
      const last = weeks
        .slice(1)
        .flatMap((week) => people.map(({ email }) => `${email ?? ''} Your week ${week}`));
      expect(got.sort()).toEqual(expect.arrayContaining(last));
      expect(got.length).toBeLessThanOrEqual(weeks.length * people.length);
      const keys = (await promised()).map(({ dedupeKey }) => dedupeKey);
      expect(chat.arrivals).toHaveLength(keys.filter((key) => key.includes('channel')).length);
      expect((await promised()).every(({ state }) => state === 'SENT')).toBe(true);
    } finally {
      await worker.stop();
      if (other !== database) await other.close();
    }
  }, 120_000);
});
