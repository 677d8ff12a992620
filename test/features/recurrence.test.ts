import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Actor } from '../../src/core/actor.js';
import { ActionItemLifecycle } from '../../src/features/action-item/action-item-lifecycle.service.js';
import { ActionItemService } from '../../src/features/action-item/action-item.service.js';
import { CaseLinkService } from '../../src/features/case-link/case-link.service.js';
import { FactorService } from '../../src/features/factor/factor.service.js';
import { IncidentService } from '../../src/features/incident/incident.service.js';
import { PostmortemService } from '../../src/features/postmortem/postmortem.service.js';
import { ServiceCatalog } from '../../src/features/service-catalog/service.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { askAs } from '../support/ask-as.js';
import { ask, type Refusal } from '../support/client.js';
import { actingAs, aPerson, aTeam } from '../support/factory.js';
import { FakeClock } from '../support/fake-clock.js';
import { statementsOf } from '../support/statements.js';

interface Kin {
  readonly postmortem: { readonly id: string };
  readonly isLinked: boolean;
  readonly sharedFactors: string[];
  readonly sharedCategories: string[];
  readonly sharedServices: string[];
  readonly isSimilar: boolean;
  readonly actionCount: number;
  readonly actions: readonly {
    readonly actionItem: { readonly id: string; readonly status: string };
    readonly answer: { readonly answer: string; readonly person: { id: string } | null } | null;
  }[];
}
interface Counted {
  readonly weight: number;
  readonly effectCheckDue: boolean;
  readonly wouldHavePrevented: {
    readonly yes: number;
    readonly partly: number;
    readonly no: number;
  };
  readonly recurrenceAnswers: readonly { readonly postmortem: { readonly id: string } }[];
}

const KIN = `postmortem { id } isLinked sharedFactors sharedCategories sharedServices isSimilar
  actionCount actions { actionItem { id status } answer { answer person { id } } }`;
const KIN_OF = `query ($id: ID!, $first: Int) { kin: kinCases(postmortemId: $id, first: $first) { ${KIN} } }`;
const SINCE = `query ($id: ID!) { kin: casesSinceVerified(actionItemId: $id, first: 20) { ${KIN} } }`;
const COUNTED = `query ($id: ID!) { actionItem(id: $id) {
  weight effectCheckDue wouldHavePrevented { yes partly no } recurrenceAnswers { postmortem { id } } } }`;
const ANSWER = `mutation ($of: ID!, $item: ID!, $answer: PreventionAnswer!) {
  it: recurrenceAnswer(postmortemId: $of, actionItemId: $item, answer: $answer) {
    recurrenceAnswer { answer } userErrors { code field message } } }`;
const WITHDRAW = `mutation ($of: ID!, $item: ID!) {
  it: recurrenceAnswerWithdraw(postmortemId: $of, actionItemId: $item) {
    recurrenceAnswer { answer } userErrors { code field message } } }`;

const clock = new FakeClock();
let app: TestApp;
let insider: Actor;
let insiderId: string;
let outsider: Actor;
let outsiderId: string;
let viewer: Actor;
beforeAll(async () => {
  clock.set(Date.parse('2026-03-01T00:00:00Z'));
  app = await startApp({ clock });
  ({ id: insiderId } = await aPerson(app));
  insider = actingAs({ id: insiderId });
  ({ id: outsiderId } = await aPerson(app, 'Oona'));
  outsider = actingAs({ id: outsiderId });
  viewer = actingAs(await aPerson(app, 'Vera'), 'VIEWER');
});
afterAll(async () => {
  await app.close();
});

interface Plan {
  readonly category?: 'INTERNAL_MISCONFIGURATION' | 'EXTERNAL_HARDWARE' | 'UNKNOWN';
  readonly factor?: string;
  readonly serviceId?: string;
  readonly startedAt?: string;
  readonly dueOn?: string;
  readonly isSecret?: boolean;
  readonly withAction?: boolean;
}

let count = 0;

/** A case that is like no other, but for what is asked. */
async function made(plan: Plan = {}): Promise<{ id: string; item: string }> {
  count += 1;
  const {
    category,
    factor,
    serviceId,
    startedAt,
    dueOn,
    isSecret = false,
    withAction = true,
  } = plan;
  return app.write(async (tx) => {
    const incident =
      serviceId === undefined && startedAt === undefined
        ? null
        : await app.get(IncidentService).create(tx, {
            title: `Outage ${count}`,
            ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt) }),
            ...(serviceId === undefined ? {} : { services: [{ serviceId }] }),
          });
    const { id } = await app.get(PostmortemService).create(tx, {
      title: `q${'abcdefghij'.charAt(count % 10).repeat(9)}${count}`,
      language: 'en',
      ...(incident ? { incidentIds: [incident.id] } : {}),
    });
    if (category !== undefined || factor !== undefined) {
      await app.get(FactorService).create(tx, id, {
        kind: 'ROOT_CAUSE',
        text: factor ?? `x${count}`,
        category: category ?? null,
      });
    }
    let item = '';
    if (withAction) {
      const values = { postmortemId: id, title: `y${count}`, dueOn: dueOn ?? null };
      ({ id: item } = await app.get(ActionItemService).create(tx, values));
    }
    if (isSecret) {
      const readers = [{ personId: insiderId }];
      await app.get(PostmortemService).update(tx, id, { visibility: 'RESTRICTED', readers });
    }
    return { id, item };
  });
}

const linkCases = (from: string, toId: string): Promise<unknown> =>
  app.write((tx) => app.get(CaseLinkService).link(tx, from, { toId, kind: 'SAME_FACTOR' }));

const kinOf = async (id: string, actor: Actor = insider, first = 20): Promise<Kin[]> => {
  // Those that are alike are kin too, as soon as the index has heard of them.
  await app.platform.outbox.drained();
  return (await askAs<{ kin: Kin[] }>(app, actor, KIN_OF, { id, first })).kin;
};

const counted = async (id: string, actor: Actor = insider): Promise<Counted> =>
  (await askAs<{ actionItem: Counted }>(app, actor, COUNTED, { id })).actionItem;

async function say(
  of: string,
  item: string,
  answer: string | null,
  actor: Actor = insider,
): Promise<string[]> {
  const { it: answered } = await askAs<{ it: { userErrors: Refusal[] } }>(
    app,
    actor,
    answer === null ? WITHDRAW : ANSWER,
    { of, item, ...(answer === null ? {} : { answer }) },
  );
  return answered.userErrors.map(({ code }) => code);
}

describe('the kin of a case', () => {
  it('are found by a link, a factor, a category and a service, each with its reasons', async () => {
    const service = await app.write((tx) => app.get(ServiceCatalog).create(tx, { name: 'ledger' }));
    const here = await made({
      category: 'INTERNAL_MISCONFIGURATION',
      factor: 'The limit was left at its default',
      serviceId: service.id,
    });
    const byLink = await made();
    await linkCases(byLink.id, here.id);
    const byFactor = await made({ factor: 'The limit was left at its default' });
    const byCategory = await made({ category: 'INTERNAL_MISCONFIGURATION' });
    const byService = await made({ serviceId: service.id });
    await made({ category: 'EXTERNAL_HARDWARE' });
    const found = new Map((await kinOf(here.id)).map((kin) => [kin.postmortem.id, kin]));
    expect(found.get(byLink.id)).toMatchObject({ isLinked: true, sharedServices: [] });
    expect(found.get(byFactor.id)).toMatchObject({
      isLinked: false,
      sharedFactors: ['The limit was left at its default'],
    });
    expect(found.get(byCategory.id)).toMatchObject({
      sharedCategories: ['INTERNAL_MISCONFIGURATION'],
    });
    expect(found.get(byService.id)).toMatchObject({
      sharedServices: ['ledger'],
      actionCount: 1,
      actions: [{ actionItem: { id: byService.item, status: 'PROPOSED' }, answer: null }],
    });
    expect(found.size).toBe(4);
  });

  it('stand with what is late first, and without those that have nothing undone', async () => {
    const factor = 'The certificate ran out';
    const here = await made({ factor });
    const open = await made({ factor });
    const late = await made({ factor, dueOn: '2026-02-01' });
    await made({ factor, withAction: false });
    const ids = (await kinOf(here.id)).map(({ postmortem }) => postmortem.id);
    expect(ids).toEqual([late.id, open.id]);
    expect(await kinOf(here.id, insider, 1)).toHaveLength(1);
  });

  it('are not found by a category that says nothing', async () => {
    const here = await made({ category: 'UNKNOWN' });
    await made({ category: 'UNKNOWN' });
    expect(await kinOf(here.id)).toEqual([]);
  });

  it('that are restricted are there for their readers only, whatever they were found by', async () => {
    const factor = 'A secret was in the log';
    const here = await made({ factor });
    const secret = await made({ factor, isSecret: true });
    await linkCases(here.id, secret.id);
    expect(await kinOf(here.id)).toHaveLength(1);
    expect(await kinOf(here.id, outsider)).toEqual([]);
    await expect(kinOf(secret.id, outsider)).rejects.toThrow('NOT_FOUND');
  });

  it('take as many statements for many as for few', async () => {
    const factor = 'Everything at once';
    const here = await made({ factor });
    await made({ factor });
    const asked = (): Promise<string[]> =>
      statementsOf(app, () => ask(app, KIN_OF, { id: here.id, first: 20 }));
    await app.platform.outbox.drained();
    const few = await asked();
    for (let n = 0; n < 6; n += 1) await made({ factor });
    expect((await asked()).length).toBe(few.length);
  });
});

describe('whether an action would have prevented a case', () => {
  it('is answered once for each case, changed, counted, and taken back', async () => {
    const [earlier, here, other] = [await made(), await made(), await made()];
    await linkCases(here.id, earlier.id);
    expect(await say(here.id, earlier.item, 'NO', outsider)).toEqual([]);
    expect(await counted(earlier.item)).toMatchObject({ weight: 1, wouldHavePrevented: { no: 1 } });
    expect(await say(here.id, earlier.item, 'YES')).toEqual([]);
    expect(await say(other.id, earlier.item, 'PARTLY')).toEqual([]);
    expect((await kinOf(here.id))[0]?.actions[0]?.answer).toEqual({
      answer: 'YES',
      person: { id: insiderId },
    });
    expect(await counted(earlier.item)).toEqual({
      weight: 3,
      effectCheckDue: false,
      wouldHavePrevented: { yes: 1, partly: 1, no: 0 },
      recurrenceAnswers: [{ postmortem: { id: other.id } }, { postmortem: { id: here.id } }],
    });
    expect(await say(here.id, earlier.item, null)).toEqual([]);
    expect(await say(here.id, earlier.item, null)).toEqual(['NOT_FOUND']);
    expect((await counted(earlier.item)).weight).toBe(2);
  });

  it('is for those who may write the case, about actions of other cases', async () => {
    const [earlier, here] = [await made(), await made()];
    expect(await say(here.id, earlier.item, 'YES', viewer)).toEqual(['FORBIDDEN']);
    expect(await say(here.id, here.item, 'YES')).toEqual(['VALIDATION']);
    expect(await say(here.id, here.id, 'YES')).toEqual(['NOT_FOUND']);
    expect(await counted(earlier.item)).toMatchObject({ weight: 1, recurrenceAnswers: [] });
  });

  it('said of a restricted case counts nowhere for others', async () => {
    const [earlier, secret] = [await made(), await made({ isSecret: true })];
    expect(await say(secret.id, earlier.item, 'YES', outsider)).toEqual(['NOT_FOUND']);
    expect(await say(earlier.id, secret.item, 'YES', outsider)).toEqual(['NOT_FOUND']);
    expect(await say(secret.id, earlier.item, 'YES')).toEqual([]);
    expect(await counted(earlier.item)).toMatchObject({
      weight: 2,
      wouldHavePrevented: { yes: 1 },
    });
    expect(await counted(earlier.item, outsider)).toEqual({
      weight: 1,
      effectCheckDue: false,
      wouldHavePrevented: { yes: 0, partly: 0, no: 0 },
      recurrenceAnswers: [],
    });
  });
});

describe('the effect check', () => {
  it('falls due, and shows the kin that have begun since the action was verified', async () => {
    const factor = 'The disk was full';
    const team = await aTeam(app);
    const { id, item } = await made({ factor });
    const before = await made({ factor, startedAt: '2026-02-20T00:00:00Z' });
    const lifecycle = app.get(ActionItemLifecycle);
    await app.write(async (tx) => {
      const promise = { ownerId: insiderId, teamId: team.id, dueOn: '2026-03-05' };
      await lifecycle.commit(tx, item, { ...promise, doneWhen: 'The disk is below 80 %' });
      await lifecycle.complete(tx, item, { evidence: 'It is' });
    });
    const sinceFor = async (actor: Actor): Promise<string[]> =>
      (await askAs<{ kin: Kin[] }>(app, actor, SINCE, { id: item })).kin.map(
        ({ postmortem }) => postmortem.id,
      );
    expect(await sinceFor(insider)).toEqual([]);
    await app.write((tx) =>
      lifecycle.verify(tx, item, { verifierId: outsiderId, effectCheckOn: '2026-04-01' }),
    );
    clock.set(Date.parse('2026-03-20T00:00:00Z'));
    expect((await counted(item)).effectCheckDue).toBe(false);
    const after = await made({ factor, startedAt: '2026-03-15T00:00:00Z', withAction: false });
    const secret = await made({ factor, startedAt: '2026-03-16T00:00:00Z', isSecret: true });
    clock.set(Date.parse('2026-04-01T00:00:00Z'));
    expect((await counted(item)).effectCheckDue).toBe(true);
    expect((await sinceFor(insider)).sort()).toEqual([after.id, secret.id].sort());
    expect(await sinceFor(outsider)).toEqual([after.id]);
    expect(await sinceFor(insider)).not.toContain(before.id);
    expect(await sinceFor(insider)).not.toContain(id);
  });
});
