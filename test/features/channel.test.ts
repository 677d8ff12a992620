import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { CHANNEL_KINDS } from '../../src/core/vocabulary.js';
import { ChannelEntity } from '../../src/features/channel/channel.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { TeamService } from '../../src/features/people/team.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { CHAT_REFUSED, CHAT_SHAPES, CHAT_TAKEN } from '../support/chat-shapes.js';
import { actingAs, aPerson, aTeam } from '../support/factory.js';
import { startLoopback, type Loopback } from '../support/loopback.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';

let app: TestApp;
let chat: Loopback;
let mail: MailServer;
let admin: Actor;
let lead: Actor;
let member: Actor;
let payments: { id: string };
let guild: { id: string };
beforeAll(async () => {
  [chat, mail] = await Promise.all([startLoopback(), startMailServer()]);
  app = await startApp({
    env: {
      FUPAN_OUTBOUND_NETWORKS: '127.0.0.1',
      FUPAN_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      FUPAN_MAIL_FROM: 'fupan@example.org',
    },
  });
  const [root, ada, lin] = [await aPerson(app), await aPerson(app), await aPerson(app)];
  admin = actingAs(root, 'ADMIN');
  lead = actingAs(ada);
  member = actingAs(lin);
  payments = await aTeam(app, 'Payments');
  guild = await aTeam(app, 'Guild');
  await app.write(async (tx) => {
    const teams = app.get(TeamService);
    await teams.setMember(tx, payments.id, { personId: ada.id, role: 'LEAD' });
    await teams.setMember(tx, payments.id, { personId: lin.id, role: 'MEMBER' });
  });
});
afterAll(async () => {
  await app.close();
  await Promise.all([chat.close(), mail.close()]);
});
beforeEach(() => {
  chat.arrivals.length = 0;
  chat.answer = (_arrival, response) => response.end('ok');
});

interface Channel {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly lastError: string | null;
  readonly lastSentAt: string | null;
}
interface Answer {
  readonly it: {
    readonly channel: Channel | null;
    readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
  };
}

const FIELDS =
  'id version kind name address isSigned team { name } lastError lastSentAt archivedAt';

async function attempt(actor: Actor, call: string, input?: object): Promise<Answer['it']> {
  const type = call.startsWith('channelCreate') ? 'ChannelCreateInput!' : 'ChannelUpdateInput!';
  const head = input === undefined ? '' : `($input: ${type})`;
  const document = `mutation ${head} { it: ${call} { channel { ${FIELDS} } userErrors { code field } } }`;
  return (await askAs<Answer>(app, actor, document, input === undefined ? {} : { input })).it;
}

const hook = (secret = 'T000-B000-secret-aB3x'): string =>
  `http://127.0.0.1:${chat.port}/${secret}`;
const create = (actor: Actor, input: object = {}): Promise<Answer['it']> =>
  attempt(actor, 'channelCreate(input: $input)', {
    ...{ kind: 'SLACK', name: 'general', locale: 'ZH_HANT', webhook: hook() },
    ...input,
  });
const act = (actor: Actor, name: string, { channel }: Answer['it'], input?: object) =>
  attempt(actor, `${name}(id: "${channel?.id}"${input ? ', input: $input' : ''})`, input);
const codeOf = ({ userErrors }: Answer['it']): string => userErrors[0]?.code ?? 'done';

async function seen(actor: Actor): Promise<string[]> {
  const { channels } = await askAs<{ channels: Channel[] }>(app, actor, '{ channels { name } }');
  return channels.map(({ name }) => name);
}

describe('channels', () => {
  it('are kept by those who lead the team, and by administrators', async () => {
    const ours = { name: 'ours', teamId: payments.id };
    const theirs = { name: 'theirs', teamId: guild.id };
    expect(codeOf(await create(lead, ours))).toBe('done');
    expect(codeOf(await create(lead, theirs))).toBe('FORBIDDEN');
    expect(codeOf(await create(lead))).toBe('FORBIDDEN');
    expect(codeOf(await create(member, ours))).toBe('FORBIDDEN');
    expect(codeOf(await create(admin, theirs))).toBe('done');
    const general = await create(admin, { name: 'general' });
    expect(await seen(admin)).toEqual(['general', 'ours', 'theirs']);
    expect(await seen(lead)).toEqual(['ours']);
    expect(await seen(member)).toEqual([]);
    for (const actor of [lead, member]) {
      for (const name of ['channelArchive', 'channelDelete', 'channelTest']) {
        expect(codeOf(await act(actor, name, general))).toBe('NOT_FOUND');
      }
    }
    expect(chat.arrivals).toEqual([]);
    expect(codeOf(await create(admin, { teamId: general.channel?.id }))).toBe('NOT_FOUND');
  });

  it('show of their address what tells them apart, and keep the rest sealed', async () => {
    const { channel } = await create(admin, { kind: 'FEISHU', secret: 'signing-secret' });
    expect(channel).toMatchObject({ address: `127.0.0.1:${chat.port}/…aB3x`, isSigned: true });
    const row = await app.platform.database.read.findOneBy(ChannelEntity, {
      id: channel?.id ?? '',
    });
    const kept = JSON.stringify(row);
    expect(kept).not.toContain('T000');
    expect(kept).not.toContain('signing-secret');
    const { auditEntries } = await askAs<{ auditEntries: unknown }>(
      app,
      admin,
      '{ auditEntries(first: 100) { nodes { act subjectId details { name values } } } }',
    );
    expect(JSON.stringify(auditEntries)).toContain(channel?.id ?? '-');
    expect(JSON.stringify(auditEntries)).not.toMatch(/T000|signing-secret/);
  });

  it('are changed, and a stale change is refused', async () => {
    const made = await create(admin, { name: 'to change' });
    expect(codeOf(await act(admin, 'channelUpdate', made, { name: 'changed' }))).toBe('done');
    const late = await act(admin, 'channelUpdate', made, { name: 'late', expectedVersion: 1 });
    expect([codeOf(late), late.channel?.version]).toEqual(['CONFLICT', 2]);
    const moved = await act(admin, 'channelUpdate', made, { webhook: hook('other-Zz9y') });
    expect(moved.channel?.address).toMatch(/…Zz9y$/);
    await act(admin, 'channelTest', made);
    expect(chat.arrivals.map(({ path }) => path)).toEqual(['/other-Zz9y']);
    for (const webhook of [
      'ftp://example.org/',
      'hooks.example.org',
      '',
      `https://${'x'.repeat(2_100)}`,
    ]) {
      expect(await act(admin, 'channelUpdate', made, { webhook })).toMatchObject({
        userErrors: [{ code: 'VALIDATION', field: ['input', 'webhook'] }],
      });
    }
  });

  it('are set aside, brought back and removed', async () => {
    const made = await create(admin, { name: 'to go' });
    expect(codeOf(await act(admin, 'channelArchive', made))).toBe('done');
    expect(codeOf(await act(admin, 'channelArchive', made))).toBe('WRONG_STATE');
    expect(codeOf(await act(admin, 'channelRestore', made))).toBe('done');
    expect(codeOf(await act(admin, 'channelDelete', made))).toBe('done');
    expect(codeOf(await act(admin, 'channelDelete', made))).toBe('NOT_FOUND');
  });

  it('go with their team', async () => {
    const team = await aTeam(app, 'Short-lived');
    const { channel } = await create(admin, { name: 'with it', teamId: team.id });
    await app.write((tx) => app.get(TeamService).delete(tx, team.id));
    const { read } = app.platform.database;
    expect(await read.existsBy(ChannelEntity, { id: channel?.id ?? '' })).toBe(false);
  });
});

describe.each(CHANNEL_KINDS)('a test message to %s', (kind) => {
  it('arrives in the shape that is documented, or says why it did not', async () => {
    const made = await create(admin, { kind });
    const [status, body] = CHAT_TAKEN[kind];
    chat.answer = (_arrival, response) => response.writeHead(status).end(body);
    const done = await act(admin, 'channelTest', made);
    expect(done.channel?.lastError).toBeNull();
    expect(done.channel?.lastSentAt).not.toBeNull();
    expect(chat.arrivals).toHaveLength(1);
    CHAT_SHAPES[kind].parse(JSON.parse(chat.arrivals[0]?.body ?? ''));
    expect(chat.arrivals[0]?.body).toContain('fupan 的測試訊息');
    for (const [code, answer] of CHAT_REFUSED[kind]) {
      chat.answer = (_arrival, response) => response.writeHead(code).end(answer);
      const { channel } = await act(admin, 'channelTest', made);
      expect(channel?.lastError).toMatch(/^the chat did not take it: /);
      expect(channel?.lastSentAt).toBe(done.channel?.lastSentAt);
    }
  });
});

describe('a test message', () => {
  it('never leaves for a place that fupan may not reach', async () => {
    const before = chat.connections;
    for (const host of ['[::1]', '127.0.0.2', '0.0.0.0', '[::ffff:127.0.0.2]', '169.254.169.254']) {
      const made = await create(admin, { webhook: `http://${host}:${chat.port}/hook` });
      const { channel } = await act(admin, 'channelTest', made);
      expect(channel?.lastError).toBe('the address is in a network that fupan may not reach');
    }
    expect(chat.connections).toBe(before);
  });
});

describe('a test mail', () => {
  const run = async (actor: Actor): Promise<string> => {
    const document =
      'mutation { mailTest { mailStatus { isOn from } userErrors { code message } } }';
    const { mailTest } = await askAs<{ mailTest: { userErrors: { message: string }[] } }>(
      app,
      actor,
      document,
    );
    return mailTest.userErrors[0]?.message ?? 'done';
  };

  it('goes to whoever asks for it, and to nobody else', async () => {
    const email = 'viewer@example.com';
    const viewer = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'Vera', email }),
    );
    expect(await run(actingAs(viewer, 'VIEWER'))).toBe('done');
    expect(mail.delivered.map(({ to }) => to)).toEqual([[email]]);
    expect(mail.delivered[0]?.mail.subject).toBe('A test message of fupan');
    expect(await run(member)).toBe(
      'You have no e-mail address here; ask an administrator to add it.',
    );
    expect(await askAs(app, member, '{ mailStatus { isOn from } }')).toEqual({
      mailStatus: { isOn: true, from: 'fupan@example.org' },
    });
  });
});
