import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  ACTION_STATUSES,
  POSTMORTEM_STATUSES,
  type PostmortemStatus,
} from '../../src/core/vocabulary.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { send } from '../support/schema-walk-answers.js';
import { statementsOf } from '../support/statements.js';
import { withoutCommits } from '../support/without-commits.js';
import { makeWorld, type CallerName, type World } from '../support/world.js';
import { CASE_NAMES, type CaseName } from '../support/world-cases.js';

/** Everybody who can be somebody; the others are refused at the door. */
const CALLERS: readonly CallerName[] = [
  ...(['admin', 'author', 'reviewer', 'facilitator', 'reader', 'guest', 'member'] as const),
  ...(['viewer', 'tokenRead', 'tokenWrite', 'tokenRestricted', 'tokenAdmin'] as const),
  'tokenSetup',
];

const CASE_ACTS = {
  EDIT: 'postmortemUpdate(id: $id, input: { title: "Another title" })',
  SHARE: 'postmortemUpdate(id: $id, input: { visibility: ORGANIZATION })',
  SUBMIT: 'postmortemSubmit(id: $id)',
  APPROVE: 'postmortemApprove(id: $id)',
  PUBLISH: 'postmortemPublish(id: $id)',
  ARCHIVE: 'postmortemArchive(id: $id)',
  REOPEN: 'postmortemReopen(id: $id)',
  DELETE: 'postmortemDelete(id: $id)',
};

const because = 'input: { reason: "For a reason" }';
const ITEM_MOVES = {
  EDIT: 'actionItemUpdate(id: $id, input: { title: "Another title" })',
  COMMIT:
    'actionItemCommit(id: $id, input: { ownerId: $owner, teamId: $team, dueOn: "2099-01-01" })',
  START: 'actionItemStart(id: $id)',
  EXTEND: 'actionItemExtend(id: $id, input: { dueOn: "2099-02-01", reason: "Later" })',
  COMPLETE: 'actionItemComplete(id: $id, input: { evidence: "Seen" })',
  VERIFY: 'actionItemVerify(id: $id, input: { verifierId: $approver })',
  CONFIRM_EFFECT: 'actionItemConfirmEffect(id: $id)',
  REJECT: `actionItemReject(id: $id, ${because})`,
  PAUSE:
    'actionItemPause(id: $id, input: { reason: "Later", approverId: $approver, until: "2099-01-01" })',
  RESUME: 'actionItemResume(id: $id)',
  REOPEN: `actionItemReopen(id: $id, ${because})`,
  DELETE: 'actionItemDelete(id: $id)',
};

const INCIDENT_ACTS = {
  EDIT: 'incidentUpdate(id: $id, input: { title: "Another title" })',
  WRITE_UP: 'postmortemCreate(input: { title: "About it", language: EN, incidentIds: [$id] })',
  DELETE: 'incidentDelete(id: $id)',
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 60_000);
afterAll(async () => {
  await world.close();
});

const caller = fc.constantFrom(...CALLERS);
const name = fc.constantFrom(...CASE_NAMES);

interface Response {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask(who: CallerName, document: string, variables: object): Promise<Response> {
  const request = { name: 'acts', document, variables: { ...variables } };
  return JSON.parse((await send(world, world.callers[who], request)).body) as Response;
}

/** What the field says; null where the caller may not see the object. */
async function listed(who: CallerName, query: string, id: string): Promise<string[] | null> {
  const { data, errors } = await ask(who, `query ($id: ID!) { it: ${query} }`, { id });
  expect(errors).toBeUndefined();
  const it = data?.['it'] as { acts: string[] } | null;
  return it?.acts ?? null;
}

/** Which of the mutations are not refused for who asks or for the state; nothing is kept of them. */
async function possible(
  who: CallerName,
  acts: Readonly<Record<string, string>>,
  id: string,
): Promise<string[]> {
  const found: string[] = [];
  const ids = { owner: '@person member', team: '@team payments', approver: '@person lead' };
  await withoutCommits(world.app, async () => {
    for (const [act, mutation] of Object.entries(acts)) {
      const names = ['id', ...Object.keys(ids)].filter((each) => mutation.includes(`$${each}`));
      const head = names.map((each) => `$${each}: ID!`).join(', ');
      const document = `mutation (${head}) { it: ${mutation} { userErrors { code } } }`;
      const given = Object.entries({ id, ...ids }).filter(([each]) => names.includes(each));
      const { data, errors } = await ask(who, document, Object.fromEntries(given));
      const refusal = (data?.['it'] as { userErrors: { code: string }[] } | null)?.userErrors[0];
      const code = errors?.[0]?.extensions.code ?? refusal?.code;
      if (code === undefined || code === 'IN_USE') found.push(act);
    }
  });
  return found;
}

const setStatus = (of: CaseName, status: PostmortemStatus): Promise<unknown> =>
  world.app.write((tx) =>
    tx.db.update(PostmortemEntity, { id: world.cases[of]?.postmortem ?? '' }, { status }),
  );

describe('what a case, an action item or an incident says may be done with it', () => {
  it('is what the mutations about a case let the caller do, in every state', async () => {
    const status = fc.constantFrom(...POSTMORTEM_STATUSES);
    await fc.assert(
      fc.asyncProperty(caller, name, status, async (who, of, state) => {
        await setStatus(of, state);
        const id = `@postmortem of ${of}`;
        const acts = await listed(who, 'postmortem(id: $id) { acts: allowedActs }', id);
        expect(await possible(who, CASE_ACTS, id)).toEqual(acts ?? []);
      }),
      { numRuns: 80, seed: 20_261_128 },
    );
  }, 300_000);

  it('is what the mutations about an action item let them do, in every state', async () => {
    const status = fc.constantFrom(...ACTION_STATUSES);
    await fc.assert(
      fc.asyncProperty(caller, name, status, async (who, of, state) => {
        const id = `@${state} of ${of}`;
        const acts = await listed(who, 'actionItem(id: $id) { acts: allowedMoves }', id);
        expect(await possible(who, ITEM_MOVES, id)).toEqual(acts ?? []);
      }),
      { numRuns: 60, seed: 20_261_128 },
    );
  }, 300_000);

  it('is what the mutations about an incident let them do', async () => {
    await fc.assert(
      fc.asyncProperty(caller, name, async (who, of) => {
        const id = `@incident of ${of}`;
        const acts = await listed(who, 'incident(id: $id) { acts: allowedActs }', id);
        expect(await possible(who, INCIDENT_ACTS, id)).toEqual(acts ?? []);
      }),
      { numRuns: 40, seed: 20_261_128 },
    );
  }, 300_000);

  it('takes as many statements for a list as for one', async () => {
    const page = (first: number): Promise<string[]> =>
      statementsOf(world.app, () =>
        ask(
          'reader',
          `query ($first: Int!) {
            postmortems(first: $first, filter: { status: [IN_REVIEW] }) { nodes { allowedActs actionItems { allowedMoves } } } }`,
          { first },
        ),
      );
    await setStatus('published', 'IN_REVIEW');
    await setStatus('restricted', 'IN_REVIEW');
    const many = await page(20);
    expect(many.length).toBeLessThanOrEqual((await page(1)).length + 1);
  });
});
