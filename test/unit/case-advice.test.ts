import { describe, expect, it } from '@jest/globals';

import { adviceFor, type AdvisedAction } from '../../src/features/action-item/case-advice.js';

let count = 0;
const action = (more: Partial<AdvisedAction> = {}): AdvisedAction => ({
  id: `id ${++count}`,
  status: 'COMMITTED',
  priority: 'P1',
  type: 'PREVENT_FUTURE',
  title: 'Alert when the queue holds 1,000 entries',
  doneWhen: 'The alert has fired in a drill.',
  ownerId: 'ann',
  teamId: 'orders',
  dueOn: '2026-11-20',
  ...more,
});

const advice = (actions: AdvisedAction[], more: object = {}): unknown[] =>
  adviceFor({ isIncident: true, isOut: true, actions, ...more }).map(({ kind, actionItemIds }) =>
    actionItemIds.length === 0 ? kind : [kind, ...actionItemIds],
  );

describe('advice on the actions of a case', () => {
  it('is none where nothing is lacking', () => {
    expect(advice([action()])).toEqual([]);
  });

  it('misses something urgent after an incident that users felt, not after a drill', () => {
    expect(advice([])).toEqual(['NO_URGENT_ACTION']);
    expect(advice([action({ priority: 'P2' }), action({ priority: null })])).toEqual([
      'NO_URGENT_ACTION',
    ]);
    expect(advice([action({ priority: 'P2' }), action({ priority: 'P0' })])).toEqual([]);
    expect(advice([action({ priority: 'P2' })], { isIncident: false })).toEqual([]);
  });

  it('misses something that lasts, and says once where all only investigate', () => {
    const investigates = action({ type: 'INVESTIGATE' });
    expect(advice([investigates])).toEqual(['ONLY_INVESTIGATIONS']);
    expect(advice([investigates, action({ type: 'REPAIR' })])).toEqual(['NOTHING_LASTING']);
    expect(advice([investigates, action({ type: 'DETECT_FUTURE' })])).toEqual([]);
    expect(advice([investigates, action({ type: null })])).toEqual([]);
  });

  it('names open actions without an end, whatever was done with the others', () => {
    const endless = { title: 'Improve the monitoring', doneWhen: null };
    const open = action(endless);
    expect(advice([open, action({ ...endless, status: 'DONE' })])).toEqual([
      ['WITHOUT_END', open.id],
    ]);
    const chinese = action({ title: '加強監控', doneWhen: null });
    expect(advice([chinese])).toEqual([['WITHOUT_END', chinese.id]]);
  });

  it('names what nobody has promised once the case is out', () => {
    const loose = action({ status: 'PROPOSED', ownerId: null });
    expect(advice([loose, action()])).toEqual([['WITHOUT_PROMISE', loose.id]]);
    expect(advice([loose, action()], { isOut: false })).toEqual([]);
  });
});
