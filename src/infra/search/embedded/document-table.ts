import { fold } from '../../../core/text/fold.js';
import {
  FILTER_FIELDS,
  OPEN_SPACE,
  type FilterField,
  type SearchDocument,
  type VisibleSpaces,
} from '../search-index.js';

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
}

export function documentRow(document: SearchDocument, length: number): DocumentRow {
  const { id, stamp, space, occurredAt, updatedAt } = document;
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
  return { id, stamp, space, fields, length, occurredAt, updatedAt };
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

interface Stored {
  readonly id: string;
  readonly stamp: number;
  readonly space: number;
  /** Everybody may see it. */
  readonly isOpen: boolean;
  readonly length: number;
  readonly values: readonly number[];
  /** NaN where unknown: outside of every period by itself. */
  readonly occurredAt: number;
  readonly updatedAt: number;
}

/**
 * All that filters, permissions and counts need, in memory, since SQL takes ten times as long for
 * it. A document stands at its slot, the row number of the text index.
 */
export class DocumentTable {
  readonly values: FieldValue[] = [];
  private readonly rows: (Stored | undefined)[] = [];
  private readonly slots = new Map<string, number>();
  private openDocuments = 0;
  private openTokens = 0;
  private readonly spaces = new Map<string, number>();
  private readonly valueNumbers = new Map<string, number>();
  /** Numbers of the values that are equal once folded. */
  private readonly foldedNumbers = new Map<string, number[]>();

  get size(): number {
    return this.slots.size;
  }

  /** One more than the greatest slot. */
  get slotCount(): number {
    return this.rows.length;
  }

  /** How many documents everybody may see. */
  get openSize(): number {
    return this.openDocuments;
  }

  /** Their length on average, in tokens; at least 1. */
  get openLength(): number {
    return Math.max(1, this.openTokens / Math.max(1, this.openDocuments));
  }

  set(slot: number, row: DocumentRow): void {
    this.forget(slot);
    const { id, stamp, updatedAt, length } = row;
    const isOpen = row.space === OPEN_SPACE;
    if (isOpen) this.countOpen(1, length);
    this.slots.set(id, slot);
    while (this.rows.length <= slot) this.rows.push(undefined);
    this.rows[slot] = {
      id,
      stamp,
      space: numberOf(this.spaces, row.space),
      isOpen,
      length,
      values: FILTER_FIELDS.flatMap((name, field) =>
        row.fields[name].map((value) => this.valueNumber(field, value)),
      ),
      occurredAt: row.occurredAt ?? Number.NaN,
      updatedAt,
    };
  }

  delete(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.slots.delete(id);
    this.forget(slot);
  }

  private forget(slot: number): void {
    const row = this.rows[slot];
    if (row === undefined) return;
    if (row.isOpen) this.countOpen(-1, -row.length);
    this.rows[slot] = undefined;
  }

  private countOpen(documents: number, tokens: number): void {
    this.openDocuments += documents;
    this.openTokens += tokens;
  }

  at(slot: number): Stored | undefined {
    return this.rows[slot];
  }

  slotOf(id: string): number | undefined {
    return this.slots.get(id);
  }

  /** Slots of all documents. */
  allSlots(): number[] {
    return [...this.slots.values()];
  }

  /** Slots of the documents that not everybody may see. */
  closedSlots(): number[] {
    return this.allSlots().filter((slot) => this.rows[slot]?.isOpen === false);
  }

  stamps(): Map<string, number> {
    return new Map(this.allSlots().map((slot) => [this.stored(slot).id, this.stored(slot).stamp]));
  }

  /** For each number of a space whether it is among the visible ones. */
  visibleSpaces(visible: VisibleSpaces): readonly boolean[] {
    return [...this.spaces.keys()].map((space) => visible === 'all' || visible.has(space));
  }

  /** Numbers of the values that equal one of these, case and script aside. */
  numbersOf(field: FilterField, values: readonly string[]): Set<number> {
    const index = FILTER_FIELDS.indexOf(field);
    return new Set(
      values.flatMap((value) => this.foldedNumbers.get(foldedKey(index, value)) ?? []),
    );
  }

  /** How many of the documents at these slots have one of these values. */
  count(slots: readonly number[], field: FilterField, values: readonly string[]): number {
    const numbers = this.numbersOf(field, values);
    return slots.filter((slot) => this.at(slot)?.values.some((number) => numbers.has(number)))
      .length;
  }

  private stored(slot: number): Stored {
    const row = this.rows[slot];
    if (row === undefined) throw new Error(`No document at slot ${slot}`);
    return row;
  }

  private valueNumber(field: number, value: string): number {
    const number = numberOf(this.valueNumbers, `${field} ${value}`);
    if (number === this.values.length) {
      this.values.push({ field, value });
      const key = foldedKey(field, value);
      this.foldedNumbers.set(key, [...(this.foldedNumbers.get(key) ?? []), number]);
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
