import type { MeasurementName } from '../gql/documents.js';

/** The milestones of an incident in their usual order, each by its field. */
export const MILESTONES = [
  'startedAt',
  'detectedAt',
  'acknowledgedAt',
  'identifiedAt',
  'mitigatedAt',
  'resolvedAt',
  'verifiedAt',
] as const;
export type MilestoneField = (typeof MILESTONES)[number];

/** What the API calls each of them. */
export const MILESTONE_NAME = {
  startedAt: 'STARTED_AT',
  detectedAt: 'DETECTED_AT',
  acknowledgedAt: 'ACKNOWLEDGED_AT',
  identifiedAt: 'IDENTIFIED_AT',
  mitigatedAt: 'MITIGATED_AT',
  resolvedAt: 'RESOLVED_AT',
  verifiedAt: 'VERIFIED_AT',
} as const satisfies Record<MilestoneField, string>;

/** When each of them was; null while that is not known. */
export type Times = Readonly<Record<MilestoneField, string | null>>;

/** The spans that are measured, each between two milestones. */
const ENDS = {
  TTD: ['startedAt', 'detectedAt'],
  TTA: ['detectedAt', 'acknowledgedAt'],
  TTI: ['detectedAt', 'identifiedAt'],
  TTM: ['detectedAt', 'mitigatedAt'],
  TTR: ['startedAt', 'resolvedAt'],
  TTV: ['resolvedAt', 'verifiedAt'],
} as const satisfies Record<MeasurementName, readonly [MilestoneField, MilestoneField]>;

export interface Span {
  readonly name: MeasurementName;
  readonly from: MilestoneField;
  readonly to: MilestoneField;
  readonly seconds: number;
}

/** What can be measured, by the rule of the API: one that would be negative is left out. */
export function spansOf(times: Times): Span[] {
  return (Object.keys(ENDS) as MeasurementName[]).flatMap((name) => {
    const [from, to] = ENDS[name];
    const [begins, ends] = [times[from], times[to]];
    if (begins === null || ends === null) return [];
    const seconds = (Date.parse(ends) - Date.parse(begins)) / 1_000;
    return seconds < 0 ? [] : [{ name, from, to, seconds }];
  });
}

/** A milestone whose time is known. */
export interface Mark {
  readonly field: MilestoneField;
  readonly at: string;
  readonly ms: number;
}

/** The known milestones as they came, those at the same time in the usual order. */
export const marksOf = (times: Times): Mark[] =>
  MILESTONES.flatMap((field) => {
    const at = times[field];
    return at === null ? [] : [{ field, at, ms: Date.parse(at) }];
  }).sort((one, other) => one.ms - other.ms);

/** The part of the axis that two marks keep between them, so that they can be told apart. */
const CLOSEST = 0.028;
/** A wait longer than this part of the whole would press all else into a corner. */
const TOO_LONG = 0.8;
/** What is left of it. */
const CUT_TO = 0.35;

/** Where marks are on an axis from 0 to 1, and the gap, if any, that is not drawn at its length. */
export function placesOf(
  times: readonly number[],
  closest = CLOSEST,
): {
  readonly places: readonly number[];
  /** The number of the mark after which the axis is cut. */
  readonly cutAfter: number | null;
} {
  const gaps = times.slice(1).map((ms, index) => ms - (times[index] ?? ms));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  const longest = gaps.indexOf(Math.max(...gaps));
  const others = whole - (gaps[longest] ?? 0);
  const isCut = gaps.length > 1 && others > 0 && (gaps[longest] ?? 0) / whole > TOO_LONG;
  const parts = gaps.map((gap, index) => {
    if (whole === 0) return 1 / gaps.length;
    if (!isCut) return gap / whole;
    return index === longest ? CUT_TO : (gap / others) * (1 - CUT_TO);
  });
  const wide = parts.map((part) => Math.max(part, closest));
  const total = wide.reduce((sum, part) => sum + part, 0);
  let place = 0;
  const places = times.map((_, index) => {
    if (index > 0) place += (wide[index - 1] ?? 0) / total;
    return place;
  });
  return { places, cutAfter: isCut ? longest : null };
}
