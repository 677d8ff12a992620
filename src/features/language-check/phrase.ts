import { CaseFileError } from '../case-file/case-file.error.js';
import { fold } from '../../core/text/fold.js';

/** What to look for in a folded text, made of a phrase of the rules. */
export interface Phrase {
  /** What it can begin with: whole words of letters and digits, or single Chinese characters. */
  readonly starts: ReadonlySet<string>;
  /** Matches at its `lastIndex` only. */
  readonly pattern: RegExp;
}

/** Stands in a text for each character of the name of a person, which no text holds otherwise. */
export const PERSON_MARK = '\u{e000}';

/** Names in pointed brackets for what is said of people in many ways. */
export type Groups = ReadonlyMap<string, string>;

interface Piece {
  readonly source: string;
  readonly starts: ReadonlySet<string>;
  readonly canBeEmpty: boolean;
}

const NOTHING: Piece = { source: '', starts: new Set(), canBeEmpty: true };
/** Up to four words or twenty Chinese characters, within a sentence. */
const GAP: Piece = {
  source: String.raw`(?:[^\n.!?;。！？；]{0,40}?)`,
  starts: new Set(),
  canBeEmpty: true,
};
const PERSON: Piece = {
  source: `${PERSON_MARK}+`,
  starts: new Set([PERSON_MARK]),
  canBeEmpty: false,
};

const TOKEN = /\s+|[()[\]|…*]|<[a-z-]+>|[a-z0-9]+|\p{sc=Han}|./gu;
const MOST_STARTS = 400;

/**
 * Reads a phrase as the README of the rules tells: words, `(this|that)`, `[perhaps this]`, `…` for a
 * few words between, `*` for any ending of a word, `<name>` for a group.
 * @throws CaseFileError with what is wrong
 */
export function readPhrase(text: string, groups: Groups): Phrase {
  const reader = new PhraseReader(fold(text).trim(), groups);
  const piece = reader.whole();
  if (piece.canBeEmpty) throw new CaseFileError(`“${text}” would match everywhere; add a word`);
  if (text.startsWith('…') || piece.starts.size === 0 || piece.starts.size > MOST_STARTS) {
    throw new CaseFileError(`begin “${text}” with a word`);
  }
  return { starts: piece.starts, pattern: new RegExp(piece.source, 'uy') };
}

class PhraseReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly groups: Groups,
  ) {
    this.#tokens = text.match(TOKEN) ?? [];
  }

  whole(): Piece {
    const piece = this.#either();
    if (this.#at < this.#tokens.length) throw this.#wrong();
    return piece;
  }

  #either(): Piece {
    const ways = [this.#row()];
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      ways.push(this.#row());
    }
    const [only] = ways;
    if (ways.length === 1 && only) return only;
    return {
      source: `(?:${ways.map(({ source }) => source).join('|')})`,
      starts: new Set(ways.flatMap(({ starts }) => [...starts])),
      canBeEmpty: ways.some(({ canBeEmpty }) => canBeEmpty),
    };
  }

  #row(): Piece {
    let row = NOTHING;
    let space = '';
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token === ')' || token === ']' || token === '|') return row;
      this.#at += 1;
      if (token.trim() === '') space = SPACE;
      else {
        row = joined(row, space, this.#piece(token));
        space = '';
      }
    }
  }

  #piece(token: string): Piece {
    if (token === '…') return GAP;
    if (token === '(') return this.#closed(')');
    if (token === '[') {
      const inner = this.#closed(']');
      return { ...inner, source: `(?:${inner.source})?`, canBeEmpty: true };
    }
    if (token === '<person>') return PERSON;
    if (token.startsWith('<')) return this.#group(token);
    if (/^[a-z0-9]/u.test(token)) return this.#word(token);
    if (/^\p{sc=Han}$/u.test(token)) {
      return { source: token, starts: new Set([token]), canBeEmpty: false };
    }
    if (/^['’,:@/-]$/u.test(token)) {
      const source = token === "'" || token === '’' ? "['’]" : token;
      return { source, starts: new Set(), canBeEmpty: false };
    }
    throw this.#wrong(token);
  }

  #word(word: string): Piece {
    const isBeginning = this.#tokens[this.#at] === '*';
    if (isBeginning) this.#at += 1;
    return {
      source: isBeginning ? `${word}[a-z0-9]*` : `${word}(?![a-z0-9])`,
      starts: new Set([isBeginning ? `${word}*` : word]),
      canBeEmpty: false,
    };
  }

  #group(token: string): Piece {
    const name = token.slice(1, -1);
    const phrase = this.groups.get(name);
    if (phrase === undefined) {
      const known = ['person', ...this.groups.keys()].map((each) => `<${each}>`).join(', ');
      throw new CaseFileError(`there is no group ${token}; there are ${known}`);
    }
    // A group may name those before it only, so that none contains itself.
    const before = new Map([...this.groups].slice(0, [...this.groups.keys()].indexOf(name)));
    return new PhraseReader(`(${fold(phrase).trim()})`, before).whole();
  }

  #closed(by: ')' | ']'): Piece {
    const piece = this.#either();
    if (this.#tokens[this.#at] !== by) throw this.#wrong();
    this.#at += 1;
    return piece;
  }

  #wrong(token = this.#tokens[this.#at] ?? 'the end'): CaseFileError {
    return new CaseFileError(`“${this.text}” goes wrong at ${token}; see the README beside it`);
  }
}

const SPACE = String.raw`[\s\u{3000}]+`;

/** Where something may be left out, so may the space beside it; words are kept apart by their ends. */
function joined(before: Piece, space: string, after: Piece): Piece {
  const isLoose = before.canBeEmpty || after.canBeEmpty;
  const between = space !== '' && isLoose ? String.raw`[\s\u{3000}]*` : space;
  return {
    source: before === NOTHING ? after.source : before.source + between + after.source,
    starts: before.canBeEmpty ? new Set([...before.starts, ...after.starts]) : before.starts,
    canBeEmpty: before.canBeEmpty && after.canBeEmpty,
  };
}
