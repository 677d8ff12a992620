/** A stretch of one list that another one has instead of a stretch of its own; either may be empty. */
export interface Change {
  readonly oldAt: number;
  readonly oldLength: number;
  readonly newAt: number;
  readonly newLength: number;
}

/** Differences from which two lists are taken to have nothing in common: work and memory grow with their square. */
const MOST = 1_500;

/**
 * The fewest changes that make one list of another, after Myers (1986): quick where little differs,
 * however long the lists are and however often they repeat themselves.
 */
export function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  if (old.length === 0 && now.length === 0) return [];
  const steps = stepsOf(old, now) ?? [
    { oldAt: 0, oldLength: old.length, newAt: 0, newLength: now.length },
  ];
  return joined(steps).map((change) => ({
    ...change,
    oldAt: change.oldAt + head,
    newAt: change.newAt + head,
  }));
}

/** Every single removal and addition, from the first to the last; null if there are too many. */
function stepsOf(old: readonly string[], now: readonly string[]): Change[] | null {
  const most = Math.min(MOST, old.length + now.length);
  // The furthest place in the old list on each diagonal, and what it was before each round.
  const reach = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  const middle = most + 1;
  for (let round = 0; round <= most; round += 1) {
    rounds.push(reach.slice(middle - round - 1, middle + round + 2));
    for (let diagonal = -round; diagonal <= round; diagonal += 2) {
      let x = isDown(reach, middle, diagonal, round)
        ? (reach[middle + diagonal + 1] ?? 0)
        : (reach[middle + diagonal - 1] ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      reach[middle + diagonal] = x;
      if (x >= old.length && x - diagonal >= now.length)
        return wayBack(rounds, old.length, now.length);
    }
  }
  return null;
}

/** Whether the way to a diagonal comes by an addition rather than a removal. */
const isDown = (reach: Int32Array, middle: number, diagonal: number, round: number): boolean =>
  diagonal === -round ||
  (diagonal !== round && (reach[middle + diagonal - 1] ?? 0) < (reach[middle + diagonal + 1] ?? 0));

function wayBack(rounds: readonly Int32Array[], oldLength: number, newLength: number): Change[] {
  const steps: Change[] = [];
  let [x, y] = [oldLength, newLength];
  for (let round = rounds.length - 1; round > 0; round -= 1) {
    const reach = rounds[round] ?? new Int32Array();
    const middle = round + 1;
    const diagonal = x - y;
    const down = isDown(reach, middle, diagonal, round);
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = reach[middle + from] ?? 0;
    const fromY = fromX - from;
    steps.push(
      down
        ? { oldAt: fromX, oldLength: 0, newAt: fromY, newLength: 1 }
        : { oldAt: fromX, oldLength: 1, newAt: fromY, newLength: 0 },
    );
    [x, y] = [fromX, fromY];
  }
  return steps.reverse();
}

/** Changes that follow each other directly are one. */
function joined(steps: readonly Change[]): Change[] {
  const changes: Change[] = [];
  for (const step of steps) {
    const last = changes.at(-1);
    const isNext =
      last &&
      last.oldAt + last.oldLength === step.oldAt &&
      last.newAt + last.newLength === step.newAt;
    if (!isNext) changes.push(step);
    else {
      changes[changes.length - 1] = {
        ...last,
        oldLength: last.oldLength + step.oldLength,
        newLength: last.newLength + step.newLength,
      };
    }
  }
  return changes;
}
