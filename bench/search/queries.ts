import { PRODUCTS } from '../corpus/names.js';
import { generatedCase, textOf } from '../corpus/corpus.js';
import { drawsFrom, type Draws } from '../corpus/random.js';
import { SIMPLIFIED } from '../corpus/sentences-hans.js';
import { TRADITIONAL } from '../corpus/sentences-hant.js';
import { ADJECTIVES, NOUNS, VERBS } from '../corpus/words-en.js';
import { askedTexts, type AskedText } from './words-asked.js';
import { HOSTILE } from './hostile.js';

/** What people type, by what it costs; `hostile` is what nobody types in good faith. */
export const QUERY_TYPES = [
  'rare word',
  'identifier',
  'three words',
  'phrase',
  'zh, 2 characters',
  'zh, 4 characters',
  'zh and en',
  'common word',
  'as-you-type',
  'no hit, corrected',
  'filters',
  'hostile',
] as const;
export type QueryType = (typeof QUERY_TYPES)[number];

export interface BenchQuery {
  readonly type: QueryType;
  readonly query: string;
  /** For whoever is compared with us. */
  readonly texts: readonly AskedText[];
}

/** Queries of each type. */
const EACH = 12;
/** A word in so large a share of the cases is common, in more it says nothing; in less than the last one it is rare. */
const COMMON = 0.1;
const EVERYWHERE = 0.6;
const RARE = 0.0005;

const ENGLISH_WORDS = [...new Set([...NOUNS, ...VERBS, ...ADJECTIVES])].filter((word) =>
  /^[a-z]{4,}$/u.test(word),
);
const COMMON_CANDIDATES = ['server', 'database', 'timeout', '服务器', '資料庫', ...NOUNS, ...VERBS];

/**
 * The queries of a library of the first so many generated cases, the same ones every time.
 * @param holders how many cases hold a text
 */
export function benchQueries(cases: number, holders: (text: string) => number): BenchQuery[] {
  const draws = drawsFrom(20_261_129);
  // Of those that everybody may see: what the member may not see, they look for in vain.
  const someCases = Array.from({ length: EACH * 4 }, (_, at) =>
    generatedCase(Math.floor(((at + 0.5) * cases) / (EACH * 4))),
  )
    .filter(({ visibility, status }) => visibility === 'ORGANIZATION' && status !== 'DRAFT')
    .map(textOf);
  const english = someCases.filter((text) => text.includes('What happened'));
  const from = (at: number): string => english[at % english.length] ?? '';

  const rarest = Math.max(2, cases * RARE);
  const rare = PRODUCTS.toReversed().filter((name) => inRange(holders(name), 1, rarest));
  const common = COMMON_CANDIDATES.filter((word) =>
    inRange(holders(word), cases * COMMON, cases * EVERYWHERE),
  );
  const byType: Record<QueryType, readonly string[]> = {
    'rare word': spread(rare),
    identifier: someCases.slice(0, EACH).map((text, at) => identifier(text, at)),
    'three words': times((at) => threeWords(from(at), draws)),
    phrase: [
      '"connection pool was exhausted"',
      '"expired on a Sunday"',
      '"主從延遲達到"',
      ...times((at) => quoted(from(at), draws)).slice(3),
    ],
    'zh, 2 characters': chinese(2),
    'zh, 4 characters': chinese(4),
    'zh and en': times((at) => mixed(at)),
    'common word': spread(common),
    'as-you-type': spread(ENGLISH_WORDS.filter((word) => word.length > 6)).map((word, at) =>
      word.slice(0, 3 + (at % 4)),
    ),
    'no hit, corrected': misspelt(holders),
    filters: FILTERED,
    hostile: HOSTILE,
  };
  return QUERY_TYPES.flatMap((type) =>
    byType[type].map((query) => ({
      type,
      query,
      texts: askedTexts(query, type === 'as-you-type'),
    })),
  );
}

const FILTERED = [
  'service:checkout rollback',
  'severity:SEV1 queue',
  'lang:zh 連線池',
  'tag:dns restarted',
  'configuration -coupon',
  'after:2022 before:2024 database',
  'team:edge timeout',
  'status:archived kubernetes',
  'category:internal migration',
  'service:payment severity:SEV2',
  'lang:en server -failover',
  '嚴重程度:SEV1 伺服器',
];

function times(make: (at: number) => string): string[] {
  return Array.from({ length: EACH }, (_, at) => make(at));
}

/** As many of the items as a type has queries, at even distances. */
function spread<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / EACH);
  return items
    .filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
    .slice(0, EACH);
}

function inRange(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

/** A trace id, a number of a ticket or a host, of which each case has one of its own. */
function identifier(text: string, at: number): string {
  const forms = [/trace ([0-9a-f]{32})/u, /(INC2\d{6})/u, /([a-z]+\d{4}\.[a-z]+\d?)/u];
  return forms[at % forms.length]?.exec(text)?.[1] ?? '';
}

function threeWords(text: string, draws: Draws): string {
  const known = new Set(ENGLISH_WORDS);
  const words = [...new Set(text.match(/\b[a-z]{4,}\b/gu) ?? [])].filter((word) => known.has(word));
  const start = draws.whole(0, Math.max(0, words.length - 3));
  return words.slice(start, start + 3).join(' ');
}

/** Three words of a case that follow one another within a sentence. */
function quoted(text: string, draws: Draws): string {
  const found = text.match(/\b[a-z]{4,} [a-z]{2,} [a-z]{4,}\b/gu) ?? [];
  return `"${draws.pick(found)}"`;
}

/** Words of so many characters, half of them in each script. */
function chinese(length: number): string[] {
  const known = ['主從延遲', '連線池耗', '憑證過期', '主从延迟', '证书过期', '缓存全空'];
  const of = ({ nouns, verbs }: typeof TRADITIONAL): string[] =>
    spread([...nouns, ...verbs].filter((word) => word.length === length)).slice(0, EACH / 2);
  const words = length === 4 ? known : [];
  return [...words, ...of(TRADITIONAL), ...of(SIMPLIFIED)].slice(0, EACH);
}

function mixed(at: number): string {
  const { nouns } = at % 2 === 0 ? TRADITIONAL : SIMPLIFIED;
  const latin = ['kubernetes', 'redis', 'checkout', 'payment', 'eqiad', 'kafka'];
  return `${latin[at % latin.length] ?? ''} ${nouns[at * 3] ?? ''}`;
}

/** Two letters of a known word change places, so that no case holds what comes out. */
function misspelt(holders: (text: string) => number): string[] {
  const wrong = ENGLISH_WORDS.filter((word) => word.length >= 7 && holders(word) > 0)
    .map((word) => word.slice(0, 3) + (word[4] ?? '') + (word[3] ?? '') + word.slice(5))
    .filter((word) => holders(word) === 0);
  return spread(wrong);
}
