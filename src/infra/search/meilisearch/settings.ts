import { isDeepStrictEqual } from 'node:util';

import type { Settings } from 'meilisearch';

import { synonymKey, type Synonyms } from '../../../core/text/synonyms.js';
import { FILTER_FIELDS } from '../search-index.js';
import {
  comparedAttribute,
  FORMAT,
  HELPFUL,
  searchedTokens,
  SPELLING,
  TEXT_ATTRIBUTES,
} from './stored-document.js';

/** More values of one field than this are not listed. */
export const FACET_VALUES = 100;
/** Totals are counted up to here. */
const MOST_HITS = 1_000_000;
/** After this Meilisearch answers with what it has found so far. */
const CUTOFF_MS = 300;

/** What a word of the glossary is asked for as: one word, which Meilisearch takes for its whole group. */
export function synonymWord(text: string): string {
  return searchedTokens(text).join('');
}

/** For each word of the glossary, as it is asked for, all words that mean the same. */
export function synonymSettings(
  glossary: readonly (readonly string[])[],
  synonyms: Synonyms,
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const word of glossary.flat()) {
    const key = synonymWord(word);
    const same = [word, ...(synonyms.of(synonymKey(word)) ?? [])];
    const phrases = same.map((one) => searchedTokens(one).join(' '));
    const others = phrases.filter((phrase) => phrase !== '' && phrase !== key);
    if (key !== '') found[key] = [...new Set([...(found[key] ?? []), ...others])].sort();
  }
  return found;
}

/** How the index is to be kept. */
export function indexSettings(synonyms: Record<string, string[]>): Settings {
  return {
    searchableAttributes: [...TEXT_ATTRIBUTES, SPELLING],
    filterableAttributes: [
      ...['key', 'space', 'occurred_at', FORMAT],
      ...FILTER_FIELDS.flatMap((field) => [field, comparedAttribute(field)]),
    ].sort(),
    sortableAttributes: ['occurred_at', 'updated_at', HELPFUL],
    displayedAttributes: ['id', 'stamp', SPELLING],
    // What was typed comes before what means the same or only begins like it.
    rankingRules: ['words', 'typo', 'exactness', 'proximity', 'attribute', 'sort'],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      disableOnAttributes: [...TEXT_ATTRIBUTES].sort(),
    },
    synonyms,
    pagination: { maxTotalHits: MOST_HITS },
    faceting: { maxValuesPerFacet: FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    searchCutoffMs: CUTOFF_MS,
    facetSearch: false,
  };
}

/**
 * Whether an index is kept as it should be: `outdated` if only making it anew helps, `synonyms` if
 * the glossary has changed, which concerns queries only.
 */
export function compareSettings(
  found: Settings,
  wanted: Settings,
): 'current' | 'synonyms' | 'outdated' {
  const sorted = (names: unknown): unknown =>
    Array.isArray(names) ? names.map((name) => JSON.stringify(name)).sort() : names;
  const isSame =
    isDeepStrictEqual(found.searchableAttributes, wanted.searchableAttributes) &&
    isDeepStrictEqual(found.rankingRules, wanted.rankingRules) &&
    (['filterableAttributes', 'sortableAttributes', 'displayedAttributes'] as const).every((name) =>
      isDeepStrictEqual(sorted(found[name]), sorted(wanted[name])),
    ) &&
    isDeepStrictEqual(
      sorted(found.typoTolerance?.disableOnAttributes),
      sorted(wanted.typoTolerance?.disableOnAttributes),
    );
  if (!isSame) return 'outdated';
  const same = (settings: Settings): [string, unknown][] =>
    Object.entries(settings.synonyms ?? {})
      .map(([word, others]): [string, unknown] => [word, [...others].sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return isDeepStrictEqual(same(found), same(wanted)) ? 'current' : 'synonyms';
}
