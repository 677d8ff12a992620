import { describe, expect, it } from '@jest/globals';

import type { ActionRowFragment, ActionStatus } from '../../src/web/gql/documents.js';
import { owedOf, type OwedList } from '../../src/web/mine/owed.js';

const TODAY = '2026-11-18';
const ME = 'me';

const action = (key: string, status: ActionStatus, more: object = {}): ActionRowFragment =>
  ({
    key,
    status,
    dueOn: null,
    pausedUntil: null,
    owner: { id: ME },
    ...more,
  }) as ActionRowFragment;

const keys = (
  lists: ReturnType<typeof owedOf>,
): Readonly<Partial<Record<OwedList, readonly string[]>>> =>
  Object.fromEntries(
    Object.entries(lists)
      .filter(([, items]) => items.length > 0)
      .map(([list, items]) => [list, items.map(({ item }) => item.key)]),
  );

const nothing = { nodes: [], totalCount: 0 };
const answer = (lists: object): Parameters<typeof owedOf>[0] => ({
  open: nothing,
  verified: nothing,
  paused: nothing,
  done: nothing,
  tasks: nothing,
  reviews: nothing,
  ...lists,
});

describe('what somebody owes', () => {
  it('stands in one list each, by what presses', () => {
    const nodes = [
      action('late', 'COMMITTED', { dueOn: '2026-11-17' }),
      action('late proposal', 'PROPOSED', { dueOn: '2026-11-17' }),
      action('today', 'IN_PROGRESS', { dueOn: TODAY }),
      action('in a week', 'COMMITTED', { dueOn: '2026-11-25' }),
      action('after that', 'COMMITTED', { dueOn: '2026-11-26' }),
      action('no date', 'COMMITTED'),
      action('proposal', 'PROPOSED', { dueOn: '2026-12-24' }),
    ];
    expect(keys(owedOf(answer({ open: { nodes, totalCount: 7 } }), ME, TODAY))).toEqual({
      overdue: ['late', 'late proposal'],
      undecided: ['proposal'],
      dueSoon: ['today', 'in a week'],
      later: ['after that', 'no date'],
    });
  });

  it('tells of effect checks and ends of pauses within seven days, with their day', () => {
    const lists = owedOf(
      answer({
        verified: {
          nodes: [
            action('check', 'VERIFIED', { effectCheckOn: '2026-11-25' }),
            action('not yet', 'VERIFIED', { effectCheckOn: '2026-11-26' }),
            action('never', 'VERIFIED', { effectCheckOn: null }),
          ],
        },
        paused: {
          nodes: [
            action('ended', 'PAUSED', { pausedUntil: '2026-11-01' }),
            action('long', 'PAUSED', { pausedUntil: '2027-11-01' }),
          ],
        },
      }),
      ME,
      TODAY,
    );
    expect(keys(lists)).toEqual({ effect: ['check'], pausesEnding: ['ended'] });
    expect(lists.effect[0]?.day).toBe('2026-11-25');
    expect(lists.pausesEnding[0]?.day).toBe('2026-11-01');
  });

  it('asks nobody to verify what is their own', () => {
    const nodes = [
      action('mine', 'DONE'),
      action('theirs', 'DONE', { owner: { id: 'other' } }),
      action('nobody’s', 'DONE', { owner: null }),
    ];
    expect(keys(owedOf(answer({ done: { nodes } }), ME, TODAY))).toEqual({
      verify: ['theirs', 'nobody’s'],
    });
  });
});
