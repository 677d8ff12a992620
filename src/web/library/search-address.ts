import { word, words } from '../app/address.js';
import { LANGUAGES } from '../app/language.js';
import type { FactorCategory, PostmortemStatus, SearchFilter, Severity } from '../gql/documents.js';

/** The fields that hits can be narrowed by, as the API counts them. */
export const FACETS = [
  'severity',
  'service',
  'team',
  'category',
  'tag',
  'status',
  'language',
] as const;
export type FacetName = (typeof FACETS)[number];

/** What the address of the first screen says: the query, and what narrows it. */
export type SearchAddress = Readonly<Partial<Record<FacetName, readonly string[] | undefined>>> & {
  readonly q?: string | undefined;
};

/** Reads the address of the first screen; what it does not know it leaves out. */
export function searchAddress(search: Record<string, unknown>): SearchAddress {
  const facets = FACETS.map((name) => [name, words(search, name)] as const);
  return {
    q: word(search, 'q'),
    ...Object.fromEntries(facets.filter(([, values]) => values)),
  };
}

/** True if something besides the query narrows the search. */
export const isNarrowed = (address: SearchAddress): boolean =>
  FACETS.some((name) => address[name] !== undefined);

/** True if the address asks for nothing: there is nothing to search for yet. */
export const isEmpty = (address: SearchAddress): boolean =>
  (address.q ?? '').trim() === '' && !isNarrowed(address);

/** What narrows the search, as the API takes it. */
export function filterOf(address: SearchAddress): SearchFilter {
  return {
    severity: address.severity as Severity[] | undefined,
    service: address.service as string[] | undefined,
    team: address.team as string[] | undefined,
    tag: address.tag as string[] | undefined,
    category: address.category as FactorCategory[] | undefined,
    status: address.status as PostmortemStatus[] | undefined,
    language: address.language?.flatMap((tag) =>
      tag in LANGUAGES ? [LANGUAGES[tag as keyof typeof LANGUAGES]] : [],
    ),
  };
}

/** The same address with one value of one facet put in or taken out. */
export function toggled(address: SearchAddress, name: FacetName, value: string): SearchAddress {
  const present = address[name] ?? [];
  const values = present.includes(value)
    ? present.filter((each) => each !== value)
    : [...present, value];
  return { ...address, [name]: values.length === 0 ? undefined : values };
}
