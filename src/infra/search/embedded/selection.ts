import {
  FACET_FIELDS,
  FILTER_FIELDS,
  type FacetCounts,
  type FieldFilter,
  type FilterField,
  type ParsedQuery,
  type SearchFilter,
  type VisibleSpaces,
} from '../search-index.js';
import type { DocumentTable } from './document-table.js';

/** More values of one field than this are not listed. */
const FACET_VALUES = 100;

/** What a search lets through: permission, filters and words that must not occur. */
export class Selection {
  private readonly visible: readonly boolean[];
  private readonly hidden: ReadonlySet<number>;
  private readonly required: readonly { field: number; numbers: ReadonlySet<number> }[];
  private readonly refused: ReadonlySet<number>;
  private readonly after: number;
  private readonly before: number;
  private readonly dated: boolean;

  constructor(
    private readonly documents: DocumentTable,
    query: Pick<ParsedQuery, 'filter' | 'exclude'>,
    filter: SearchFilter,
    spaces: VisibleSpaces,
    /** Slots that hold an unwanted word. */
    private readonly unwanted: ReadonlySet<number>,
    hidden: ReadonlySet<string> = new Set(),
  ) {
    this.hidden = new Set([...hidden].flatMap((id) => documents.slotOf(id) ?? []));
    this.visible = documents.visibleSpaces(spaces);
    this.required = [query.filter, filter].flatMap((one) =>
      filledFields(one).map(({ name, values }) => ({
        field: FILTER_FIELDS.indexOf(name),
        numbers: documents.numbersOf(name, values),
      })),
    );
    this.refused = new Set(
      filledFields(query.exclude).flatMap(({ name, values }) => [
        ...documents.numbersOf(name, values),
      ]),
    );
    this.after = Math.max(bound(filter.occurredAfter, -1), bound(query.filter.occurredAfter, -1));
    this.before = Math.min(bound(filter.occurredBefore, 1), bound(query.filter.occurredBefore, 1));
    this.dated = this.after > -Infinity || this.before < Infinity;
  }

  /** Whether the viewer may know of the document at a slot. */
  sees(slot: number): boolean {
    const row = this.documents.at(slot);
    return row !== undefined && this.visible[row.space] === true && !this.hidden.has(slot);
  }

  /** Goes once over the slots that match the words: who passes, and the counts of each field. */
  evaluate(slots: readonly number[]): Evaluation {
    const counts = new Uint32Array(this.documents.values.length);
    const passing: number[] = [];
    let visible = 0;
    for (const slot of slots) {
      const row = this.documents.at(slot);
      if (row === undefined || !this.sees(slot)) continue;
      if (this.unwanted.has(slot) || row.values.some((number) => this.refused.has(number)))
        continue;
      visible += 1;
      if (this.dated && !(row.occurredAt >= this.after && row.occurredAt < this.before)) continue;
      const failed = this.failedField(row.values);
      if (failed === NONE) passing.push(slot);
      if (failed === SEVERAL) continue;
      for (const number of row.values) {
        // A document that only one field holds back still counts for that field.
        if (failed === NONE || this.documents.values[number]?.field === failed) {
          counts[number] = (counts[number] ?? 0) + 1;
        }
      }
    }
    return { passing, visible, facets: this.facets(counts) };
  }

  /** The field whose condition does not hold, NONE or SEVERAL. */
  private failedField(values: readonly number[]): number {
    let failed = NONE;
    for (const { field, numbers } of this.required) {
      if (field === failed || values.some((number) => numbers.has(number))) continue;
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

export interface Evaluation {
  /** Slots that pass everything. */
  readonly passing: readonly number[];
  /** How many the viewer may see before filters, exclusions already made. */
  readonly visible: number;
  readonly facets: FacetCounts[];
}

const NONE = -1;
const SEVERAL = -2;

function bound(value: number | undefined, sign: -1 | 1): number {
  return value ?? sign * Infinity;
}

function filledFields(filter: FieldFilter): { name: FilterField; values: readonly string[] }[] {
  return FILTER_FIELDS.flatMap((name) => {
    const values = filter[name] ?? [];
    return values.length > 0 ? [{ name, values }] : [];
  });
}
