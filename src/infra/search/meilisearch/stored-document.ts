import { fold } from '../../../core/text/fold.js';
import { isCjk, pieces, tokenSequence } from '../../../core/text/segment.js';
import { stem } from '../../../core/text/stem.js';
import { documentRow } from '../finding/document-table.js';
import { helpfulness } from '../finding/favouring.js';
import { indexColumns } from '../finding/index-columns.js';
import { FILTER_FIELDS, type FilterField, type SearchDocument } from '../search-index.js';
import { quotable, spelledOut } from './filter.js';

/** Grows when documents are stored in another way, so that an older index is made anew. */
export const FORMAT = 'format_two';

/** The texts that words are looked for in, the most telling first. */
export const TEXT_ATTRIBUTES = [
  'title_f',
  'tags_f',
  'summary_f',
  'body_f',
  'words',
  'characters',
] as const;

/** The one text in which Meilisearch may forgive spelling mistakes. */
export const SPELLING = 'spelling';

/** By this those that helped more people come first where that is asked for. */
export const HELPFUL = 'helpful';
/**
 * Meilisearch weighs nothing against another: it sorts by one thing, and by the next only what is
 * equal in the first. In steps the date still tells apart what helped about as many.
 */
const HELPFUL_STEPS = 4;

/** A word that can be misspelt: letters only. */
const SPELT = /^\p{L}{4,32}$/u;
/** Shorter beginnings are not looked for. */
const SHORTEST_WORD = 3;

/** The attribute that holds a field in the form in which it is compared. */
export const comparedAttribute = (field: FilterField): string => `${field}_c`;

/** What Meilisearch keeps of a case. */
export interface StoredDocument {
  /** By this it knows the document: the id in letters that it allows. */
  readonly key: string;
  readonly id: string;
  readonly stamp: number;
  readonly space: string;
  readonly occurred_at: number | null;
  readonly updated_at: number;
  /** How much it helped, in few steps. */
  readonly [HELPFUL]: number;
  readonly [attribute: string]: string | number | null | readonly string[];
}

export function storedDocument(document: SearchDocument): StoredDocument {
  const columns = indexColumns(document);
  const [title = [], tags = [], summary = [], body = []] = columns;
  const all = new Set(columns.flat());
  const words = [...all].filter((word) => !isCjk(word) && word.length >= SHORTEST_WORD);
  const texts = [document.title, document.summary, document.body, document.tags.join('\n')];
  const { fields } = documentRow(document, 0);
  return {
    key: keyOf(document.id),
    id: document.id,
    stamp: document.stamp,
    space: spelledOut(document.space),
    occurred_at: document.occurredAt,
    updated_at: document.updatedAt,
    [HELPFUL]: Math.round(HELPFUL_STEPS * helpfulness(document.votes)),
    title_f: written(title),
    tags_f: written(tags),
    summary_f: written(summary),
    body_f: written(body),
    // As they are written, since a stem can hide how a word begins.
    words: words.join(' '),
    characters: written(characters(texts.join('\n'))),
    spelling: words.filter((word) => SPELT.test(word)).join(' '),
    ...Object.fromEntries(
      FILTER_FIELDS.flatMap((field) => [
        [field, fields[field]],
        [comparedAttribute(field), fields[field].map(compared)],
      ]),
    ),
  };
}

/** The key of a document with this id. */
export function keyOf(id: string): string {
  return /^[a-z0-9-]{1,200}$/u.test(id) ? id : `_${Buffer.from(id, 'utf8').toString('hex')}`;
}

/** A value of a field in the form in which it is compared. */
export function compared(value: string): string {
  return quotable(fold(value));
}

/** The tokens to look for, one after another, to find a text inside of longer ones. */
export function searchedTokens(text: string): string[] {
  const { tokens, open } = tokenSequence(fold(text));
  // A single character behind words is only the beginning of a token, which no phrase can hold.
  return (open && tokens.length > 1 ? tokens.slice(0, -1) : tokens).map(token);
}

/**
 * How a folded word stands in the index: stemmed, and Chinese in numbers, five digits for each code
 * unit. Meilisearch would cut Chinese by a dictionary of its own, differently in a text and in a
 * query, and leaves a number as it is.
 */
export function token(word: string): string {
  if (!isCjk(word)) return stem(word);
  return Array.from({ length: word.length }, (_, at) =>
    String(word.charCodeAt(at)).padStart(5, '0'),
  ).join('');
}

function written(words: readonly string[]): string {
  return words.map(token).join(' ');
}

/** Each Chinese character of a text once: the pairs that are indexed hide single ones. */
function characters(text: string): string[] {
  const folded = fold(text);
  const runs = pieces(folded).filter(({ cjk }) => cjk);
  return [...new Set(runs.flatMap(({ start, end }) => [...folded.slice(start, end)]))];
}
