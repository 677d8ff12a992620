import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import {
  TrackerConnectionEntity,
  TrackerDeliveryEntity,
} from '../../src/features/tracker/tracker-connection.entity.js';
import { TrackerConnections } from '../../src/features/tracker/tracker-connection.service.js';
import { TrackerLinkEntity } from '../../src/features/tracker/tracker-link.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCase } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { send, type RawAnswer } from '../support/raw-http.js';
import {
  aConnection,
  deliver,
  githubHeaders,
  githubIssue,
  gitlabHeaders,
  gitlabIssue,
  gitlabSigned,
  jiraHeaders,
  jiraIssue,
  tell,
  type Connected,
} from '../support/trackers.js';

const clock = new FakeClock();
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ clock });
});
afterAll(async () => {
  await app.close();
});

const ISSUE = 'https://github.com/acme/shop/issues/12';
/** So many minutes before now, as trackers write it. */
const ago = (minutes: number): string =>
  new Date(clock.now().getTime() - minutes * 60_000).toISOString().replace('.000', '');

let github: Connected;
beforeEach(async () => {
  await app.write(async (tx) => {
    await tx.db.deleteAll(TrackerLinkEntity);
    await tx.db.deleteAll(TrackerConnectionEntity);
  });
  github = await aConnection(app);
});

async function follow(trackerUrl = ISSUE): Promise<string> {
  const { id: postmortemId } = await aCase(app);
  const input = { postmortemId, title: 'Raise the limit', trackerUrl };
  return (await app.write((tx) => app.get(ActionItemService).create(tx, input))).id;
}

const linkOf = (actionItemId: string): Promise<TrackerLinkEntity> =>
  app.platform.database.read.findOneByOrFail(TrackerLinkEntity, { actionItemId });
const stateOf = async (id: string): Promise<string> => (await linkOf(id)).state;
const rowOf = ({ id }: Connected): Promise<TrackerConnectionEntity> =>
  app.platform.database.read.findOneByOrFail(TrackerConnectionEntity, { id });
const remembered = (): Promise<number> =>
  app.platform.database.read.countBy(TrackerDeliveryEntity, {});

/** What is written down without being waited for. */
async function faultOf(connection: Connected): Promise<string | null> {
  for (let tries = 0; tries < 50; tries++) {
    const { lastError } = await rowOf(connection);
    if (lastError !== null) return lastError;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return null;
}

/** What somebody outside can tell answers apart by. */
const seen = ({ status, headers, body }: RawAnswer) => ({
  status,
  body: body.replace(/"requestId":"[^"]*"/, ''),
  headers: Object.keys(headers).filter((name) => !name.startsWith('x-ratelimit')),
});

const closing = (minutes = 1): string => JSON.stringify(githubIssue({ at: ago(minutes) }));

describe('a delivery', () => {
  it('of GitHub is taken with the digest of its body under the secret', async () => {
    const id = await follow();
    const body = closing();
    expect((await deliver(app, github, githubHeaders(github.secret, body), body)).status).toBe(202);
    expect(await linkOf(id)).toMatchObject({
      state: 'CLOSED',
      title: 'Raise the limit',
      stateAt: new Date(ago(1)),
      seenAt: new Date(ago(1)),
    });
    expect(await rowOf(github)).toMatchObject({ lastDeliveryAt: clock.now(), lastError: null });
  });

  it('of GitHub may be a form, as it is unless somebody chooses JSON there', async () => {
    const id = await follow();
    const body = new URLSearchParams({ payload: closing() }).toString();
    const headers = {
      ...githubHeaders(github.secret, body),
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect((await deliver(app, github, headers, body)).status).toBe(202);
    expect(await stateOf(id)).toBe('CLOSED');
  });

  it('of GitLab is taken with the secret token, or with a signature that is fresh', async () => {
    const gitlab = await aConnection(app, 'GITLAB');
    const id = await follow('https://gitlab.example.com/shop/core/-/issues/3');
    const told = (minutes: number) => JSON.stringify(gitlabIssue({ at: ago(minutes) }));
    const plain = await deliver(app, gitlab, gitlabHeaders(gitlab.secret), told(3));
    expect(plain.status).toBe(202);
    expect((await linkOf(id)).seenAt).toEqual(new Date(ago(3)));

    const signed = (minutes: number) => {
      const at = new Date(clock.now().getTime() - minutes * 60_000);
      return deliver(app, gitlab, gitlabSigned(gitlab.secret, told(2), at), told(2));
    };
    expect((await signed(6)).status).toBe(401);
    expect(await faultOf(gitlab)).toBe('TIMESTAMP');
    expect((await signed(-6)).status).toBe(401);
    expect((await signed(4)).status).toBe(202);
    expect((await linkOf(id)).seenAt).toEqual(new Date(ago(2)));
    expect(await rowOf(gitlab)).toMatchObject({ lastError: null, lastErrorAt: null });

    // Whoever signs is not let in by the token alone.
    const both = { ...gitlabHeaders(gitlab.secret), 'webhook-signature': 'v1,bm90IHNpZ25lZA==' };
    expect((await deliver(app, gitlab, both, told(1))).status).toBe(401);
  });

  it('of Jira is taken with the digest of its body under the secret', async () => {
    const jira = await aConnection(app, 'JIRA', { baseUrl: 'https://acme.atlassian.net/jira/' });
    const id = await follow('https://acme.atlassian.net/browse/OPS-7');
    const body = JSON.stringify(jiraIssue({ at: ago(1) }));
    expect((await deliver(app, jira, jiraHeaders(jira.secret, body), body)).status).toBe(202);
    expect(await linkOf(id)).toMatchObject({ state: 'CLOSED', stateAt: new Date(ago(1)) });
  });

  it('of something else, or a ping, is taken and changes nothing', async () => {
    const id = await follow();
    for (const event of ['ping', 'push', 'star', 'issue_comment', '']) {
      const payload = { zen: 'Design for failure.', hook_id: 292430182, event };
      expect((await tell(app, github, payload, event)).status).toBe(202);
    }
    const gitlab = await aConnection(app, 'GITLAB');
    expect((await tell(app, gitlab, { object_kind: 'pipeline' })).status).toBe(202);
    const jira = await aConnection(app, 'JIRA');
    expect((await tell(app, jira, { webhookEvent: 'comment_created' })).status).toBe(202);
    expect(await stateOf(id)).toBe('UNKNOWN');
    expect(await remembered()).toBe(0);
    expect((await rowOf(github)).lastDeliveryAt).toEqual(clock.now());
  });
});

describe('what is not signed well', () => {
  it('changes nothing, and is refused alike whatever there is', async () => {
    const id = await follow();
    const archived = await aConnection(app);
    await app.write((tx) => app.get(TrackerConnections).archive(tx, archived.id));
    const body = closing();
    const right = githubHeaders(github.secret, body);
    const { 'x-hub-signature-256': _, ...unsigned } = right;
    const wrong = { ...right, 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    const sha1 = { ...unsigned, 'x-hub-signature': right['x-hub-signature-256'] ?? '' };
    const answers = [
      await deliver(app, github, wrong, body),
      await deliver(app, github, unsigned, body),
      await deliver(app, github, sha1, body),
      await deliver(app, github, { ...right, 'x-hub-signature-256': 'sha256=' }, body),
      await deliver(app, github, right, `${body} `),
      await deliver(app, github, gitlabHeaders(github.secret), body),
      await deliver(app, archived, githubHeaders(archived.secret, body), body),
      await deliver(app, { id: randomUUID() }, right, body),
      await deliver(app, { id: 'x' }, right, body),
      await deliver(app, github, { ...wrong, cookie: 'fupan=x', authorization: 'Bearer x' }, body),
      await deliver(app, github, wrong, 'no JSON'),
    ].map(seen);
    expect(answers[0]?.status).toBe(401);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await stateOf(id)).toBe('UNKNOWN');
    expect(await remembered()).toBe(0);
    expect(await faultOf(github)).toBe('SIGNATURE');
    expect((await rowOf(archived)).lastError).toBeNull();
  });

  it('is nothing for browsers: other methods and pages of other sites find nothing', async () => {
    const path = `/hooks/tracker/${github.id}`;
    expect((await send(app, path)).status).toBe(404);
    const body = closing();
    const headers = { ...githubHeaders(github.secret, body), 'sec-fetch-site': 'cross-site' };
    expect((await deliver(app, github, headers, body)).status).toBe(403);
  });

  it('is refused with the secret before, once its day is over', async () => {
    const { secret } = await app.write((tx) =>
      app.get(TrackerConnections).rotateSecret(tx, github.id),
    );
    const id = await follow();
    const with_ = async (key: string, minutes: number) => {
      const body = closing(minutes);
      return (await deliver(app, github, githubHeaders(key, body), body)).status;
    };
    expect(await with_(github.secret, 3)).toBe(202);
    expect(await with_(secret, 2)).toBe(202);
    expect((await linkOf(id)).seenAt).toEqual(new Date(ago(2)));
    clock.forward({ hours: 24 });
    expect(await with_(github.secret, 1)).toBe(401);
    expect(await with_(secret, 1)).toBe(202);
  });

  it('is heard with the present secret though the one before cannot be opened any more', async () => {
    const { secret } = await app.write((tx) =>
      app.get(TrackerConnections).rotateSecret(tx, github.id),
    );
    // As after a change of FUPAN_SECRET: what another connection has sealed opens here no more.
    const { secret: previousSecret } = await rowOf(await aConnection(app, 'JIRA'));
    await app.write((tx) =>
      tx.db.update(TrackerConnectionEntity, { id: github.id }, { previousSecret }),
    );
    const body = closing();
    const with_ = async (key: string) =>
      (await deliver(app, github, githubHeaders(key, body), body)).status;
    expect(await with_(github.secret)).toBe(401);
    expect(await with_(secret)).toBe(202);
  });
});

describe('what is signed well and strange', () => {
  it('is refused where it cannot be read, and hurts nothing', async () => {
    const id = await follow();
    const bodies = [
      'no JSON',
      '',
      'null',
      '[]',
      '{"action":"closed"}',
      '{"__proto__":{"action":"closed"}}',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      closing().replace('"number":12', '"number":"12"'),
      closing().replace('"number":12', '"number":-1'),
      closing().replace('acme/shop', '\u0000').replace('"full_name":"acme/shop"', '"full_name":7'),
    ];
    for (const body of bodies) {
      const { status } = await deliver(app, github, githubHeaders(github.secret, body), body);
      expect({ status, body: body.slice(0, 40) }).toEqual({ status: 400, body: body.slice(0, 40) });
    }
    expect(await faultOf(github)).toBe('CONTENT');
    expect(await stateOf(id)).toBe('UNKNOWN');
    expect(await remembered()).toBe(0);
  });

  it('leads nowhere but below the address of the connection', async () => {
    const ids = await Promise.all(
      [ISSUE, 'https://github.example.com/acme/shop/issues/12'].map(follow),
    );
    const places = [
      'evil/../acme/shop',
      '../acme/shop',
      'acme/shop/issues/12?x=',
      'acme/shop/issues/12#',
      '@github.com/acme/shop',
      '//github.com/acme/shop',
      'acme%2fshop',
      'x'.repeat(100_000),
    ];
    for (const full_name of places) {
      const payload = { ...githubIssue({ at: ago(1) }), repository: { full_name } };
      expect((await tell(app, github, payload)).status).toBe(202);
    }
    const elsewhere = await aConnection(app, 'GITHUB', { baseUrl: 'https://ghe.example.com' });
    expect((await tell(app, elsewhere, githubIssue({ at: ago(1) }))).status).toBe(202);
    // A tracker of another kind at the same place cannot speak for it.
    const jira = await aConnection(app, 'JIRA', { baseUrl: 'https://github.com' });
    expect((await tell(app, jira, jiraIssue({ at: ago(1) }))).status).toBe(202);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  it('is passed over for projects that are not listened to', async () => {
    const id = await follow();
    const other = await aConnection(app, 'GITHUB', { projects: ['acme/other', 'acme/shop2'] });
    await tell(app, other, githubIssue({ at: ago(2) }));
    expect(await stateOf(id)).toBe('UNKNOWN');
    const ours = await aConnection(app, 'GITHUB', { projects: ['acme/other', 'Acme/Shop'] });
    await tell(app, ours, githubIssue({ at: ago(1) }));
    expect(await stateOf(id)).toBe('CLOSED');
  });

  it('holds titles that any store can keep', async () => {
    const id = await follow();
    const title = `<b>a</b>\u0000 \ud800 復盤 \u202e ${'很長'.repeat(1_000)}`;
    expect((await tell(app, github, githubIssue({ at: ago(1), title }))).status).toBe(202);
    const { title: kept } = await linkOf(id);
    expect(kept).toMatch(/^<b>a<\/b> {2}\ufffd 復盤/);
    expect(kept).toHaveLength(500);
  });

  it('is refused beyond 4 MiB, also where it does not say how large it is', async () => {
    const body = JSON.stringify({ ...githubIssue({ at: ago(1) }), x: 'x'.repeat(4 * 1024 * 1024) });
    const headers = githubHeaders(github.secret, body);
    expect((await deliver(app, github, headers, body)).status).toBe(413);
    const pieces = body.match(/.{1,65536}/gsu)?.map((piece) => Buffer.from(piece)) ?? [];
    const path = `/hooks/tracker/${github.id}`;
    const chunked = await send(app, path, {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body: pieces,
    });
    expect(chunked.status).toBe(413);
  });
});

describe('what was heard before', () => {
  it('is taken and passed over, by what it is called and by what it says', async () => {
    const id = await follow();
    const body = closing(5);
    const headers = githubHeaders(github.secret, body);
    await deliver(app, github, headers, body);
    await app.write((tx) =>
      tx.db.update(TrackerLinkEntity, { actionItemId: id }, { state: 'OPEN', seenAt: null }),
    );
    expect((await deliver(app, github, headers, body)).status).toBe(202);
    const renamed = { ...headers, 'x-github-delivery': randomUUID() };
    expect((await deliver(app, github, renamed, body)).status).toBe(202);
    const other = JSON.stringify(githubIssue({ at: ago(4) }));
    const again = {
      ...githubHeaders(github.secret, other),
      'x-github-delivery': headers['x-github-delivery'] ?? '',
    };
    expect((await deliver(app, github, again, other)).status).toBe(202);
    expect(await stateOf(id)).toBe('OPEN');
    expect(await remembered()).toBe(1);
  });

  it('counts once, however many come at once', async () => {
    const id = await follow();
    const body = closing();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        deliver(app, github, githubHeaders(github.secret, body), body),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(202));
    expect(await remembered()).toBe(1);
    expect(await stateOf(id)).toBe('CLOSED');
  });

  it('is passed over where it is older than what is known, in whichever order it comes', async () => {
    const id = await follow();
    const payloads = [
      githubIssue({ at: ago(1) }, {}, 'reopened'),
      githubIssue({ at: ago(2) }),
      githubIssue({ at: ago(3) }, {}, 'opened'),
    ];
    await Promise.all(payloads.map((payload) => tell(app, github, payload)));
    expect(await linkOf(id)).toMatchObject({ state: 'OPEN', seenAt: new Date(ago(1)) });
    // A clock that is ahead does not make all that follows old.
    await tell(app, github, githubIssue({ at: ago(-600) }, { title: 'Ahead' }));
    expect(await linkOf(id)).toMatchObject({ title: 'Ahead', seenAt: clock.now() });
  });

  it('is forgotten after a week, some at a time, and too old by then', async () => {
    const id = await follow();
    const body = closing();
    const headers = githubHeaders(github.secret, body);
    await deliver(app, github, headers, body);
    await app.write((tx) =>
      tx.db.update(TrackerLinkEntity, { actionItemId: id }, { state: 'OPEN', seenAt: null }),
    );
    clock.forward({ days: 8 });
    await tell(app, github, githubIssue({ at: ago(1) }, { number: 13 }));
    expect(await remembered()).toBe(1);
    expect((await deliver(app, github, headers, body)).status).toBe(202);
    expect(await stateOf(id)).toBe('OPEN');
  });
});

it('has a limit of its own', async () => {
  const statuses = new Set<number>();
  for (let round = 0; round < 30 && !statuses.has(429); round++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch(`${app.url}/hooks/tracker/x`, { method: 'POST', body: 'x' }),
      ),
    );
    for (const { status } of answers) statuses.add(status);
  }
  expect([...statuses].sort()).toEqual([401, 429]);
  expect((await fetch(`${app.url}/sign-in`)).status).toBe(200);
});
