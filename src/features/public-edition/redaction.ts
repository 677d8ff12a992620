import { hitsIn, isPublicLink, type CompiledTerm, type Hit } from './hits.js';
import type { HitKind } from './masks.js';

/** Something that was put in the place of something else. */
export interface Replacement {
  readonly kind: HitKind;
  readonly found: string;
  /** Empty for what was left out. */
  readonly instead: string;
  readonly count: number;
}

/** Rounds in which what a replacement has brought together is looked for again. */
const ROUNDS = 3;

/** `![alt](target "title")` and `[text](target)`. */
const LINK =
  /(!?)\[([^[\]\n]{0,500})\]\(\s{0,9}<?([^()\s<>]{0,2048}(?:\([^()\s]{0,500}\)[^()\s<>]{0,500})?)>?(?:\s{1,9}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s{0,9}\)/gu;
/** `[name]: target "title"`, on a line of its own. */
const DEFINITION = /^( {0,3}\[(?!\^)[^\]\n]{1,200}\]:)[ \t]*<?([^\s>]{1,2048})>?[^\n]*$/gmu;

/** Takes out of a text what stays inside, by rules alone: the same text gives the same. */
export class Redaction {
  readonly #replaced = new Map<string, Replacement>();

  /**
   * @param instead what stands in the place of a hit; asked in the order of the text
   * @param ownHost where fupan itself is
   */
  constructor(
    private readonly terms: readonly CompiledTerm[],
    private readonly ownHost: string,
    private readonly instead: (hit: Hit) => string,
  ) {}

  /** The text as everybody may read it. */
  applied(written: string): string {
    let text = this.#withoutLinks(written.normalize('NFC'));
    for (let round = 0; round < ROUNDS; round += 1) {
      const hits = this.#hits(text);
      if (hits.length === 0) break;
      text = this.#replacedIn(text, hits);
    }
    return text;
  }

  /** What was put in the place of what, in the order in which it was met. */
  get replacements(): Replacement[] {
    return [...this.#replaced.values()];
  }

  #hits(text: string): Hit[] {
    return hitsIn(text, this.terms, this.ownHost);
  }

  #withoutLinks(text: string): string {
    return text
      .replace(LINK, (_whole, image: string, words: string, target: string) => {
        if (image === '' && this.#isPublic(target)) return `[${words}](${target})`;
        this.#note('LINK', target, '');
        return words;
      })
      .replace(DEFINITION, (_whole, name: string, target: string) => {
        if (this.#isPublic(target)) return `${name} ${target}`;
        this.#note('LINK', target, '');
        return '';
      });
  }

  #isPublic(target: string): boolean {
    return isPublicLink(target, this.terms, this.ownHost);
  }

  #replacedIn(text: string, hits: readonly Hit[]): string {
    let result = '';
    let done = 0;
    for (const hit of hits) {
      result += text.slice(done, hit.start);
      const instead = this.instead(hit);
      const begins = /(?:^|[.!?]\s+|\n)[\s#>*_`-]*$/u.test(result.slice(-40));
      this.#note(hit.kind, hit.shown, instead);
      const said = begins ? capitalised(instead) : instead;
      result += withMarks(text.slice(hit.start, hit.end), said, text.slice(hit.end));
      done = hit.end;
    }
    return result + text.slice(done);
  }

  #note(kind: HitKind, found: string, instead: string): void {
    const key = JSON.stringify([kind, found, instead]);
    const count = (this.#replaced.get(key)?.count ?? 0) + 1;
    this.#replaced.set(key, { kind, found, instead, count });
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Keeps the marks that begin or end within what is replaced, and that have their other half outside. */
function withMarks(replaced: string, instead: string, after: string): string {
  const open: string[] = [];
  for (const [mark] of replaced.matchAll(/`+|\*{1,3}|(?<=\s)_|_(?=\s)/gu)) {
    if (open.at(-1) === mark) open.pop();
    else open.push(mark);
  }
  const marks = open.join('');
  if (marks === '') return instead;
  return after.startsWith(open.at(-1) ?? '') ? marks + instead : instead + marks;
}
