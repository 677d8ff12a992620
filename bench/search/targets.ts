import type { Figure } from '../figures.js';

type Target = NonNullable<Figure['target']>;
const most = (value: number): Target => ({ at: 'most', value });
const least = (value: number): Target => ({ at: 'least', value });

/** What a search is to reach. */
export interface SearchTargets {
  readonly p50?: Target;
  readonly p95?: Target;
  readonly p99?: Target;
  /** Rare words and identifiers. */
  readonly pointedP95?: Target;
  readonly timesBare?: Target;
  /** With ten connections. */
  readonly perSecond?: Target;
  readonly loopDelay?: Target;
  readonly residentMb?: Target;
  readonly rebuildS?: Target;
  readonly visibleMs: Target;
  readonly emptyPrefixes: Target;
}

const ALWAYS = { visibleMs: most(1_000), emptyPrefixes: most(1) };
const SMALL: SearchTargets = {
  ...ALWAYS,
  p50: most(5),
  p95: most(25),
  perSecond: least(250),
};
const LARGE: SearchTargets = {
  ...ALWAYS,
  p50: most(8),
  p95: most(40),
  p99: most(100),
  pointedP95: most(8),
  timesBare: most(2),
  perSecond: least(150),
  loopDelay: most(20),
  residentMb: most(350),
  rebuildS: most(60),
};

/** Those for 10,000 cases hold up to there, those for 100,000 above. */
export function targetsFor(cases: number): SearchTargets {
  return cases <= 10_000 ? SMALL : LARGE;
}
