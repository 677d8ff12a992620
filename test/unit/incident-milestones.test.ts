import { describe, expect, it } from '@jest/globals';

import { MILESTONES } from '../../src/core/vocabulary.js';
import {
  measurementsOf,
  refuseImpossible,
  type Milestones,
} from '../../src/features/incident/incident-milestones.js';

/** Milestones as minutes after noon. */
function at(minutes: Partial<Record<keyof Milestones, number>>): Milestones {
  const instants = MILESTONES.map((name) => {
    const minute = minutes[name];
    return [name, minute === undefined ? null : new Date(Date.UTC(2026, 2, 1, 12, minute))];
  });
  return Object.fromEntries(instants) as Milestones;
}

const spans = (minutes: Parameters<typeof at>[0]) =>
  Object.fromEntries(measurementsOf(at(minutes)).map(({ name, seconds }) => [name, seconds]));

describe('measurements', () => {
  it('every span has both of its milestones', () => {
    expect(
      spans({
        startedAt: 0,
        detectedAt: 1,
        acknowledgedAt: 2,
        identifiedAt: 4,
        mitigatedAt: 8,
        resolvedAt: 16,
        verifiedAt: 32,
      }),
    ).toEqual({ TTD: 60, TTA: 60, TTI: 180, TTM: 420, TTR: 960, TTV: 960 });
  });

  it('a span of which one end is unknown is left out; one of no length is kept', () => {
    expect(spans({ startedAt: 0, resolvedAt: 0 })).toEqual({ TTR: 0 });
  });

  it('a span that ends before it begins is left out', () => {
    expect(spans({ startedAt: 5, detectedAt: 0, resolvedAt: 6 })).toEqual({ TTR: 60 });
  });
});

describe('milestones that cannot be', () => {
  const given = (...names: string[]) => new Set(names);

  it.each([
    ['mitigatedAt', 'startedAt'],
    ['resolvedAt', 'startedAt'],
    ['acknowledgedAt', 'detectedAt'],
  ] as const)('%s before %s is refused, at the field that was given', (later, earlier) => {
    const impossible = at({ [later]: 0, [earlier]: 1 });
    expect(() => {
      refuseImpossible(impossible, given(earlier));
    }).toThrow(
      expect.objectContaining({
        messageKey: 'milestonesOutOfOrder',
        params: { earlier, later },
        field: ['input', earlier],
      }),
    );
    expect(() => {
      refuseImpossible(impossible, given(earlier, later));
    }).toThrow(expect.objectContaining({ field: ['input', later] }));
    expect(() => {
      refuseImpossible(at({ [later]: 1, [earlier]: 1 }), given(later));
    }).not.toThrow();
  });

  it('what an import brought in does not stand in the way of another change', () => {
    expect(() => {
      refuseImpossible(at({ startedAt: 1, resolvedAt: 0 }), given('title', 'verifiedAt'));
    }).not.toThrow();
  });
});
