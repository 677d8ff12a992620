import {
  FACET_FIELDS,
  FILTER_FIELDS,
  type FacetCounts,
  type FieldFilter,
  type FilterField,
  type ParsedQuery,
  type SearchRequest,
} from '../search-index.js';
import type { DocumentColumns, DocumentTable } from './document-table.js';
import type { NumberRoom } from './number-room.js';
import type { Slots, Viewer } from './text-index.js';

/** More values of one field than this are not listed. */
const FACET_VALUES = 100;

/** What a search lets through: permission, filters and words that must not occur. */
export class Selection implements Viewer {
  private readonly visible: Uint8Array;
  /** For each slot the number of its space. */
  private readonly spaces: ArrayLike<number>;
  private readonly hidden: ReadonlySet<number>;
  /** For each slot 1 where the document is hidden or holds an unwanted word; undefined: nowhere. */
  private readonly barred: Uint8Array | undefined;
  /** For each field with a condition which values fulfil it. */
  private readonly required: readonly { field: number; values: Uint8Array }[];
  private readonly refused: readonly Uint8Array[];
  private readonly after: number;
  private readonly before: number;
  private readonly dated: boolean;

  constructor(
    private readonly documents: DocumentTable,
    { query, filter, spaces, hidden = new Set() }: Selecting,
    private readonly room: NumberRoom,
    /** Slots that hold an unwanted word. */
    unwanted: Slots = new Uint32Array(0),
  ) {
    this.hidden = new Set([...hidden].flatMap((id) => documents.slotOf(id) ?? []));
    this.barred = marked([...this.hidden, ...unwanted], documents.slotCount);
    this.visible = documents.visibleSpaces(spaces);
    this.spaces = documents.columns().spaces;
    this.required = [query.filter, filter].flatMap((one) =>
      filledFields(one).map(({ name, values }) => ({
        field: FILTER_FIELDS.indexOf(name),
        values: documents.valuesLike(name, values),
      })),
    );
    this.refused = filledFields(query.exclude).map(({ name, values }) =>
      documents.valuesLike(name, values),
    );
    this.after = Math.max(bound(filter.occurredAfter, -1), bound(query.filter.occurredAfter, -1));
    this.before = Math.min(bound(filter.occurredBefore, 1), bound(query.filter.occurredBefore, 1));
    this.dated = this.after > -Infinity || this.before < Infinity;
  }

  sees(slot: number): boolean {
    return this.visible[this.spaces[slot] as number] === 1 && !this.hidden.has(slot);
  }

  /** How many documents the viewer may know of. */
  get visibleSize(): number {
    const hidden = [...this.hidden].filter(
      (slot) => this.visible[this.documents.spaceAt(slot)] === 1,
    );
    return this.documents.sizeOf(this.visible) - hidden.length;
  }

  /** Goes once over the slots that match the words: who passes, and the counts of each field. */
  evaluate(slots: Slots): Evaluation {
    const { documents, visible, barred } = this;
    // Common words bring a hundred thousand slots with ten values each: plain arrays, plain loops.
    const columns = documents.columns();
    const { spaces, valuesFrom, valueCounts, valueNumbers } = columns;
    const counts = new Uint32Array(documents.values.length);
    const passing = this.room.take(slots.length);
    let passingCount = 0;
    let visibleCount = 0;
    const isBound = this.dated || this.required.length > 0;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      if (visible[spaces[slot] as number] !== 1 || barred?.[slot] === 1) continue;
      if (this.refused.length > 0 && isOneOf(this.refused, slot, columns)) continue;
      visibleCount += 1;
      const failed = isBound ? this.failedField(slot, columns) : NONE;
      if (failed === NONE) passing[passingCount++] = slot;
      if (failed === SEVERAL) continue;
      const from = valuesFrom[slot] as number;
      const end = from + (valueCounts[slot] as number);
      for (let place = from; place < end; place += 1) {
        const value = valueNumbers[place] as number;
        // A document that only one field holds back still counts for that field.
        if (failed === NONE || documents.values[value]?.field === failed) {
          counts[value] = (counts[value] as number) + 1;
        }
      }
    }
    return {
      passing: this.room.keep(passing, passingCount),
      visible: visibleCount,
      facets: this.facets(counts),
    };
  }

  /** The field whose condition does not hold, NONE or SEVERAL, which a date counts as. */
  private failedField(slot: number, columns: DocumentColumns): number {
    if (this.dated) {
      const occurredAt = this.documents.occurredAt(slot);
      if (!(occurredAt >= this.after && occurredAt < this.before)) return SEVERAL;
    }
    let failed = NONE;
    for (const { field, values } of this.required) {
      if (field === failed || hasOneOf(values, slot, columns)) continue;
      if (failed !== NONE) return SEVERAL;
      failed = field;
    }
    return failed;
  }

  private facets(counts: Uint32Array): FacetCounts[] {
    const facets = FACET_FIELDS.map((field) => ({
      field,
      values: [] as { value: string; count: number }[],
    }));
    this.documents.values.forEach(({ field, value }, number) => {
      const count = counts[number] ?? 0;
      if (count > 0) facets[field]?.values.push({ value, count });
    });
    return facets.map(({ field, values }) => ({
      field,
      values: values
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, FACET_VALUES),
    }));
  }
}

/** What somebody asks for, words aside. */
export interface Selecting extends Pick<SearchRequest, 'spaces' | 'hidden' | 'filter'> {
  readonly query: Pick<ParsedQuery, 'filter' | 'exclude'>;
}

export interface Evaluation {
  /** Those that pass everything. */
  readonly passing: Slots;
  /** How many the viewer may see before filters, exclusions already made. */
  readonly visible: number;
  readonly facets: FacetCounts[];
}

const NONE = -1;
const SEVERAL = -2;

function isOneOf(refused: readonly Uint8Array[], slot: number, columns: DocumentColumns): boolean {
  for (const values of refused) if (hasOneOf(values, slot, columns)) return true;
  return false;
}

function hasOneOf(
  values: Uint8Array,
  slot: number,
  { valuesFrom, valueCounts, valueNumbers }: DocumentColumns,
): boolean {
  const from = valuesFrom[slot] as number;
  const end = from + (valueCounts[slot] as number);
  for (let place = from; place < end; place += 1) {
    if (values[valueNumbers[place] as number] === 1) return true;
  }
  return false;
}

/** For each slot 1 if it is among these; undefined where there are none. */
function marked(slots: readonly number[], slotCount: number): Uint8Array | undefined {
  if (slots.length === 0) return undefined;
  const marks = new Uint8Array(slotCount);
  for (const slot of slots) marks[slot] = 1;
  return marks;
}

function bound(value: number | undefined, sign: -1 | 1): number {
  return value ?? sign * Infinity;
}

function filledFields(filter: FieldFilter): { name: FilterField; values: readonly string[] }[] {
  return FILTER_FIELDS.flatMap((name) => {
    const values = filter[name] ?? [];
    return values.length > 0 ? [{ name, values }] : [];
  });
}
