import type { ChartConfiguration } from 'chart.js';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ActionTrendsQuery } from '../gql/documents.js';
import { calendarDay } from '../ui/time.js';
import { Chart, type Colour } from './chart.js';
import { lookOf } from './look.js';
import { TrendTable } from './trend-table.js';
import css from './trend.module.css';

type Trends = NonNullable<ActionTrendsQuery['actionTrends']>;

const LINES = ['proposed', 'done', 'verified', 'effective'] as const;

/** Each line can be told from the others without its colour. */
const LOOK = {
  proposed: { colour: '--soft', dash: [] },
  done: { colour: '--warn', dash: [8, 4] },
  verified: { colour: '--accent', dash: [2, 3] },
  effective: { colour: '--good', dash: [] },
} as const satisfies Record<(typeof LINES)[number], object>;

/** How many actions there are, and how far they have come, week by week. */
export function BurnUpChart({ trends: { burnUp, zone } }: { readonly trends: Trends }) {
  const { t, i18n } = useTranslation('trend');
  const make = useCallback(
    (colour: Colour): ChartConfiguration => ({
      type: 'line',
      data: {
        labels: burnUp.map(({ week }) => week),
        datasets: LINES.map((line) => ({
          label: t(line),
          data: burnUp.map((point) => point[line]),
          borderColor: colour(LOOK[line].colour),
          backgroundColor: colour(LOOK[line].colour),
          borderDash: [...LOOK[line].dash],
          borderWidth: line === 'proposed' ? 1.5 : 2.5,
          pointRadius: 0,
          pointHitRadius: 12,
        })),
      },
      options: lookOf(colour, { isStacked: false, language: i18n.language }),
    }),
    [burnUp, t, i18n.language],
  );
  const last = burnUp.at(-1);
  const summary = t('burnUpNow', {
    proposed: last?.proposed ?? 0,
    done: last?.done ?? 0,
    effective: last?.effective ?? 0,
    rejected: last?.rejected ?? 0,
  });
  return (
    <section className={css['section']}>
      <h2>{t('burnUp')}</h2>
      <p>{summary}</p>
      <Chart label={`${t('burnUp')}: ${summary}`} make={make} />
      <TrendTable
        head={[t('week'), t('until'), ...LINES.map((line) => t(line)), t('rejected')]}
        rows={burnUp
          .toReversed()
          .map((point) => [
            point.week,
            calendarDay(lastDayOf(point.at, zone), i18n.language),
            ...LINES.map((line) => point[line]),
            point.rejected,
          ])}
      />
      <p className={css['definition']}>{t('burnUpMeans', { zone })}</p>
    </section>
  );
}

/** The day that is over, or nearly so, at an instant. */
const lastDayOf = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
    Date.parse(at) - 1,
  );
