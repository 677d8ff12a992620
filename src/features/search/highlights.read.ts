import type { EntityTarget, ObjectLiteral } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader } from '../../core/loader.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import { SectionEntity } from '../postmortem/postmortem.entity.js';
import { TimelineEventEntity } from '../timeline/timeline-event.entity.js';
import type { Fragment } from './highlight.js';
import type { FoundCase } from './search.service.js';

/** A stretch of a case in which the query was found. */
export interface Highlight {
  readonly field: string;
  readonly fragments: readonly Fragment[];
}

/** The most that one hit shows. */
const MOST = 4;

interface PartText {
  readonly postmortemId: string;
  readonly text: string;
}

/** The parts of a case that are looked through, in the order in which a reader wants to see them. */
const PARTS: readonly {
  readonly field: string;
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly property: string;
  /** Left out where this field has a highlight: it mostly repeats it. */
  readonly unless?: string;
}[] = [
  { field: 'body', entity: SectionEntity, property: 'body' },
  { field: 'timeline', entity: TimelineEventEntity, property: 'text' },
  {
    field: 'original',
    entity: TimelineEventEntity,
    property: 'original',
    unless: 'timeline',
  },
  { field: 'evidence', entity: TimelineEventEntity, property: 'evidence' },
  { field: 'factors', entity: FactorEntity, property: 'text' },
  { field: 'findings', entity: FindingEntity, property: 'text' },
  { field: 'actions', entity: ActionItemEntity, property: 'title' },
];

/** What made each of the cases on a page match, in its own words. One statement for each part, whatever the page size. */
export const highlightsOf = defineLoader(async (ctx, found: readonly FoundCase[]) => {
  const ids = [...new Set(found.map(({ postmortem }) => postmortem.id))];
  const parts = await Promise.all(
    PARTS.map(async ({ field, entity, property, unless }) => ({
      field,
      unless,
      texts: await textsOf(ctx, entity, property, ids),
    })),
  );
  return found.map((each) => {
    const { postmortem, highlighter } = each;
    const title = highlighter.whole(postmortem.title);
    const highlights: Highlight[] = title.some(({ matched }) => matched)
      ? [{ field: 'title', fragments: title }]
      : [];
    for (const fragments of highlighter.excerpts(postmortem.summary)) {
      highlights.push({ field: 'summary', fragments });
    }
    for (const { field, texts, unless } of parts) {
      if (highlights.some((highlight) => highlight.field === unless)) continue;
      for (const text of texts.get(postmortem.id) ?? []) {
        if (highlights.length >= MOST) return highlights;
        for (const fragments of highlighter.excerpts(text)) highlights.push({ field, fragments });
      }
    }
    return highlights;
  });
});

async function textsOf(
  ctx: Ctx,
  entity: EntityTarget<ObjectLiteral>,
  property: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await ctx.db
    .createQueryBuilder(entity, 'part')
    .select('part.postmortemId', 'postmortemId')
    .addSelect(`part.${property}`, 'text')
    .where('part.postmortemId IN (:...ids)', { ids })
    .andWhere(`part.${property} IS NOT NULL`)
    .orderBy('part.position')
    .getRawMany<PartText>();
  const texts = new Map<string, string[]>();
  for (const { postmortemId, text } of rows) {
    const of = texts.get(postmortemId);
    if (of) of.push(text);
    else texts.set(postmortemId, [text]);
  }
  return texts;
}
