import type { EntityTarget, ObjectLiteral } from 'typeorm';

import type { Ctx } from '../../core/ctx.js';
import { defineLoader } from '../../core/loader.js';
import { defineStatement, isOneOf } from '../../infra/database/statement.js';
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
  readonly field: string;
  readonly position: number;
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

const textsOfCases = defineStatement<PartText>((db) =>
  PARTS.map(({ field, entity, property }) =>
    db
      .createQueryBuilder(entity, 'part')
      .select('part.postmortemId', 'postmortemId')
      .addSelect(`'${field}'`, 'field')
      .addSelect('part.position', 'position')
      .addSelect(`part.${property}`, 'text')
      .where(isOneOf(db, 'part.postmortemId', 'ids'))
      .andWhere(`part.${property} IS NOT NULL`),
  ),
);

/** What made each of the cases on a page match, in its own words. One statement whatever the page size. */
export const highlightsOf = defineLoader(async (ctx, found: readonly FoundCase[]) => {
  const texts = await textsByCase(ctx, [...new Set(found.map(({ postmortem }) => postmortem.id))]);
  return found.map(({ postmortem, highlighter }) => {
    const title = highlighter.whole(postmortem.title);
    const highlights: Highlight[] = title.some(({ matched }) => matched)
      ? [{ field: 'title', fragments: title }]
      : [];
    for (const fragments of highlighter.excerpts(postmortem.summary)) {
      highlights.push({ field: 'summary', fragments });
    }
    const parts = texts.get(postmortem.id) ?? [];
    for (const { field, unless } of PARTS) {
      if (highlights.some((highlight) => highlight.field === unless)) continue;
      for (const { text } of parts.filter((part) => part.field === field)) {
        if (highlights.length >= MOST) return highlights;
        for (const fragments of highlighter.excerpts(text)) highlights.push({ field, fragments });
      }
    }
    return highlights;
  });
});

async function textsByCase(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PartText[]>> {
  const texts = new Map<string, PartText[]>();
  for (const part of await textsOfCases(ctx, { ids })) {
    const of = texts.get(part.postmortemId);
    if (of) of.push(part);
    else texts.set(part.postmortemId, [part]);
  }
  for (const parts of texts.values()) parts.sort((a, b) => a.position - b.position);
  return texts;
}
