import type { Ctx } from '../../core/ctx.js';
import type { Database } from './database.js';

/** Values that are kept at a time; the one that ends first goes. */
const MOST = 10_000;

/**
 * What is kept for some minutes and given out once: on PostgreSQL to whichever process is asked for
 * it, on SQLite in the memory of the one that there is.
 */
export class ShortLived {
  /** In the order in which they end, as long as all last as long. */
  readonly #kept = new Map<string, { value: string; endsAt: number }>();

  constructor(
    private readonly database: Database,
    private readonly most = MOST,
  ) {}

  /** @param key at most 255 characters */
  async keep(ctx: Ctx, key: string, value: string, seconds: number): Promise<void> {
    const now = ctx.clock.now().getTime();
    const endsAt = now + seconds * 1_000;
    if (this.database.engine === 'sqlite') {
      for (const [each, kept] of this.#kept) {
        if (kept.endsAt > now && this.#kept.size < this.most) break;
        this.#kept.delete(each);
      }
      this.#kept.set(key, { value, endsAt });
      return;
    }
    await this.database.transaction(ctx, async ({ db }) => {
      await db.query(
        `DELETE FROM short_lived WHERE ends_at <= $1
         OR key IN (SELECT key FROM short_lived ORDER BY ends_at DESC OFFSET $2)`,
        [now, this.most - 1],
      );
      await db.query('INSERT INTO short_lived (key, value, ends_at) VALUES ($1, $2, $3)', [
        key,
        value,
        endsAt,
      ]);
    });
  }

  /** Gives a value out for good; null if there is none, or no longer. */
  async take(ctx: Ctx, key: string): Promise<string | null> {
    const now = ctx.clock.now().getTime();
    if (this.database.engine === 'sqlite') {
      const kept = this.#kept.get(key);
      this.#kept.delete(key);
      return kept && kept.endsAt > now ? kept.value : null;
    }
    return this.database.transaction(ctx, async ({ db }) => {
      const [rows] = await db.query<[{ value: string }[], number]>(
        'DELETE FROM short_lived WHERE key = $1 AND ends_at > $2 RETURNING value',
        [key, now],
      );
      return rows[0]?.value ?? null;
    });
  }
}
