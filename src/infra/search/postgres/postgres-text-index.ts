import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import { inverseFrequency, saturation } from '../finding/bm25.js';
import type { DocumentTable } from '../finding/document-table.js';
import { keyOf, phrasesOf, type Match, type Phrase } from '../finding/match.js';
import { bestFirst, type RankedSlot } from '../finding/ranking.js';
import type { Ranked, Sees, TextIndex } from '../finding/text-index.js';
import type { IndexTables } from './index-tables.js';
import { SlotLists, type KeptLists } from './slot-lists.js';
import { FREQUENCIES, frequencyQuery, phraseQuery, stemQuery } from './text-vector.js';
import type { Questions } from './transaction.js';

/** In a longer phrase it does not matter how often each of its words occurs. */
const LONGEST_COUNTED = 6;

/**
 * Questions to the text table of an index. PostgreSQL only says which documents hold a phrase, or a
 * stem so often; what that counts is computed here, from what everybody may see.
 */
export class PostgresTextIndex implements TextIndex {
  private readonly lists: SlotLists;
  private readonly closedLists: SlotLists;

  constructor(
    private readonly client: Questions,
    private readonly tables: IndexTables,
    private readonly documents: DocumentTable,
    kept: KeptLists,
  ) {
    this.lists = new SlotLists(client, tables, kept);
    this.closedLists = new SlotLists(client, tables, kept, 'NOT is_open AND');
  }

  async slots(match: Match): Promise<readonly number[]> {
    const holders = await this.holders(phrasesOf(match));
    return combined(match, holders, this.documents.slotCount);
  }

  async matches(match: Match, sees: Sees): Promise<boolean> {
    return (await this.slots(match)).some(sees);
  }

  async frequencies(texts: readonly string[], sees: Sees): Promise<number[]> {
    const stems = texts.map((text) => tokenSequence(fold(text)).tokens.map(stem));
    const counts = await this.counts([...new Set(stems.flat())], sees);
    return stems.map((all) => Math.min(...all.map((one) => counts.get(one) ?? 0)));
  }

  async rank(
    match: Match,
    { slots, weights }: Ranked,
    page: { limit: number; offset: number },
  ): Promise<RankedSlot[]> {
    const scores = await this.scores(match);
    if (weights !== undefined) {
      for (const slot of slots) scores[slot] = (scores[slot] ?? 0) * (weights[slot] ?? 0);
    }
    const end = page.offset + page.limit;
    return best(scores, slots, end).slice(page.offset, end);
  }

  /** For each slot the score of its document, in BM25. */
  private async scores(match: Match): Promise<Float64Array> {
    const { documents } = this;
    const phrases = phrasesOf(match);
    const holders = await this.holders(phrases);
    const scores = new Float64Array(documents.slotCount);
    await Promise.all(
      phrases.map(async (phrase) => {
        const slots = holders.get(keyOf(phrase)) ?? [];
        if (slots.length === 0) return;
        const frequencies = await this.frequenciesOf(phrase);
        const all = 'isCovered' in phrase ? await this.lists.ofAll([phraseQuery(phrase)]) : [slots];
        const open = (all[0] ?? []).filter((slot) => documents.isOpenAt(slot)).length;
        const idf = inverseFrequency(open, documents.openSize);
        for (const slot of slots) {
          const length = documents.lengthAt(slot) / documents.openLength;
          const part = idf * saturation(Math.max(1, frequencies[slot] ?? 0), length);
          scores[slot] = (scores[slot] ?? 0) + part;
        }
      }),
    );
    return scores;
  }

  /** For each slot how often its document holds all words of the phrase; 0 where that is once. */
  private async frequenciesOf({ tokens, prefix }: Phrase): Promise<Uint8Array> {
    if (tokens.length > LONGEST_COUNTED) return new Uint8Array(0);
    const [first = new Uint8Array(0), ...rest] = await Promise.all(
      tokens.map((token, at) =>
        this.frequenciesOfStem(stem(token), prefix && at === tokens.length - 1),
      ),
    );
    for (const other of rest) {
      for (let slot = 0; slot < first.length; slot += 1) {
        first[slot] = Math.min(first[slot] ?? 0, other[slot] ?? 0);
      }
    }
    return first;
  }

  private async frequenciesOfStem(stemmed: string, prefix: boolean): Promise<Uint8Array> {
    const lists = await this.lists.ofAll(
      FREQUENCIES.map((often) => frequencyQuery(stemmed, often, prefix)),
    );
    const frequencies = new Uint8Array(this.documents.slotCount);
    FREQUENCIES.forEach((often, at) => {
      for (const slot of lists[at] ?? []) frequencies[slot] = often;
    });
    return frequencies;
  }

  /**
   * The slots of the documents that hold each of the phrases, by its key. Where the words that an
   * unfinished one begins are known, only those that not everybody may see are asked for others.
   */
  private async holders(
    phrases: readonly Phrase[],
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    const covered = phrases.filter((phrase) => 'isCovered' in phrase);
    const others = phrases.filter((phrase) => !('isCovered' in phrase));
    const lists = [
      ...(await this.lists.ofAll(others.map(phraseQuery))),
      ...(await this.closedLists.ofAll(covered.map(phraseQuery))),
    ];
    return new Map([...others, ...covered].map((phrase, at) => [keyOf(phrase), lists[at] ?? []]));
  }

  /** How many of the documents that the viewer sees hold each of the stems. */
  private async counts(stems: readonly string[], sees: Sees): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.client.query<{ lexeme: string; documents: number }>(
      `SELECT lexeme, documents FROM ${this.tables.lexeme} WHERE lexeme = ANY($1)`,
      [stems],
    );
    const counts = new Map(rows.map(({ lexeme, documents }) => [lexeme, documents]));
    if (!this.seesClosed(sees)) return counts;
    const closed = await this.closedLists.ofAll(stems.map(stemQuery));
    stems.forEach((one, at) => {
      counts.set(one, (counts.get(one) ?? 0) + (closed[at] ?? []).filter(sees).length);
    });
    return counts;
  }

  /** Whether the viewer sees anything that not everybody does. */
  private seesClosed(sees: Sees): boolean {
    for (let slot = 0; slot < this.documents.slotCount; slot += 1) {
      if (!this.documents.isOpenAt(slot) && sees(slot)) return true;
    }
    return false;
  }
}

/** The slots that match, of those that hold its phrases. */
function combined(
  match: Match,
  holders: ReadonlyMap<string, readonly number[]>,
  slotCount: number,
): readonly number[] {
  if (match.kind === 'phrase') return holders.get(keyOf(match)) ?? [];
  const lists = match.parts.map((part) => combined(part, holders, slotCount));
  const wanted = match.kind === 'every' ? lists.length : 1;
  const counts = new Uint16Array(slotCount);
  const found: number[] = [];
  for (const list of lists) {
    for (const slot of list) {
      const count = (counts[slot] ?? 0) + 1;
      counts[slot] = count;
      if (count === wanted) found.push(slot);
    }
  }
  return found;
}

/** The best of the slots, in order. */
function best(scores: Float64Array, slots: readonly number[], most: number): RankedSlot[] {
  // To sort plain numbers first takes a tenth of the time.
  const sorted = Float64Array.from(slots, (slot) => scores[slot] ?? 0).sort();
  const least = sorted[Math.max(0, sorted.length - most)] ?? 0;
  return slots
    .flatMap((slot) => {
      const score = scores[slot] ?? 0;
      return score >= least ? [{ slot, score }] : [];
    })
    .sort(bestFirst);
}
