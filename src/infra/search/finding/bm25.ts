/** The constants of BM25, as FTS5 has them. */
const K1 = 1.2;
const B = 0.75;
/** What FTS5 counts a word that more than half of the documents hold. */
const LEAST_IDF = 1e-6;

/** What it counts that a document holds something which so many of all documents hold. */
export function inverseFrequency(holders: number, documents: number): number {
  return Math.max(LEAST_IDF, Math.log((documents - holders + 0.5) / (holders + 0.5)));
}

/**
 * What it counts how often a document holds it.
 * @param length of the document, 1 being the average
 */
export function saturation(frequency: number, length: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
}
