import { newId } from '../../src/core/ids.js';
import { insertRows } from '../../src/infra/database/insert.js';
import { ActionLinkEntity } from '../../src/features/action-link/action-link.entity.js';
import { ActionLinks } from '../../src/features/action-link/action-link.service.js';
import { Guidance } from '../../src/features/guidance/guidance.service.js';
import { InitiativeActions } from '../../src/features/initiative/initiative-actions.service.js';
import { InitiativeLifecycle } from '../../src/features/initiative/initiative-lifecycle.service.js';
import { Initiatives } from '../../src/features/initiative/initiative.service.js';
import { PostmortemEntity } from '../../src/features/postmortem/postmortem.entity.js';
import { Recurrences } from '../../src/features/recurrence/recurrence.service.js';
import { SignOffEntity } from '../../src/features/sign-off/sign-off.entity.js';
import type { TestApp } from './app.js';
import type { World } from './world.js';
import { holdReviews, labelsOfReviews } from './world-reviews.js';
import { canary, type CaseName } from './world-cases.js';

type Cases = World['cases'];

/** Ties actions together across all cases, and has meetings review them. */
export async function tieActions(
  app: TestApp,
  cases: Cases,
  { member, facilitator }: Pick<World['people'], 'member' | 'facilitator'>,
  teamId: string,
): Promise<void> {
  const values = { teamId, ownerId: member.id };
  await linkActions(app, cases, values);
  await gatherActions(app, cases, values);
  await holdReviews(app, cases, { teamId, facilitatorId: facilitator.id });
}

/**
 * Has the same idea come up in every case, and prevent every other one, so that no link is the reason
 * why one is found and another not; and has
 * in each some advice put aside, and a team that agrees with reservations.
 */
async function linkActions(
  app: TestApp,
  cases: Cases,
  { teamId, ownerId }: { readonly teamId: string; readonly ownerId: string },
): Promise<void> {
  await app.write(async (tx) => {
    for (const [fromId, otherId] of pairs(cases)) {
      await app.get(ActionLinks).link(tx, fromId, { otherId, kind: 'SAME_IDEA' });
    }
    for (const [name, { postmortem }] of Object.entries(cases)) {
      const reason = canary(name as CaseName, 'dismissal');
      await insertRows(tx, SignOffEntity, [
        {
          ...{ id: newId(), postmortemId: postmortem, teamId, verdict: 'AGREED_WITH_RESERVATIONS' },
          ...{ reservations: canary(name as CaseName, 'reservations'), revision: 1 },
          ...{ personId: ownerId, recorderId: ownerId, at: tx.clock.now() },
        },
      ]);
      const guidance = app.get(Guidance);
      const row = await tx.db.findOneByOrFail(PostmortemEntity, { id: postmortem });
      const [blaming] = await guidance.language(tx, row);
      await guidance.dismiss(tx, postmortem, { mark: blaming?.mark ?? '', reason });
      await guidance.dismiss(tx, postmortem, { mark: 'IMPACT_WITHOUT_NUMBER', reason });
      for (const { postmortem: other, actions } of Object.values(cases)) {
        if (other === postmortem) continue;
        await app.get(Recurrences).answer(tx, postmortem, actions['PAUSED'] ?? '', 'YES');
      }
    }
  });
}

/** Has one initiative gather two action items of every case, and another one be over. */
async function gatherActions(
  app: TestApp,
  cases: Cases,
  values: { readonly teamId: string; readonly ownerId: string },
): Promise<void> {
  const [initiatives, moves] = [app.get(Initiatives), app.get(InitiativeLifecycle)];
  await app.write(async (tx) => {
    const pools = { title: 'Bound every pool', goal: 'None **overflows**', targetOn: '2025-01-31' };
    const { id } = await initiatives.create(tx, { ...pools, ...values });
    await moves.start(tx, id, {});
    const actionItemIds = Object.values(cases).flatMap(({ actions }) =>
      ['DONE', 'PAUSED'].map((status) => actions[status] ?? ''),
    );
    await app.get(InitiativeActions).add(tx, id, { actionItemIds });
    const over = await initiatives.create(tx, { title: 'Move to another region' });
    await moves.drop(tx, over.id, { reason: 'The providers differ too little' });
  });
}

/** The ids of the initiatives by what the world calls them. */
async function labelsOfInitiatives(app: TestApp): Promise<[string, string][]> {
  const idOf = async (key: string) =>
    (await app.get(Initiatives).find(app.ctx(), { key }))?.id ?? '';
  return [
    ['initiative pools', await idOf('INI-1')],
    ['initiative over', await idOf('INI-2')],
  ];
}

/**
 * Of every case the link from or to another one that everybody may read, if that may be read at all;
 * and the initiatives.
 */
export async function labelsOfActions(app: TestApp, cases: Cases): Promise<[string, string][]> {
  const links = await app.platform.database.read.find(ActionLinkEntity);
  const found = Object.entries(cases).flatMap(([name, { actions }]): [string, string][] => {
    const beside = cases[name === 'published' ? 'archived' : 'published']?.actions['PAUSED'];
    const ends = [actions['PAUSED'], beside];
    const link = links.find(({ fromId, toId }) => ends.includes(fromId) && ends.includes(toId));
    return link ? [[`action link of ${name}`, link.id]] : [];
  });
  return [...found, ...(await labelsOfInitiatives(app)), ...(await labelsOfReviews(app, cases))];
}

function pairs(cases: Cases): [string, string][] {
  const ids = Object.values(cases).map(({ actions }) => actions['PAUSED'] ?? '');
  return ids.flatMap((id, at) => ids.slice(at + 1).map((other): [string, string] => [id, other]));
}
