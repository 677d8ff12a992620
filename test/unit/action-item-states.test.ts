import { describe, expect, it } from '@jest/globals';

import { ACTION_STATUSES, type ActionStatus } from '../../src/core/vocabulary.js';
import {
  ACTION_MOVES,
  isOverdue,
  stateAfter,
  type ActionMove,
} from '../../src/features/action-item/action-item.states.js';

const walk = (moves: readonly ActionMove[], from: ActionStatus = 'PROPOSED') =>
  moves.reduce<ActionStatus | undefined>(
    (status, move) => status && stateAfter({ status, pausedFrom: null }, move),
    from,
  );

describe('the life of an action item', () => {
  it('leads from a proposal to something that has been shown to work', () => {
    expect(walk(['commit', 'start', 'complete', 'verify', 'confirmEffect'])).toBe('EFFECTIVE');
  });

  it('lets what is promised be done without saying that it was started', () => {
    expect(walk(['commit', 'complete'])).toBe('DONE');
  });

  it.each<[ActionStatus, ActionMove]>([
    ['PROPOSED', 'start'],
    ['PROPOSED', 'complete'],
    ['PROPOSED', 'pause'],
    ['COMMITTED', 'commit'],
    ['COMMITTED', 'verify'],
    ['IN_PROGRESS', 'verify'],
    ['IN_PROGRESS', 'resume'],
    ['DONE', 'complete'],
    ['DONE', 'confirmEffect'],
    ['DONE', 'reject'],
    ['VERIFIED', 'verify'],
    ['EFFECTIVE', 'reject'],
    ['REJECTED', 'start'],
    ['PAUSED', 'complete'],
    ['PAUSED', 'pause'],
  ])('%s refuses to %s', (status, move) => {
    expect(stateAfter({ status, pausedFrom: 'COMMITTED' }, move)).toBeUndefined();
  });

  it('resumes where it was paused, or as a proposal where nobody knows', () => {
    const after = (pausedFrom: ActionStatus | null) =>
      stateAfter({ status: 'PAUSED', pausedFrom }, 'resume');
    expect(after('IN_PROGRESS')).toBe('IN_PROGRESS');
    expect(after('COMMITTED')).toBe('COMMITTED');
    expect(after(null)).toBe('PROPOSED');
    expect(after('PAUSED')).toBe('PROPOSED');
  });

  it('has a way on from every state', () => {
    const ways = (status: ActionStatus) =>
      ACTION_MOVES.filter((move) => stateAfter({ status, pausedFrom: null }, move));
    expect(ACTION_STATUSES.filter((status) => ways(status).length === 0)).toEqual([]);
  });
});

describe('overdue', () => {
  const now = new Date('2026-11-23T23:30:00Z');

  it('begins on the day after the due day', () => {
    expect(isOverdue({ status: 'COMMITTED', dueOn: '2026-11-22' }, now)).toBe(true);
    expect(isOverdue({ status: 'COMMITTED', dueOn: '2026-11-23' }, now)).toBe(false);
    expect(isOverdue({ status: 'COMMITTED', dueOn: null }, now)).toBe(false);
  });

  it('is only what somebody still has to do', () => {
    const late = ACTION_STATUSES.filter((status) =>
      isOverdue({ status, dueOn: '2020-01-01' }, now),
    );
    expect(late).toEqual(['PROPOSED', 'COMMITTED', 'IN_PROGRESS']);
  });
});
