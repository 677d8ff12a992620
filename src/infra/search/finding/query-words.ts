import { fold } from '../../../core/text/fold.js';
import { camelCaseParts, pieces } from '../../../core/text/segment.js';
import type { QueryUnit } from '../search-index.js';

/** One thing that a query looks for, cut as the index cuts text. All but `written` is folded. */
export interface QueryWord {
  /**
   * `word`: one Latin word. `name`: Latin words joined by signs, as in `db1042.eqiad`. `run`:
   * Chinese. `phrase`: was in quotation marks, and is required as it stands.
   */
  readonly kind: 'word' | 'name' | 'run' | 'phrase';
  readonly text: string;
  /** The Latin words in it; for a run and a phrase none. */
  readonly words: readonly string[];
  /** The words inside a camel-cased word. */
  readonly camelParts: readonly string[];
  readonly prefix: boolean;
  /** Where it stands in the query, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** More words than this are not looked at: a whole log file was pasted. */
const MOST_WORDS = 100;
/** Nor more characters than this of one unit: nobody means each of them. */
const LONGEST_UNIT = 1_000;

const STOP_WORDS = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did
  do does doing for from had has have he her here his how i if in into is it its just me my no nor
  not of off on once only or our out over own s same she should so some such t than that the their
  them then there these they this those through to too under until up very was we were what when
  where which while who whom why will with would you your
    itself themselves 导致 造成 引发 出现 进行 以及 由于 因为 所以 但是 没有 无法 可以 已经 之后 后续
    改进 改善 通过 使用 问题 情况 全部 所有 部分 原因 发生 发现`.split(/\s+/u),
);

/** What the query looks for, in order. */
export function queryWords(units: readonly QueryUnit[]): QueryWord[] {
  return units
    .filter((unit) => !unit.negated)
    .flatMap(wordsOf)
    .slice(0, MOST_WORDS);
}

/** Whether a word says nothing by itself: `the`, `of`. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}

function wordsOf(unit: QueryUnit): QueryWord[] {
  // "Amazon's" is about Amazon.
  const typed = unit.text.slice(0, LONGEST_UNIT).replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '  ');
  const folded = fold(typed);
  const found = pieces(folded);
  if (found.length === 0) return [];
  if (unit.kind === 'phrase') {
    return [word('phrase', unit, folded, [], [], 0, folded.length)];
  }
  const words: QueryWord[] = [];
  for (let at = 0; at < found.length;) {
    const first = at;
    const cjk = found[at]?.cjk;
    at += 1;
    while (cjk === false && found[at]?.cjk === false) at += 1;
    const group = found.slice(first, at);
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? start;
    const text = folded.slice(start, end);
    const latin = cjk === true ? [] : group.map((piece) => folded.slice(piece.start, piece.end));
    const kind = cjk === true ? 'run' : latin.length === 1 ? 'word' : 'name';
    const camel = kind === 'word' ? camelCaseParts(typed.slice(start, end)).map(fold) : [];
    words.push(word(kind, unit, text, latin, camel, start, end));
  }
  return words.map((one, index) => ({ ...one, prefix: unit.prefix && index === words.length - 1 }));
}

function word(
  kind: QueryWord['kind'],
  unit: QueryUnit,
  text: string,
  words: readonly string[],
  camelParts: readonly string[],
  start: number,
  end: number,
): QueryWord {
  return {
    kind,
    text,
    words,
    camelParts,
    prefix: false,
    start: unit.start + start,
    end: unit.start + end,
  };
}
