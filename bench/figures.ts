/** One line of the report: what was measured, how it came out, and what was to be reached. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against; absent where there is only something to know. */
  readonly target?: { readonly at: 'most' | 'least'; readonly value: number };
}

/** Whether a figure reached its target; true where it has none. */
export function reached({ value, target }: Figure): boolean {
  if (!target) return true;
  return target.at === 'most' ? value <= target.value : value >= target.value;
}

/** The value below which `share` of the samples lie, by nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** The figures as a table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, target } = figure;
    const aim = target ? `${target.at === 'most' ? '≤' : '≥'} ${target.value}` : '';
    return [
      name,
      `${round(value)} ${unit}`,
      aim,
      target ? (reached(figure) ? 'ok' : 'MISSED') : '',
    ];
  });
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
