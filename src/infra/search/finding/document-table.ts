import { fold } from '../../../core/text/fold.js';
import {
  FILTER_FIELDS,
  OPEN_SPACE,
  type FilterField,
  type SearchDocument,
  type VisibleSpaces,
} from '../search-index.js';
import { GrowingNumbers } from './growing-numbers.js';

/** The values of a document in every field that can be filtered by. */
export type FieldValues = Readonly<Record<FilterField, readonly string[]>>;

/** What is kept in memory of a document. */
export interface DocumentRow {
  readonly id: string;
  readonly stamp: number;
  readonly space: string;
  readonly fields: FieldValues;
  /** Number of tokens. */
  readonly length: number;
  readonly occurredAt: number | null;
  readonly updatedAt: number;
  /** How many people it helped. */
  readonly votes: number;
}

export function documentRow(document: SearchDocument, length: number): DocumentRow {
  const { id, stamp, space, occurredAt, updatedAt, votes } = document;
  const fields = {
    severity: unique(document.severities),
    service: unique(document.services),
    team: unique(document.teams),
    tag: unique(document.tags),
    category: unique(document.categories),
    status: [document.status],
    language: [document.language],
    company: document.company === undefined ? [] : [document.company],
    product: document.product === undefined ? [] : [document.product],
  };
  return { id, stamp, space, fields, length, occurredAt, updatedAt, votes };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** One value of one field, numbered by its place in `DocumentTable.values`. */
export interface FieldValue {
  /** Index into FILTER_FIELDS. */
  readonly field: number;
  readonly value: string;
}

/** The number of the space of an empty slot. */
const NOWHERE = 0;
/** The number of the space of what everybody may see. */
export const OPEN = 1;

/** For each slot the number of its space, its length, and which stretch of the numbers of values is its own. */
export interface DocumentColumns {
  readonly spaces: ArrayLike<number>;
  readonly lengths: ArrayLike<number>;
  readonly valuesFrom: ArrayLike<number>;
  readonly valueCounts: ArrayLike<number>;
  readonly valueNumbers: ArrayLike<number>;
}

/**
 * All that filters, permissions and counts need, in memory, since SQL takes ten times as long for
 * it; as plain numbers, since a hundred thousand objects take five times the room. A document
 * stands at its slot, the row number of the text index.
 */
export class DocumentTable {
  readonly values: FieldValue[] = [];
  readonly #ids: (string | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #spaceOf = new GrowingNumbers('whole');
  readonly #lengths = new GrowingNumbers('whole');
  readonly #occurredAt = new GrowingNumbers('any');
  readonly #updatedAt = new GrowingNumbers('any');
  readonly #votes = new GrowingNumbers('whole');
  /** For each slot where the numbers of its values begin, and how many they are. */
  readonly #valuesFrom = new GrowingNumbers('whole');
  readonly #valueCount = new GrowingNumbers('whole');
  readonly #valueNumbers = new GrowingNumbers('whole');
  /** Values that no slot refers to any more. */
  #lostValues = 0;
  /** How many documents stand in each space. */
  readonly #sizes = [0, 0];
  #openTokens = 0;
  readonly #spaces = new Map<string, number>([
    ['', NOWHERE],
    [OPEN_SPACE, OPEN],
  ]);
  readonly #numbersOfValues = new Map<string, number>();
  /** Numbers of the values that are equal once folded. */
  readonly #foldedNumbers = new Map<string, number[]>();
  /** See `visibleSpaces`; until there is another space. */
  readonly #visible = new WeakMap<ReadonlySet<string>, Uint8Array>();
  #newestFirst: Uint32Array | undefined;

  /** How many documents there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** One more than the greatest slot. */
  get slotCount(): number {
    return this.#ids.length;
  }

  /** How many documents everybody may see. */
  get openSize(): number {
    return this.#sizes[OPEN] ?? 0;
  }

  /** Their length on average, in tokens; at least 1. */
  get openLength(): number {
    return Math.max(1, this.#openTokens / Math.max(1, this.openSize));
  }

  /** The document stands there from now on, and nowhere else. */
  set(slot: number, row: DocumentRow): void {
    this.#clear(slot);
    const before = this.#slots.get(row.id);
    if (before !== undefined && before !== slot) this.delete(row.id);
    while (this.#ids.length <= slot) this.#ids.push(undefined);
    this.#ids[slot] = row.id;
    this.#slots.set(row.id, slot);
    const space = numberOf(this.#spaces, row.space);
    this.#spaceOf.set(slot, space);
    this.#lengths.set(slot, row.length);
    this.#occurredAt.set(slot, row.occurredAt ?? Number.NaN);
    this.#updatedAt.set(slot, row.updatedAt);
    this.#votes.set(slot, row.votes);
    this.#count(slot, 1);
    this.#keepValues(
      slot,
      FILTER_FIELDS.flatMap((name, field) =>
        row.fields[name].map((value) => this.#numberOfValue(field, value)),
      ),
    );
  }

  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#clear(slot);
    this.#slots.delete(id);
    this.#lostValues += this.#valueCount.at(slot);
    this.#valueCount.set(slot, 0);
  }

  /** Undefined where no document stands. */
  idAt(slot: number): string | undefined {
    return this.#ids[slot];
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** Number of the space that the document stands in; see `visibleSpaces`. 0 where none stands. */
  spaceAt(slot: number): number {
    return this.#spaceOf.at(slot);
  }

  /** Whether everybody may see it. */
  isOpenAt(slot: number): boolean {
    return this.#spaceOf.at(slot) === OPEN;
  }

  /** Number of tokens. */
  lengthAt(slot: number): number {
    return this.#lengths.at(slot);
  }

  /** Milliseconds since 1970 UTC; NaN where unknown, which is outside of every period by itself. */
  occurredAt(slot: number): number {
    return this.#occurredAt.at(slot);
  }

  /** How many people it helped. */
  votesAt(slot: number): number {
    return this.#votes.at(slot);
  }

  /** What a loop over many slots reads; valid until something changes. */
  columns(): DocumentColumns {
    return {
      spaces: this.#spaceOf.room,
      lengths: this.#lengths.room,
      valuesFrom: this.#valuesFrom.room,
      valueCounts: this.#valueCount.room,
      valueNumbers: this.#valueNumbers.room,
    };
  }

  /** Slots of all documents, the latest incident first and those of unknown date last. */
  newestFirst(): Uint32Array {
    this.#newestFirst ??= Uint32Array.from(this.#slots.values()).sort(
      (a, b) =>
        Number(Number.isNaN(this.occurredAt(a))) - Number(Number.isNaN(this.occurredAt(b))) ||
        this.occurredAt(b) - this.occurredAt(a) ||
        this.#updatedAt.at(b) - this.#updatedAt.at(a),
    );
    return this.#newestFirst;
  }

  /** For each number of a space 1 if it is among the visible ones. */
  visibleSpaces(visible: VisibleSpaces): Uint8Array {
    const known = visible === 'all' ? undefined : this.#visible.get(visible);
    if (known?.length === this.#spaces.size) return known;
    const marks = new Uint8Array(this.#spaces.size);
    if (visible === 'all') return marks.fill(1, OPEN);
    this.#visible.set(visible, marks);
    for (const space of visible) marks[this.#spaces.get(space) ?? NOWHERE] = 1;
    marks[NOWHERE] = 0;
    return marks;
  }

  /** How many documents stand in spaces that are visible. */
  sizeOf(visibleSpaces: Uint8Array): number {
    return this.#sizes.reduce((sum, size, space) => sum + (visibleSpaces[space] ? size : 0), 0);
  }

  /** For each number of a value 1 if it equals one of these, case and script aside. */
  valuesLike(field: FilterField, values: readonly string[]): Uint8Array {
    const index = FILTER_FIELDS.indexOf(field);
    const found = new Uint8Array(this.values.length);
    for (const value of values) {
      for (const number of this.#foldedNumbers.get(foldedKey(index, value)) ?? []) {
        found[number] = 1;
      }
    }
    return found;
  }

  #clear(slot: number): void {
    const id = this.#ids[slot];
    this.#newestFirst = undefined;
    if (id === undefined) return;
    this.#count(slot, -1);
    this.#ids[slot] = undefined;
    this.#spaceOf.set(slot, NOWHERE);
  }

  #count(slot: number, step: 1 | -1): void {
    const space = this.spaceAt(slot);
    this.#sizes[space] = (this.#sizes[space] ?? 0) + step;
    if (space === OPEN) this.#openTokens += step * this.lengthAt(slot);
  }

  /** In the place of those before, where they fit. */
  #keepValues(slot: number, numbers: readonly number[]): void {
    const before = this.#valueCount.at(slot);
    const fits = numbers.length <= before;
    const from = fits ? this.#valuesFrom.at(slot) : this.#valueNumbers.length;
    numbers.forEach((number, at) => {
      this.#valueNumbers.set(from + at, number);
    });
    this.#valuesFrom.set(slot, from);
    this.#valueCount.set(slot, numbers.length);
    this.#lostValues += fits ? before - numbers.length : before;
    if (this.#lostValues > this.#valueNumbers.length / 2) this.#gatherValues();
  }

  /** Moves the values of all slots together, so that what is lost takes no room. */
  #gatherValues(): void {
    const kept = [...this.#slots.values()].map((slot) => ({
      slot,
      numbers: this.#valueNumbers.slice(
        this.#valuesFrom.at(slot),
        this.#valuesFrom.at(slot) + this.#valueCount.at(slot),
      ),
    }));
    let end = 0;
    for (const { slot, numbers } of kept) {
      this.#valuesFrom.set(slot, end);
      for (const number of numbers) this.#valueNumbers.set(end++, number);
    }
    this.#valueNumbers.length = end;
    this.#lostValues = 0;
  }

  #numberOfValue(field: number, value: string): number {
    const number = numberOf(this.#numbersOfValues, `${field} ${value}`);
    if (number === this.values.length) {
      this.values.push({ field, value });
      const key = foldedKey(field, value);
      this.#foldedNumbers.set(key, [...(this.#foldedNumbers.get(key) ?? []), number]);
    }
    return number;
  }
}

function foldedKey(field: number, value: string): string {
  return `${field} ${fold(value).trim()}`;
}

/** The number of a name: its place in the order of first use. */
function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(name, number);
  return number;
}
