import { describe, expect, it } from '@jest/globals';

import type { AdvisedAction } from '../../src/features/guidance/action-advice.js';
import {
  completenessOf,
  type CaseFacts,
  type FactsOfIncident,
} from '../../src/features/guidance/completeness.js';
import { withoutStarter } from '../../src/features/template/template-starter.js';

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

const WHOLE: CaseFacts = {
  isIncident: true,
  isOut: true,
  summary: 'Nobody could pay from 14:05 to 14:52.',
  sections: [
    { heading: 'Impact', body: '1,240 orders were not taken.' },
    { heading: 'Detection', body: 'The alert on the rate of orders.' },
  ],
  template: [],
  incidents: [incident()],
  timeline: [event('a', '14:05'), event('b', '14:40'), event('c', '14:52')],
  factors: [{ kind: 'TRIGGER' }, { kind: 'CONTRIBUTING' }],
  assessedPractices: 3,
  actions: [],
};

function incident(more: Partial<FactsOfIncident> = {}): FactsOfIncident {
  return {
    id: 'incident',
    startedAt: time('14:05'),
    detectedAt: time('14:09'),
    acknowledgedAt: null,
    identifiedAt: time('14:50'),
    mitigatedAt: time('14:40'),
    resolvedAt: time('14:52'),
    verifiedAt: null,
    ...more,
  };
}

function event(id: string, at: string): CaseFacts['timeline'][number] {
  return { id, at: time(at), marker: 'OTHER' };
}

function time(clock: string): Date {
  return new Date(`2026-11-20T${clock}:00Z`);
}

const told = (facts: Partial<CaseFacts>, gapMinutes = 60): unknown[] =>
  completenessOf({ ...WHOLE, ...facts }, gapMinutes).advice.map(({ kind, ...subjects }) => {
    const about = Object.values(subjects).flat();
    return about.length === 0 ? kind : [kind, ...about];
  });

/** What is told of a case that is whole but for its actions. */
const advice = (actions: AdvisedAction[], more: Partial<CaseFacts> = {}): unknown[] =>
  told({ actions, ...more });

/** What is told of the rest of a case whose actions are as they should be. */
const rest = (facts: Partial<CaseFacts>, gapMinutes?: number): unknown[] =>
  told({ actions: [action()], ...facts }, gapMinutes);

describe('advice on the rest of a case', () => {
  it('is none where nothing is lacking, and every question counts', () => {
    expect(rest({})).toEqual([]);
    const { met, asked } = completenessOf({ ...WHOLE, actions: [action()] }, 60);
    expect([met, asked]).toEqual([14, 14]);
    const without = completenessOf({ ...WHOLE, actions: [action()], summary: '' }, 60);
    expect([without.met, without.asked]).toEqual([13, 14]);
  });

  it('asks less of a case that is about no incident', () => {
    const facts = { isIncident: false, isOut: false, incidents: [], timeline: [] };
    expect(rest({ ...facts, assessedPractices: 0, sections: [] })).toEqual([]);
  });

  it('misses a summary, and takes a placeholder for none', () => {
    expect(rest({ summary: ' \n' })).toEqual(['NO_SUMMARY']);
    expect(rest({ summary: '<!-- to be written -->' })).toEqual(['NO_SUMMARY']);
    expect(rest({ summary: 'TBD' })).toEqual(['NO_SUMMARY']);
  });

  // What people leave in a section that they have not written; each is an input, none a note of ours.
  it.each([
    '',
    '...',
    '…',
    'TODO',
    '- [ ] TBD',
    '> N/A',
    '（待補）',
    '待填写',
    '**暂无**',
    '- \n- ',
    '_tbd_.',
  ])('takes %p for an empty section', (body) => {
    const sections = [...WHOLE.sections, { heading: 'Recovery', body }];
    expect(rest({ sections })).toEqual([['EMPTY_SECTION', 'Recovery']]);
  });

  it.each(['None of the orders was lost.', '無', '0', '![](/files/1)', '`...`', '- no'])(
    'takes %p for something said',
    (body) => {
      expect(rest({ sections: [...WHOLE.sections, { heading: 'Recovery', body }] })).toEqual([]);
    },
  );

  describe('of a case that began from a template', () => {
    const asked = (headings: string[], starter: string, isRequired = true) => ({
      ...{ headings, isRequired },
      written: (body: string): string => withoutStarter(starter, body),
    });
    const template: CaseFacts['template'] = [
      asked(['Impact', '影響範圍'], 'From {{startedAt}}: …'),
      asked(['Recovery', '恢復'], '| What | When |'),
      asked(['Background', '背景'], '', false),
    ];
    const recovery = { heading: 'Recovery', body: 'Rolled back.' };
    const of = (...sections: { heading: string; body: string }[]): unknown[] =>
      rest({ template, sections: [...WHOLE.sections, ...sections] });

    it('points at what it requires where that is missing, empty or as it began', () => {
      expect(of(recovery)).toEqual([]);
      expect(of()).toEqual([['REQUIRED_SECTION', 'Recovery']]);
      for (const body of ['', 'TBD', '|  What | When |', '| What | When |\n\nTBD']) {
        expect(of({ heading: 'Recovery', body })).toEqual([['REQUIRED_SECTION', 'Recovery']]);
      }
    });

    it('calls it as the case does, in whichever language it is written', () => {
      expect(of({ heading: '恢復', body: '已回滾。' })).toEqual([]);
      expect(of({ heading: '恢復', body: '待補' })).toEqual([['REQUIRED_SECTION', '恢復']]);
    });

    it('says nothing of what need not be written, and tells sections of its own as before', () => {
      expect(of(recovery, { heading: 'Background', body: '' })).toEqual([]);
      expect(of(recovery, { heading: 'Mine', body: '' })).toEqual([['EMPTY_SECTION', 'Mine']]);
    });

    it('takes no number from what was filled in', () => {
      const began = { heading: 'Impact', body: 'From 2026-11-20 14:05 UTC: …' };
      const sections = [began, recovery, ...WHOLE.sections.slice(1)];
      const facts = { template, sections, summary: 'Nobody could pay.' };
      expect(rest(facts)).toEqual([['REQUIRED_SECTION', 'Impact'], 'IMPACT_WITHOUT_NUMBER']);
    });
  });

  it('looks for a number where the impact is told, in any script', () => {
    const impact = (body: string, summary = WHOLE.summary): unknown[] =>
      rest({ summary, sections: [{ heading: '影響範圍', body }, ...WHOLE.sections.slice(1)] });
    expect(impact('所有客戶都無法付款。')).toEqual(['IMPACT_WITHOUT_NUMBER']);
    expect(impact('約三成客戶無法付款。')).toEqual([]);
    expect(impact('約 30 % 的客戶無法付款。')).toEqual([]);
    // Without such a section the summary has to tell it.
    expect(rest({ sections: WHOLE.sections.slice(1) })).toEqual([]);
    expect(rest({ sections: WHOLE.sections.slice(1), summary: 'Nobody could pay.' })).toEqual([
      'IMPACT_WITHOUT_NUMBER',
    ]);
  });

  it('hears how it was noticed from a section or from the timeline', () => {
    const sections = WHOLE.sections.slice(0, 1);
    expect(rest({ sections })).toEqual(['NO_DETECTION_STORY']);
    const timeline = WHOLE.timeline.map((each) => ({ ...each, marker: 'DETECTION' as const }));
    expect(rest({ sections, timeline })).toEqual([]);
  });

  it('points at gaps while the incident went on, not after it', () => {
    expect(rest({}, 34)).toEqual([['TIMELINE_GAP', 'a']]);
    expect(rest({}, 35)).toEqual([]);
    const later = [...WHOLE.timeline, event('d', '23:00')];
    expect(rest({ timeline: later })).toEqual([]);
    const goesOn = incident({ resolvedAt: null, mitigatedAt: null });
    expect(rest({ timeline: later, incidents: [goesOn] })).toEqual([['TIMELINE_GAP', 'c']]);
    expect(rest({ timeline: later.slice(0, 1) })).toEqual(['NO_TIMELINE']);
  });

  it('names incidents whose milestones are out of order; a cause may be known late', () => {
    expect(rest({ incidents: [incident({ detectedAt: time('14:00') })] })).toEqual([
      ['MILESTONES_OUT_OF_ORDER', 'incident'],
    ]);
    expect(rest({ incidents: [incident({ identifiedAt: time('14:08') })] })).toEqual([
      ['MILESTONES_OUT_OF_ORDER', 'incident'],
    ]);
    expect(rest({ incidents: [incident({ startedAt: null, detectedAt: time('14:40') })] })).toEqual(
      [],
    );
  });

  it('misses what lay behind the trigger, and whether any practice held', () => {
    expect(rest({ factors: [{ kind: 'TRIGGER' }] })).toEqual(['NO_FACTOR_BEYOND_TRIGGER']);
    expect(rest({ factors: [] })).toEqual(['NO_FACTOR_BEYOND_TRIGGER']);
    expect(rest({ assessedPractices: 0 })).toEqual(['PRACTICES_NOT_ASSESSED']);
  });
});

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
