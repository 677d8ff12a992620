import { FupanError } from '../../core/errors.js';
import { MEASUREMENTS, type MeasurementName, type Milestone } from '../../core/vocabulary.js';

/** The instants of an incident as far as they are known. */
export type Milestones = Readonly<Record<Milestone, Date | null>>;

/** A span between two milestones that are both known. */
export interface Measurement {
  readonly name: MeasurementName;
  readonly fromMilestone: Milestone;
  readonly toMilestone: Milestone;
  readonly from: Date;
  readonly to: Date;
  /** 0 or more. */
  readonly seconds: number;
}

/**
 * What can be measured of an incident. A span of which an end is unknown is left out, and so is one
 * that ends before it begins, as imported data and early warnings may have it: a negative time to
 * detect would spoil every figure made from it.
 */
export function measurementsOf(milestones: Milestones): Measurement[] {
  return Object.entries(MEASUREMENTS).flatMap(([name, [fromMilestone, toMilestone]]) => {
    const from = milestones[fromMilestone];
    const to = milestones[toMilestone];
    if (from === null || to === null || to < from) return [];
    const seconds = (to.getTime() - from.getTime()) / 1000;
    return [{ name: name as MeasurementName, fromMilestone, toMilestone, from, to, seconds }];
  });
}

/**
 * Pairs of which the second cannot come before the first, whatever happened. The usual order of the
 * others is often broken: a rollback helps before the cause is known, an alert fires before anybody
 * feels the impact.
 */
const NEVER_BEFORE = [
  ['startedAt', 'mitigatedAt'],
  ['startedAt', 'resolvedAt'],
  ['detectedAt', 'acknowledgedAt'],
] as const satisfies readonly (readonly [Milestone, Milestone])[];

/**
 * Looks at the milestones as they will be. A pair that stays as it was is let pass, so that an
 * imported incident can be edited in its other fields.
 * @param given the milestones that the caller sets
 * @throws FupanError VALIDATION about the first impossible pair, naming both
 */
export function refuseImpossible(milestones: Milestones, given: ReadonlySet<string>): void {
  for (const [earlier, later] of NEVER_BEFORE) {
    const from = milestones[earlier];
    const to = milestones[later];
    if (from === null || to === null || to >= from) continue;
    const fault = [later, earlier].find((name) => given.has(name));
    if (fault) {
      throw new FupanError('VALIDATION', 'milestonesOutOfOrder', { earlier, later }, [
        'input',
        fault,
      ]);
    }
  }
}
