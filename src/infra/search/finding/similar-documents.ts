import { fold } from '../../../core/text/fold.js';
import { plainText } from '../../../core/text/plain-text.js';
import { isCjk, pieces } from '../../../core/text/segment.js';
import { synonymKey, type Synonyms } from '../../../core/text/synonyms.js';
import type { SearchDocument, SimilarHit, SimilarRequest } from '../search-index.js';
import type { DocumentTable } from './document-table.js';
import { phrase, some, type Match } from './match.js';
import { isStopWord } from './query-words.js';
import { runParts } from './run-parts.js';
import { Selection } from './selection.js';
import type { TextIndex } from './text-index.js';

/** So many of the most telling words of a case are compared. */
const COMPARED_WORDS = 15;
/** Only so many are looked up to find those. */
const CANDIDATES = 200;
/** What follows in a text, in UTF-16 code units, is not compared. */
const LONGEST_BODY = 50_000;
/** Shown as reason, at most. */
const SHOWN_TERMS = 6;
/** Share of the visible documents above which a word tells nothing. */
const TOO_COMMON = 0.4;

interface TellingWord {
  /** As it stands in the document. */
  readonly shown: string;
  readonly match: Match;
  /** Slots of the documents that hold it or a word that means the same. */
  readonly slots: ReadonlySet<number>;
  readonly weight: number;
}

interface Frequent {
  readonly key: string;
  /** Folded. */
  readonly text: string;
  readonly shown: string;
  frequency: number;
}

/** Documents that share the most telling words with one, by tf·idf, ranked by BM25. */
export async function similarDocuments(
  index: TextIndex,
  documents: DocumentTable,
  synonyms: Synonyms,
  { document, spaces, hidden, limit }: SimilarRequest,
): Promise<SimilarHit[]> {
  const query = { filter: {}, exclude: {} };
  const wanted = { query, filter: {}, spaces, hidden };
  const selection = new Selection(documents, wanted, index.room);
  const words = await tellingWords(document, index, synonyms, documents, selection);
  const match = some(words.map((word) => word.match));
  if (match === undefined) return [];
  const self = documents.slotOf(document.id);
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<number, number>();
  for (const word of words) {
    for (const slot of word.slots) {
      if (slot === self || !selection.sees(slot)) continue;
      shares.set(slot, (shares.get(slot) ?? 0) + word.weight / whole);
    }
  }
  const ranked = await index.rank(
    match,
    { slots: Uint32Array.from(shares.keys()), weights: Float64Array.from(shares.values()) },
    { limit, offset: 0 },
  );
  const best = ranked[0]?.score ?? 1;
  return ranked.flatMap(({ slot, score }) => {
    const id = documents.idAt(slot);
    if (id === undefined) return [];
    const shared = words.filter(({ slots }) => slots.has(slot)).map(({ shown }) => shown);
    return [{ id, score: Math.min(1, score / best), terms: shared.slice(0, SHOWN_TERMS) }];
  });
}

async function tellingWords(
  document: SearchDocument,
  index: TextIndex,
  synonyms: Synonyms,
  documents: DocumentTable,
  selection: Selection,
): Promise<TellingWord[]> {
  // How common a word is counts only among what the viewer may see.
  const { facets, visible } = selection.evaluate(documents.newestFirst());
  const languages = facets.find(({ field }) => field === 'language')?.values ?? [];
  const chinese = languages
    .filter(({ value }) => value !== 'en')
    .reduce((sum, { count }) => sum + count, 0);
  const candidates = frequentWords(document, synonyms).map((word) => {
    const same = (synonyms.of(word.key) ?? []).filter((other) => isCjk(other) === isCjk(word.text));
    return { ...word, texts: [word.text, ...same] };
  });
  const frequencies = await index.frequencies(
    candidates.flatMap(({ texts }) => texts),
    selection,
  );
  let counted = 0;
  const weighed = candidates.flatMap(({ text, texts, shown, frequency }) => {
    const holders = frequencies
      .slice(counted, (counted += texts.length))
      .reduce((sum, one) => sum + one, 0);
    // A word is common or rare among the documents of its language.
    const total = isCjk(text) ? chinese : visible - chinese;
    if (holders === 0 || holders > Math.max(3, total * TOO_COMMON)) return [];
    const weight = (1 + Math.log(frequency)) * Math.log(1 + total / holders);
    const match = some(texts.map((one) => phrase(one)));
    return match === undefined ? [] : [{ shown, weight, match }];
  });
  const telling = weighed.sort((a, b) => b.weight - a.weight).slice(0, COMPARED_WORDS);
  return Promise.all(
    telling.map(async (word) => ({ ...word, slots: new Set(await index.slots(word.match)) })),
  );
}

/** The words of a document, those of its title, tags and summary counted for more. */
function frequentWords(document: SearchDocument, synonyms: Synonyms): Frequent[] {
  const found = new Map<string, Frequent>();
  const parts = [
    { text: document.title, weight: 3 },
    { text: document.tags.join('\n'), weight: 3 },
    { text: plainText(document.summary.slice(0, LONGEST_BODY)), weight: 2 },
    { text: plainText(document.body.slice(0, LONGEST_BODY)), weight: 1 },
  ];
  for (const { text, weight } of parts) {
    for (const word of words(text, synonyms)) {
      const key = synonymKey(word.text);
      const known = found.get(key);
      if (known === undefined) found.set(key, { key, ...word, frequency: weight });
      else known.frequency += weight;
    }
  }
  return [...found.values()].sort((a, b) => b.frequency - a.frequency).slice(0, CANDIDATES);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words as a reader sees them; the pairs of characters that are indexed would be poor reasons. */
function words(text: string, synonyms: Synonyms): { text: string; shown: string }[] {
  const folded = fold(text);
  return pieces(folded).flatMap(({ start, end, cjk }) => {
    const piece = folded.slice(start, end);
    let at = start;
    return (cjk ? runWords(piece, synonyms) : [piece]).flatMap((word) => {
      const shown = text.slice(at, at + word.length);
      at += word.length;
      const tells = word.length > 1 && !isStopWord(word) && !/^\d+$/u.test(word);
      return tells ? [{ text: word, shown }] : [];
    });
  });
}

/** First what the glossary knows: the general dictionary takes 执行绪集区 for four words. */
function runWords(run: string, synonyms: Synonyms): string[] {
  return runParts(run, synonyms).flatMap(({ text, variants }) =>
    variants.length > 0 ? [text] : Array.from(segmenter.segment(text), ({ segment }) => segment),
  );
}
