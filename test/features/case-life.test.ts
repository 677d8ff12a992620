import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Actor } from '../../src/core/actor.js';
import { ImprovementPolicyService } from '../../src/features/improvement-policy/improvement-policy.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import type { Refusal } from '../support/client.js';
import { aSigningCast, type SigningCast } from '../support/sign-off-case.js';

/** The life of a case as `domain.md` of the field has it, written down a second time. */
const LIFE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DRAFT: { Submit: 'IN_REVIEW', Archive: 'ARCHIVED' },
  IN_REVIEW: { Approve: 'APPROVED', Reopen: 'DRAFT', Archive: 'ARCHIVED' },
  APPROVED: { Publish: 'PUBLISHED', Reopen: 'DRAFT', Archive: 'ARCHIVED' },
  PUBLISHED: { Archive: 'ARCHIVED' },
  ARCHIVED: { Reopen: 'DRAFT' },
};
const MOVES = ['Submit', 'Approve', 'Publish', 'Archive', 'Reopen'] as const;
const SIGNED_IN = ['IN_REVIEW', 'APPROVED', 'PUBLISHED'];
const CASTED = ['author', 'facilitator', 'viewer', 'owners', 'doers', 'bystanders'] as const;
const TEAMS = ['owners', 'doers', 'bystanders'] as const;
type Caller = (typeof CASTED)[number];
type TeamName = (typeof TEAMS)[number];

let app: TestApp;
let cast: SigningCast;
beforeAll(async () => {
  app = await startApp();
  cast = await aSigningCast(app);
});
afterAll(async () => {
  await app.close();
});

interface Model {
  status: string;
  everyTeam: boolean;
  said: Partial<Record<TeamName, string>>;
}
interface Real {
  readonly id: string;
}
interface Outcome {
  readonly it: { readonly userErrors: readonly Refusal[] };
}

const actorOf = (caller: Caller): Actor => {
  const one = cast[caller];
  return 'actor' in one ? one.actor : one;
};

/** What a case tells of itself, and how often it was edited and moved. */
async function stateOf(id: string): Promise<object> {
  const { postmortem } = await askAs<{ postmortem: object }>(
    app,
    cast.admin,
    `query ($id: ID!) { postmortem(id: $id) { status version revision
      approval { rule teams { team { name } signOff { verdict at } } } } }`,
    { id },
  );
  return postmortem;
}

/** Does it; what is refused leaves no trace. */
async function attempt(
  caller: Caller,
  id: string,
  mutation: string,
  variables: object = {},
): Promise<string> {
  const before = await stateOf(id);
  const { it: answer } = await askAs<Outcome>(app, actorOf(caller), mutation, { id, ...variables });
  const code = answer.userErrors[0]?.code ?? 'done';
  if (code !== 'done') expect(await stateOf(id)).toEqual(before);
  return code;
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(readonly caller: Caller) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, { id }: Real): Promise<void> {
    const expected = this.expected(model);
    expect(`${this.name} ${await this.act(id)}`).toBe(`${this.name} ${expected}`);
    const state = await stateOf(id);
    expect(state).toMatchObject({ status: model.status });
    const { approval } = state as {
      approval: { teams: { team: { name: string }; signOff: { verdict: string } | null }[] };
    };
    const said = approval.teams.map(({ team, signOff }) => [team.name, signOff?.verdict]);
    const told = (['owners', 'doers'] as const).map((name) => [cast[name].name, model.said[name]]);
    expect(said).toEqual(expect.arrayContaining(told));
  }

  toString(): string {
    return this.name;
  }

  abstract get name(): string;
  abstract act(id: string): Promise<string>;
  /** What comes of it; changes the model where it is done. */
  abstract expected(model: Model): string;
}

class Move extends Step {
  constructor(
    readonly move: (typeof MOVES)[number],
    caller: Caller,
  ) {
    super(caller);
  }

  act(id: string): Promise<string> {
    return attempt(
      this.caller,
      id,
      `mutation ($id: ID!) { it: postmortem${this.move}(id: $id) { userErrors { code message field } } }`,
    );
  }

  expected(model: Model): string {
    const { caller, move } = this;
    if (caller === 'viewer') return 'FORBIDDEN';
    const next = LIFE[model.status]?.[move];
    if (!next) return 'WRONG_STATE';
    if (move === 'Approve') {
      if (!model.everyTeam && caller !== 'facilitator') return 'FORBIDDEN';
      const agrees = (name: TeamName) => (model.said[name] ?? '').startsWith('AGREED');
      if (model.everyTeam && !(agrees('owners') && agrees('doers'))) return 'WRONG_STATE';
    }
    if (move === 'Submit') model.said = {};
    model.status = next;
    return 'done';
  }

  get name(): string {
    return `${this.move} by ${this.caller}`;
  }
}

class Sign extends Step {
  constructor(
    readonly team: TeamName,
    readonly verdict: string,
    caller: Caller,
  ) {
    super(caller);
  }

  act(id: string): Promise<string> {
    const { id: teamId, personId } = cast[this.team];
    const reservations = this.verdict === 'AGREED' ? null : '日期太早';
    const input = { teamId, verdict: this.verdict, reservations, personId };
    return attempt(
      this.caller,
      id,
      `mutation ($id: ID!, $input: SignOffInput!) {
        it: reviewSignOff(postmortemId: $id, input: $input) { userErrors { code message field } } }`,
      { input },
    );
  }

  expected(model: Model): string {
    const { caller, team } = this;
    if (!SIGNED_IN.includes(model.status)) return 'WRONG_STATE';
    if (team === 'bystanders') return 'VALIDATION';
    if (caller !== team && caller !== 'facilitator') return 'FORBIDDEN';
    model.said[team] = this.verdict;
    return 'done';
  }

  get name(): string {
    return `${this.team} says ${this.verdict} by ${this.caller}`;
  }
}

/** The organization asks otherwise from now on. */
class ChangeRule extends Step {
  constructor(readonly everyTeam: boolean) {
    super('author');
  }

  async act(): Promise<string> {
    const approval = this.everyTeam ? 'EVERY_AFFECTED_TEAM' : 'ONE_REVIEWER';
    await app.write((tx) => app.get(ImprovementPolicyService).update(tx, { approval }));
    return 'done';
  }

  expected(model: Model): string {
    model.everyTeam = this.everyTeam;
    return 'done';
  }

  get name(): string {
    return `every team: ${String(this.everyTeam)}`;
  }
}

it('random lives of cases and what teams say of them find no forbidden way, and refusals leave no trace', async () => {
  const caller = fc.constantFrom(...CASTED);
  const verdict = fc.constantFrom('AGREED', 'AGREED', 'AGREED_WITH_RESERVATIONS', 'REFUSED');
  const commands = [
    fc.tuple(fc.constantFrom(...MOVES), caller).map((of) => new Move(...of)),
    fc
      .tuple(fc.constantFrom(...MOVES), fc.constant('facilitator' as const))
      .map((of) => new Move(...of)),
    fc.tuple(fc.constantFrom(...TEAMS), verdict, caller).map((of) => new Sign(...of)),
    fc
      .tuple(fc.constantFrom(...TEAMS), verdict, fc.constant('facilitator' as const))
      .map((of) => new Sign(...of)),
    fc.boolean().map((everyTeam) => new ChangeRule(everyTeam)),
  ];
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 40 }), async (lived) => {
      await app.write((tx) =>
        app.get(ImprovementPolicyService).update(tx, { approval: 'ONE_REVIEWER' }),
      );
      const model: Model = { status: 'DRAFT', everyTeam: false, said: {} };
      const real = { id: await cast.aDraft() };
      await fc.asyncModelRun(() => ({ model, real }), lived);
      done.add(model.status);
    }),
    { numRuns: 20 },
  );
  // The lives have led somewhere.
  expect(done.size).toBeGreaterThan(1);
});
