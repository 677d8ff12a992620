import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import type { ApprovalRule } from '../../src/core/vocabulary.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { ImprovementPolicyService } from '../../src/features/improvement-policy/improvement-policy.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aCase } from '../support/factory.js';
import { aSigningCast, type SigningCast, type SigningTeam } from '../support/sign-off-case.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
let cast: SigningCast;
beforeAll(async () => {
  app = await startApp();
  cast = await aSigningCast(app);
});
afterEach(() => rule('ONE_REVIEWER'));
afterAll(async () => {
  await app.close();
});

const rule = (approval: ApprovalRule) =>
  app.write((tx) => app.get(ImprovementPolicyService).update(tx, { approval }));

const APPROVAL = `status allowedActs approval { rule revision changedParts missing { name }
  teams { team { name } maySign mayRecord signOff { verdict reservations changedParts
    person { name } recordedBy { name } } } }`;

interface Signed {
  readonly status: string;
  readonly allowedActs: readonly string[];
  readonly approval: {
    readonly rule: string;
    readonly revision: number | null;
    readonly changedParts: readonly string[];
    readonly missing: readonly { readonly name: string }[];
    readonly teams: readonly {
      readonly team: { readonly name: string };
      readonly maySign: boolean;
      readonly mayRecord: boolean;
      readonly signOff: {
        readonly verdict: string;
        readonly reservations: string | null;
        readonly changedParts: readonly string[];
        readonly person: { readonly name: string };
        readonly recordedBy: { readonly name: string };
      } | null;
    }[];
  };
}
interface Outcome {
  readonly postmortem: Signed | null;
  readonly userErrors: readonly Refusal[];
}

const look = async (id: string, actor: Actor): Promise<Signed> =>
  (
    await askAs<{ postmortem: Signed }>(
      app,
      actor,
      `query ($id: ID!) { postmortem(id: $id) { ${APPROVAL} } }`,
      { id },
    )
  ).postmortem;

async function doAs(actor: Actor, mutation: string, variables: object): Promise<Outcome> {
  const { it: outcome } = await askAs<{ it: Outcome }>(app, actor, mutation, { ...variables });
  return outcome;
}

const move = (actor: Actor, name: 'Submit' | 'Approve' | 'Publish' | 'Reopen', id: string) =>
  doAs(
    actor,
    `mutation ($id: ID!) { it: postmortem${name}(id: $id) {
      postmortem { ${APPROVAL} } userErrors { code field message } } }`,
    { id },
  );

const sign = (actor: Actor, id: string, team: SigningTeam, input: object = {}) =>
  doAs(
    actor,
    `mutation ($id: ID!, $input: SignOffInput!) { it: reviewSignOff(postmortemId: $id, input: $input) {
      postmortem { ${APPROVAL} } userErrors { code field message } } }`,
    { id, input: { teamId: team.id, verdict: 'AGREED', ...input } },
  );

const withdraw = (actor: Actor, id: string, team: SigningTeam) =>
  doAs(
    actor,
    `mutation ($id: ID!, $team: ID!) { it: reviewSignOffWithdraw(postmortemId: $id, teamId: $team) {
      postmortem { ${APPROVAL} } userErrors { code field message } } }`,
    { id, team: team.id },
  );

async function inReview(values: { facilitated?: boolean } = {}): Promise<string> {
  const id = await cast.aDraft(values);
  expect((await move(cast.author, 'Submit', id)).userErrors).toEqual([]);
  return id;
}

const codes = ({ userErrors }: Outcome): string[] => userErrors.map(({ code }) => code);

describe('one reviewer', () => {
  it('is whoever reviews or leads the review, or an administrator, and not the author', async () => {
    const id = await inReview();
    expect((await look(id, cast.author)).allowedActs).not.toContain('APPROVE');
    for (const actor of [cast.author, cast.doers.actor, cast.viewer]) {
      expect(codes(await move(actor, 'Approve', id))).toEqual(['FORBIDDEN']);
    }
    expect((await look(id, cast.admin)).allowedActs).toContain('APPROVE');
    expect((await look(id, cast.facilitator)).allowedActs).toContain('APPROVE');
    expect((await move(cast.facilitator, 'Approve', id)).postmortem).toMatchObject({
      status: 'APPROVED',
    });
  });

  it('is anybody but the authors where nobody was named', async () => {
    const id = await inReview({ facilitated: false });
    expect(codes(await move(cast.author, 'Approve', id))).toEqual(['FORBIDDEN']);
    expect(codes(await move(cast.bystanders.actor, 'Approve', id))).toEqual([]);
  });
});

describe('every affected team', () => {
  it('owns a service that was struck or an action that was not rejected', async () => {
    const id = await inReview();
    const { teams } = (await look(id, cast.author)).approval;
    expect(teams.map(({ team }) => team.name).sort()).toEqual(['Payments', '訂單與履約'].sort());
    const [item] = (
      await askAs<{ postmortem: { actionItems: { id: string }[] } }>(
        app,
        cast.author,
        'query ($id: ID!) { postmortem(id: $id) { actionItems { id } } }',
        { id },
      )
    ).postmortem.actionItems;
    await app.write((tx) =>
      app.get(ActionItemService).update(tx, item?.id ?? '', { teamId: cast.bystanders.id }),
    );
    const moved = (await look(id, cast.author)).approval.teams.map(({ team }) => team.name);
    expect(moved.sort()).toEqual(['Customer care', '訂單與履約'].sort());
  });

  it('has to agree before a case is approved; then whoever writes may approve it', async () => {
    await rule('EVERY_AFFECTED_TEAM');
    const id = await inReview();
    const early = await move(cast.facilitator, 'Approve', id);
    expect(codes(early)).toEqual(['WRONG_STATE']);
    expect(early.userErrors[0]?.message).toContain('Payments');
    await sign(cast.doers.actor, id, cast.doers);
    await sign(cast.owners.actor, id, cast.owners, { verdict: 'REFUSED', reservations: '不對' });
    const half = await look(id, cast.author);
    expect(half.approval.missing).toEqual([{ name: '訂單與履約' }]);
    expect(half.allowedActs).not.toContain('APPROVE');
    const changed = { verdict: 'AGREED_WITH_RESERVATIONS', reservations: 'The date is early.' };
    const { postmortem } = await sign(cast.owners.actor, id, cast.owners, changed);
    expect(postmortem?.approval).toMatchObject({ rule: 'EVERY_AFFECTED_TEAM', missing: [] });
    expect((await look(id, cast.author)).allowedActs).toContain('APPROVE');
    expect((await move(cast.author, 'Approve', id)).postmortem?.status).toBe('APPROVED');
  });

  it('is asked again when the case was sent back', async () => {
    await rule('EVERY_AFFECTED_TEAM');
    const id = await inReview();
    for (const team of [cast.owners, cast.doers]) await sign(team.actor, id, team);
    await move(cast.author, 'Reopen', id);
    await move(cast.author, 'Submit', id);
    const { missing, teams } = (await look(id, cast.author)).approval;
    expect(missing).toHaveLength(2);
    expect(teams.map(({ signOff }) => signOff)).toEqual([null, null]);
  });

  it('is nobody where no team is concerned: then one reviewer is enough', async () => {
    await rule('EVERY_AFFECTED_TEAM');
    const { id } = await aCase(app);
    await move(cast.author, 'Submit', id);
    expect((await look(id, cast.author)).approval).toMatchObject({
      rule: 'ONE_REVIEWER',
      teams: [],
      missing: [],
    });
    expect(codes(await move(cast.doers.actor, 'Approve', id))).toEqual([]);
  });
});

describe('signing off', () => {
  it('is for members of the team; who leads the review writes down what they say', async () => {
    const id = await inReview();
    const spoken = { personId: cast.doers.personId };
    expect(codes(await sign(cast.owners.actor, id, cast.doers))).toEqual(['FORBIDDEN']);
    expect(codes(await sign(cast.viewer, id, cast.doers))).toEqual(['FORBIDDEN']);
    expect(codes(await sign(cast.owners.actor, id, cast.owners, spoken))).toEqual(['FORBIDDEN']);
    expect(codes(await sign(cast.facilitator, id, cast.doers))).toEqual(['VALIDATION']);
    const { postmortem } = await sign(cast.facilitator, id, cast.doers, spoken);
    const said = postmortem?.approval.teams.find(({ team }) => team.name === 'Payments');
    expect(said).toMatchObject({
      maySign: true,
      mayRecord: true,
      signOff: {
        verdict: 'AGREED',
        person: { name: 'Member of Payments' },
        recordedBy: { name: 'Ada Thornton' },
      },
    });
    const theirs = (await look(id, cast.owners.actor)).approval.teams;
    expect(theirs.map(({ team, maySign, mayRecord }) => [team.name, maySign, mayRecord])).toEqual(
      expect.arrayContaining([
        ['Payments', false, false],
        ['訂單與履約', true, false],
      ]),
    );
  });

  it('is refused for teams without a part in it, without a reason, and for a draft', async () => {
    const id = await inReview();
    const other = await sign(cast.bystanders.actor, id, cast.bystanders);
    expect(other.userErrors[0]).toMatchObject({ code: 'VALIDATION', field: ['teamId'] });
    for (const reservations of [undefined, null, ' ']) {
      const silent = { verdict: 'REFUSED', reservations };
      expect(codes(await sign(cast.doers.actor, id, cast.doers, silent))).toEqual(['VALIDATION']);
    }
    const draft = await cast.aDraft();
    expect(codes(await sign(cast.doers.actor, draft, cast.doers))).toEqual(['WRONG_STATE']);
    expect((await look(id, cast.author)).approval.teams.map(({ signOff }) => signOff)).toEqual([
      null,
      null,
    ]);
  });

  it('is taken back, once', async () => {
    const id = await inReview();
    await sign(cast.doers.actor, id, cast.doers);
    expect(codes(await withdraw(cast.owners.actor, id, cast.doers))).toEqual(['FORBIDDEN']);
    expect(codes(await withdraw(cast.doers.actor, id, cast.doers))).toEqual([]);
    expect(codes(await withdraw(cast.doers.actor, id, cast.doers))).toEqual(['NOT_FOUND']);
  });

  it('shows nothing of a case that the team may not read', async () => {
    const id = await cast.aDraft();
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED' }),
    );
    await move(cast.author, 'Submit', id);
    expect(codes(await sign(cast.doers.actor, id, cast.doers))).toEqual(['NOT_FOUND']);
  });
});

describe('what was changed since', () => {
  it('somebody agreed, and since it was approved, is told by its parts', async () => {
    const id = await inReview();
    await sign(cast.doers.actor, id, cast.doers);
    const edit = (summary: string) =>
      app.write((tx) => app.get(PostmortemService).update(tx, id, { summary }));
    await edit('Sixty connections were too few.');
    await move(cast.facilitator, 'Approve', id);
    const approved = await look(id, cast.author);
    expect(approved.approval.changedParts).toEqual([]);
    const told = ({ approval }: Signed) =>
      approval.teams.find(({ team }) => team.name === 'Payments')?.signOff?.changedParts;
    expect(told(approved)).toEqual(['SUMMARY']);
    await move(cast.facilitator, 'Publish', id);
    expect((await look(id, cast.author)).approval.changedParts).toEqual([]);
    await edit('Sixty connections were too few, and nobody was told.');
    const after = await look(id, cast.author);
    expect(after.approval.changedParts).toEqual(['SUMMARY']);
    await move(cast.author, 'Reopen', id);
  });

  it('is not how far an action is', async () => {
    const id = await inReview();
    await move(cast.facilitator, 'Approve', id);
    const { actionItems } = (
      await askAs<{ postmortem: { actionItems: { id: string }[] } }>(
        app,
        cast.author,
        'query ($id: ID!) { postmortem(id: $id) { actionItems { id } } }',
        { id },
      )
    ).postmortem;
    const item = actionItems[0]?.id ?? '';
    await app.write((tx) =>
      app.get(ActionItemService).update(tx, item, { dueOn: '2099-01-01', priority: null }),
    );
    expect((await look(id, cast.author)).approval.changedParts).toEqual([]);
    await app.write((tx) => app.get(ActionItemService).update(tx, item, { title: 'Another' }));
    expect((await look(id, cast.author)).approval.changedParts).toEqual(['ACTIONS']);
  });
});

it('takes as many statements for twenty cases as for two', async () => {
  const asked = async (first: number): Promise<number> => {
    const statements = await statementsOf(app, () =>
      askAs(
        app,
        cast.author,
        `{ postmortems(first: ${first}, filter: { status: [IN_REVIEW] }) { nodes { allowedActs
          approval { rule missing { name } teams { team { name } signOff { verdict } } } } } }`,
      ),
    );
    return statements.length;
  };
  for (let made = 0; made < 2; made += 1) await inReview();
  const two = await asked(2);
  for (let made = 0; made < 8; made += 1) await inReview();
  expect(await asked(20)).toBe(two);
});
