import type { ChartConfiguration } from 'chart.js';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ActionTrendsQuery } from '../gql/documents.js';
import { Chart, type Colour } from './chart.js';
import { lookOf } from './look.js';
import { TrendTable } from './trend-table.js';
import css from './trend.module.css';

type Ageing = NonNullable<ActionTrendsQuery['actionTrends']>['ageing'];

const STANDINGS = ['overdue', 'inTime', 'withoutDate', 'paused'] as const;

const COLOURS: Readonly<Record<(typeof STANDINGS)[number], `--${string}`>> = {
  overdue: '--fault',
  inTime: '--accent',
  withoutDate: '--line',
  paused: '--rule',
};

/** How long what is open has been waiting. */
export function AgeingChart({ ageing }: { readonly ageing: Ageing }) {
  const { t, i18n } = useTranslation('trend');
  const { bands, count, medianDays, p90Days } = ageing;
  const make = useCallback(
    (colour: Colour): ChartConfiguration => ({
      type: 'bar',
      data: {
        labels: bands.map(ageOf),
        datasets: STANDINGS.map((standing) => ({
          label: t(standing),
          data: bands.map((band) => band[standing]),
          backgroundColor: colour(COLOURS[standing]),
          borderColor: colour('--line'),
          borderWidth: 1,
          maxBarThickness: 72,
        })),
      },
      options: lookOf(colour, { isStacked: true, language: i18n.language, across: t('age') }),
    }),
    [bands, t, i18n.language],
  );
  const summary =
    medianDays === null || p90Days === null
      ? t('nothingOpen')
      : t('ages', { count, median: medianDays, p90: p90Days });
  return (
    <section className={css['section']}>
      <h2>{t('ageing')}</h2>
      <p>{summary}</p>
      {count > 0 && (
        <>
          <Chart label={`${t('ageing')}: ${summary}`} make={make} />
          <TrendTable
            head={[t('age'), ...STANDINGS.map((standing) => t(standing))]}
            rows={bands.map((band) => [ageOf(band), ...STANDINGS.map((each) => band[each])])}
          />
        </>
      )}
      <p className={css['definition']}>{t('ageingMeans')}</p>
    </section>
  );
}

/** `0–7`, `183+`. */
const ageOf = ({ fromDays, toDays }: Ageing['bands'][number]): string =>
  toDays === null ? `${fromDays}+` : `${fromDays}–${toDays}`;
