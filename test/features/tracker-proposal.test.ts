import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { TrackerLinkEntity } from '../../src/features/tracker/tracker-link.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { entriesBy } from '../support/audit.js';
import { aCase, actingAs, aPerson, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import {
  aConnection,
  githubIssue,
  githubPull,
  gitlabIssue,
  gitlabRequest,
  jiraIssue,
  tell,
  type Connected,
} from '../support/trackers.js';

const clock = new FakeClock();
let app: TestApp;
let author: Actor;
let trackers: Record<'GITHUB' | 'GITLAB' | 'JIRA', Connected>;
let team: string;
let owner: string;
beforeAll(async () => {
  app = await startApp({ clock });
  const [person, other] = [await aPerson(app), await aPerson(app)];
  [author, owner, team] = [actingAs(person), other.id, (await aTeam(app)).id];
  trackers = {
    GITHUB: await aConnection(app, 'GITHUB'),
    GITLAB: await aConnection(app, 'GITLAB'),
    JIRA: await aConnection(app, 'JIRA'),
  };
});
afterAll(async () => {
  await app.close();
});
beforeEach(async () => {
  await app.write((tx) => tx.db.deleteAll(TrackerLinkEntity));
  clock.forward({ hours: 1 });
});

const ISSUES = {
  GITHUB: 'https://github.com/acme/shop/issues/12',
  GITLAB: 'https://gitlab.example.com/shop/core/-/issues/3',
  JIRA: 'https://acme.atlassian.net/browse/OPS-7',
} as const;
const REQUEST = 'https://gitlab.example.com/shop/core/-/merge_requests/3';
/** So many seconds before now. */
const ago = (seconds: number): string =>
  new Date(clock.now().getTime() - seconds * 1_000).toISOString().replace('.000', '');

/** An action that is promised. */
async function anAction(
  trackerUrl: string = ISSUES.GITHUB,
  visibility: 'ORGANIZATION' | 'RESTRICTED' = 'ORGANIZATION',
): Promise<string> {
  const { id: postmortemId } = await aCase(app, { visibility }, author);
  return app.write(async (tx) => {
    const input = { postmortemId, title: 'Raise the limit', trackerUrl };
    const { id } = await app.get(ActionItemService).create(tx, input);
    const promise = { ownerId: owner, teamId: team, dueOn: '2026-04-01', doneWhen: 'It is raised' };
    return (await app.get(ActionItemLifecycle).commit(tx, id, promise)).id;
  }, author);
}

interface Link {
  readonly id: string;
  readonly title: string | null;
  readonly state: string;
  readonly proposal: {
    readonly answer: string | null;
    readonly note: string | null;
    readonly answeredBy: { readonly id: string } | null;
  } | null;
}
interface Item {
  readonly status: string;
  readonly evidence: string | null;
  readonly closedInTracker: boolean;
  readonly trackerLinks: readonly Link[];
  readonly history: {
    readonly nodes: readonly { readonly act: string; readonly reason: string | null }[];
  };
}

async function look(id: string, actor = author): Promise<Item> {
  const document = `query ($id: ID!) { actionItem(id: $id) {
    status evidence closedInTracker history(first: 20) { nodes { act reason } }
    trackerLinks { id title state proposal { answer note answeredBy { id } } }
  } }`;
  return (await askAs<{ actionItem: Item }>(app, actor, document, { id })).actionItem;
}

/** What is asked: `ASKED` while nobody has answered, `NEVER` where it never was. */
async function asked(id: string): Promise<string> {
  const [link] = (await look(id)).trackerLinks;
  return link?.proposal ? (link.proposal.answer ?? 'ASKED') : 'NEVER';
}
const state = async (id: string): Promise<string> =>
  (await look(id)).trackerLinks[0]?.state ?? 'NONE';
const acts = async (id: string): Promise<string[]> =>
  (await look(id)).history.nodes.map(({ act }) => act);

interface Answer {
  readonly trackerLink: Link | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

async function give(call: 'accept' | 'decline', id: string, actor = author, note?: string) {
  const [link] = (await look(id)).trackerLinks;
  const document =
    call === 'accept'
      ? `mutation ($id: ID!) { it: trackerProposalAccept(id: $id) {
          trackerLink { id proposal { answer } } userErrors { code message } } }`
      : `mutation ($id: ID!, $note: String) { it: trackerProposalDecline(id: $id, input: { note: $note }) {
          trackerLink { id proposal { answer } } userErrors { code message } } }`;
  const variables = { id: link?.id, ...(note === undefined ? {} : { note }) };
  return (await askAs<{ it: Answer }>(app, actor, document, variables)).it;
}

async function listed(actor: Actor, closedInTracker: boolean): Promise<number> {
  const document = `query ($closedInTracker: Boolean) {
    actionItems(filter: { closedInTracker: $closedInTracker }, first: 1) { totalCount }
  }`;
  const { actionItems } = await askAs<{ actionItems: { totalCount: number } }>(
    app,
    actor,
    document,
    { closedInTracker },
  );
  return actionItems.totalCount;
}

describe('what a tracker tells', () => {
  const github = (issue: object, action?: string) => () =>
    tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }, issue, action));
  const gitlab = (attributes: object, rest?: object) => () =>
    tell(app, trackers.GITLAB, gitlabIssue({ at: ago(5) }, attributes, rest));
  const jira = (fields: object, event?: string) => () =>
    tell(app, trackers.JIRA, jiraIssue({ at: ago(5) }, fields, event));
  const notDone = { name: 'x', statusCategory: { key: 'indeterminate' } };

  it.each([
    ['GITHUB', 'closed as done', github({}), 'CLOSED', 'ASKED'],
    ['GITHUB', 'not planned', github({ state_reason: 'not_planned' }), 'CLOSED', 'NEVER'],
    ['GITHUB', 'a duplicate', github({ state_reason: 'duplicate' }), 'CLOSED', 'NEVER'],
    ['GITHUB', 'closed, before reasons', github({ state_reason: null }), 'CLOSED', 'ASKED'],
    ['GITHUB', 'edited when closed', github({ state: 'closed' }, 'edited'), 'CLOSED', 'ASKED'],
    ['GITHUB', 'opened', github({}, 'opened'), 'OPEN', 'NEVER'],
    ['GITHUB', 'deleted', github({ state: 'closed' }, 'deleted'), 'UNKNOWN', 'NEVER'],
    ['GITHUB', 'transferred', github({}, 'transferred'), 'UNKNOWN', 'NEVER'],
    ['GITLAB', 'closed', gitlab({}), 'CLOSED', 'ASKED'],
    ['GITLAB', 'a closed task', gitlab({}, { object_kind: 'work_item' }), 'CLOSED', 'ASKED'],
    ['GITLAB', 'moved', gitlab({ moved_to_id: 9 }), 'CLOSED', 'NEVER'],
    ['GITLAB', 'a duplicate', gitlab({ duplicated_to_id: 9 }), 'CLOSED', 'NEVER'],
    ['GITLAB', 'opened', gitlab({ state: 'opened', closed_at: null }), 'OPEN', 'NEVER'],
    ['GITLAB', 'of a group', gitlab({}, { project: null }), 'UNKNOWN', 'NEVER'],
    ['JIRA', 'done', jira({}), 'CLOSED', 'ASKED'],
    ['JIRA', 'done, without a resolution', jira({ resolution: null }), 'CLOSED', 'ASKED'],
    ['JIRA', 'resolved somehow', jira({ resolution: { name: '已上線' } }), 'CLOSED', 'ASKED'],
    ['JIRA', 'not done', jira({ resolution: { name: 'Won’t Do' } }), 'CLOSED', 'NEVER'],
    ['JIRA', 'not fixed', jira({ resolution: { name: "Won't Fix" } }), 'CLOSED', 'NEVER'],
    ['JIRA', 'under way', jira({ status: notDone, resolution: null }), 'OPEN', 'NEVER'],
    ['JIRA', 'deleted', jira({}, 'jira:issue_deleted'), 'UNKNOWN', 'NEVER'],
  ] as const)('%s: an issue that is %s', async (provider, _, send, expected, question) => {
    const id = await anAction(ISSUES[provider]);
    expect((await send()).status).toBe(202);
    expect([await state(id), await asked(id)]).toEqual([expected, question]);
  });

  it.each([
    [
      'GITHUB',
      () => tell(app, trackers.GITHUB, githubPull({ at: ago(5) }, true), 'pull_request'),
      'ASKED',
    ],
    [
      'GITHUB',
      () => tell(app, trackers.GITHUB, githubPull({ at: ago(5) }, false), 'pull_request'),
      'NEVER',
    ],
    ['GITLAB', () => tell(app, trackers.GITLAB, gitlabRequest({ at: ago(5) }, 'merged')), 'ASKED'],
    ['GITLAB', () => tell(app, trackers.GITLAB, gitlabRequest({ at: ago(5) }, 'closed')), 'NEVER'],
  ] as const)('%s: only what was merged may be done', async (provider, send, question) => {
    const id = await anAction(
      provider === 'GITHUB' ? 'https://github.com/acme/shop/pull/12/files' : REQUEST,
    );
    expect((await send()).status).toBe(202);
    expect([await state(id), await asked(id)]).toEqual(['CLOSED', question]);
  });

  it('shows no title that its tracker keeps to some people, nor one it begins to keep', async () => {
    const id = await anAction(ISSUES.GITLAB);
    const title = async () => (await look(id)).trackerLinks[0]?.title;
    await tell(app, trackers.GITLAB, gitlabIssue({ at: ago(9) }, { state: 'opened' }));
    expect(await title()).toBe('Raise the limit');
    await tell(app, trackers.GITLAB, gitlabIssue({ at: ago(8) }, { confidential: true }));
    expect([await title(), await state(id), await asked(id)]).toEqual([null, 'CLOSED', 'ASKED']);
    const type = { event_type: 'confidential_issue' };
    await tell(app, trackers.GITLAB, gitlabIssue({ at: ago(7) }, {}, type));
    expect(await title()).toBeNull();

    const other = await anAction(ISSUES.JIRA);
    await tell(app, trackers.JIRA, jiraIssue({ at: ago(5) }, { security: { name: 'Staff' } }));
    expect((await look(other)).trackerLinks[0]).toMatchObject({ title: null, state: 'CLOSED' });
  });
});

describe('a closed issue', () => {
  it('never does more than ask, once for each time that it is closed', async () => {
    const id = await anAction();
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(9) }));
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(8) }, { state: 'closed' }, 'labeled'));
    expect(await look(id)).toMatchObject({ status: 'COMMITTED', closedInTracker: true });
    expect((await acts(id)).filter((act) => act === 'PROPOSE_DONE')).toHaveLength(1);
    expect((await look(id)).history.nodes[0]).toMatchObject({ reason: ISSUES.GITHUB });

    await give('decline', id, author, 'The alert is still missing.');
    expect(await look(id)).toMatchObject({ status: 'COMMITTED', closedInTracker: false });
    expect((await look(id)).history.nodes[0]).toEqual({
      act: 'DECLINE_DONE',
      reason: 'The alert is still missing.',
    });
    const closed_at = ago(9);
    const labeled = githubIssue({ at: ago(3) }, { state: 'closed', closed_at }, 'labeled');
    await tell(app, trackers.GITHUB, labeled);
    expect(await asked(id)).toBe('DECLINED');

    clock.forward({ minutes: 1 });
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(9) }, {}, 'reopened'));
    expect(await asked(id)).toBe('DECLINED');
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(8) }));
    expect(await asked(id)).toBe('ASKED');
    expect((await look(id)).trackerLinks[0]?.proposal?.note).toBeNull();
  });

  it('asks no more once it is opened again, or is gone', async () => {
    const id = await anAction();
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(9) }));
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(8) }, {}, 'reopened'));
    expect([await asked(id), await state(id)]).toEqual(['WITHDRAWN', 'OPEN']);
    expect((await acts(id))[0]).toBe('WITHDRAW_DONE');
    expect((await give('accept', id)).userErrors[0]).toMatchObject({
      code: 'WRONG_STATE',
      message: 'Nobody asks any more whether this is done; look at the action again.',
    });
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(7) }));
    expect(await asked(id)).toBe('ASKED');
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(6) }, { state: 'closed' }, 'deleted'));
    expect(await asked(id)).toBe('WITHDRAWN');
  });

  it('asks nothing of what is done or rejected here', async () => {
    const [done, rejected] = [await anAction(), await anAction()];
    const lifecycle = app.get(ActionItemLifecycle);
    await app.write((tx) => lifecycle.complete(tx, done, { evidence: 'Seen' }));
    await app.write((tx) => lifecycle.reject(tx, rejected, { reason: 'Too dear' }));
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    for (const id of [done, rejected]) {
      expect([await state(id), await asked(id)]).toEqual(['CLOSED', 'NEVER']);
    }
  });

  it('asks about every action that follows it, and nothing of others', async () => {
    const ids = [await anAction(), await anAction(), await anAction(ISSUES.JIRA)];
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    expect(await Promise.all(ids.map(asked))).toEqual(['ASKED', 'ASKED', 'NEVER']);
  });

  it('asks once, however many tell it at once', async () => {
    const id = await anAction();
    const other = await aConnection(app, 'GITHUB');
    const payload = githubIssue({ at: ago(5) });
    const answers = await Promise.all(
      [trackers.GITHUB, other, trackers.GITHUB, other].map((from) => tell(app, from, payload)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect((await acts(id)).filter((act) => act === 'PROPOSE_DONE')).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('that it is done completes the action, with the issue as its evidence', async () => {
    const id = await anAction();
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    expect((await give('accept', id)).trackerLink?.proposal).toEqual({ answer: 'ACCEPTED' });
    const item = await look(id);
    expect(item).toMatchObject({
      status: 'DONE',
      evidence: ISSUES.GITHUB,
      closedInTracker: false,
    });
    expect(item.trackerLinks[0]?.proposal?.answeredBy).not.toBeNull();
    expect(item.history.nodes[0]).toEqual({ act: 'COMPLETE', reason: ISSUES.GITHUB });
    expect((await give('accept', id)).userErrors[0]?.code).toBe('WRONG_STATE');
    // Opened there again, it stays done here: somebody has said so.
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(4) }, {}, 'reopened'));
    expect(await look(id)).toMatchObject({ status: 'DONE' });
    expect(await asked(id)).toBe('ACCEPTED');
  });

  it('is given by two at once only by one of them', async () => {
    const id = await anAction();
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    const answers = await Promise.all([
      give('accept', id),
      give('decline', id, author, 'No'),
      give('accept', id),
    ]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });

  it('cannot be that it is done before anybody has promised it', async () => {
    const { id: postmortemId } = await aCase(app, {}, author);
    const input = { postmortemId, title: 'Look', trackerUrl: ISSUES.GITHUB };
    const { id } = await app.write((tx) => app.get(ActionItemService).create(tx, input), author);
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    expect((await give('accept', id)).userErrors[0]?.code).toBe('WRONG_STATE');
    expect(await asked(id)).toBe('ASKED');
    expect((await look(id)).status).toBe('PROPOSED');
  });

  it('is given with any other that says that it is done, or will not be', async () => {
    const lifecycle = app.get(ActionItemLifecycle);
    const [done, rejected] = [await anAction(), await anAction()];
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    await app.write((tx) => lifecycle.complete(tx, done, { evidence: 'Seen' }), author);
    await app.write((tx) => lifecycle.reject(tx, rejected, { reason: 'Too dear' }), author);
    expect([await asked(done), await asked(rejected)]).toEqual(['ACCEPTED', 'DECLINED']);
  });

  it('is given by whoever may edit the case, and noted', async () => {
    const viewer = actingAs(await aPerson(app), 'VIEWER');
    const id = await anAction();
    await tell(app, trackers.GITHUB, githubIssue({ at: ago(5) }));
    for (const call of ['accept', 'decline'] as const) {
      expect((await give(call, id, viewer)).userErrors[0]?.code).toBe('FORBIDDEN');
    }
    expect(await asked(id)).toBe('ASKED');
    const long = await give('decline', id, author, 'x'.repeat(20_001));
    expect(long.userErrors[0]?.code).toBe('VALIDATION');
    const noted = await entriesBy(app, async () => {
      await give('decline', id, author, 'No');
    });
    expect(noted.map(({ act }) => act)).toEqual(['trackerProposalDecline']);
  });
});

describe('a case that is kept to some people', () => {
  it('is told of by nothing that others see', async () => {
    const stranger = actingAs(await aPerson(app));
    const before = await Promise.all([listed(stranger, true), listed(stranger, false)]);
    const id = await anAction(ISSUES.GITHUB, 'RESTRICTED');
    const hidden = await tell(app, trackers.GITHUB, githubIssue({ at: ago(9) }));
    expect(await asked(id)).toBe('ASKED');
    expect(await look(id, stranger)).toBeNull();
    for (const call of ['accept', 'decline'] as const) {
      const [link] = (await look(id)).trackerLinks;
      const refusal = await askAs<{ it: Answer }>(
        app,
        stranger,
        `mutation ($id: ID!) { it: ${call === 'accept' ? 'trackerProposalAccept(id: $id)' : 'trackerProposalDecline(id: $id, input: {})'} {
          trackerLink { id } userErrors { code message } } }`,
        { id: link?.id },
      );
      expect(refusal.it).toMatchObject({ trackerLink: null, userErrors: [{ code: 'NOT_FOUND' }] });
    }
    expect(await Promise.all([listed(stranger, true), listed(stranger, false)])).toEqual(before);
    expect(await listed(author, true)).toBe(before[0] + 1);

    // The tracker hears the same, whoever may see what it told of.
    await anAction(ISSUES.JIRA);
    const open = await tell(app, trackers.JIRA, jiraIssue({ at: ago(8) }));
    const nothing = await tell(app, trackers.GITHUB, githubIssue({ at: ago(7) }, { number: 99 }));
    const plain = ({ status, body, headers }: typeof open) => ({
      ...{ status, body },
      headers: Object.keys(headers),
    });
    expect(plain(hidden)).toEqual(plain(open));
    expect(plain(nothing)).toEqual(plain(open));
  });
});
