/** What cases of one language are written in. Names in braces are filled in by `fill`. */
export interface Sentences {
  readonly titles: readonly string[];
  /** What is told of any outage. */
  readonly story: readonly string[];
  readonly causes: readonly string[];
  readonly impacts: readonly string[];
  readonly timeline: readonly string[];
  readonly actions: readonly string[];
  /** Sentences of words that stand nowhere else, and in what share of the cases one of them stands. */
  readonly known: readonly { readonly share: number; readonly lines: readonly string[] }[];
  readonly headings: readonly [story: string, cause: string, impact: string];
  readonly tags: readonly string[];
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
  readonly adverbs: readonly string[];
}
