import { insertRows } from '../../src/infra/database/insert.js';
import {
  InternalWordsEntity,
  PublicEditionEntity,
  PublicEditionVersionEntity,
} from '../../src/features/public-edition/public-edition.entity.js';
import { WORDS_ID } from '../../src/features/public-edition/public-edition.loaders.js';
import { newId } from '../../src/core/ids.js';
import type { TestApp } from './app.js';
import type { World } from './world.js';
import { canary, type CaseName } from './world-cases.js';

/** The setting by which editions are served. */
export const SERVED = { FUPAN_PUBLIC_EDITIONS: 'on' };

/** By what the page of an edition would be addressed. */
export const editionToken = (name: CaseName): string => name.padEnd(43, 'x');

/**
 * Gives every case an edition that is out, as if it had been open once; the author edited it last.
 * Those of the cases that are closed now are nobody's to see but of those who see the case.
 */
export async function makeEditions(
  app: TestApp,
  cases: World['cases'],
  editorId: string,
): Promise<void> {
  await app.write(async (tx) => {
    const now = tx.clock.now();
    const words = [{ word: 'gateway', instead: 'front door' }];
    await insertRows(tx, InternalWordsEntity, [{ id: WORDS_ID, version: 1, words }]);
    for (const [caseName, { postmortem, event }] of Object.entries(cases)) {
      const name = caseName as CaseName;
      const id = newId();
      const said = (place: string) => ({
        title: canary(name, `${place}title`),
        text: `${canary(name, place)}\n\n## ${canary(name, `${place}heading`)}\n\nhelp@shop.example`,
        language: 'en' as const,
      });
      const edition: PublicEditionEntity = {
        ...{ id, version: 1, postmortemId: postmortem, status: 'DRAFT', isListed: 1 },
        ...said('edition'),
        token: editionToken(name),
        choices: {
          omittedSections: [canary(name, 'heading')],
          omittedEventIds: [event],
          withActionDetails: true,
          withFindings: true,
          withPractices: true,
        },
        ...{ caseRevision: 1, publicNumber: 1, editorId, editedAt: now },
        ...{ approverId: editorId, approvedAt: now },
      };
      await insertRows(tx, PublicEditionEntity, [edition]);
      await insertRows(tx, PublicEditionVersionEntity, [
        { id: newId(), editionId: id, number: 1, publishedAt: now, ...said('outedition') },
      ]);
    }
  });
}

/** Of every case its edition. */
export async function labelsOfEditions(
  app: TestApp,
  cases: World['cases'],
): Promise<[string, string][]> {
  const { read } = app.platform.database;
  const of = Object.entries(cases).map(async ([name, { postmortem: postmortemId }]) => {
    const { id } = await read.findOneByOrFail(PublicEditionEntity, { postmortemId });
    return [`edition of ${name}`, id] as [string, string];
  });
  return Promise.all(of);
}
