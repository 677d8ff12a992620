/** A piece of prose of a case. */
export type Part =
  { readonly kind: 'summary' } | { readonly kind: 'section'; readonly position: number };
