import { oneOf, word } from '../app/address.js';

/** How many weeks a burn-up can show: a quarter, half a year, a year. */
export const SPANS = ['13', '26', '52'] as const;

/** Whose actions, and over how many weeks; left out: everybody's, over half a year. */
export interface TrendsAddress {
  readonly team?: string | undefined;
  readonly weeks?: (typeof SPANS)[number] | undefined;
}

export const trendsAddress = (search: Record<string, unknown>): TrendsAddress => ({
  team: word(search, 'team'),
  weeks: oneOf(search, 'weeks', SPANS),
});
