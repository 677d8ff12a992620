import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import { combined } from '../finding/combining.js';
import type { DocumentTable } from '../finding/document-table.js';
import { keyOf, phrasesOf, type Match, type Phrase } from '../finding/match.js';
import type { RankedSlot } from '../finding/ranking.js';
import { bestOf, type Holders } from '../finding/scoring.js';
import type { Ranked, Sees, Slots, TextIndex } from '../finding/text-index.js';
import { holdersInARow, holdersOfAny } from './phrases.js';
import type { PostingReader, Segment } from './posting-reader.js';
import type { Postings } from './postings.js';

/** Questions to the text table of an index file, as it is at one moment. */
export class EmbeddedTextIndex implements TextIndex {
  private readonly segments: readonly Segment[];
  private readonly postings = new Map<string, Postings>();
  private readonly holders = new Map<string, Holders>();

  constructor(
    private readonly reader: PostingReader,
    private readonly documents: DocumentTable,
  ) {
    this.segments = reader.segments();
  }

  slots(match: Match): Slots {
    const slots = phrasesOf(match).map(
      (phrase) => [keyOf(phrase), this.held(phrase).slots] as const,
    );
    return combined(match, new Map(slots), this.documents.slotCount);
  }

  matches(match: Match, sees: Sees): boolean {
    for (const slot of this.slots(match)) if (sees(slot)) return true;
    return false;
  }

  frequencies(texts: readonly string[], sees: Sees): number[] {
    return texts.map((text) => {
      const holders = tokenSequence(fold(text)).tokens.map((token) => {
        let count = 0;
        for (const slot of this.postingsOf(stem(token)).rows().slots) if (sees(slot)) count += 1;
        return count;
      });
      return Math.min(...holders);
    });
  }

  rank(
    match: Match,
    ranked: Ranked,
    { limit, offset }: { limit: number; offset: number },
  ): RankedSlot[] {
    const phrases = phrasesOf(match).map((phrase) => this.held(phrase));
    return bestOf(this.documents, ranked, phrases, offset + limit).slice(offset);
  }

  private held(phrase: Phrase): Holders {
    const key = keyOf(phrase);
    const held = this.holders.get(key) ?? this.holding(phrase);
    this.holders.set(key, held);
    return held;
  }

  private holding({ tokens, prefix }: Phrase): Holders {
    const stems = tokens.map(stem);
    const words = (prefix ? stems.slice(0, -1) : stems).map((one) => this.postingsOf(one));
    const endings = prefix ? this.reader.beginning(stems.at(-1) ?? '', this.segments) : undefined;
    const { spaces } = this.documents.columns();
    if (stems.length === 1) return holdersOfAny(endings ?? words, spaces);
    return this.known(holdersInARow(words, endings));
  }

  private postingsOf(stemmed: string): Postings {
    const postings = this.postings.get(stemmed) ?? this.reader.of(stemmed, this.segments);
    this.postings.set(stemmed, postings);
    return postings;
  }

  /** Without documents that are gone, or that have come a moment ago. */
  private known({ slots, frequencies }: Holders): Holders {
    const isKnown = (slot: number) => this.documents.isAt(slot);
    if (slots.every(isKnown)) return { slots, frequencies };
    return {
      slots: slots.filter(isKnown),
      frequencies: Array.from(frequencies).filter((_, at) => isKnown(slots[at] ?? 0)),
    };
  }
}
