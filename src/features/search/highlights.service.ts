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
import { SearchedText, type Fragment, type Highlighter } from './highlight.js';
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
  readonly title: SearchedText;
  readonly summary: SearchedText;
  /** By the field of `PARTS`, in the order of the case. */
  readonly parts: ReadonlyMap<string, readonly SearchedText[]>;
  /** Of all of them, in UTF-16 code units. */
  readonly length: number;
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

/**
 * Texts of cases that are kept, in UTF-16 code units of all together: at most about 16 MB of English,
 * as they are and as they are searched, and twice that of Chinese.
 */
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
    sizeCalculation: ({ length }) => length + OVERHEAD,
  });

  /** What made each of the cases on a page match, in its own words. One statement whatever the page size. */
  readonly of = defineLoader(async (ctx, found: readonly FoundCase[]) => {
    const texts = await this.#texts(
      ctx,
      found.map(({ postmortem }) => postmortem),
    );
    return found.map(({ postmortem, highlighter }) => {
      const searched = texts.get(postmortem.id);
      return searched === undefined ? [] : highlightsIn(searched, highlighter);
    });
  });

  /** @param cases that the caller may read, as they are now */
  async #texts(
    ctx: Ctx,
    cases: readonly PostmortemEntity[],
  ): Promise<ReadonlyMap<string, CaseTexts>> {
    const texts = new Map<string, CaseTexts>();
    const missing = new Map<string, PartText[]>();
    for (const { id, searchStamp } of cases) {
      const kept = this.#kept.get(id);
      if (kept?.stamp === searchStamp) texts.set(id, kept);
      else missing.set(id, []);
    }
    if (missing.size === 0) return texts;
    for (const part of await textsOfCases(ctx, { ids: [...missing.keys()] })) {
      missing.get(part.postmortemId)?.push(part);
    }
    for (const one of cases) {
      const parts = missing.get(one.id);
      if (parts === undefined || texts.has(one.id)) continue;
      const read = caseTexts(one, parts);
      texts.set(one.id, read);
      // Read after the case was: they may be newer than its stamp says, and are then read again. What
      // a transaction sees may never come to be, and its stamp be given once more.
      if (!isTx(ctx)) this.#kept.set(one.id, read);
    }
    return texts;
  }
}

function caseTexts(
  { searchStamp: stamp, title, summary }: PostmortemEntity,
  parts: readonly PartText[],
): CaseTexts {
  const inOrder = [...parts].sort((a, b) => a.position - b.position);
  return {
    stamp,
    title: new SearchedText(title),
    summary: new SearchedText(summary),
    parts: new Map(
      PARTS.map(({ field }) => [
        field,
        inOrder.flatMap((part) => (part.field === field ? [new SearchedText(part.text)] : [])),
      ]),
    ),
    length: parts.reduce((sum, { text }) => sum + text.length, title.length + summary.length),
  };
}

function highlightsIn(searched: CaseTexts, highlighter: Highlighter): Highlight[] {
  const title = highlighter.whole(searched.title);
  const highlights: Highlight[] = title.some(({ matched }) => matched)
    ? [{ field: 'title', fragments: title }]
    : [];
  for (const fragments of highlighter.excerpts(searched.summary)) {
    highlights.push({ field: 'summary', fragments });
  }
  for (const { field, unless } of PARTS) {
    if (highlights.some((highlight) => highlight.field === unless)) continue;
    for (const text of searched.parts.get(field) ?? []) {
      if (highlights.length >= MOST) return highlights;
      for (const fragments of highlighter.excerpts(text)) highlights.push({ field, fragments });
    }
  }
  return highlights;
}
