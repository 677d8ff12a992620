import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

interface Linked {
  readonly id: string;
  readonly weight: number;
  readonly sameIdea: readonly { readonly id: string }[];
  readonly links: readonly {
    readonly id: string;
    readonly kind: string;
    readonly actionItem: { readonly id: string };
  }[];
}
interface Payload {
  readonly actionLink: Linked['links'][number] | null;
  readonly userErrors: readonly Refusal[];
}

const PAYLOAD = '{ actionLink { id kind actionItem { id } } userErrors { code field message } }';
const LINK = `mutation ($id: ID!, $input: ActionItemLinkInput!) {
  it: actionItemLink(actionItemId: $id, input: $input) ${PAYLOAD} }`;
const UNLINK = `mutation ($id: ID!) { it: actionItemUnlink(id: $id) ${PAYLOAD} }`;
const ANSWER = `mutation ($postmortemId: ID!, $actionItemId: ID!, $answer: PreventionAnswer!) {
  it: recurrenceAnswer(postmortemId: $postmortemId, actionItemId: $actionItemId, answer: $answer) {
    userErrors { code field message } } }`;
const LINKED = `query ($id: ID!) { actionItem(id: $id) {
  id weight sameIdea { id } links { id kind actionItem { id } } } }`;

let app: TestApp;
let insider: Actor;
let insiderId: string;
let outsider: Actor;
let viewer: Actor;
beforeAll(async () => {
  app = await startApp();
  ({ id: insiderId } = await aPerson(app));
  insider = actingAs({ id: insiderId });
  outsider = actingAs(await aPerson(app, 'Oona'));
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
});
afterAll(async () => {
  await app.close();
});

async function anAction(postmortemId: string, title = 'Bound the pool'): Promise<string> {
  const { id } = await app.write((tx) =>
    app.get(ActionItemService).create(tx, { postmortemId, title }),
  );
  return id;
}

/** An action of a case of its own. */
const apart = async (): Promise<string> => anAction((await aCase(app)).id);

async function restricted(): Promise<string> {
  const { id } = await aCase(app);
  await app.write((tx) =>
    app.get(PostmortemService).update(tx, id, {
      visibility: 'RESTRICTED',
      readers: [{ personId: insiderId }],
    }),
  );
  return anAction(id);
}

const link = async (
  id: string,
  otherId: string,
  kind = 'SAME_IDEA',
  actor: Actor = insider,
): Promise<Payload> =>
  (await askAs<{ it: Payload }>(app, actor, LINK, { id, input: { otherId, kind } })).it;

const unlink = async (id: string, actor: Actor = insider): Promise<Payload> =>
  (await askAs<{ it: Payload }>(app, actor, UNLINK, { id })).it;

/** Says whether an action would have prevented a case. */
const say = async (postmortemId: string, actionItemId: string, answer: string): Promise<void> => {
  const given = await askAs<{ it: Pick<Payload, 'userErrors'> }>(app, insider, ANSWER, {
    postmortemId,
    actionItemId,
    answer,
  });
  expect(given.it.userErrors).toEqual([]);
};

const linkedFor = async (id: string, actor: Actor = insider): Promise<Linked> =>
  (await askAs<{ actionItem: Linked }>(app, actor, LINKED, { id })).actionItem;

describe('the same idea in several cases', () => {
  it('shows at both ends and weighs as many cases as it came up in', async () => {
    const [first, second] = [await apart(), await apart()];
    expect((await linkedFor(first)).weight).toBe(1);
    const { actionLink } = await link(first, second);
    expect(actionLink).toMatchObject({ kind: 'SAME_IDEA', actionItem: { id: second } });
    expect(await linkedFor(second)).toEqual({
      id: second,
      weight: 2,
      sameIdea: [{ id: first }],
      links: [{ id: actionLink?.id, kind: 'SAME_IDEA', actionItem: { id: first } }],
    });
    await unlink(actionLink?.id ?? '');
    expect(await linkedFor(first)).toMatchObject({ weight: 1, sameIdea: [], links: [] });
  });

  it('goes on from one to the next, and counts a case once', async () => {
    const shared = (await aCase(app)).id;
    const [a, b, c, d] = [
      await apart(),
      await anAction(shared),
      await anAction(shared),
      await apart(),
    ];
    await link(a, b);
    await link(c, a);
    await link(d, c);
    expect(await linkedFor(d)).toMatchObject({
      weight: 3,
      sameIdea: [{ id: a }, { id: b }, { id: c }],
    });
  });

  it('refuses itself, the same case, what is linked already, and what is not there', async () => {
    const postmortemId = (await aCase(app)).id;
    const [a, b] = [await anAction(postmortemId), await anAction(postmortemId)];
    const codes = async (answer: Promise<Payload>) => (await answer).userErrors.map((e) => e.code);
    expect(await codes(link(a, a))).toEqual(['VALIDATION']);
    expect(await codes(link(a, b))).toEqual(['VALIDATION']);
    expect(await codes(link(a, b, 'ALTERNATIVE'))).toEqual([]);
    expect(await codes(link(b, a, 'ALTERNATIVE'))).toEqual(['ALREADY_EXISTS']);
    expect(await codes(link(a, postmortemId))).toEqual(['NOT_FOUND']);
    expect(await linkedFor(a)).toMatchObject({
      weight: 1,
      links: [{ kind: 'ALTERNATIVE', actionItem: { id: b } }],
    });
  });

  it('a viewer reads links and makes none', async () => {
    const [a, b] = [await apart(), await apart()];
    expect((await link(a, b, 'SAME_IDEA', viewer)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const { actionLink } = await link(a, b);
    expect((await unlink(actionLink?.id ?? '', viewer)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await linkedFor(a, viewer)).weight).toBe(2);
  });
});

describe('a link to an action of a restricted case', () => {
  it('does not exist for others, nor does what it leads to, nor in the weight', async () => {
    const [a, secret, b] = [await apart(), await restricted(), await apart()];
    await link(a, secret);
    const { actionLink } = await link(secret, b);
    expect(await linkedFor(a)).toMatchObject({
      weight: 3,
      sameIdea: [{ id: secret }, { id: b }],
    });
    for (const open of [a, b]) {
      expect(await linkedFor(open, outsider)).toEqual({
        id: open,
        weight: 1,
        sameIdea: [],
        links: [],
      });
    }
    expect((await unlink(actionLink?.id ?? '', outsider)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    for (const [from, to] of [
      [a, secret],
      [secret, a],
    ] as const) {
      expect((await link(from, to, 'ALTERNATIVE', outsider)).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
    }
  });
});

// Each by itself: together, what two of them ask may or may not go in one statement.
it.each(['weight', 'sameIdea { id }', 'links { id actionItem { id } }'])(
  'asks for %p of a list in a fixed number of statements',
  async (field) => {
    const ids = [await apart(), await apart(), await apart(), await apart()];
    for (const [at, id] of ids.slice(1).entries()) await link(ids[at] ?? '', id);
    const list = (first: number) =>
      statementsOf(app, () =>
        ask(
          app,
          `query ($first: Int!) {
            actionItems(first: $first, orderBy: { field: KEY, direction: DESC }) { nodes { ${field} } } }`,
          { first },
        ),
      );
    const few = await list(1);
    expect((await list(50)).length).toBe(few.length);
  },
);

describe('ordered by weight', () => {
  const HEAVY = `query ($filter: ActionItemFilter!, $first: Int!, $after: String) {
    actionItems(filter: $filter, first: $first, after: $after,
      orderBy: { field: WEIGHT, direction: DESC }) {
      totalCount pageInfo { endCursor } nodes { id weight } } }`;
  interface Heavy {
    readonly actionItems: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly nodes: readonly { readonly id: string; readonly weight: number }[];
    };
  }
  const heavy = async (actor: Actor, query: string, first = 50, after?: string) =>
    (await askAs<Heavy>(app, actor, HEAVY, { filter: { query }, first, after })).actionItems;

  it('shows first what came up most often or would have helped, page by page', async () => {
    const named = async (): Promise<string> => anAction((await aCase(app)).id, 'Weigh the pool');
    const [light, b, c, d, helps] = [
      await named(),
      await named(),
      await named(),
      await apart(),
      await named(),
    ];
    await link(b, d);
    await link(d, c);
    const [yes, no] = [(await aCase(app)).id, (await aCase(app)).id];
    await say(yes, helps, 'PARTLY');
    await say(no, light, 'NO');
    const all = await heavy(insider, 'Weigh the');
    expect(all.totalCount).toBe(4);
    expect(all.nodes).toEqual([
      { id: c, weight: 3 },
      { id: b, weight: 3 },
      { id: helps, weight: 2 },
      { id: light, weight: 1 },
    ]);
    const two = await heavy(insider, 'Weigh the', 2);
    const rest = await heavy(insider, 'Weigh the', 2, two.pageInfo.endCursor);
    expect([...two.nodes, ...rest.nodes]).toEqual(all.nodes);
  });

  it('counts no case that is hidden, nor what is linked by way of it', async () => {
    const named = async (): Promise<string> => anAction((await aCase(app)).id, 'Hide the pool');
    const [a, secret, b, pair, other] = [
      await named(),
      await restricted(),
      await named(),
      await named(),
      await apart(),
    ];
    await link(a, secret);
    await link(secret, b);
    await link(pair, other);
    const weights = async (actor: Actor) =>
      (await heavy(actor, 'Hide the')).nodes.map(({ id, weight }) => [id, weight]);
    expect(await weights(insider)).toEqual([
      [b, 3],
      [a, 3],
      [pair, 2],
    ]);
    expect(await weights(outsider)).toEqual([
      [pair, 2],
      [b, 1],
      [a, 1],
    ]);
  });

  it('takes a fixed number of statements', async () => {
    const few = await statementsOf(app, () => heavy(insider, '', 1));
    const many = await statementsOf(app, () => heavy(insider, '', 50));
    expect(many.length).toBe(few.length);
  });
});
