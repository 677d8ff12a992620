import type { Chart, ChartDataset, ChartOptions, LegendItem } from 'chart.js';

import type { Colour } from './chart.js';

const FONT = {
  family: 'system-ui, -apple-system, "Segoe UI", "Noto Sans TC", "Noto Sans SC", sans-serif',
  size: 13,
} as const;

/** How the charts of this page look: whole numbers from nothing, few lines, no motion. */
export function lookOf(
  colour: Colour,
  {
    isStacked,
    language,
    across,
  }: { readonly isStacked: boolean; readonly language: string; readonly across?: string },
): ChartOptions {
  const ink = { color: colour('--soft'), font: FONT } as const;
  return {
    animation: false,
    maintainAspectRatio: false,
    locale: language,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        stacked: isStacked,
        grid: { display: false },
        border: { color: colour('--line') },
        // Bars have all their names; of weeks, some are enough.
        ticks: { ...ink, maxRotation: 0, autoSkip: !isStacked, autoSkipPadding: 12 },
        title: { ...ink, display: across !== undefined, text: across ?? '' },
      },
      y: {
        stacked: isStacked,
        beginAtZero: true,
        grid: { color: colour('--rule') },
        border: { display: false },
        ticks: { ...ink, precision: 0 },
      },
    },
    plugins: {
      legend: {
        position: 'bottom',
        labels: {
          color: colour('--ink'),
          font: FONT,
          boxWidth: 28,
          ...(isStacked ? {} : { usePointStyle: true, generateLabels: asDrawn(colour('--ink')) }),
        },
      },
      tooltip: {
        titleFont: FONT,
        bodyFont: FONT,
        backgroundColor: colour('--surface'),
        borderColor: colour('--line'),
        borderWidth: 1,
        titleColor: colour('--ink'),
        bodyColor: colour('--ink'),
        usePointStyle: !isStacked,
      },
    },
  };
}

/** In the legend a line is dashed as it is in the chart. */
const asDrawn =
  (fontColor: string) =>
  ({ data }: Chart): LegendItem[] =>
    (data.datasets as ChartDataset<'line'>[]).map((line, datasetIndex) => ({
      text: line.label ?? '',
      fontColor,
      datasetIndex,
      pointStyle: 'line',
      strokeStyle: line.borderColor as string,
      lineDash: line.borderDash as number[],
      lineWidth: line.borderWidth as number,
    }));
