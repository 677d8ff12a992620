import { median, percentile, type Figure } from '../figures.js';
import type { Rival } from '../rivals/rivals.js';
import type { Asked } from './latency.js';
import { QUERY_TYPES, type QueryType } from './queries.js';
import type { SearchTargets } from './targets.js';

/** Whether somebody would type it in good faith; only that is in the mixed set. */
export function isHonest({ query: { type } }: Pick<Asked, 'query'>): boolean {
  return type !== 'hostile';
}

const POINTED: readonly QueryType[] = ['rare word', 'identifier'];

/** How long complete requests took: all kinds together, then each by itself. */
export function latencyFigures(asked: readonly Asked[], targets: SearchTargets): Figure[] {
  const mixed = asked.filter(isHonest);
  const all = mixed.flatMap(({ ours }) => ours);
  const inside = mixed.flatMap((one) => one.inside);
  return [
    figure('search over HTTP, p50', percentile(all, 0.5), 'ms', targets.p50),
    figure('search over HTTP, p95', percentile(all, 0.95), 'ms', targets.p95),
    figure('search over HTTP, p99', percentile(all, 0.99), 'ms', targets.p99),
    figure('of that the search itself, p50', percentile(inside, 0.5), 'ms'),
    figure('of that the search itself, p95', percentile(inside, 0.95), 'ms'),
    ...QUERY_TYPES.flatMap((type) => {
      const ofType = asked.filter(({ query }) => query.type === type);
      const samples = ofType.flatMap(({ ours }) => ours);
      const p95 = POINTED.includes(type) ? targets.pointedP95 : undefined;
      return [
        figure(`${type}, p50`, percentile(samples, 0.5), 'ms'),
        figure(`${type}, p95`, percentile(samples, 0.95), 'ms', p95),
        figure(`${type}, p99`, percentile(samples, 0.99), 'ms'),
      ];
    }),
    figure(
      'queries that find nothing',
      share(mixed, ({ totalCount }) => totalCount === 0),
      '%',
    ),
  ];
}

/** How long each rival took for the same queries, and how it stands to us. */
export function rivalFigures(asked: readonly Asked[], rivals: readonly Rival[]): Figure[] {
  return rivals.flatMap(({ name, buildMs }) => {
    const met = asked.filter(isHonest).flatMap((one) => {
      const answers = one.rivals.get(name);
      return answers === undefined ? [] : [{ ...one, ...answers }];
    });
    const samples = met.flatMap(({ ms }) => ms);
    return [
      ...(Number.isNaN(buildMs) ? [] : [figure(`${name}: made in`, buildMs / 1_000, 's')]),
      figure(`${name}: p50`, percentile(samples, 0.5), 'ms'),
      figure(`${name}: p95`, percentile(samples, 0.95), 'ms'),
      figure(
        `${name} / complete request to us`,
        median(met.map(({ ms, ours }) => median(ms) / median(ours))),
        '×',
      ),
      figure(
        `${name}: queries that find nothing`,
        share(met, ({ hits }) => hits === 0),
        '%',
      ),
    ];
  });
}

/** In per cent. */
export function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return (100 * items.filter(test).length) / Math.max(1, items.length);
}

/** A figure, with its target where there is one. */
export function figure(
  name: string,
  value: number,
  unit: string,
  target?: Figure['target'],
): Figure {
  return { name, value, unit, ...(target && { target }) };
}
