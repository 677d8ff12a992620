import { regrouped } from './outline.js';
import { isMadeOf, lastId, type Sent } from './sent.js';
import {
  afterStep,
  differences,
  homesOf,
  nextStep,
  without,
  type Entry,
  type KnownEntry,
  type Rules,
  type Step,
} from './steps.js';

/** Milliseconds without another key after which what was typed is saved. */
const STILL_MS = 1_500;

/** What the server holds of an entry. */
export interface Present<Values> {
  readonly id: string;
  readonly version: number;
  readonly parentId: string | null;
  readonly values: Values;
}

/** What came of a change; anything that passes by itself, such as a lost network, is thrown. */
export type Outcome<Values> =
  | { readonly kind: 'made'; readonly id: string; readonly version: number }
  | { readonly kind: 'conflict'; readonly theirs: Omit<Present<Values>, 'parentId'> }
  | { readonly kind: 'gone'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Where an entry goes, by what the server calls things. */
export interface Target {
  readonly parentId: string | null;
  readonly place: number | null;
}

/** Makes the changes. */
export interface Maker<Values> {
  readonly create: (values: Values, to: Target) => Promise<Outcome<Values>>;
  readonly update: (
    entry: KnownEntry<Values>,
    changes: Partial<Values>,
    to: Target | null,
  ) => Promise<Outcome<Values>>;
  readonly remove: (entry: KnownEntry<Values>) => Promise<Outcome<Values>>;
  /** What the server holds now, at least the latest; none where nothing can be made twice. */
  readonly present?: () => Promise<readonly Present<Values>[]>;
}

/** Why an entry is not saved although everything else is. */
export type Trouble<Values> =
  | { readonly kind: 'conflict'; readonly theirs: Values }
  | { readonly kind: 'refused'; readonly message: string };

export type SaveState = 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed';

/** What there is to show. */
export interface Snapshot<Values> {
  readonly entries: readonly Entry<Values>[];
  readonly state: SaveState;
  /** What was thrown when it last failed. */
  readonly error: unknown;
  readonly troubles: ReadonlyMap<string, Trouble<Values>>;
}

/** What was wanted and not saved yet, to be kept for another day. */
export interface Unsaved<Values> {
  readonly key: string;
  readonly parent: string | null;
  readonly id: string | null;
  readonly version: number;
  readonly values: Values;
  /** What it was made from; null for something new. */
  readonly base: Values | null;
  /** As the server was asked to make it, if no answer has come. */
  readonly sent?: Sent<Values> | undefined;
}

/**
 * The entries of one part of a case while they are edited: changed at once here, and one after the
 * other at the server. Nothing that is wanted is let go of until the server has it.
 */
export class EntryStore<Values extends object> {
  #known: readonly KnownEntry<Values>[] = [];
  #snapshot: Snapshot<Values>;
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** New entries of which nobody knows whether the server has made them, by key. */
  readonly #unanswered = new Map<string, Sent<Values>>();
  readonly #followers = new Set<() => void>();

  constructor(
    private readonly rules: Rules<Values>,
    private readonly maker: Maker<Values>,
    present: readonly Present<Values>[],
    unsaved: readonly Unsaved<Values>[] = [],
    private readonly onSaved: () => void = () => undefined,
  ) {
    this.#known = regrouped(
      present.map(({ id, version, parentId, values }) => {
        return { key: id, id, version, parent: parentId, values };
      }),
    );
    this.#snapshot = { entries: this.#known, state: 'untouched', error: null, troubles: new Map() };
    this.#takeUp(unsaved);
  }

  readonly get = (): Snapshot<Values> => this.#snapshot;

  /** What the server calls an entry; undefined until it has it. */
  idOf(key: string): string | undefined {
    return this.#known.find((entry) => entry.key === key)?.id;
  }

  readonly follow = (follower: () => void): (() => void) => {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  };

  /**
   * Changes what is wanted.
   * @param when `soon` while somebody types, so that not every letter is saved by itself
   */
  edit(
    change: (entries: readonly Entry<Values>[]) => readonly Entry<Values>[],
    when: 'now' | 'soon' = 'now',
  ): void {
    const entries = change(this.#snapshot.entries);
    if (entries === this.#snapshot.entries) return;
    const before = new Map(this.#snapshot.entries.map((entry) => [entry.key, entry]));
    const troubles = new Map(this.#snapshot.troubles);
    for (const [key, { kind }] of troubles) {
      const now = entries.find((entry) => entry.key === key);
      // Another text may be taken; a conflict has to be decided.
      if (!now || (kind === 'refused' && now !== before.get(key))) troubles.delete(key);
    }
    this.#show({ entries, troubles, ...(this.#isBusy ? {} : { state: 'waiting' }) });
    clearTimeout(this.#timer);
    if (when === 'now') void this.save();
    else {
      this.#timer = setTimeout(() => {
        void this.save();
      }, STILL_MS);
    }
  }

  /** Changes the values of one entry. */
  set(key: string, changes: Partial<Values>, when: 'now' | 'soon' = 'now'): void {
    this.edit(
      (entries) =>
        entries.map((entry) =>
          entry.key === key && differences(entry.values, { ...entry.values, ...changes })
            ? { ...entry, values: { ...entry.values, ...changes } }
            : entry,
        ),
      when,
    );
  }

  /** Decides a conflict: what is here goes over theirs, or theirs comes here. */
  settle(key: string, whose: 'mine' | 'theirs'): void {
    const trouble = this.#snapshot.troubles.get(key);
    if (trouble?.kind !== 'conflict') return;
    const troubles = new Map(this.#snapshot.troubles);
    troubles.delete(key);
    this.#show({ troubles });
    if (whose === 'theirs') this.set(key, trouble.theirs);
    void this.save();
  }

  /** Brings the server to what is wanted; what does not get through stays wanted. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isBusy) return;
    this.#isBusy = true;
    let hasMade = false;
    try {
      for (let step = this.#next(); step; step = this.#next()) {
        this.#show({ state: 'saving' });
        await this.#make(step);
        hasMade = true;
      }
      const { state } = this.#snapshot;
      this.#show({ state: hasMade || state !== 'untouched' ? 'saved' : state, error: null });
    } catch (error) {
      this.#show({ state: 'failed', error });
    } finally {
      this.#isBusy = false;
    }
    if (hasMade) this.onSaved();
  }

  /** Takes in what the server says now, where nothing else is wanted here. */
  absorb(present: readonly Present<Values>[]): void {
    // An answer from before a change would take it back.
    if (this.#isBusy) return;
    const keys = new Map(this.#known.map(({ id, key }) => [id, key]));
    const keyOf = (id: string) => keys.get(id) ?? id;
    const known = present.map(({ id, version, parentId, values }): KnownEntry<Values> => {
      const key = keyOf(id);
      return { key, id, version, values, parent: parentId === null ? null : keyOf(parentId) };
    });
    if (this.#isDirty()) {
      // The rest waits: what is not saved was made from what was known when it was made.
      return;
    }
    const before = this.#snapshot.entries;
    const mine = new Map(before.map((entry) => [entry.key, entry]));
    const there = new Set(known.map(({ key }) => key));
    const fresh = before.filter(({ key, values }) => {
      return !there.has(key) && !this.rules.isReady(values);
    });
    const homes = homesOf(there, before);
    const lines = new Set([...there, ...fresh.map(({ key }) => key)]);
    const entries = regrouped(known).map((entry): Entry<Values> => {
      const own = mine.get(entry.key);
      if (!own) return entry;
      // The server knows nothing of a line without text, and what is under it stays there.
      const staysUnder = own.parent !== null && lines.has(own.parent);
      const parent = staysUnder && homes.get(own.key) === entry.parent ? own.parent : entry.parent;
      const isSame =
        !this.rules.isReady(own.values) || !differences(entry.values, this.rules.clean(own.values));
      if (!isSame) return { ...entry, parent };
      return own.parent === parent ? own : { ...own, parent };
    });
    this.#known = known;
    this.#show({ entries: keepUnready(entries, fresh, before) });
  }

  /** What would be lost if the page went away now. */
  unsaved(): Unsaved<Values>[] {
    const known = new Map(this.#known.map((entry) => [entry.key, entry]));
    return this.#snapshot.entries.flatMap(({ key, parent, values }) => {
      const there = known.get(key);
      if (!this.rules.isReady(values)) return [];
      if (there && !differences(there.values, this.rules.clean(values))) return [];
      const { id = null, version = 0, values: base = null } = there ?? {};
      return [{ key, parent, values, id, version, base, sent: this.#unanswered.get(key) }];
    });
  }

  #isDirty(): boolean {
    return this.#snapshot.troubles.size > 0 || this.#next() !== null;
  }

  #next(): Step<Values> | null {
    const held = new Set(this.#snapshot.troubles.keys());
    return nextStep(this.#known, this.#snapshot.entries, this.rules, held);
  }

  async #make(step: Step<Values>): Promise<void> {
    if (step.do === 'create' && (await this.#wasMade(step.key))) return;
    const entry = this.#known.find(({ key }) => key === step.key);
    const outcome = await this.#ask(step, entry);
    this.#unanswered.delete(step.key);
    if (outcome.kind === 'made') this.#known = afterStep(this.#known, step, outcome);
    else if (outcome.kind === 'conflict') this.#meet(step.key, outcome.theirs);
    else if (outcome.kind === 'gone' && step.do !== 'create') {
      // Somebody removed it; what is still wanted of it is made anew.
      this.#known = without(this.#known, step.key);
    } else if (outcome.kind === 'gone' && step.do === 'create' && step.parent !== null) {
      this.#known = without(this.#known, step.parent);
    } else this.#trouble(step.key, { kind: 'refused', message: outcome.message });
  }

  /** Whether an entry was made although the answer was lost: made again, it would be there twice. */
  async #wasMade(key: string): Promise<boolean> {
    const sent = this.#unanswered.get(key);
    if (!sent || !this.maker.present) return false;
    const present = await this.maker.present();
    const row = present.find((each) => {
      return isMadeOf(sent, each) && this.#known.every(({ id }) => id !== each.id);
    });
    this.#unanswered.delete(key);
    if (!row) return false;
    const parent = this.#known.find(({ id }) => id === row.parentId)?.key ?? null;
    const { place } = sent.to;
    this.#known = afterStep(
      this.#known,
      { do: 'create', key, values: row.values, parent, place },
      row,
    );
    return true;
  }

  #ask(step: Step<Values>, entry: KnownEntry<Values> | undefined): Promise<Outcome<Values>> {
    const idOf = (key: string | null) => this.#known.find((each) => each.key === key)?.id ?? null;
    if (step.do === 'create') {
      const { values, parent, place } = step;
      const to = { parentId: idOf(parent), place };
      this.#unanswered.set(step.key, { values, to, after: lastId(this.#known) });
      return this.maker.create(values, to);
    }
    if (!entry) throw new Error('a step about an entry that is not there');
    if (step.do === 'delete') return this.maker.remove(entry);
    const { to } = step;
    const target = to && {
      parentId: idOf(to.parent),
      place: this.rules.isOrdered ? to.place : null,
    };
    return this.maker.update(entry, step.changes, target);
  }

  #meet(key: string, theirs: Omit<Present<Values>, 'parentId'>): void {
    const base = this.#known.find((entry) => entry.key === key)?.values ?? theirs.values;
    this.#known = this.#known.map((entry) =>
      entry.key === key ? { ...entry, version: theirs.version, values: theirs.values } : entry,
    );
    const wanted = this.#snapshot.entries.find((entry) => entry.key === key);
    if (!wanted) return;
    const mine = differences(base, this.rules.clean(wanted.values)) ?? {};
    const others = differences(base, theirs.values) ?? {};
    const merged = { ...wanted.values, ...others, ...mine };
    const both = (Object.keys(mine) as (keyof Values)[]).filter((name) => name in others);
    const isDecided = both.every(
      (name) => !differences(pick(merged, name), pick(theirs.values, name)),
    );
    if (isDecided) this.#replace(key, merged);
    else this.#trouble(key, { kind: 'conflict', theirs: theirs.values });
  }

  #replace(key: string, values: Values): void {
    this.#show({
      entries: this.#snapshot.entries.map((entry) =>
        entry.key === key ? { ...entry, values } : entry,
      ),
    });
  }

  #trouble(key: string, trouble: Trouble<Values>): void {
    this.#show({ troubles: new Map([...this.#snapshot.troubles, [key, trouble]]) });
  }

  #takeUp(unsaved: readonly Unsaved<Values>[]): void {
    if (unsaved.length === 0) return;
    let entries = this.#snapshot.entries;
    for (const { key, parent, id, version, values, base, sent } of unsaved) {
      const made =
        sent && this.#known.find((row) => isMadeOf(sent, { ...row, parentId: row.parent }));
      if (made) {
        this.#known = this.#known.map((entry) => (entry === made ? { ...made, key } : entry));
        entries = entries.map((entry) =>
          entry.key === made.key ? { ...entry, key, values } : entry,
        );
        continue;
      }
      if (sent) this.#unanswered.set(key, sent);
      const there = this.#known.find((entry) => entry.id === id);
      if (there) {
        // From the version it was made from, so that what somebody else wrote since is not lost.
        const then = { ...there, version, values: base ?? there.values };
        this.#known = this.#known.map((entry) => (entry === there ? then : entry));
        entries = entries.map((entry) => (entry.key === id ? { ...entry, values } : entry));
      } else if (!entries.some((entry) => entry.key === key)) {
        const home = entries.some((entry) => entry.key === parent) ? parent : null;
        entries = regrouped([...entries, { key, parent: home, values }]);
      }
    }
    this.#show({ entries, state: 'waiting' });
  }

  #show(changes: Partial<Snapshot<Values>>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const follower of this.#followers) follower();
  }
}

const pick = <Values extends object>(values: Values, name: keyof Values): Partial<Values> =>
  ({ [name]: values[name] }) as Partial<Values>;

/** Puts lines that have no text yet back to where they stood. */
function keepUnready<Values>(
  entries: readonly Entry<Values>[],
  fresh: readonly Entry<Values>[],
  before: readonly Entry<Values>[],
): Entry<Values>[] {
  const kept = [...entries];
  for (const entry of fresh) {
    const home = kept.some(({ key }) => key === entry.parent) ? entry.parent : null;
    const above = before[before.findIndex(({ key }) => key === entry.key) - 1]?.key;
    const at = kept.findIndex(({ key }) => key === above);
    kept.splice(above === undefined ? 0 : at === -1 ? kept.length : at + 1, 0, {
      ...entry,
      parent: home,
    });
  }
  return regrouped(kept);
}
