import { In } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader, groupedBy } from '../../core/loader.js';
import type { CaseDocument } from '../case-file/case-document.js';
import { CaseReader } from '../library/case-reader.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { timelineOf } from '../timeline/timeline.loaders.js';
import type { InternalWord } from './edition-rules.js';
import type { KnownPerson } from './people-terms.js';
import {
  InternalWordsEntity,
  PublicEditionEntity,
  PublicEditionVersionEntity,
} from './public-edition.entity.js';

/** People whose names are looked for; more do not write one library. */
const MOST_PEOPLE = 20_000;
/** The one row of the words. */
export const WORDS_ID = 'words';

const reader = new CaseReader();

/** The public edition of a case that the caller has; null where there is none. */
export const publicEditionOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const rows = await ctx.db.findBy(PublicEditionEntity, { postmortemId: In([...postmortemIds]) });
  return groupedBy(rows, postmortemIds, (row): string => row.postmortemId).map(
    ([row]) => row ?? null,
  );
});

/** The version of an edition that is out. */
export const publicVersionOf = defineLoader(
  async (ctx, editions: readonly PublicEditionEntity[]) => {
    const out = editions.flatMap(({ id: editionId, publicNumber: number }) =>
      number === null ? [] : [{ editionId, number }],
    );
    const rows = out.length === 0 ? [] : await ctx.db.findBy(PublicEditionVersionEntity, out);
    return editions.map(({ id }) => rows.find(({ editionId }) => editionId === id) ?? null);
  },
);

/** What the edition of a case is made from. */
export interface EditionSource {
  readonly document: CaseDocument;
  /** The ids of the entries of its timeline, in their order. */
  readonly eventIds: readonly string[];
  readonly revision: number;
}

/** What the editions of cases that the caller has are made from; null for a case that is gone. */
export const editionSourceOf = defineLoader(async (ctx, postmortemIds: readonly string[]) => {
  const cases = await reader.read(ctx.db, postmortemIds);
  const timelines = await Promise.all(postmortemIds.map((id) => timelineOf(ctx).load(id)));
  return postmortemIds.map((id, at): EditionSource | null => {
    const found = cases.find(({ row }) => row.id === id);
    if (!found) return null;
    const eventIds = (timelines[at] ?? []).map((event) => event.id);
    return { document: found.document, eventIds, revision: found.row.revision };
  });
});

/** Everybody whom fupan knows, also those who have left. For the program itself. */
export async function knownPeople(ctx: Ctx): Promise<KnownPerson[]> {
  return ctx.db.find(PersonEntity, {
    select: { id: true, name: true, email: true },
    order: { id: 'ASC' },
    take: MOST_PEOPLE,
  });
}

/** The words that stay inside. For the program itself: who may see them is asked at the door. */
export async function internalWordsOf(ctx: Ctx): Promise<InternalWordsEntity> {
  const found = await ctx.db.findOneBy(InternalWordsEntity, { id: WORDS_ID });
  return found ?? { id: WORDS_ID, version: 0, words: [] satisfies InternalWord[] };
}
