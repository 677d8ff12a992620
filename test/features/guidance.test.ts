import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { FactorService } from '../../src/features/factor/factor.service.js';
import { ImprovementPolicyService } from '../../src/features/improvement-policy/improvement-policy.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { TimelineService } from '../../src/features/timeline/timeline.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask, type Refusal } from '../support/client.js';
import { aCase, actingAs, aPerson } from '../support/factory.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
let writer: Actor;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  app = await startApp();
  writer = actingAs(await aPerson(app, 'Wei'));
  stranger = actingAs(await aPerson(app, 'Grace Hopper'));
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
});
afterAll(async () => {
  await app.close();
});

const ABOUT =
  'actionItems { title } sections incidents { title } timelineEvents { text } dismissal { reason person { name } }';
const ADVICE = `completeness { met asked advice { mark kind ${ABOUT} } }`;
const FOUND = `languageFindings { mark place before words after rule { name fault why ask }
  section { heading } timelineEvent { text } factor { text } finding { text } actionItem { title }
  dismissal { reason } }`;
const OF = `query ($id: ID!) { postmortem(id: $id) { ${ADVICE} ${FOUND} } }`;
const DISMISS = `mutation ($id: ID!, $mark: String!, $reason: String!) {
  it: adviceDismiss(postmortemId: $id, input: { mark: $mark, reason: $reason }) {
    postmortem { ${ADVICE} ${FOUND} } userErrors { code field message } } }`;
const RESTORE = `mutation ($id: ID!, $mark: String!) {
  it: adviceRestore(postmortemId: $id, mark: $mark) {
    postmortem { ${ADVICE} ${FOUND} } userErrors { code field message } } }`;

interface Found {
  readonly mark: string;
  readonly place: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly rule: { readonly name: string; readonly why: string };
  readonly dismissal: { readonly reason: string } | null;
}
interface Advised {
  readonly completeness: {
    readonly met: number;
    readonly asked: number;
    readonly advice: readonly {
      readonly mark: string;
      readonly kind: string;
      readonly sections: readonly string[];
      readonly actionItems: readonly { readonly title: string }[];
      readonly incidents: readonly { readonly title: string }[];
      readonly timelineEvents: readonly { readonly text: string }[];
      readonly dismissal: { readonly reason: string; readonly person: object | null } | null;
    }[];
  };
  readonly languageFindings: readonly Found[];
}

const guidanceOf = async (id: string): Promise<Advised> =>
  (await ask<{ postmortem: Advised }>(app, OF, { id })).postmortem;

const kindsOf = ({ completeness }: Advised): string[] =>
  completeness.advice.filter(({ dismissal }) => dismissal === null).map(({ kind }) => kind);

async function anIncidentCase(
  kind: 'INCIDENT' | 'DRILL' = 'INCIDENT',
  prose: object = {},
): Promise<string> {
  const { id } = await app.write((tx) =>
    app.get(IncidentService).create(tx, { kind, title: 'Checkout down' }),
  );
  return (await aCase(app, { incidentIds: [id], ...prose })).id;
}

const propose = (postmortemId: string, title: string, more: object = {}) =>
  app.write((tx) => app.get(ActionItemService).create(tx, { postmortemId, title, ...more }));

const happened = (postmortemId: string, at: string, text: string) =>
  app.write((tx) =>
    app.get(TimelineService).create(tx, postmortemId, { at: new Date(at), zone: 'UTC', text }),
  );

describe('the completeness of a case', () => {
  it('follows what is written, and names what it is about', async () => {
    const id = await anIncidentCase('INCIDENT', {
      summary: 'Nobody could pay for 47 minutes.',
      sections: [{ heading: 'Recovery', body: 'TBD' }],
    });
    expect(kindsOf(await guidanceOf(id))).toEqual([
      'EMPTY_SECTION',
      'NO_DETECTION_STORY',
      'NO_TIMELINE',
      'NO_FACTOR_BEYOND_TRIGGER',
      'PRACTICES_NOT_ASSESSED',
      'NO_URGENT_ACTION',
    ]);
    await happened(id, '2026-11-20T14:05:00Z', 'Orders fell.');
    await happened(id, '2026-11-20T15:06:00Z', 'Somebody called.');
    await propose(id, 'Improve monitoring', { priority: 'P1', type: 'DETECT_FUTURE' });
    const { completeness } = await guidanceOf(id);
    const about = completeness.advice.map(({ kind, sections, timelineEvents, actionItems }) => [
      kind,
      ...sections,
      ...timelineEvents.map(({ text }) => text),
      ...actionItems.map(({ title }) => title),
    ]);
    expect(about).toEqual([
      ['EMPTY_SECTION', 'Recovery'],
      ['NO_DETECTION_STORY'],
      ['TIMELINE_GAP', 'Orders fell.'],
      ['NO_FACTOR_BEYOND_TRIGGER'],
      ['PRACTICES_NOT_ASSESSED'],
      ['WITHOUT_END', 'Improve monitoring'],
    ]);
    expect(completeness).toMatchObject({ met: 7, asked: 13 });
    await app.write((tx) =>
      app.get(ImprovementPolicyService).update(tx, { timelineGapMinutes: 90 }),
    );
    expect(kindsOf(await guidanceOf(id))).not.toContain('TIMELINE_GAP');
  });

  it('is milder on a drill', async () => {
    const drill = kindsOf(await guidanceOf(await anIncidentCase('DRILL')));
    expect(drill).not.toContain('NO_URGENT_ACTION');
    expect(drill).not.toContain('IMPACT_WITHOUT_NUMBER');
  });

  it('takes as many statements for one case as for twenty', async () => {
    for (let index = 0; index < 20; index++) {
      await propose(await anIncidentCase(), 'Improve monitoring');
    }
    const list = `query ($first: Int!) { postmortems(first: $first) { nodes {
      completeness { met asked advice { kind ${ABOUT} } } } } }`;
    const of = (first: number) => statementsOf(app, () => ask(app, list, { first }));
    const [one, ten] = [await of(1), await of(10)];
    expect(one.length).toBeGreaterThan(0);
    // The rules of the organization are read once for each.
    expect(ten.length - one.length).toBeLessThanOrEqual(9);
  });
});

describe('the language of a case', () => {
  it('is looked through wherever people write, and told in the language of the caller', async () => {
    const { id } = await aCase(app, {
      summary: 'The outage was human error.',
      sections: [
        { heading: 'Cause', body: 'First.\n\nThe operator forgot to look. Then it fell.' },
      ],
    });
    await happened(id, '2026-11-20T14:05:00Z', '值班同事應該早點發現。');
    await app.write((tx) =>
      app.get(FactorService).create(tx, id, { kind: 'TRIGGER', text: 'Grace Hopper broke it.' }),
    );
    await propose(id, 'Tell everyone to be more careful');
    const { languageFindings } = await guidanceOf(id);
    expect(languageFindings.map(({ place, rule, words }) => [place, rule.name, words])).toEqual([
      ['SUMMARY', 'human-error', 'human error'],
      ['SECTION', 'forgot', 'The operator forgot'],
      ['TIMELINE_EVENT', 'should-have', '值班同事應該早點'],
      ['FACTOR', 'named-person', 'Grace Hopper broke'],
      ['ACTION_ITEM', 'be-careful', 'be more careful'],
    ]);
    expect(languageFindings[1]).toMatchObject({
      before: '',
      after: ' to look.',
      section: { heading: 'Cause' },
      timelineEvent: null,
    });
    expect(languageFindings[4]).toMatchObject({
      before: 'Tell everyone to ',
      actionItem: { title: 'Tell everyone to be more careful' },
    });
    const inChinese = await askAs<{ postmortem: Advised }>(app, writer, OF, { id }, 'zh-Hant');
    expect(inChinese.postmortem.languageFindings[0]?.rule.why).toContain('提問的起點');
  });

  it('is checked while it is written, without being stored', async () => {
    const query =
      'query ($text: Markdown!) { languageCheck(text: $text) { start end rule { name } } }';
    expect(await ask(app, query, { text: 'A careless change.' })).toEqual({
      languageCheck: [{ start: 2, end: 10, rule: { name: 'careless' } }],
    });
    expect(await ask(app, query, { text: '' })).toEqual({ languageCheck: [] });
  });
});

describe('advice', () => {
  const marks = (found: Advised): string[] => [
    ...found.completeness.advice.map(({ mark }) => mark),
    ...found.languageFindings.map(({ mark }) => mark),
  ];
  const dismiss = (actor: Actor, id: string, mark: string, reason = 'It is a drill log.') =>
    askAs<{ it: { postmortem: Advised | null; userErrors: Refusal[] } }>(app, actor, DISMISS, {
      id,
      mark,
      reason,
    });

  it('is put aside with a reason, counts as met, and comes back when it is about more', async () => {
    const { id } = await aCase(app, { summary: '', sections: [{ heading: 'Recovery', body: '' }] });
    const before = await guidanceOf(id);
    const mark =
      before.completeness.advice.find(({ kind }) => kind === 'EMPTY_SECTION')?.mark ?? '';
    const { it: done } = await dismiss(writer, id, mark);
    expect(done.userErrors).toEqual([]);
    expect(done.postmortem?.completeness.met).toBe(before.completeness.met + 1);
    expect(done.postmortem?.completeness.advice.find((each) => each.mark === mark)).toMatchObject({
      dismissal: { reason: 'It is a drill log.', person: { name: 'Wei' } },
    });
    expect((await dismiss(writer, id, mark)).it.userErrors).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
    await app.write((tx) =>
      app.get(PostmortemService).update(tx, id, {
        sections: [
          { heading: 'Recovery', body: '' },
          { heading: 'Impact', body: '' },
        ],
      }),
    );
    expect(kindsOf(await guidanceOf(id))).toContain('EMPTY_SECTION');
  });

  it('of the language check is put aside as long as its sentence stays', async () => {
    const { id } = await aCase(app, { summary: 'It was human error.\n\nMore.' });
    const [found] = (await guidanceOf(id)).languageFindings;
    await dismiss(writer, id, found?.mark ?? '', 'It is the title of a talk.');
    const update = (summary: string) =>
      app.write((tx) => app.get(PostmortemService).update(tx, id, { summary }));
    await update('Something before.\n\nIt was human error.');
    expect((await guidanceOf(id)).languageFindings).toMatchObject([
      { dismissal: { reason: 'It is the title of a talk.' } },
    ]);
    await update('It was human error, as ever.');
    expect((await guidanceOf(id)).languageFindings).toMatchObject([{ dismissal: null }]);
  });

  it('is taken up again', async () => {
    const { id } = await aCase(app, { summary: '' });
    await dismiss(writer, id, 'NO_SUMMARY');
    const restore = () =>
      askAs<{ it: { postmortem: Advised | null; userErrors: Refusal[] } }>(app, writer, RESTORE, {
        id,
        mark: 'NO_SUMMARY',
      });
    const { it: done } = await restore();
    expect(done.postmortem && kindsOf(done.postmortem)).toContain('NO_SUMMARY');
    expect((await restore()).it.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['mark'] }]);
  });

  it('that is not there, without a reason or by somebody who may not write is refused', async () => {
    const { id } = await aCase(app, { summary: 'It was human error.' });
    const before = marks(await guidanceOf(id));
    expect((await dismiss(writer, id, 'NO_SUMMARY')).it.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'mark'] },
    ]);
    expect((await dismiss(writer, id, before[0] ?? '', ' ')).it.userErrors).toMatchObject([
      { code: 'VALIDATION', field: ['input', 'reason'] },
    ]);
    expect((await dismiss(viewer, id, before[0] ?? '')).it.userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const after = await guidanceOf(id);
    expect(after.completeness.advice.every(({ dismissal }) => dismissal === null)).toBe(true);
    expect(marks(after)).toEqual(before);
  });

  it('of a case that one may not read is not there', async () => {
    const { id } = await aCase(app, { summary: '', visibility: 'RESTRICTED' });
    expect((await dismiss(stranger, id, 'NO_SUMMARY')).it.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['postmortemId'] },
    ]);
  });
});
