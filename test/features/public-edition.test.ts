import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { OPERATOR, type Actor } from '../../src/core/actor.js';
import { PostmortemLifecycle } from '../../src/features/postmortem/postmortem-lifecycle.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import {
  PublicEditionEntity,
  PublicEditionVersionEntity,
} from '../../src/features/public-edition/public-edition.entity.js';
import { PersonService } from '../../src/features/people/person.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';

let app: TestApp;
let author: Actor;
let facilitator: Actor;
let admin: Actor;
let stranger: Actor;
let viewer: Actor;
let ids: { author: string; facilitator: string };
beforeAll(async () => {
  // Asking past the door leaves the event loop no turn for seconds, which looks like overload.
  const pressure = { delayMs: 60_000, heapShare: 1, sampleMs: 600_000 };
  app = await startApp({ env: { FUPAN_PUBLIC_EDITIONS: 'on' }, server: { pressure } });
  const people = await Promise.all(
    ['王小明', 'Ada Thornton', 'Ruth Okafor', 'Jonas Weber', '刘晓峰'].map((name) =>
      aPerson(app, name),
    ),
  );
  const [one, two, three, four, five] = people;
  if (!one || !two || !three || !four || !five) throw new Error('no people');
  ids = { author: one.id, facilitator: two.id };
  author = actingAs(one);
  facilitator = actingAs(two);
  admin = actingAs(three, 'ADMIN');
  stranger = actingAs(four);
  viewer = actingAs(five, 'VIEWER');
});
afterAll(() => app.close());

interface Edition {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  readonly approvedAt: string | null;
  readonly publicVersion: { readonly number: number } | null;
  readonly changedParts: readonly string[];
  readonly findings: readonly { readonly kind: string; readonly words: string }[];
  readonly replacements: readonly { readonly found: string; readonly instead: string }[];
}
interface Outcome {
  readonly publicEdition: Edition | null;
  readonly userErrors: readonly Refusal[];
}

const EDITION = `{ id version status title text url approvedAt publicVersion { number }
  changedParts findings { kind words } replacements { found instead } }`;
const PAYLOAD = `{ publicEdition ${EDITION} userErrors { code field message } }`;

const change = async (
  actor: Actor,
  mutation: string,
  variables: Record<string, unknown>,
): Promise<Outcome> =>
  (await askAs<{ it: Outcome }>(app, actor, `mutation ${mutation} ${PAYLOAD} }`, variables)).it;
const make = (actor: Actor, postmortemId: string, input: object = {}): Promise<Outcome> =>
  change(
    actor,
    `($postmortemId: ID!, $input: PublicEditionMakeInput!) {
      it: publicEditionMake(postmortemId: $postmortemId, input: $input)`,
    { postmortemId, input },
  );
const update = (actor: Actor, id: string, input: object): Promise<Outcome> =>
  change(
    actor,
    `($id: ID!, $input: PublicEditionUpdateInput!) {
      it: publicEditionUpdate(id: $id, input: $input)`,
    { id, input },
  );
const move = (
  actor: Actor,
  name: 'Approve' | 'Publish',
  id: string,
  expectedVersion: number,
): Promise<Outcome> =>
  change(
    actor,
    `($id: ID!, $input: PublicEditionMoveInput!) {
      it: publicEdition${name}(id: $id, input: $input)`,
    { id, input: { expectedVersion } },
  );
const withdraw = (actor: Actor, id: string): Promise<Outcome> =>
  change(actor, '($id: ID!) { it: publicEditionWithdraw(id: $id)', { id });
const look = async (
  actor: Actor,
  id: string,
): Promise<{ publicEdition: Edition | null; publicEditionActs: string[] } | null> =>
  (
    await askAs<{ postmortem: { publicEdition: Edition | null; publicEditionActs: string[] } }>(
      app,
      actor,
      `query ($id: ID!) { postmortem(id: $id) { publicEditionActs publicEdition ${EDITION} } }`,
      { id },
    )
  ).postmortem;

/** A case that is published, led by the facilitator. */
async function aPublished(summary = 'Ada Thornton restarted it.'): Promise<string> {
  const { id } = await aCase(app, {
    ...{ summary, title: '王小明 restarted the pool' },
    ...{ authorIds: [ids.author], facilitatorId: ids.facilitator },
  });
  const life = app.get(PostmortemLifecycle);
  await app.write(async (tx) => {
    await life.submit(tx, id);
    await life.approve(tx, id);
    await life.publish(tx, id);
  });
  return id;
}

async function made(id: string, input: object = {}): Promise<Edition> {
  const { publicEdition, userErrors } = await make(author, id, input);
  expect(userErrors).toEqual([]);
  if (!publicEdition) throw new Error('no edition');
  return publicEdition;
}

async function published(id: string): Promise<Edition> {
  const edition = await made(id);
  const approved = await move(facilitator, 'Approve', edition.id, edition.version);
  expect(approved.userErrors).toEqual([]);
  const out = await move(facilitator, 'Publish', edition.id, approved.publicEdition?.version ?? 0);
  expect(out.userErrors).toEqual([]);
  if (!out.publicEdition) throw new Error('no edition');
  return out.publicEdition;
}

const codes = ({ userErrors }: Outcome): string[] => userErrors.map(({ code }) => code);
/** All that is kept of editions. */
const kept = async (): Promise<string> => {
  const { read } = app.platform.database;
  const order = { id: 'ASC' } as const;
  return JSON.stringify([
    await read.find(PublicEditionEntity, { order }),
    await read.find(PublicEditionVersionEntity, { order }),
  ]);
};

describe('an edition', () => {
  it('goes from draft over approval to the public and back, and comes again as a new version', async () => {
    const id = await aPublished();
    expect((await look(author, id))?.publicEditionActs).toEqual(['MAKE']);
    const draft = await made(id);
    expect(draft).toMatchObject({
      ...{ status: 'DRAFT', version: 1, url: null, publicVersion: null, findings: [] },
      ...{ title: 'Engineer A restarted the pool', text: 'Facilitator B restarted it.' },
      replacements: [
        { found: '王小明', instead: 'engineer A' },
        { found: 'Ada Thornton', instead: 'facilitator B' },
      ],
    });
    expect((await look(facilitator, id))?.publicEditionActs).toEqual(['MAKE', 'EDIT', 'APPROVE']);
    expect((await look(author, id))?.publicEditionActs).toEqual(['MAKE', 'EDIT']);
    expect((await look(viewer, id))?.publicEditionActs).toEqual([]);
    const approved = await move(facilitator, 'Approve', draft.id, 1);
    expect(approved.publicEdition).toMatchObject({ status: 'APPROVED', url: null });
    const out = await move(admin, 'Publish', draft.id, 2);
    expect(out.publicEdition).toMatchObject({ status: 'PUBLISHED', publicVersion: { number: 1 } });
    expect(out.publicEdition?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/public\/[\w-]{43}$/);
    const edited = await update(author, draft.id, { text: 'It was restarted.' });
    expect(edited.publicEdition).toMatchObject({
      ...{ status: 'DRAFT', approvedAt: null, publicVersion: { number: 1 } },
    });
    expect(edited.publicEdition?.url).toBe(out.publicEdition?.url);
    await move(admin, 'Approve', draft.id, 4);
    expect((await move(admin, 'Publish', draft.id, 5)).publicEdition?.publicVersion).toEqual({
      number: 2,
    });
    const gone = await withdraw(author, draft.id);
    expect(gone.publicEdition).toMatchObject({ status: 'WITHDRAWN', url: null });
    expect(codes(await withdraw(author, draft.id))).toEqual(['WRONG_STATE']);
  });

  it('is approved by who leads the review or an administrator, and not by who edited it last', async () => {
    const id = await aPublished();
    const edition = await made(id);
    const before = await kept();
    for (const actor of [author, stranger, viewer]) {
      expect(codes(await move(actor, 'Approve', edition.id, 1))).toEqual(['FORBIDDEN']);
    }
    expect(await kept()).toBe(before);
    await update(facilitator, edition.id, { title: 'A pool was restarted' });
    const own = await move(facilitator, 'Approve', edition.id, 2);
    expect(own.userErrors).toMatchObject([{ code: 'FORBIDDEN', message: /edited it last/ }]);
    expect(codes(await move(admin, 'Approve', edition.id, 2))).toEqual([]);
  });

  it('cannot be approved while a name or a word of the list is in it, and says which and where', async () => {
    const id = await aPublished();
    const edition = await made(id);
    const text = 'One.\n\nThen **Ada** Thornton came.';
    await update(author, edition.id, { text });
    const before = await kept();
    const refused = await move(admin, 'Approve', edition.id, 2);
    expect(refused.userErrors).toMatchObject([
      {
        code: 'WRONG_STATE',
        message: '“Ada Thornton” in line 5 stays inside; replace it first (1 in all).',
      },
    ]);
    expect(await kept()).toBe(before);
    expect((await look(author, id))?.publicEdition?.findings).toMatchObject([{ kind: 'NAME' }]);
  });

  it('does not go out with the name of somebody who has come since it was approved', async () => {
    const id = await aPublished('Zebulon Quist restarted it.');
    const edition = await made(id);
    await move(admin, 'Approve', edition.id, 1);
    await app.write((tx) => app.get(PersonService).create(tx, { name: 'Zebulon Quist' }));
    expect(codes(await move(admin, 'Publish', edition.id, 2))).toEqual(['WRONG_STATE']);
    expect((await made(id)).text).toBe('Colleague B restarted it.');
  });

  it('is of what was read, and not of what came meanwhile', async () => {
    const id = await aPublished();
    const edition = await made(id);
    await update(author, edition.id, { text: 'Otherwise.' });
    const before = await kept();
    expect(codes(await move(admin, 'Approve', edition.id, 1))).toEqual(['CONFLICT']);
    expect(codes(await update(author, edition.id, { text: 'x', expectedVersion: 1 }))).toEqual([
      'CONFLICT',
    ]);
    expect(codes(await move(admin, 'Publish', edition.id, 2))).toEqual(['WRONG_STATE']);
    expect(await kept()).toBe(before);
  });

  it('tells when the case was changed since', async () => {
    const id = await aPublished();
    await made(id);
    await app.write((tx) => app.get(PostmortemService).update(tx, id, { summary: 'Otherwise.' }));
    expect((await look(author, id))?.publicEdition?.changedParts).toEqual(['SUMMARY']);
    expect((await made(id)).changedParts).toEqual([]);
  });

  it('leaves out what was chosen, and keeps the choice', async () => {
    const id = await aPublished();
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, {
        sections: [
          { heading: 'Impact', body: '23 minutes.' },
          { heading: 'Money', body: 'A lot.' },
        ],
      }),
    );
    const edition = await made(id, { omittedSections: ['Money'] });
    expect(edition.text).toContain('## Impact');
    expect(edition.text).not.toContain('A lot');
  });
});

describe('a case that is not open', () => {
  it('has no edition while it is a draft, in review or restricted', async () => {
    const { id: draft } = await aCase(app, { authorIds: [ids.author] });
    const restricted = await aPublished();
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, restricted, { visibility: 'RESTRICTED' }),
    );
    const before = await kept();
    for (const id of [draft, restricted]) {
      expect(codes(await make(author, id))).toEqual(['WRONG_STATE']);
    }
    expect(codes(await make(stranger, restricted))).toEqual(['NOT_FOUND']);
    expect(codes(await make(viewer, await aPublished()))).toEqual(['FORBIDDEN']);
    expect(await kept()).toBe(before);
  });

  it('takes its page from the public, and strangers learn of no edition', async () => {
    const id = await aPublished();
    const { id: edition, url } = await published(id);
    expect((await fetch(url ?? '')).status).toBe(200);
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED' }),
    );
    expect((await fetch(url ?? '')).status).toBe(404);
    expect(await look(stranger, id)).toBeNull();
    expect(codes(await update(stranger, edition, { title: 'x' }))).toEqual(['NOT_FOUND']);
    expect(codes(await withdraw(stranger, edition))).toEqual(['NOT_FOUND']);
    expect(codes(await withdraw(author, edition))).toEqual([]);
  });
});

describe('the public page', () => {
  it('is plain HTML that needs nothing else and that no search engine lists unasked', async () => {
    const { url } = await published(await aPublished());
    const answer = await fetch(url ?? '', { headers: { authorization: 'Bearer nonsense' } });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<h1 dir="auto">Engineer A restarted the pool</h1>');
    expect(html).toMatch(/Published on .+ · version 1/);
    expect(html).not.toMatch(/<script|<img|<link|王小明|Ada|PM-/);
    const { headers } = answer;
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    expect(headers.get('set-cookie')).toBeNull();
    const etag = headers.get('etag') ?? '';
    expect((await fetch(url ?? '', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const markdown = await fetch(`${url}.md`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await markdown.text()).toBe(
      '# Engineer A restarted the pool\n\nFacilitator B restarted it.\n',
    );
  });

  it('shows what was published while it is edited on, and is listed where the edition says so', async () => {
    const { id, url } = await published(await aPublished());
    await update(author, id, { title: 'Not yet', isListed: true });
    const answer = await fetch(url ?? '');
    expect(await answer.text()).not.toContain('Not yet');
    expect(answer.headers.get('x-robots-tag')).toBeNull();
  });

  it('answers alike for what is unknown, malformed and withdrawn', async () => {
    const { id, url } = await published(await aPublished());
    await withdraw(author, id);
    const token = url?.split('/').at(-1) ?? '';
    const answers = await Promise.all(
      [token, `${token.slice(1)}x`, 'x', `${token}.md`].map(async (each) => {
        const answer = await fetch(`${app.url}/public/${each}`);
        const { requestId: _, ...error } =
          ((await answer.json()) as { error?: { requestId?: string } }).error ?? {};
        return [answer.status, answer.headers.get('cache-control'), JSON.stringify(error)];
      }),
    );
    expect(new Set(answers.map((each) => each.join())).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it('is nobody’s while public editions are switched off', async () => {
    const off = await startApp();
    try {
      const found = await fetch(`${off.url}/public/${'x'.repeat(43)}`);
      expect(found.status).toBe(404);
    } finally {
      await off.close();
    }
  });
});

describe('the words that stay inside', () => {
  const save = async (actor: Actor, words: object[]) =>
    (
      await askAs<{ it: { internalWords: object | null; userErrors: Refusal[] } }>(
        app,
        actor,
        `mutation ($input: InternalWordsUpdateInput!) { it: internalWordsUpdate(input: $input) {
          internalWords { version words { word instead } } userErrors { code message } } }`,
        { input: { words } },
      )
    ).it;

  it('are kept by administrators, and replaced in editions', async () => {
    const words = [{ word: 'order-db-01', instead: 'a database' }];
    expect((await save(author, words)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await save(admin, words)).internalWords).toEqual({ version: 1, words });
    expect((await made(await aPublished('ORDER-DB-01 was full.'))).text).toBe(
      'A database was full.',
    );
    expect((await save(OPERATOR, [])).userErrors).toEqual([]);
  });

  it.each([
    [[{ word: 'x', instead: 'y' }], 'too short'],
    [
      [
        { word: 'pay', instead: 'a' },
        { word: 'PAY', instead: 'b' },
      ],
      'listed twice',
    ],
    [[{ word: 'pay', instead: 'the Pay service' }], 'word of the list itself'],
  ])('are refused as they are: %j', async (words, why) => {
    const { internalWords, userErrors } = await save(admin, words);
    expect(internalWords).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'VALIDATION', message: expect.stringContaining(why) },
    ]);
  });
});
