/** Whoever has not been heard of for so long has left. */
export const FORGOTTEN_MS = 30_000;

/** People at cases that are remembered at a time; who was heard of longest ago goes first. */
const MOST = 20_000;

/** Somebody who has a case open. */
export interface Attending {
  readonly personId: string;
  /** The part of the case they write, in the words of the editor; null while they read. */
  readonly writing: string | null;
  /** Since when, without a break. */
  readonly since: Date;
}

interface Seen extends Attending {
  readonly postmortemId: string;
  readonly at: number;
}

/**
 * Who has which case open, in the memory of the one process on SQLite. It is looked through whenever somebody is heard of, so that
 * it needs no timer.
 */
export class AttendanceBook {
  /** By case and person, whoever was heard of last at the end. */
  readonly #seen = new Map<string, Seen>();
  readonly #byCase = new Map<string, Map<string, Seen>>();

  constructor(private readonly most = MOST) {}

  note(postmortemId: string, personId: string, writing: string | null, now: Date): void {
    const before = this.#byCase.get(postmortemId)?.get(personId);
    if (before) this.#forget(before);
    this.#sweep(now.getTime(), this.most - 1);
    const isBack = before && now.getTime() - before.at <= FORGOTTEN_MS;
    const since = isBack ? before.since : now;
    const seen: Seen = { postmortemId, personId, writing, since, at: now.getTime() };
    this.#seen.set(nameOf(seen), seen);
    let here = this.#byCase.get(postmortemId);
    if (!here) this.#byCase.set(postmortemId, (here = new Map<string, Seen>()));
    here.set(personId, seen);
  }

  /** Whoever has a case open, whoever came first first. */
  at(postmortemId: string, now: Date): Attending[] {
    this.#sweep(now.getTime(), this.most);
    return [...(this.#byCase.get(postmortemId)?.values() ?? [])].sort(
      (one, other) => one.since.getTime() - other.since.getTime(),
    );
  }

  /** How many are remembered. */
  get size(): number {
    return this.#seen.size;
  }

  /** Looks only at those who are to be forgotten: the first one who is not ends it. */
  #sweep(now: number, most: number): void {
    for (const seen of this.#seen.values()) {
      if (now - seen.at <= FORGOTTEN_MS && this.#seen.size <= most) return;
      this.#forget(seen);
    }
  }

  #forget(seen: Seen): void {
    const { postmortemId, personId } = seen;
    this.#seen.delete(nameOf(seen));
    const here = this.#byCase.get(postmortemId);
    here?.delete(personId);
    if (here?.size === 0) this.#byCase.delete(postmortemId);
  }
}

const nameOf = ({ postmortemId, personId }: Seen): string => `${postmortemId} ${personId}`;
