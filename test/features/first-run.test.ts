import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { ANONYMOUS } from '../../src/core/actor.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { FirstRun } from '../../src/features/identity/first-run.service.js';
import { InvitationService } from '../../src/features/identity/invitation.service.js';
import { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { anAccount, PASSWORD, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { fupan } from '../support/cli.js';
import { actingAs, aPerson } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { scratchFolder } from '../support/files.js';

let clock: FakeClock;
let app: TestApp;
let browser: TestBrowser;
beforeEach(async () => {
  clock = new FakeClock();
  app = await startApp({ as: 'door', clock });
  browser = new TestBrowser(app);
});
afterEach(async () => {
  await app.close();
});

const linkFile = (): string => join(app.dataDir, 'setup-link.txt');

/** The path and the token of a link. */
function partsOf(url: string): { path: string; token: string } {
  const { pathname, search, searchParams } = new URL(url);
  return { path: pathname + search, token: searchParams.get('token') ?? '' };
}

async function offer(): Promise<{ path: string; token: string }> {
  const link = await app.get(FirstRun).offer(app.ctx());
  if (!link) throw new Error('no link was offered');
  return partsOf(link.url);
}

const ada = { name: 'Ada 林', email: 'Ada@example.com', password: PASSWORD };

describe('the first start', () => {
  it('leaves a link that makes whoever has it the administrator, once', async () => {
    const { path, token } = await offer();
    expect(readFileSync(linkFile(), 'utf8')).toBe(`${app.url}${path}\n`);
    expect(statSync(linkFile()).mode & 0o777).toBe(0o600);
    expect((await browser.get(path)).status).toBe(200);
    const answer = await browser.post('/setup', { token, ...ada });
    expect(answer).toMatchObject({ status: 303, location: '/welcome' });
    const { data } = await browser.graphql('{ viewer { name email role } }');
    expect(data).toEqual({
      viewer: { name: 'Ada 林', email: 'ada@example.com', role: 'ADMIN' },
    });
    // Where another process answers, the file stays in the folder of this one; the link is of no use.
    if (app.processes.length === 1) expect(existsSync(linkFile())).toBe(false);
    const second = new TestBrowser(app);
    expect((await second.get(path)).status).toBe(404);
    const again = { ...ada, token, email: 'eve@example.com' };
    expect((await second.post('/setup', again)).status).toBe(404);
    expect(await second.viewer()).toBeNull();
    expect(await app.get(FirstRun).offer(app.ctx())).toBeNull();
    await signedIn(app, { email: 'ada@example.com' });
  });

  it('makes the person who has that e-mail address the administrator', async () => {
    const { id } = await app.write((tx) =>
      app.get(PersonService).create(tx, { name: 'A. L.', email: 'ada@example.com' }),
    );
    await app.write((tx) => app.get(PersonService).archive(tx, id));
    const { token } = await offer();
    await browser.post('/setup', { token, ...ada });
    const people = await app.platform.database.read.find(PersonEntity);
    expect(people).toMatchObject([{ id, name: 'Ada 林', role: 'ADMIN', archivedAt: null }]);
  });

  it('is over after an hour, and so is the file', async () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const { path, token } = await offer();
    const [expire] = timers.mock.calls.find(([, ms]) => ms === 3_600_000) ?? [];
    timers.mockRestore();
    expect(existsSync(linkFile())).toBe(true);
    expire?.();
    expect(existsSync(linkFile())).toBe(false);
    clock.forward({ minutes: 59 });
    expect((await browser.get(path)).status).toBe(200);
    clock.forward({ minutes: 1 });
    const { status, html } = await browser.get(path);
    expect(status).toBe(404);
    expect(html).toContain('Start fupan again');
    expect((await browser.post('/setup', { token, ...ada })).status).toBe(404);
    expect(await app.platform.database.read.find(PersonEntity)).toEqual([]);
  });

  it('starts over with a new link, and the one before is void', async () => {
    const before = await offer();
    const { path } = await offer();
    expect((await browser.get(before.path)).status).toBe(404);
    expect((await browser.get(path)).status).toBe(200);
    expect(readFileSync(linkFile(), 'utf8')).toContain(path);
  });

  it('is over as soon as an administrator can sign in', async () => {
    const { path } = await offer();
    await anAccount(app, 'Member');
    expect((await browser.get(path)).status).toBe(200);
    const admin = await anAccount(app, 'Admin', 'ADMIN');
    expect((await browser.get(path)).status).toBe(404);
    expect(await app.get(FirstRun).offer(app.ctx())).toBeNull();
    expect(existsSync(linkFile())).toBe(false);
    await app.write((tx) => app.get(PersonService).archive(tx, admin.id));
    expect(await app.get(FirstRun).offer(app.ctx())).not.toBeNull();
  });

  it('says next to the field what is wrong, keeps what was typed but the password, and the link lives on', async () => {
    const { token } = await offer();
    const weak = await browser.post('/setup', { token, ...ada, password: 'password1234' });
    expect(weak.status).toBe(400);
    expect(weak.html).toMatch(/id="password-fault" role="alert">\s*This password is among/);
    expect(weak.html).toContain('value="Ada@example.com"');
    expect(weak.html).not.toContain('password1234');
    const again = encodeURIComponent(`/setup?token=${token}`);
    expect(weak.html).toContain(`href="/language?to=zh-Hant&#38;next=${again}"`);
    const nameless = await browser.post('/setup', { token, ...ada, name: ' ' });
    expect(nameless.html).toMatch(/id="name-fault" role="alert">\s*Write something here/);
    const addressless = await browser.post('/setup', { token, ...ada, email: 'ada' });
    expect(addressless.html).toMatch(/id="email-fault" role="alert">\s*This is not an e-mail/);
    expect((await browser.post('/setup', { token, ...ada })).status).toBe(303);
  });

  it('two who use the link at once: one comes in', async () => {
    const { token } = await offer();
    const answers = await Promise.all(
      ['one', 'two'].map((name) =>
        new TestBrowser(app).post('/setup', { ...ada, token, email: `${name}@example.com` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await app.platform.database.read.find(PersonEntity)).toHaveLength(1);
  });

  it('is nobody’s to offer but the operator’s', async () => {
    const member = actingAs(await aPerson(app), 'ADMIN');
    await expect(app.get(FirstRun).offer(app.ctx(member))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('an invitation', () => {
  const invite = async (admin: TestBrowser, personId: string) => {
    const { data } = await admin.graphql<{
      invitationCreate: {
        invitation: { url: string; person: { name: string } } | null;
        userErrors: { code: string; field: string[] | null }[];
      };
    }>(
      `mutation ($id: ID!) { invitationCreate(input: { personId: $id }) {
        invitation { url expiresAt person { name } } userErrors { code field } } }`,
      { id: personId },
    );
    if (!data) throw new Error('refused');
    return data.invitationCreate;
  };

  it('lets somebody choose a password, once, within a day; their old one and its sessions end', async () => {
    const admin = await signedIn(app, await anAccount(app, 'Admin', 'ADMIN'));
    const person = await anAccount(app, 'Guest');
    const old = await signedIn(app, person);
    const void_ = partsOf((await invite(admin, person.id)).invitation?.url ?? '');
    const { path, token } = partsOf((await invite(admin, person.id)).invitation?.url ?? '');
    expect((await browser.get(void_.path)).status).toBe(404);
    const form = await browser.get(path);
    expect(form.html).toContain('value="guest@example.com"');
    expect(await old.viewer()).toBe('Guest');
    const weak = await browser.post('/invitation', { token, password: 'guest@example.com' });
    expect(weak.status).toBe(400);
    expect(weak.html).toContain('little more than a name');
    const chosen = 'seven quiet herons 2026';
    const answer = await browser.post('/invitation', { token, password: chosen });
    expect(answer).toMatchObject({ status: 303, location: '/' });
    expect(await browser.viewer()).toBe('Guest');
    expect(await old.viewer()).toBeNull();
    const second = new TestBrowser(app);
    expect((await second.post('/invitation', { token, password: chosen })).status).toBe(404);
    const signIn = { email: 'guest@example.com', password: chosen };
    expect((await second.post('/sign-in', signIn)).status).toBe(303);
  });

  it('is void after a day, and when its person has left', async () => {
    const admin = await signedIn(app, await anAccount(app, 'Admin', 'ADMIN'));
    const person = await anAccount(app, 'Late');
    const late = partsOf((await invite(admin, person.id)).invitation?.url ?? '');
    clock.forward({ hours: 23 });
    expect((await browser.get(late.path)).status).toBe(200);
    await app.write((tx) => app.get(PersonService).archive(tx, person.id));
    expect((await browser.get(late.path)).status).toBe(404);
    await app.write((tx) => app.get(PersonService).restore(tx, person.id));
    clock.forward({ hours: 1 });
    const { status, html } = await browser.get(late.path);
    expect(status).toBe(404);
    expect(html).toContain('Ask an administrator');
  });

  it('is refused to others than administrators, and for somebody without an e-mail address', async () => {
    const member = await signedIn(app, await anAccount(app, 'Member'));
    const bare = await aPerson(app, 'Bare');
    const refused = await invite(member, bare.id);
    expect(refused).toEqual({ invitation: null, userErrors: [{ code: 'FORBIDDEN', field: null }] });
    const admin = await signedIn(app, await anAccount(app, 'Admin', 'ADMIN'));
    const field = ['input', 'personId'];
    expect((await invite(admin, bare.id)).userErrors).toEqual([{ code: 'VALIDATION', field }]);
    expect((await invite(admin, 'nobody')).userErrors).toEqual([{ code: 'NOT_FOUND', field }]);
    const create = app.write((tx) => app.get(InvitationService).create(tx, bare.id), ANONYMOUS);
    await expect(create).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('that signs in works as often as it is opened, but for a browser that only looks ahead', async () => {
    const person = await anAccount(app, 'Demo', 'ADMIN');
    const { url } = await app.write((tx) => app.get(InvitationService).createSignIn(tx, person.id));
    const { path } = partsOf(url);
    const ahead = await browser.get(path, { 'sec-purpose': 'prefetch;prerender' });
    expect(ahead).toMatchObject({ status: 403, location: null });
    expect(browser.cookies.size).toBe(0);
    for (const each of [browser, new TestBrowser(app)]) {
      expect(await each.get(path)).toMatchObject({ status: 303, location: '/' });
      expect(await each.viewer()).toBe('Demo');
    }
    const head = await fetch(app.url + path, { method: 'HEAD' });
    expect(head.headers.getSetCookie()).toEqual([]);
    const byAdmin = app.write(
      (tx) => app.get(InvitationService).createSignIn(tx, person.id),
      actingAs(person, 'ADMIN'),
    );
    await expect(byAdmin).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is in the audit log when it is made and when it is used, without its link', async () => {
    const { path, token } = await offer();
    await browser.get(path);
    await browser.post('/setup', { token, ...ada });
    const entries = await app.platform.database.read.find(AuditEntryEntity, {
      order: { seq: 'ASC' },
    });
    expect(entries.map(({ act, actor, detail }) => ({ act, actor, detail }))).toMatchObject([
      { act: 'invitationCreate', actor: 'OPERATOR', detail: { kind: 'FIRST_ADMIN' } },
      { act: 'invitationUse', actor: 'ANONYMOUS', detail: { kind: 'FIRST_ADMIN' } },
      { act: 'signIn', actor: 'ANONYMOUS', detail: { method: 'LINK' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
  });
});

describe('on the command line', () => {
  /** What a server tells whoever starts it, and what `work` finds while it runs. */
  async function whileServing(
    command: 'serve' | 'demo',
    env: Record<string, string>,
    work: (told: Record<string, string>) => Promise<void>,
  ): Promise<void> {
    const folder = scratchFolder();
    const abort = new AbortController();
    let ended: Promise<unknown> | undefined;
    const said = await new Promise<string>((resolve, reject) => {
      ended = fupan([command, '--json'], {
        env: { FUPAN_DATA_DIR: join(folder.path, 'data'), FUPAN_PORT: '0', ...env },
        signal: abort.signal,
        onOutput: resolve,
      });
      ended.catch(reject);
    });
    try {
      await work(JSON.parse(said) as Record<string, string>);
    } finally {
      abort.abort();
      await ended;
      folder.remove();
    }
  }

  it('serve prints the link, under the public address', async () => {
    const env = { FUPAN_PUBLIC_URL: 'https://fupan.example.org' };
    await whileServing('serve', env, async ({ setupUrl = '', url = '' }) => {
      expect(setupUrl).toMatch(/^https:\/\/fupan\.example\.org\/setup\?token=[\w-]{43}$/);
      const { path } = partsOf(setupUrl);
      expect((await new TestBrowser({ url }).get(path)).status).toBe(200);
    });
  });

  it('demo lets its guest in as an administrator, and listens on loopback whatever the settings', async () => {
    const env = { FUPAN_HOST: '0.0.0.0', FUPAN_PUBLIC_URL: 'https://fupan.example.org' };
    await whileServing('demo', env, async ({ signInUrl = '', url = '' }) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(signInUrl).toMatch(new RegExp(`^${url}/invitation\\?token=[\\w-]{43}$`));
      const guest = new TestBrowser({ url });
      await guest.get(partsOf(signInUrl).path);
      const { data } = await guest.graphql(
        '{ viewer { role } postmortems(first: 1) { totalCount } }',
      );
      expect(data).toMatchObject({ viewer: { role: 'ADMIN' } });
    });
  });
});
