import { ActionLinkEntity } from '../../src/features/action-link/action-link.entity.js';
import { ActionLinks } from '../../src/features/action-link/action-link.service.js';
import { Recurrences } from '../../src/features/recurrence/recurrence.service.js';
import type { TestApp } from './app.js';
import type { World } from './world.js';

type Cases = World['cases'];

/** Has the same idea come up in every case, and prevent every other one, so that no link is the reason why one is found and another not. */
export async function linkActions(app: TestApp, cases: Cases): Promise<void> {
  await app.write(async (tx) => {
    for (const [fromId, otherId] of pairs(cases)) {
      await app.get(ActionLinks).link(tx, fromId, { otherId, kind: 'SAME_IDEA' });
    }
    for (const { postmortem } of Object.values(cases)) {
      for (const { postmortem: other, actions } of Object.values(cases)) {
        if (other === postmortem) continue;
        await app.get(Recurrences).answer(tx, postmortem, actions['PAUSED'] ?? '', 'YES');
      }
    }
  });
}

/** Of every case the link from or to another one that everybody may read, if that may be read at all. */
export async function labelsOfActions(app: TestApp, cases: Cases): Promise<[string, string][]> {
  const links = await app.platform.database.read.find(ActionLinkEntity);
  return Object.entries(cases).flatMap(([name, { actions }]): [string, string][] => {
    const beside = cases[name === 'published' ? 'archived' : 'published']?.actions['PAUSED'];
    const ends = [actions['PAUSED'], beside];
    const link = links.find(({ fromId, toId }) => ends.includes(fromId) && ends.includes(toId));
    return link ? [[`action link of ${name}`, link.id]] : [];
  });
}

function pairs(cases: Cases): [string, string][] {
  const ids = Object.values(cases).map(({ actions }) => actions['PAUSED'] ?? '');
  return ids.flatMap((id, at) => ids.slice(at + 1).map((other): [string, string] => [id, other]));
}
