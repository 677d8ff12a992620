import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ANONYMOUS, type Actor } from '../../src/core/actor.js';
import { AuditEntryEntity } from '../../src/features/audit/audit-entry.entity.js';
import { ApiTokenService } from '../../src/features/identity/api-token.service.js';
import { SessionEntity } from '../../src/features/identity/session.entity.js';
import { SessionService } from '../../src/features/identity/session.service.js';
import type { PersonEntity } from '../../src/features/people/person.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { anAccount, PASSWORD, signedIn } from '../support/account.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { FakeClock } from '../support/fake-clock.js';
import { statementsOf } from '../support/statements.js';

const clock = new FakeClock();

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ as: 'door', clock });
});
afterAll(async () => {
  await app.close();
});

interface Session {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly method: string;
  readonly userAgent: string | null;
}

const SESSIONS = 'sessions { id isCurrent method userAgent }';

async function sessionsSeenBy(browser: TestBrowser, { id }: PersonEntity): Promise<Session[]> {
  const { data } = await browser.graphql<{ person: { sessions: Session[] } }>(
    `query ($id: ID!) { person(id: $id) { ${SESSIONS} } }`,
    { id },
  );
  return data?.person.sessions ?? [];
}

const rowsOf = ({ id }: PersonEntity): Promise<SessionEntity[]> =>
  app.platform.database.read.findBy(SessionEntity, { personId: id });

describe('a session', () => {
  it('ends when its user signs out, on the page and over GraphQL', async () => {
    const person = await anAccount(app, 'Leaver');
    const [page, graph] = [await signedIn(app, person), await signedIn(app, person)];
    const [pageCopy, graphCopy] = [page.copy(), graph.copy()];
    expect(await page.post('/sign-out')).toMatchObject({ status: 303, location: '/sign-in' });
    expect(page.cookies.size).toBe(0);
    expect(await pageCopy.viewer()).toBeNull();
    expect(await graphCopy.viewer()).toBe('Leaver');
    const { data } = await graph.graphql(
      'mutation { sessionEnd { session { isCurrent } userErrors { code } } }',
    );
    expect(data).toEqual({ sessionEnd: { session: { isCurrent: true }, userErrors: [] } });
    expect(graph.cookies.size).toBe(0);
    expect(await graphCopy.viewer()).toBeNull();
    expect(await rowsOf(person)).toEqual([]);
    expect(await page.post('/sign-out')).toMatchObject({ status: 303 });
  });

  it('ends when it was not used for a day, and lives on where it was', async () => {
    const person = await anAccount(app, 'Idle');
    const [idle, busy] = [await signedIn(app, person), await signedIn(app, person)];
    for (let hours = 0; hours < 24; hours += 8) {
      clock.forward({ hours: 8 });
      expect(await busy.viewer()).toBe('Idle');
    }
    expect(await idle.viewer()).toBeNull();
    expect(await busy.viewer()).toBe('Idle');
    expect(await sessionsSeenBy(busy, person)).toHaveLength(1);
  });

  it('ends after a week, however much it is used', async () => {
    const person = await anAccount(app, 'Week');
    const browser = await signedIn(app, person);
    for (let hours = 12; hours < 7 * 24; hours += 12) {
      clock.forward({ hours: 12 });
      expect(await browser.viewer()).toBe('Week');
    }
    clock.forward({ hours: 12 });
    expect(await browser.viewer()).toBeNull();
    await signedIn(app, person);
    expect(await rowsOf(person)).toHaveLength(1);
  });

  it('is found with one statement, and written down as used at most every five minutes', async () => {
    const person = await anAccount(app, 'Seen');
    const browser = await signedIn(app, person);
    const lastSeen = async () => (await rowsOf(person))[0]?.lastSeenAt;
    const begun = clock.now();
    clock.forward({ minutes: 4 });
    const statements = await statementsOf(app, () => browser.graphql('{ __typename }'));
    expect(statements).toHaveLength(1);
    expect(await lastSeen()).toEqual(begun);
    clock.forward({ minutes: 1 });
    await browser.viewer();
    await app.get(SessionService).onModuleDestroy();
    expect(await lastSeen()).toEqual(clock.now());
  });

  it('dies at once when its person is archived, and stays dead when they are back', async () => {
    const person = await anAccount(app, 'Gone');
    const browser = await signedIn(app, person);
    await app.write((tx) => app.get(PersonService).archive(tx, person.id));
    expect(await browser.viewer()).toBeNull();
    const { errors } = await browser.graphql('{ people { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await app.write((tx) => app.get(PersonService).restore(tx, person.id));
    expect(await browser.viewer()).toBeNull();
  });

  it('allows what the role of its person is now', async () => {
    const person = await anAccount(app, 'Riser');
    const browser = await signedIn(app, person);
    const invite = async () => {
      const { data } = await browser.graphql<{ invitationCreate: { userErrors: unknown[] } }>(
        `mutation ($id: ID!) { invitationCreate(input: { personId: $id }) { userErrors { code } } }`,
        { id: person.id },
      );
      return data?.invitationCreate.userErrors;
    };
    expect(await invite()).toEqual([{ code: 'FORBIDDEN' }]);
    await app.write((tx) => app.get(PersonService).update(tx, person.id, { role: 'ADMIN' }));
    expect(await invite()).toEqual([]);
  });
});

describe('the list of sessions', () => {
  it('shows people their own, administrators anybody’s, and others none', async () => {
    const person = await anAccount(app, 'Owner');
    const browser = new TestBrowser(app, { 'user-agent': 'Netscape/4.0' });
    await browser.post('/sign-in', { email: person.email ?? '', password: PASSWORD });
    await signedIn(app, person);
    const own = await sessionsSeenBy(browser, person);
    expect(own.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
    expect(own[1]).toMatchObject({ method: 'PASSWORD', userAgent: 'Netscape/4.0' });
    const other = await signedIn(app, await anAccount(app, 'Other'));
    expect(await sessionsSeenBy(other, person)).toEqual([]);
    const admin = await signedIn(app, await anAccount(app, 'Boss', 'ADMIN'));
    expect(await sessionsSeenBy(admin, person)).toHaveLength(2);
  });

  it('costs the same for one person as for many', async () => {
    const admin = await signedIn(app, await anAccount(app, 'Counter', 'ADMIN'));
    const ask = (first: number) =>
      statementsOf(app, () =>
        admin.graphql(`{ people(first: ${first}) { nodes { ${SESSIONS} } } }`),
      );
    expect((await ask(1)).length).toBe((await ask(20)).length);
  });
});

describe('the start page', () => {
  it('speaks the language of the person, unless this browser was told another', async () => {
    const person = await anAccount(app, 'Polyglot');
    await app.write((tx) => app.get(PersonService).update(tx, person.id, { locale: 'zh-Hans' }));
    const browser = await signedIn(app, person);
    expect((await browser.get('/')).html).toContain('<html lang="zh-Hans" ');
    await browser.get('/language?to=zh-Hant');
    expect((await browser.get('/')).html).toContain('<html lang="zh-Hant" ');
  });
});

describe('revoking', () => {
  const revoke = async (browser: TestBrowser, id: string) => {
    const { data } = await browser.graphql<{
      sessionRevoke: { session: { id: string } | null; userErrors: { code: string }[] };
    }>('mutation ($id: ID!) { sessionRevoke(id: $id) { session { id } userErrors { code } } }', {
      id,
    });
    return data?.sessionRevoke;
  };

  it('one session ends it and no other; somebody else’s is not found', async () => {
    const person = await anAccount(app, 'Revoker');
    const [here, there] = [await signedIn(app, person), await signedIn(app, person)];
    const id = (await sessionsSeenBy(there, person)).find(({ isCurrent }) => isCurrent)?.id ?? '';
    const stranger = await signedIn(app, await anAccount(app, 'Stranger'));
    expect(await revoke(stranger, id)).toEqual({
      session: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await there.viewer()).toBe('Revoker');
    expect(await revoke(here, id)).toEqual({ session: { id }, userErrors: [] });
    expect(await there.viewer()).toBeNull();
    expect(await here.viewer()).toBe('Revoker');
    const admin = await signedIn(app, await anAccount(app, 'Chief', 'ADMIN'));
    const own = (await sessionsSeenBy(here, person))[0]?.id ?? '';
    expect((await revoke(admin, own))?.userErrors).toEqual([]);
    expect(await here.viewer()).toBeNull();
  });

  it('all others leaves the one that asks, and those of other people', async () => {
    const person = await anAccount(app, 'Many');
    const [here, there] = [await signedIn(app, person), await signedIn(app, person)];
    const other = await signedIn(app, await anAccount(app, 'Bystander'));
    const { data } = await here.graphql(
      `mutation { sessionRevokeOthers { person { ${SESSIONS} } userErrors { code } } }`,
    );
    expect(data).toMatchObject({
      sessionRevokeOthers: { person: { sessions: [{ isCurrent: true }] }, userErrors: [] },
    });
    expect(await there.viewer()).toBeNull();
    expect(await here.viewer()).toBe('Many');
    expect(await other.viewer()).toBe('Bystander');
  });

  it('needs more than a token that writes, and somebody who has signed in', async () => {
    const person = await anAccount(app, 'Robot');
    const browser = await signedIn(app, person);
    const { id } = (await sessionsSeenBy(browser, person))[0] ?? { id: '' };
    const token: Actor = {
      kind: 'person',
      personId: person.id,
      role: 'MEMBER',
      scopes: new Set(['read', 'write']),
    };
    const sessions = app.get(SessionService);
    for (const actor of [token, ANONYMOUS]) {
      await expect(app.write((tx) => sessions.revoke(tx, id), actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(app.write((tx) => sessions.revokeOthers(tx), actor)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(await browser.viewer()).toBe('Robot');
  });
});

describe('a token in place of a cookie', () => {
  const asBearer = async (bearer: string, cookie = '') => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { authorization: bearer, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    const text = await response.text();
    return { status: response.status, text, challenge: response.headers.get('www-authenticate') };
  };

  it('says who asks; one that is not valid or is for feeds is refused, whatever the cookie', async () => {
    const person = await anAccount(app, 'Program');
    const cookie = `fupan=${(await signedIn(app, person)).cookies.get('fupan') ?? ''}`;
    const make = (kind: 'API' | 'FEED') =>
      app.write((tx) =>
        app.get(ApiTokenService).create(tx, {
          personId: person.id,
          name: kind,
          scopes: ['read'],
          days: 30,
          kind,
        }),
      );
    const { token } = await make('API');
    expect(await asBearer(`Bearer ${token}`)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Program'),
    });
    const feed = await make('FEED');
    for (const useless of ['fpn_nonsense', feed.token, '']) {
      const refused = await asBearer(`Bearer ${useless}`, cookie);
      expect(refused).toMatchObject({ status: 401, challenge: 'Bearer' });
      expect(refused.text).toContain('UNAUTHENTICATED');
    }
  });
});

it('the ends of sessions are in the audit log once each', async () => {
  const acts = await app.platform.database.read.findBy(AuditEntryEntity, { act: 'sessionEnd' });
  const ids = acts.map(({ subjectId }) => subjectId);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
});
