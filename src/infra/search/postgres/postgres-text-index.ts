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
    readonly room: NumberRoom,
  ) {
    this.lists = new SlotLists(client, tables, kept);
    this.closedLists = new SlotLists(client, tables, kept, 'NOT is_open AND');
  }

  async slots(match: Match): Promise<Slots> {
    const phrases = phrasesOf(match);
    const lists = await this.lists.ofAll(phrases.map(phraseQuery));
    const holders = new Map(
      lists.flatMap((list, at) => (phrases[at] ? [[keyOf(phrases[at]), list] as const] : [])),
    );
    return combined(match, holders, this.documents.slotCount, this.room);
  }

  async matches(match: Match, viewer: Viewer): Promise<boolean> {
    return (await this.slots(match)).some((slot) => viewer.sees(slot));
  }

  async frequencies(texts: readonly string[], viewer: Viewer): Promise<number[]> {
    const stems = texts.map((text) => tokenSequence(fold(text)).tokens.map(stem));
    const counts = await this.counts([...new Set(stems.flat())], viewer);
    return stems.map((all) => Math.min(...all.map((one) => counts.get(one) ?? 0)));
  }

  async rank(
    match: Match,
    ranked: Ranked,
    page: { limit: number; offset: number },
  ): Promise<RankedSlot[]> {
    const phrases = await Promise.all(phrasesOf(match).map((phrase) => this.holders(phrase)));
    const end = page.offset + page.limit;
    return bestOf(this.documents, ranked, phrases, end).slice(page.offset);
  }

  private async holders(phrase: Phrase): Promise<Holders> {
    const [slots, often] = await Promise.all([
      this.lists.of(phraseQuery(phrase)),
      this.frequenciesOf(phrase),
    ]);
    return { slots, frequencyAt: (at) => Math.max(1, often[slots[at] ?? 0] ?? 0) };
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

  /** How many of the documents that the viewer sees hold each of the stems. */
  private async counts(
    stems: readonly string[],
    viewer: Viewer,
  ): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.client.query<{ lexeme: string; documents: number }>(
      `SELECT lexeme, documents FROM ${this.tables.lexeme} WHERE lexeme = ANY($1)`,
      [stems],
    );
    const counts = new Map(rows.map(({ lexeme, documents }) => [lexeme, documents]));
    if (!this.seesClosed(viewer)) return counts;
    const closed = await this.closedLists.ofAll(stems.map(stemQuery));
    stems.forEach((one, at) => {
      counts.set(
        one,
        (counts.get(one) ?? 0) + (closed[at]?.filter((slot) => viewer.sees(slot)).length ?? 0),
      );
    });
    return counts;
  }

  /** Whether the viewer sees anything that not everybody does. */
  private seesClosed(viewer: Viewer): boolean {
    for (let slot = 0; slot < this.documents.slotCount; slot += 1) {
      if (!this.documents.isOpenAt(slot) && viewer.sees(slot)) return true;
    }
    return false;
  }
}
