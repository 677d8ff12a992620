import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { DigestScheduler } from '../../src/features/digest/digest-scheduler.service.js';
import { MailPreferenceService } from '../../src/features/mail-preference/mail-preference.service.js';
import { OrganizationService } from '../../src/features/organization/organization.service.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { fupan, librarySettings } from '../support/cli.js';
import { aCase, actingAs, aTeam } from '../support/factory.js';
import { scratchFolder, type Scratch } from '../support/files.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

const TEST = `mutation ($input: DigestTestInput!) { digestTest(input: $input) {
  mailStatus { isOn } userErrors { code field } } }`;
const input = (of: string, teamKey?: string) => ({ input: { of, week: '2026-W47', teamKey } });

describe('the mail of a digest', () => {
  let app: TestApp;
  let mail: MailServer;
  let now = '2026-11-16T01:00:00.000Z';
  let me: Actor;
  let email: string | null;
  let key: string;
  beforeAll(async () => {
    mail = await startMailServer();
    app = await startApp({
      clock: { now: () => new Date(now) },
      env: {
        FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        FUPAN_MAIL_FROM: 'fupan <fupan@example.org>',
      },
    });
    const person = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: '林怡君', email: 'me@example.com' }),
    );
    ({ email } = person);
    me = actingAs(person);
    const team = await aTeam(app, '訂單');
    ({ key } = team);
    const { id: postmortemId } = await aCase(app);
    // Past the rules of publishing, which are tests of their own.
    await app.write((tx) =>
      tx.db.update(PostmortemEntity, { id: postmortemId }, { status: 'PUBLISHED' }),
    );
    const { id } = await app.write((tx) =>
      app
        .get(ActionItemService)
        .create(tx, { postmortemId, title: '演練還原', teamId: team.id, ownerId: person.id }),
    );
    await app.write((tx) =>
      app.get(ActionItemLifecycle).commit(tx, id, { dueOn: '2026-11-18', doneWhen: 'It is so.' }),
    );
    now = '2026-11-24T01:00:00.000Z';
  });
  afterAll(async () => {
    await app.close();
    await mail.close();
  });
  beforeEach(() => {
    mail.delivered.length = 0;
  });

  it('is shown before it is sent', async () => {
    const ask = `query ($key: String!) {
      team: digest(teamKey: $key, week: "2026-W47") { mailText { subject text html } }
      mine: myDigest(week: "2026-W47") { mailText { subject text } }
      all: organizationDigest(week: "2026-W47") { mailText { subject text } } }`;
    interface Shown {
      mailText: { subject: string; text: string; html: string };
    }
    const shown = await askAs<Record<'team' | 'mine' | 'all', Shown>>(app, me, ask, { key });
    expect(shown.team.mailText.subject).toBe('訂單: week 2026-W47');
    expect(shown.mine.mailText.subject).toBe('Your week 2026-W47');
    expect(shown.all.mailText.subject).toBe('The organization: week 2026-W47');
    for (const { mailText } of Object.values(shown)) {
      expect(mailText.text).toContain('演練還原');
      // Whoever may only read must not come to links that change something.
      expect(JSON.stringify(mailText)).not.toContain('/answer');
    }
    expect(shown.team.mailText.html).toContain('演練還原');
    expect(shown.all.mailText.text).toContain('訂單 (Open 1 (+1)');
  });

  it('is sent to the caller, and to nobody else', async () => {
    for (const whose of ['TEAM', 'PERSON', 'ORGANIZATION']) {
      const { digestTest } = await askAs<{ digestTest: object }>(app, me, TEST, input(whose, key));
      expect(digestTest).toEqual({ mailStatus: { isOn: true }, userErrors: [] });
    }
    expect(mail.delivered.map(({ to }) => to)).toEqual([[email], [email], [email]]);
    expect(mail.delivered.every(({ mail: { text, html } }) => text && html)).toBe(true);
  });

  it('is not sent of a team that there is not', async () => {
    const { digestTest } = await askAs<{ digestTest: object }>(
      app,
      me,
      TEST,
      input('TEAM', 'nobody'),
    );
    expect(digestTest).toEqual({
      mailStatus: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['teamKey'] }],
    });
    expect(mail.delivered).toEqual([]);
  });

  it('waits for the end of the night and of the weekend, and does not come for who has left', async () => {
    const digestSchedule = { isOn: true, weekday: 6, hour: 22 } as const;
    await app.write((tx) => app.get(OrganizationService).update(tx, { digestSchedule }));
    const look = async (instant: string): Promise<(string | undefined)[]> => {
      now = instant;
      await app.get(DigestScheduler).promiseDue();
      await app.platform.outbox.drained();
      return mail.delivered.map(({ mail: { subject } }) => subject);
    };
    expect(await look('2026-11-28T22:00:00.000Z')).toEqual([]);
    expect(await look('2026-11-30T07:59:00.000Z')).toEqual([]);
    expect(await look('2026-11-30T08:00:00.000Z')).toEqual(['Your week 2026-W47']);
    expect(mail.delivered[0]?.raw).toMatch(/List-Unsubscribe:\s*<http/);
    await app.write((tx) => app.get(MailPreferenceService).update(tx, { digest: false }), me);
    await look('2026-12-05T22:00:00.000Z');
    expect(await look('2026-12-07T08:00:00.000Z')).toHaveLength(1);
  });
});

describe('fupan digest', () => {
  let folder: Scratch;
  let env: Record<string, string>;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    folder = scratchFolder();
    ({ env, drop } = await librarySettings(folder));
    const actions = `actions:
  - { title: 演練還原, status: COMMITTED, team: orders, dueOn: 2026-11-04 }
`;
    const head = (title: string, more: string): string =>
      `---\nfupan: 1\ntitle: ${title}\nlanguage: en\nstatus: PUBLISHED\nupdatedAt: 2026-11-01T00:00:00Z\n${more}`;
    folder.write({
      'cases/open.md': `${head('Open', actions)}---\n`,
      'cases/secret.md': `${head('Secret', `visibility: RESTRICTED\n${actions.replace('演練還原', 'hidden')}`)}---\n`,
    });
    await run('import', 'cases');
  });
  afterEach(async () => {
    await drop();
    folder.remove();
  });
  const run = (...argv: string[]) => fupan(argv, { env, cwd: folder.path });

  it('prints the digest of a team as everybody may read it, in the language that is asked for', async () => {
    const said = await run(
      'digest',
      '--team',
      'orders',
      '--week',
      '2026-W47',
      '--language',
      'zh-Hant',
    );
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toContain('2026-W47 週報');
    expect(said.stdout).toContain('逾期 (1)');
    expect(said.stdout).toContain('演練還原');
    expect(said.stdout).not.toContain('hidden');
    const { stdout } = await run('digest', '--team', 'orders', '--week', '2026-W47', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ week: '2026-W47' });
  });

  it('sends nothing but the last week, and nothing where there is no channel', async () => {
    expect(await run('digest', '--team', 'orders', '--send')).toMatchObject({
      code: 0,
      stderr: 'fupan: sent to 0 channels\n',
    });
    const old = await run('digest', '--team', 'orders', '--week', '2025-W10', '--send');
    expect(old.code).toBe(1);
    expect(old.stderr).toContain('Only the digest of the last week');
  });

  it('says what is wrong with a team or a week', async () => {
    expect((await run('digest', '--team', 'nobody')).code).toBe(1);
    expect((await run('digest', '--team', 'orders', '--week', '2026-W54')).code).toBe(1);
    expect((await run('digest')).code).toBe(2);
  });
});
