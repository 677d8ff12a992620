import { instantOf, typedOf } from '../../ui/zone.js';

/** A line as the server has read it. */
export interface ReadLine<Marker, Kind> {
  readonly line: number;
  readonly original: string;
  readonly at: string | null;
  readonly zone: string;
  readonly marker: Marker;
  readonly text: string;
  readonly source: { readonly kind: Kind; readonly name: string | null } | null;
}

/** A line of pasted text on its way to the timeline. */
export interface PasteRow<Marker extends string, Kind extends string> {
  readonly key: string;
  /** The line it was read from, and those that were joined to it. */
  readonly originals: readonly string[];
  /** Null while nobody knows when it was. */
  readonly at: string | null;
  readonly zone: string;
  readonly marker: Marker;
  readonly text: string;
  readonly source: Kind | null;
  readonly sourceName: string | null;
  readonly isIncluded: boolean;
  /** Somebody has corrected it; reading the text again leaves it as it is. */
  readonly isTouched: boolean;
}

type Rows<Marker extends string, Kind extends string> = readonly PasteRow<Marker, Kind>[];

const MINUTE_MS = 60_000;

/**
 * Rows of what has been read. A row that somebody had corrected stays corrected as long as its line is
 * the same.
 * @param isThere whether it is on the timeline already, so that it is left out unless somebody wants it
 */
export function rowsOf<Marker extends string, Kind extends string>(
  lines: readonly ReadLine<Marker, Kind>[],
  before: Rows<Marker, Kind>,
  isThere: (row: {
    readonly at: string;
    readonly text: string;
    readonly original: string;
  }) => boolean,
): Rows<Marker, Kind> {
  const kept = before
    .filter((row) => row.isTouched)
    .map((row) => ({ row, left: [...row.originals], isOut: false }));
  return lines
    .filter(({ original }) => original.trim() !== '')
    .flatMap((line): PasteRow<Marker, Kind>[] => {
      const { original, at, zone, marker, text, source } = line;
      const same = kept.find(({ left }) => left.includes(original));
      if (same) {
        same.left.splice(same.left.indexOf(original), 1);
        // What was joined to another line stays there.
        if (same.isOut) return [];
        same.isOut = true;
        return [same.row];
      }
      return [
        {
          key: `${line.line}:${original}`,
          originals: [original],
          at,
          zone,
          marker,
          text: text === '' ? original.trim() : text,
          source: source?.kind ?? null,
          sourceName: source?.name ?? null,
          isIncluded: at !== null && !isThere({ at, text, original }),
          isTouched: false,
        },
      ];
    });
}

/** The rows with one of them corrected. What gets a time is taken along. */
export function corrected<Marker extends string, Kind extends string>(
  rows: Rows<Marker, Kind>,
  key: string,
  changes: Partial<PasteRow<Marker, Kind>>,
): Rows<Marker, Kind> {
  return rows.map((row) => {
    if (row.key !== key) return row;
    const isTimed = row.at === null && typeof changes.at === 'string';
    return { ...row, ...(isTimed ? { isIncluded: true } : {}), ...changes, isTouched: true };
  });
}

/** Puts a row to the end of the one above it. */
export function joinedUp<Marker extends string, Kind extends string>(
  rows: Rows<Marker, Kind>,
  key: string,
): Rows<Marker, Kind> {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  const above = rows[at - 1];
  if (!row || !above) return rows;
  const joined = {
    ...above,
    text: `${above.text}\n${row.text}`,
    originals: [...above.originals, ...row.originals],
    isTouched: true,
  };
  return rows.filter((each) => each !== row).map((each) => (each === above ? joined : each));
}

/** All times so many minutes later; earlier for less than none. */
export function shifted<Marker extends string, Kind extends string>(
  rows: Rows<Marker, Kind>,
  minutes: number,
): Rows<Marker, Kind> {
  return rows.map((row) =>
    row.at === null
      ? row
      : {
          ...row,
          at: new Date(Date.parse(row.at) + minutes * MINUTE_MS).toISOString(),
          isTouched: true,
        },
  );
}

/** All times as clocks in another zone have shown them: what was read stays, what it means changes. */
export function inZone<Marker extends string, Kind extends string>(
  rows: Rows<Marker, Kind>,
  zone: string,
): Rows<Marker, Kind> {
  return rows.map((row) =>
    row.at === null
      ? { ...row, zone }
      : { ...row, zone, at: instantOf(typedOf(row.at, row.zone), zone), isTouched: true },
  );
}

/** What is to be added, in order of time, in parts that one request may bring. */
export function batches<Row extends { readonly at: string | null; readonly isIncluded: boolean }>(
  rows: readonly Row[],
  size: number,
): Row[][] {
  const wanted = rows.filter((row) => row.isIncluded && row.at !== null);
  const found: Row[][] = [];
  for (let start = 0; start < wanted.length; start += size) {
    found.push(wanted.slice(start, start + size));
  }
  return found;
}
