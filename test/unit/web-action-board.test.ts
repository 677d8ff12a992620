import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';

import { changedIn, inputOf, type ActionValues } from '../../src/web/action/action-values.js';
import {
  boardAddress,
  filterOf,
  isNarrowed,
  toggled,
  withAnyState,
} from '../../src/web/action/board-address.js';
import { dayAfter, dueState } from '../../src/web/action/due.js';

const viewer = { id: 'me', teams: [{ team: { key: 'payments' } }, { team: { key: 'sre' } }] };

describe('the address of the action board', () => {
  it('asks for what is open and one’s own if it says nothing', () => {
    expect(filterOf(boardAddress({}), viewer)).toEqual({ open: true, ownerId: 'me' });
  });

  it('asks for the teams of whoever looks, or for those that were chosen', () => {
    const teams = boardAddress({ whose: 'teams' });
    expect(filterOf(teams, viewer)).toEqual({ open: true, team: ['payments', 'sre'] });
    expect(filterOf(toggled(teams, 'team', 'sre'), viewer).team).toEqual(['sre']);
  });

  it('leaves out what it does not know', () => {
    const address = boardAddress({
      whose: 'theirs',
      status: ['DONE', 'LOST'],
      priority: 'P9',
      overdue: 'maybe',
    });
    expect(address.whose).toBeUndefined();
    expect(filterOf(address, viewer)).toEqual({ status: ['DONE'], ownerId: 'me' });
  });

  it('has every state once the choice of what is open is taken out', () => {
    const all = withAnyState(boardAddress({ whose: 'all' }));
    expect(filterOf(all, viewer)).toEqual({});
    expect(isNarrowed(all)).toBe(false);
    expect(filterOf(toggled(all, 'status', 'PAUSED'), viewer)).toEqual({ status: ['PAUSED'] });
  });

  it('keeps one state in each column, and all else that was asked for', () => {
    const address = boardAddress({ whose: 'all', view: 'board', q: 'pool', overdue: 'yes' });
    expect(filterOf(address, viewer, 'DONE')).toEqual({
      status: ['DONE'],
      query: 'pool',
      overdue: true,
    });
  });
});

describe('the clock of an action', () => {
  const t = ((key: string, { count }: { count?: number } = {}) =>
    count === undefined ? key : `${key} ${String(count)}`) as unknown as TFunction<'action'>;
  const on = '2026-02-27';

  it.each([
    ['2026-02-24', 'late', 'late 3'],
    ['2026-02-27', 'soon', 'dueToday'],
    ['2026-02-28', 'soon', 'dueTomorrow'],
    ['2026-03-02', 'soon', 'dueIn 3'],
    ['2026-03-09', 'calm', 'dueIn 10'],
    ['2026-05-01', 'calm', '1 May 2026'],
    [null, 'calm', 'noDate'],
  ])('says of %s that it is %s: %s', (dueOn, urgency, words) => {
    expect(dueState({ dueOn, status: 'COMMITTED' }, 'en', t, on)).toEqual({ urgency, words });
  });

  it('has stopped for what is done', () => {
    const item = { dueOn: '2026-02-01', status: 'DONE' } as const;
    expect(dueState(item, 'en', t, on)).toEqual({ urgency: 'calm', words: '1 Feb 2026' });
  });

  it('counts days over the end of a month', () => {
    expect(dayAfter('2026-02-27', 28)).toBe('2026-03-27');
  });
});

describe('the form of an action', () => {
  const base: ActionValues = {
    title: 'Limit the time of a connection',
    type: 'REPAIR',
    priority: '',
    owner: { id: 'ada', name: 'Ada' },
    team: null,
    dueOn: '2026-03-01',
    trackerUrl: '',
    detail: '',
    doneWhen: '',
  };

  it('sends what was changed and nothing else', () => {
    const values: ActionValues = { ...base, priority: 'P1', owner: null, dueOn: '' };
    const fields = changedIn(base, values);
    expect(fields).toEqual(['priority', 'owner', 'dueOn']);
    expect(inputOf(values, fields)).toEqual({ priority: 'P1', ownerId: null, dueOn: null });
  });

  it('takes the same person under another name for no change', () => {
    expect(changedIn(base, { ...base, owner: { id: 'ada', name: 'Ada L.' } })).toEqual([]);
  });
});
