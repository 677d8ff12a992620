/** One line of a part of a case, as its author wants it. In a flat list no entry has a parent. */
export interface Entry<Values> {
  readonly key: string;
  readonly parent: string | null;
  readonly values: Values;
}

/** The same as the server is known to hold it. */
export interface KnownEntry<Values> extends Entry<Values> {
  readonly id: string;
  readonly version: number;
}

/** Where an entry goes: beneath which one, and at which place among those. */
export interface Place {
  readonly parent: string | null;
  readonly place: number;
}

/** One change that brings what the server holds nearer to what is wanted. */
export type Step<Values> =
  | {
      readonly do: 'create';
      readonly key: string;
      readonly values: Values;
      readonly parent: string | null;
      readonly place: number | null;
    }
  | {
      readonly do: 'update';
      readonly key: string;
      readonly changes: Partial<Values>;
      readonly to: Place | null;
    }
  | { readonly do: 'delete'; readonly key: string };

/** What holds for the entries of one part. */
export interface Rules<Values> {
  /** Whether their order is theirs, and not that of time. */
  readonly isOrdered: boolean;
  /** Whether the server would take it: a line without text is none yet. */
  readonly isReady: (values: Values) => boolean;
  /** As the server will keep it, such as without blanks at its ends. */
  readonly clean: (values: Values) => Values;
}

const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** Which of the values are others than before. */
export function differences<Values extends object>(
  before: Values,
  after: Values,
): Partial<Values> | null {
  if (before === after) return null;
  const names = Object.keys(after) as (keyof Values)[];
  const changed = names.filter((name) => !isSame(before[name], after[name]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<Values>;
}

/**
 * The next change to ask the server for; null when there is none. Parents come before what is under
 * them, moves before removals, so that nothing goes with a parent that was to stay.
 * @param held entries that have to wait until their author has decided something
 */
export function nextStep<Values extends object>(
  known: readonly KnownEntry<Values>[],
  wanted: readonly Entry<Values>[],
  rules: Rules<Values>,
  held: ReadonlySet<string> = new Set(),
): Step<Values> | null {
  const present = new Map(known.map((entry) => [entry.key, entry]));
  const homes = homesOf(present, wanted);
  const siblings = siblingsOf(known);
  const stays = (parent: string | null) =>
    (siblings.get(parent) ?? []).filter((key) => homes.get(key) === parent);
  const rows = new Map<string | null, string[]>();
  const last = new Map<string | null, string>();
  for (const { key, values } of wanted) {
    const there = present.get(key);
    const parent = homes.get(key) ?? null;
    if (!there && (held.has(key) || !rules.isReady(values))) continue;
    const previous = last.get(parent);
    last.set(parent, key);
    if (held.has(key)) continue;
    const place = () => {
      const others = (siblings.get(parent) ?? []).filter((other) => other !== key);
      return previous === undefined ? 0 : others.indexOf(previous) + 1;
    };
    if (!there) {
      const at = rules.isOrdered ? place() : null;
      return { do: 'create', key, values: rules.clean(values), parent, place: at };
    }
    let row = rows.get(parent);
    if (!row) rows.set(parent, (row = stays(parent)));
    const isThere =
      there.parent === parent && (!rules.isOrdered || row[row.indexOf(key) - 1] === previous);
    const changes =
      there.values === values || !rules.isReady(values)
        ? null
        : differences(there.values, rules.clean(values));
    if (!isThere || changes) {
      const to = isThere ? null : { parent, place: place() };
      return { do: 'update', key, changes: changes ?? {}, to };
    }
  }
  return nextRemoval(known, homes, held);
}

/** Beneath which entry that the server holds each wanted one comes: a line without text is passed over. */
export function homesOf(
  present: { readonly has: (key: string) => boolean },
  wanted: readonly Entry<unknown>[],
) {
  const parents = new Map(wanted.map(({ key, parent }) => [key, parent]));
  const homes = new Map<string, string | null>();
  for (const { key, parent } of wanted) {
    let home = parent;
    while (home !== null && !present.has(home)) home = parents.get(home) ?? null;
    homes.set(key, home);
  }
  return homes;
}

function siblingsOf(known: readonly KnownEntry<unknown>[]) {
  const siblings = new Map<string | null, string[]>();
  for (const { key, parent } of known) {
    const row = siblings.get(parent);
    if (row) row.push(key);
    else siblings.set(parent, [key]);
  }
  return siblings;
}

function nextRemoval(
  known: readonly KnownEntry<unknown>[],
  homes: ReadonlyMap<string, unknown>,
  held: ReadonlySet<string>,
): { readonly do: 'delete'; readonly key: string } | null {
  const parents = new Map(known.map(({ key, parent }) => [key, parent]));
  const keeps = new Set<string>();
  for (const { key } of known) {
    if (!homes.has(key)) continue;
    for (let at = parents.get(key) ?? null; at !== null; at = parents.get(at) ?? null) {
      keeps.add(at);
    }
  }
  const gone = known.find(({ key }) => !homes.has(key) && !held.has(key) && !keeps.has(key));
  return gone ? { do: 'delete', key: gone.key } : null;
}

/** What the server holds after it has made a change. */
export function afterStep<Values extends object>(
  known: readonly KnownEntry<Values>[],
  step: Step<Values>,
  made: { readonly id: string; readonly version: number },
): KnownEntry<Values>[] {
  if (step.do === 'create') {
    const { key, parent, place, values } = step;
    return placed(known, { key, parent, values, ...made }, place);
  }
  if (step.do === 'delete') return without(known, step.key);
  const entry = known.find(({ key }) => key === step.key);
  if (!entry) return [...known];
  const changed = { ...entry, ...made, values: { ...entry.values, ...step.changes } };
  if (!step.to) return known.map((each) => (each === entry ? changed : each));
  const others = known.filter((each) => each !== entry);
  return placed(others, { ...changed, parent: step.to.parent }, step.to.place);
}

function placed<Values>(
  known: readonly KnownEntry<Values>[],
  entry: KnownEntry<Values>,
  place: number | null,
): KnownEntry<Values>[] {
  const next =
    place === null ? undefined : known.filter(({ parent }) => parent === entry.parent)[place];
  if (!next) return [...known, entry];
  return known.flatMap((each) => (each === next ? [entry, each] : [each]));
}

/** The entries without one of them and all that is under it. */
export function without<Each extends Entry<unknown>>(
  entries: readonly Each[],
  key: string,
): Each[] {
  const gone = new Set([key]);
  // What is under another entry need not come after it: the server's list is kept by siblings only.
  for (let size = 0; size !== gone.size;) {
    size = gone.size;
    for (const { key: each, parent } of entries) {
      if (parent !== null && gone.has(parent)) gone.add(each);
    }
  }
  return entries.filter((each) => !gone.has(each.key));
}
