import { fold } from '../../../core/text/fold.js';
import { tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import { combined } from '../finding/combining.js';
import type { DocumentTable } from '../finding/document-table.js';
import { keyOf, phrasesOf, type Match, type Phrase } from '../finding/match.js';
import type { NumberRoom } from '../finding/number-room.js';
import type { RankedSlot } from '../finding/ranking.js';
import { bestOf, type Holders } from '../finding/scoring.js';
import type { Ranked, Slots, TextIndex, Viewer } from '../finding/text-index.js';
import { holdersInARow, holdersOfAny } from './phrases.js';
import type { PostingReader, Segment } from './posting-reader.js';
import type { Postings, Reading } from './postings.js';

/** Questions to the text table of an index file, as it is at one moment. */
export class EmbeddedTextIndex implements TextIndex {
  private readonly segments: readonly Segment[];
  private readonly postings = new Map<string, Postings>();
  private readonly holders = new Map<string, Holders>();

  private readonly reading: Reading;

  constructor(
    private readonly reader: PostingReader,
    private readonly documents: DocumentTable,
    readonly room: NumberRoom,
  ) {
    this.segments = reader.segments();
    this.reading = { isThere: documents.columns().spaces, room };
  }

  slots(match: Match): Slots {
    const slots = phrasesOf(match).map(
      (phrase) => [keyOf(phrase), this.held(phrase).slots] as const,
    );
    return combined(match, new Map(slots), this.documents.slotCount, this.room);
  }

  matches(match: Match, viewer: Viewer): boolean {
    if (match.kind === 'some') return match.parts.some((part) => this.matches(part, viewer));
    return this.slots(match).some((slot) => viewer.sees(slot));
  }

  frequencies(texts: readonly string[], viewer: Viewer): number[] {
    return texts.map((text) => {
      const holders = tokenSequence(fold(text)).tokens.map((token) => {
        let count = 0;
        for (const slot of this.postingsOf(stem(token)).rows(this.reading).slots)
          if (viewer.sees(slot)) count += 1;
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
    const last = stems.at(-1) ?? '';
    const endings = prefix ? this.reader.beginning(last, this.segments, this.room) : undefined;
    if (stems.length === 1) return holdersOfAny(endings ?? words, this.reading);
    return holdersInARow(words, this.reading, endings);
  }

  private postingsOf(stemmed: string): Postings {
    const postings =
      this.postings.get(stemmed) ?? this.reader.of(stemmed, this.segments, this.room);
    this.postings.set(stemmed, postings);
    return postings;
  }
}
