import type { Ctx } from '../../core/ctx.js';
import type { ActionItemEntity } from '../action-item/action-item.entity.js';
import { readableActionItems } from '../action-item/action-item.loaders.js';
import type { Ref } from '../case-file/improvement-file.js';
import { InitiativeEntity } from '../initiative/initiative.entity.js';
import { PostmortemEntity } from '../postmortem/postmortem.entity.js';
import { onlyReadable } from '../postmortem/postmortem.policy.js';

/** What a reference can lead to. */
export type CaseTarget = Pick<PostmortemEntity, 'id' | 'key' | 'title'>;
export type ActionTarget = Pick<ActionItemEntity, 'id' | 'key' | 'title' | 'postmortemId'>;
export type InitiativeTarget = Pick<InitiativeEntity, 'id' | 'key' | 'title' | 'status'>;

/** References that are looked up at a stretch; a statement takes so many parameters. */
const AT_ONCE = 1_000;

/** Finds what references lead to, as far as whoever asks may read it. */
export class ReferenceBook<Found extends CaseTarget> {
  readonly #byId: ReadonlyMap<string, Found>;
  readonly #byKey: ReadonlyMap<string, Found>;

  private constructor(found: readonly Found[]) {
    this.#byId = new Map(found.map((each) => [each.id, each]));
    this.#byKey = new Map(found.map((each) => [each.key, each]));
  }

  static async ofActions(ctx: Ctx, refs: readonly Ref[]): Promise<ReferenceBook<ActionTarget>> {
    return new ReferenceBook(
      await inPortions(refs, (ids, keys) =>
        readableActionItems(ctx)
          .select(['a.id', 'a.key', 'a.title', 'a.postmortemId'])
          .andWhere('(a.id IN (:...ids) OR a.key IN (:...keys))', { ids, keys })
          .getMany(),
      ),
    );
  }

  static async ofCases(ctx: Ctx, refs: readonly Ref[]): Promise<ReferenceBook<CaseTarget>> {
    return new ReferenceBook(
      await inPortions(refs, (ids, keys) =>
        onlyReadable(ctx.db.createQueryBuilder(PostmortemEntity, 'p'), ctx.actor, 'p')
          .select(['p.id', 'p.key', 'p.title'])
          .andWhere('(p.id IN (:...ids) OR p.key IN (:...keys))', { ids, keys })
          .getMany(),
      ),
    );
  }

  static async ofInitiatives(
    ctx: Ctx,
    refs: readonly Ref[],
  ): Promise<ReferenceBook<InitiativeTarget>> {
    return new ReferenceBook(
      await inPortions(refs, (ids, keys) =>
        ctx.db
          .createQueryBuilder(InitiativeEntity, 'i')
          .select(['i.id', 'i.key', 'i.title', 'i.status'])
          .where('(i.id IN (:...ids) OR i.key IN (:...keys))', { ids, keys })
          .getMany(),
      ),
    );
  }

  /** The keys of all that was found. */
  keys(): Iterable<string> {
    return this.#byKey.keys();
  }

  /** By its id, else by its key; where a title is said, it must be the same. */
  find({ id = '', key = '', title }: Ref): Found | undefined {
    const same = this.#byId.get(id);
    if (same) return same;
    const alike = this.#byKey.get(key);
    return title === undefined || alike?.title === title ? alike : undefined;
  }
}

async function inPortions<Found>(
  refs: readonly Ref[],
  load: (ids: string[], keys: string[]) => Promise<Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let start = 0; start < refs.length; start += AT_ONCE) {
    const some = refs.slice(start, start + AT_ONCE);
    // A list in SQL has at least one entry; nothing is called by an empty text.
    const ids = ['', ...some.flatMap(({ id }) => id ?? [])];
    const keys = ['', ...some.flatMap(({ key }) => key ?? [])];
    found.push(...(await load(ids, keys)));
  }
  return found;
}
