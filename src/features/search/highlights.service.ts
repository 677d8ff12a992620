import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

import { isTx, type Ctx } from '../../core/ctx.js';
import { defineLoader } from '../../core/loader.js';
import { defineStatement, isOneOf } from '../../infra/database/statement.js';
import { ActionItemEntity } from '../action-item/action-item.entity.js';
import { FactorEntity } from '../factor/factor.entity.js';
import { FindingEntity } from '../finding/finding.entity.js';
import { SectionEntity, type PostmortemEntity } from '../postmortem/postmortem.entity.js';
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

/** The texts of a case as of one of its stamps, which grows with every change of them. */
interface CaseTexts {
  readonly stamp: number;
  readonly parts: readonly PartText[];
}

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

/** Texts of cases that are kept, in UTF-16 code units of all together: at most about 16 MB. */
const MOST_KEPT = 8_000_000;
/** What a case counts besides its texts. */
const OVERHEAD = 500;

/**
 * Shows what made cases match. Who types finds mostly the same cases with every letter, so that the
 * texts of the last ones are kept until their case changes.
 */
@Injectable()
export class Highlights {
  readonly #kept = new LRUCache<string, CaseTexts>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ parts }) => parts.reduce((sum, { text }) => sum + text.length, OVERHEAD),
  });

  /** What made each of the cases on a page match, in its own words. One statement whatever the page size. */
  readonly of = defineLoader(async (ctx, found: readonly FoundCase[]) => {
    const texts = await this.#texts(
      ctx,
      found.map(({ postmortem }) => postmortem),
    );
    return found.map((each) => highlightsIn(each, texts.get(each.postmortem.id) ?? []));
  });

  /** @param cases that the caller may read, as they are now */
  async #texts(
    ctx: Ctx,
    cases: readonly PostmortemEntity[],
  ): Promise<Map<string, readonly PartText[]>> {
    const texts = new Map<string, readonly PartText[]>();
    const missing = new Map<string, PartText[]>();
    for (const { id, searchStamp } of cases) {
      const kept = this.#kept.get(id);
      if (kept?.stamp === searchStamp) texts.set(id, kept.parts);
      else missing.set(id, []);
    }
    if (missing.size === 0) return texts;
    for (const part of await textsOfCases(ctx, { ids: [...missing.keys()] })) {
      missing.get(part.postmortemId)?.push(part);
    }
    for (const { id, searchStamp: stamp } of cases) {
      const parts = missing.get(id);
      if (parts === undefined || texts.has(id)) continue;
      parts.sort((a, b) => a.position - b.position);
      texts.set(id, parts);
      // Read after the case was: they may be newer than its stamp says, and are then read again. What
      // a transaction sees may never come to be, and its stamp be given once more.
      if (!isTx(ctx)) this.#kept.set(id, { stamp, parts });
    }
    return texts;
  }
}

function highlightsIn(
  { postmortem, highlighter }: FoundCase,
  parts: readonly PartText[],
): Highlight[] {
  const title = highlighter.whole(postmortem.title);
  const highlights: Highlight[] = title.some(({ matched }) => matched)
    ? [{ field: 'title', fragments: title }]
    : [];
  for (const fragments of highlighter.excerpts(postmortem.summary)) {
    highlights.push({ field: 'summary', fragments });
  }
  for (const { field, unless } of PARTS) {
    if (highlights.some((highlight) => highlight.field === unless)) continue;
    for (const { text } of parts.filter((part) => part.field === field)) {
      if (highlights.length >= MOST) return highlights;
      for (const fragments of highlighter.excerpts(text)) highlights.push({ field, fragments });
    }
  }
  return highlights;
}
