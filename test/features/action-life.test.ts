import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { startApp, type TestApp } from '../support/app.js';
import { ask } from '../support/client.js';
import { aCase, aPerson, aTeam } from '../support/factory.js';
import { mutate, rowOf, type Row } from '../support/mutation.js';

/** The life of an action as `domain.md` of the field has it, written down a second time. */
const LIFE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PROPOSED: { Commit: 'COMMITTED', Reject: 'REJECTED' },
  COMMITTED: {
    Start: 'IN_PROGRESS',
    Extend: 'COMMITTED',
    Complete: 'DONE',
    Reject: 'REJECTED',
    Pause: 'PAUSED',
  },
  IN_PROGRESS: {
    Extend: 'IN_PROGRESS',
    Complete: 'DONE',
    Reject: 'REJECTED',
    Pause: 'PAUSED',
  },
  DONE: { Verify: 'VERIFIED', Reopen: 'IN_PROGRESS' },
  VERIFIED: { ConfirmEffect: 'EFFECTIVE', Reopen: 'IN_PROGRESS' },
  EFFECTIVE: { Reopen: 'IN_PROGRESS' },
  REJECTED: { Reopen: 'PROPOSED' },
  PAUSED: { Resume: 'back', Reject: 'REJECTED' },
};
const MOVES = [...new Set(Object.values(LIFE).flatMap((moves) => Object.keys(moves)))];

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-23T09:00:00.000Z');
let now = START;
const dayIn = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

let app: TestApp;
let caseId: string;
let owner: string;
let other: string;
let team: string;
beforeAll(async () => {
  app = await startApp({ clock: { now: () => new Date(now) } });
  owner = (await aPerson(app, '陳志明')).id;
  other = (await aPerson(app, 'Ana Díaz')).id;
  team = (await aTeam(app)).id;
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

interface Model {
  status: string;
  pausedFrom: string;
  dueOn: string | null;
  /** The state it was brought into on each day, and until when it is paused. */
  spells: { day: string; status: string; until: string | null }[];
  /** What its history has to say, the first thing first. */
  told: { act: string; fromStatus: string | null; status: string }[];
}

interface Real {
  readonly id: string;
}

const FIELDS = `id status dueOn history(first: 100) { totalCount nodes {
  number act fromStatus status dueOn at } } clock { state usedDays pausedDays targetDays breached }`;

const inputOf = (move: string, { dueOn }: Model): object | undefined =>
  ({
    Commit: { ownerId: owner, teamId: team, dueOn: dayIn(14) },
    Extend: {
      dueOn: new Date(Date.parse(dueOn ?? dayIn(0)) + 7 * DAY_MS).toISOString().slice(0, 10),
      reason: '等供應商',
    },
    Complete: { evidence: 'https://example.com/pull/7' },
    Verify: { verifierId: other },
    ConfirmEffect: { note: 'It has not come back.' },
    Reject: { reason: 'The service goes away.' },
    Pause: { reason: 'Freeze', approverId: other, until: dayIn(10) },
    Reopen: { reason: '又發生了' },
  })[move];

const snake = (move: string): string => move.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** Tries a move after some days have passed: it leads where the life says, or nowhere. */
class Try implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly move: string,
    private readonly days: number,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, { id }: Real): Promise<void> {
    now += this.days * DAY_MS;
    const { move } = this;
    const input = inputOf(move, model);
    const args = { id, ...(input ? { input } : {}) };
    const { row, refusal } = await mutate(app, `actionItem${move}`, 'actionItem', args, 'status');
    const next = LIFE[model.status]?.[move];
    if (next === undefined) {
      expect(refusal?.code).toBe('WRONG_STATE');
    } else {
      const status = next === 'back' ? model.pausedFrom : next;
      expect({ row, refusal }).toEqual({ row: { status }, refusal: undefined });
      if (move === 'Pause') model.pausedFrom = model.status;
      if (input && 'dueOn' in input) model.dueOn = String(input.dueOn);
      model.told.push({ act: snake(move), fromStatus: model.status, status });
      model.status = status;
      model.spells.push({ day: dayIn(0), status, until: move === 'Pause' ? dayIn(10) : null });
    }
    await isAsTold(model, id);
  }

  toString(): string {
    return `${this.move} after ${this.days} days`;
  }
}

/** Nothing of its history is lost, nothing is in it that was refused. */
async function isAsTold(model: Model, id: string): Promise<void> {
  const query = `query ($id: ID!) { actionItem(id: $id) { ${FIELDS} } }`;
  const { actionItem } = await ask<{
    actionItem: { status: string; history: { totalCount: number; nodes: Row[] }; clock: Row };
  }>(app, query, { id });
  const nodes = [...actionItem.history.nodes].reverse();
  expect(actionItem.status).toBe(model.status);
  expect(actionItem.history.totalCount).toBe(model.told.length);
  expect(nodes.map(({ act, fromStatus, status }) => ({ act, fromStatus, status }))).toEqual(
    model.told,
  );
  expect(nodes.map(({ number }) => number)).toEqual(model.told.map((_, index) => index + 1));
  expect(nodes.at(-1)?.['dueOn']).toBe(model.dueOn);
  const { usedDays, pausedDays } = daysOf(model);
  const { clock } = actionItem;
  expect(clock).toMatchObject({ usedDays, pausedDays, targetDays: TARGET });
  expect(clock['breached']).toBe(usedDays > TARGET);
}

/** Working days for an action of P0, unless somebody says otherwise. */
const TARGET = 7;

/** Its working days, one after the other: each counts as the action stood when it began. */
function daysOf({ spells }: Model): { usedDays: number; pausedDays: number } {
  const today = dayIn(0);
  let [usedDays, pausedDays] = [0, 0];
  for (let at = Date.parse(spells[0]?.day ?? today) + DAY_MS; ; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > today) return { usedDays, pausedDays };
    if ([0, 6].includes(new Date(at).getUTCDay())) continue;
    const spell = spells.findLast((each) => each.day < day);
    const isPaused = spell?.status === 'PAUSED' && day <= (spell.until ?? day);
    if (isPaused) pausedDays += 1;
    else if (/^(PROPOSED|COMMITTED|IN_PROGRESS|PAUSED)$/.test(spell?.status ?? '')) usedDays += 1;
  }
}

describe('random lives of actions', () => {
  it('find no forbidden transition, lose no history, and have a clock that stands still in pauses', async () => {
    const commands = MOVES.map((move) =>
      fc.integer({ min: 0, max: 20 }).map((days) => new Try(move, days)),
    );
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (lived) => {
        now = START;
        const { id } = await rowOf(
          mutate(
            app,
            'actionItemCreate',
            'actionItem',
            {
              input: {
                postmortemId: caseId,
                title: 'Alert on pool use above 80 %',
                priority: 'P0',
              },
            },
            'id',
          ),
        );
        const told = [{ act: 'CREATE', fromStatus: null, status: 'PROPOSED' }];
        const spells = [{ day: dayIn(0), status: 'PROPOSED', until: null }];
        const model = { status: 'PROPOSED', pausedFrom: '', dueOn: null, told, spells };
        await fc.asyncModelRun(() => ({ model, real: { id } }), lived);
      }),
      { numRuns: 25 },
    );
  });
});
