import { Injectable } from '@nestjs/common';

import { kindOf, personIdOf } from '../../core/actor.js';
import { isTx, type Ctx } from '../../core/ctx.js';
import { defineStatement, isOneOf, isSqlite } from '../../infra/database/statement.js';
import { OutboxEntity } from '../../infra/database/outbox.entity.js';
import { PostmortemEntity } from './postmortem.entity.js';
import { onlyForSome, onlyReadable } from './postmortem.policy.js';

/** Of the cases that only some people may read, what concerns one search. */
export interface ClosedCases {
  /** Those that the actor may read. */
  readonly readable: ReadonlySet<string>;
  /** Those they may not read that some index may still know as they were when everybody saw them. */
  readonly hidden: ReadonlySet<string>;
}

/** Ids that are kept for all actors together: about 10 MB. */
const MOST_KEPT = 100_000;
/** What an answer counts besides its ids. */
const OVERHEAD = 10;

/**
 * Knows of each actor which of the cases they may read that only some may. That takes a look at all
 * of those, so that the answer is kept until the database has counted a change that can make a
 * difference (see the migration `AccessMark`).
 */
@Injectable()
export class ClosedCasesReader {
  readonly #kept = new Map<string, ReadonlySet<string>>();
  #size = 0;
  #mark: number | undefined;

  /** @param topics of the outbox, on which the indexes hear of changes */
  async of(ctx: Ctx, topics: readonly string[]): Promise<ClosedCases> {
    const rows = await state(ctx, { topics });
    const mark = rows.find((row) => row.mark !== null)?.mark ?? undefined;
    const readable = await this.#readable(ctx, mark);
    const hidden = rows.flatMap(({ id }) => (id === null || readable.has(id) ? [] : [id]));
    return { readable, hidden: new Set(hidden) };
  }

  async #readable(ctx: Ctx, mark: number | undefined): Promise<ReadonlySet<string>> {
    // What a transaction sees may never come to be.
    const isKept = mark !== undefined && !isTx(ctx);
    if (!isKept) return idsOf(ctx);
    if (mark !== this.#mark) this.#forgetAll(mark);
    const key = `${kindOf(ctx.actor)} ${personIdOf(ctx.actor) ?? ''}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    // Asked after the mark was, so that what comes between makes it too new and never too old.
    const readable = await idsOf(ctx);
    if (mark === this.#mark) this.#keep(key, readable);
    return readable;
  }

  #keep(key: string, readable: ReadonlySet<string>): void {
    if (this.#kept.has(key)) return;
    this.#size += readable.size + OVERHEAD;
    if (this.#size > MOST_KEPT) this.#forgetAll(this.#mark);
    this.#kept.set(key, readable);
  }

  #forgetAll(mark: number | undefined): void {
    this.#kept.clear();
    this.#size = 0;
    this.#mark = mark;
  }
}

async function idsOf(ctx: Ctx): Promise<ReadonlySet<string>> {
  const rows = await readableCases(ctx, { readerId: personIdOf(ctx.actor) });
  return new Set(rows.map(({ id }) => id));
}

/** Each part looks at what only some may read by an index that holds all it takes. */
const readableCases = defineStatement<{ id: string }>((db, actor) =>
  [`p.visibility = 'RESTRICTED'`, `p.status = 'DRAFT' AND p.visibility <> 'RESTRICTED'`].map(
    (kind) =>
      onlyReadable(
        db.createQueryBuilder(PostmortemEntity, 'p').select('p.id', 'id').where(kind),
        actor,
        'p',
      ),
  ),
);

/** How often access has changed, where the database counts that, and what the indexes have still to hear of. */
const state = defineStatement<{ id: string | null; mark: number | null }>((db) => {
  const pending = onlyForSome(db.createQueryBuilder(PostmortemEntity, 'p'), 'p')
    .select('p.id', 'id')
    .addSelect('NULL', 'mark')
    .innerJoin(OutboxEntity, 'o', `o.subjectId = p.id AND ${isOneOf(db, 'o.topic', 'topics')}`);
  if (!isSqlite(db)) return [pending];
  // Before the first change there is no row.
  const mark = db
    .createQueryBuilder()
    .select('NULL', 'id')
    .addSelect('coalesce(max(m.value), 0)', 'mark')
    .from('access_mark', 'm');
  return [pending, mark];
});
