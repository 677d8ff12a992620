import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ANONYMOUS } from '../../src/core/actor.js';
import { FactorService } from '../../src/features/factor/factor.service.js';
import { FindingService } from '../../src/features/finding/finding.service.js';
import { PracticeService } from '../../src/features/practice/practice.service.js';
import { TimelineService } from '../../src/features/timeline/timeline.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { ask, graphql, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { mutate, rowOf, type Row } from '../support/mutation.js';
import { statementsOf } from '../support/statements.js';

const WHOLE = `query ($id: ID!) { postmortem(id: $id) {
  revision
  timeline { id text at zone marker source { kind name } original evidence version }
  findings { kind text }
  practices { practice verdict note }
} }`;

let app: TestApp;
let caseId: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  caseId = (await aCase(app)).id;
});
afterAll(async () => {
  await app.close();
});

interface Whole {
  revision: number;
  timeline: Row[];
  findings: unknown[];
  practices: unknown[];
}

async function whole(): Promise<Whole> {
  return (await ask<{ postmortem: Whole }>(app, WHOLE, { id: caseId })).postmortem;
}

const event = {
  create: (input: object) =>
    mutate(app, 'timelineEventCreate', 'timelineEvent', { postmortemId: caseId, input }),
  update: (id: string, input: object) =>
    mutate(app, 'timelineEventUpdate', 'timelineEvent', { id, input }),
  delete: (id: string) => mutate(app, 'timelineEventDelete', 'timelineEvent', { id }),
};
const finding = {
  create: (input: object) =>
    mutate(app, 'findingCreate', 'finding', { postmortemId: caseId, input }),
  update: (id: string, input: object) => mutate(app, 'findingUpdate', 'finding', { id, input }),
  delete: (id: string) => mutate(app, 'findingDelete', 'finding', { id }),
};
const practice = {
  assess: (input: object) => {
    const fields = 'practice verdict note postmortem { id }';
    const args = { postmortemId: caseId, input };
    return mutate(app, 'practiceAssess', 'practiceAssessment', args, fields);
  },
  clear: (name: string) => {
    const args = { postmortemId: caseId, practice: name };
    return mutate(app, 'practiceClear', 'practiceAssessment', args, 'practice');
  },
};

const NOON = '2026-11-22T12:00:00Z';
const LATER = '2026-11-22T12:05:00Z';

describe('the timeline of a case', () => {
  it('is in order of time, and within an instant in the order of writing', async () => {
    await event.create({ at: LATER, text: 'rolled back' });
    await event.create({ at: NOON, text: 'alert' });
    await event.create({ at: NOON, text: 'acknowledged' });
    await event.create({ at: NOON, text: 'error rate rises', place: 0 });
    const { timeline, revision } = await whole();
    expect(timeline.map(({ text }) => text)).toEqual([
      'error rate rises',
      'alert',
      'acknowledged',
      'rolled back',
    ]);
    expect(revision).toBe(5);
  });

  it('keeps the zone, the source and the line an event was read from', async () => {
    await event.create({
      at: '2026-11-22T20:00:00+08:00',
      zone: 'Asia/Taipei',
      marker: 'DETECTION',
      text: '監控告警',
      source: { kind: 'CHAT', name: '#war-room' },
      original: '20:00 監控告警',
      evidence: '[graph](https://example.com)',
    });
    expect((await whole()).timeline).toEqual([
      {
        id: expect.any(String),
        version: 1,
        at: '2026-11-22T12:00:00.000Z',
        zone: 'Asia/Taipei',
        marker: 'DETECTION',
        text: '監控告警',
        source: { kind: 'CHAT', name: '#war-room' },
        original: '20:00 監控告警',
        evidence: '[graph](https://example.com)',
      },
    ]);
  });

  it('an event that is moved in time goes to its new place', async () => {
    const first = await rowOf(event.create({ at: NOON, text: 'first' }));
    await event.create({ at: LATER, text: 'second' });
    const moved = await event.update(first.id, { at: LATER, expectedVersion: 1 });
    expect(moved.row?.['version']).toBe(2);
    expect((await whole()).timeline.map(({ text }) => text)).toEqual(['second', 'first']);
    await event.update(first.id, { place: 0, source: { kind: 'LOG' }, marker: 'REPAIR' });
    await event.update(first.id, { source: null });
    expect((await whole()).timeline).toMatchObject([
      { text: 'first', source: null, marker: 'REPAIR' },
      { text: 'second' },
    ]);
  });

  it('a zone that does not exist is refused and leaves no trace', async () => {
    const { refusal } = await event.create({ at: NOON, text: 'x', zone: 'Mars/Olympus' });
    expect(refusal).toMatchObject({ code: 'VALIDATION', field: ['input', 'zone'] });
    expect(refusal?.message).toContain('Asia/Taipei');
    expect(await whole()).toMatchObject({ timeline: [], revision: 1 });
  });

  it('a stale version is a conflict that answers the present event', async () => {
    const { id } = await rowOf(event.create({ at: NOON, text: 'one' }));
    await event.update(id, { text: 'two', expectedVersion: 1 });
    const late = await event.update(id, { text: 'three', expectedVersion: 1 });
    expect(late.refusal?.code).toBe('CONFLICT');
    expect(late.row).toMatchObject({ text: 'two', version: 2 });
  });

  it('an event that is deleted is gone; a second time there is none', async () => {
    const { id } = await rowOf(event.create({ at: NOON, text: 'one' }));
    expect((await event.delete(id)).row?.id).toBe(id);
    expect((await event.delete(id)).refusal?.code).toBe('NOT_FOUND');
    expect((await whole()).timeline).toEqual([]);
  });
});

describe('pasting a timeline', () => {
  const PASTE = `mutation ($postmortemId: ID!, $input: TimelinePasteInput!) {
    timelinePaste(postmortemId: $postmortemId, input: $input) {
      timelineEvents { at zone marker text original } unread leftOut userErrors { code field message } } }`;
  interface Pasted {
    readonly timelinePaste: {
      readonly timelineEvents: Record<string, string>[] | null;
      readonly unread: string[] | null;
      readonly leftOut: number | null;
      readonly userErrors: Refusal[];
    };
  }
  const paste = async (input: object): Promise<Pasted['timelinePaste']> =>
    (await ask<Pasted>(app, PASTE, { postmortemId: caseId, input })).timelinePaste;

  it('makes events of the lines that have a time and names those that have none', async () => {
    const pasted = await paste({
      text: '以下為通訊紀錄\n\n- 14:05 監控告警\n- 14:20 開始回滾\n- 2026-11-23 00:10 恢復\n',
      date: '2026-11-22',
      zone: 'Asia/Taipei',
    });
    expect(pasted.userErrors).toEqual([]);
    expect(pasted.timelineEvents).toMatchObject([
      { at: '2026-11-22T06:05:00.000Z', zone: 'Asia/Taipei', text: '監控告警' },
      { at: '2026-11-22T06:20:00.000Z', text: '開始回滾', original: '- 14:20 開始回滾' },
      { at: '2026-11-22T16:10:00.000Z', text: '恢復' },
    ]);
    expect(pasted.unread).toEqual(['以下為通訊紀錄']);
    expect(await whole()).toMatchObject({
      revision: 2,
      timeline: [{ text: '監控告警' }, { text: '開始回滾' }, { text: '恢復' }],
    });
  });

  it('leaves out what is there already, and says how much', async () => {
    const text = '14:05 alert fired\n14:20 rolled back';
    const input = { date: '2026-11-22', zone: 'Asia/Taipei' };
    expect((await paste({ ...input, text })).leftOut).toBe(0);
    const again = await paste({ ...input, text: `${text}\n15:01 all clear` });
    expect(again).toMatchObject({ leftOut: 2, timelineEvents: [{ text: 'all clear' }] });
    const events = [
      { at: '2026-11-22T06:05:00Z', text: 'Alert, put otherwise', original: '14:05 alert fired' },
      { at: '2026-11-22T06:20:00Z', text: 'rolled back' },
      { at: '2026-11-22T06:20:00Z', text: 'rolled forward' },
    ];
    const { of } = await ask<{ of: { leftOut: number; timelineEvents: object[] } }>(
      app,
      `mutation ($id: ID!, $input: TimelineEventsCreateInput!) {
        of: timelineEventsCreate(postmortemId: $id, input: $input) {
          leftOut timelineEvents { text } userErrors { code } } }`,
      { id: caseId, input: { events, leaveOutKnown: true } },
    );
    expect(of).toMatchObject({ leftOut: 2, timelineEvents: [{ text: 'rolled forward' }] });
  });

  it('is refused as a whole where no line has a time', async () => {
    const pasted = await paste({ text: 'nothing here\n14:05 without a day' });
    expect(pasted).toMatchObject({ timelineEvents: null, unread: null });
    expect(pasted.userErrors).toMatchObject([{ code: 'VALIDATION', field: ['input', 'text'] }]);
    expect(await whole()).toMatchObject({ timeline: [], revision: 1 });
  });
});

describe('the findings of a case', () => {
  it('are kept in order, changed and removed', async () => {
    const luck = await rowOf(finding.create({ kind: 'LUCKY', text: 'it was night' }));
    await finding.create({ kind: 'WENT_WELL', text: 'the rollback', place: 0 });
    await finding.update(luck.id, { kind: 'SURPRISED', expectedVersion: 1 });
    expect((await whole()).findings).toEqual([
      { kind: 'WENT_WELL', text: 'the rollback' },
      { kind: 'SURPRISED', text: 'it was night' },
    ]);
    await finding.update(luck.id, { place: 0 });
    expect((await whole()).findings[0]).toEqual({ kind: 'SURPRISED', text: 'it was night' });
    await finding.delete(luck.id);
    expect((await whole()).findings).toEqual([{ kind: 'WENT_WELL', text: 'the rollback' }]);
  });

  it('a blank one is refused and leaves no trace', async () => {
    const { refusal } = await finding.create({ kind: 'LUCKY', text: '  ' });
    expect(refusal).toMatchObject({ code: 'VALIDATION', field: ['input', 'text'] });
    const { id } = await rowOf(finding.create({ kind: 'LUCKY', text: 'x' }));
    expect((await finding.update(id, { kind: 'WENT_WELL', text: '' })).refusal).toBeDefined();
    expect(await whole()).toMatchObject({ findings: [{ kind: 'LUCKY' }], revision: 2 });
  });
});

describe('the practices of a case', () => {
  it('are assessed once each; the second assessment replaces the first', async () => {
    await practice.assess({ practice: 'P4_2', verdict: 'ABSENT' });
    await practice.assess({ practice: 'P1_2', verdict: 'HELD', note: '還原成功' });
    const { row } = await practice.assess({
      practice: 'P4_2',
      verdict: 'FAILED',
      note: 'too late',
    });
    expect(row).toMatchObject({ verdict: 'FAILED', postmortem: { id: caseId } });
    expect((await whole()).practices).toEqual([
      { practice: 'P1_2', verdict: 'HELD', note: '還原成功' },
      { practice: 'P4_2', verdict: 'FAILED', note: 'too late' },
    ]);
  });

  it('are taken back; what was never assessed cannot be', async () => {
    await practice.assess({ practice: 'P1_2', verdict: 'HELD' });
    expect((await practice.clear('P1_2')).row).toEqual({ practice: 'P1_2' });
    expect((await practice.clear('P1_2')).refusal?.code).toBe('NOT_FOUND');
    expect(await whole()).toMatchObject({ practices: [], revision: 3 });
  });

  it('a note that is too long leaves the assessment as it was', async () => {
    await practice.assess({ practice: 'P1_2', verdict: 'HELD' });
    const { refusal } = await practice.assess({
      practice: 'P1_2',
      verdict: 'FAILED',
      note: 'x'.repeat(20_001),
    });
    expect(refusal?.message).toContain('20000');
    expect(await whole()).toMatchObject({ practices: [{ verdict: 'HELD' }], revision: 2 });
  });
});

describe('who may write', () => {
  it('a viewer and a stranger may not, and a hidden case looks like none', async () => {
    const viewer = actingAs(await aPerson(app), 'VIEWER');
    const member = actingAs(await aPerson(app));
    const hidden = await aCase(app, { visibility: 'RESTRICTED' });
    const { id } = await rowOf(finding.create({ kind: 'LUCKY', text: 'x' }));
    const inHidden = await app.write((tx) =>
      app.get(FindingService).create(tx, hidden.id, { kind: 'LUCKY', text: 'x' }),
    );
    const timeline = app.get(TimelineService);
    const input = { at: new Date(), text: 'x' };
    const writes = [
      app.write((tx) => timeline.create(tx, caseId, input), viewer),
      app.write((tx) => app.get(FindingService).delete(tx, id), viewer),
      app.write((tx) => app.get(FindingService).delete(tx, id), ANONYMOUS),
      app.write(
        (tx) => app.get(FactorService).create(tx, hidden.id, { kind: 'TRIGGER', text: 'x' }),
        member,
      ),
      app.write((tx) => app.get(PracticeService).clear(tx, hidden.id, '1.1'), member),
      app.write((tx) => app.get(FindingService).delete(tx, inHidden.id), member),
      app.write((tx) => app.get(FindingService).delete(tx, hidden.id), member),
    ];
    const refusals = (await Promise.allSettled(writes)).map((result) =>
      result.status === 'rejected' ? (result.reason as { message: string }).message : 'done',
    );
    expect(refusals).toEqual([
      'FORBIDDEN FORBIDDEN {}',
      'FORBIDDEN FORBIDDEN {}',
      'NOT_FOUND NOT_FOUND {"what":"finding"}',
      'NOT_FOUND NOT_FOUND {"what":"postmortem"}',
      'NOT_FOUND NOT_FOUND {"what":"postmortem"}',
      'NOT_FOUND NOT_FOUND {"what":"finding"}',
      'NOT_FOUND NOT_FOUND {"what":"finding"}',
    ]);
    expect(await whole()).toMatchObject({ timeline: [], findings: [{ text: 'x' }] });
  });
});

describe('lists of cases with all that belongs to them', () => {
  it('take as many statements for one case as for many', async () => {
    const list = `query ($first: Int!) { postmortems(first: $first) { nodes {
      timeline { text } factors { text children { text } } findings { text } practices { verdict }
    } } }`;
    for (let index = 0; index < 3; index++) {
      caseId = (await aCase(app)).id;
      await event.create({ at: NOON, text: 'x' });
      const input = { kind: 'TRIGGER', text: 'x' };
      await mutate(app, 'factorCreate', 'factor', { postmortemId: caseId, input });
    }
    const one = await statementsOf(app, () => ask(app, list, { first: 1 }));
    const many = await statementsOf(app, () => ask(app, list, { first: 50 }));
    expect(one).toHaveLength(5);
    expect(many).toHaveLength(5);
  });

  it('a text in an unknown enum value is refused before anything runs', async () => {
    const { errors } = await graphql(
      app,
      'mutation { practiceClear(postmortemId: "x", practice: P9_9) { userErrors { code } } }',
    );
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
