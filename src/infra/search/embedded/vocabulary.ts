import { editDistance } from '../../../core/text/edit-distance.js';
import type { SqliteDatabase } from '../../database/sqlite-driver.js';

/** How many endings of an unfinished word are looked for besides the word itself. */
const COMPLETIONS = 8;
/** From this length on two mistakes are forgiven, below it one. */
const LONG_WORD = 8;

interface Term {
  readonly term: string;
  /** How many documents that everybody may see hold it (about); 0 if it stands only in others. */
  readonly documents: number;
}

/**
 * The words of the index as they are written. What is chosen for being frequent is so in what
 * everybody may see; no other document makes a difference to the choice.
 */
export class Vocabulary {
  private readonly completing;
  private readonly resembling;
  private readonly existing;

  constructor(db: SqliteDatabase) {
    this.completing = db
      .prepare<[string, string, number], string>(
        `SELECT term FROM term WHERE term >= ? AND term < ? AND documents > 0
         ORDER BY documents DESC, term LIMIT ?`,
      )
      .pluck();
    this.resembling = db.prepare<[string, number, number], Term>(
      `SELECT term, documents FROM term WHERE id IN
         (SELECT rowid FROM term_trigram WHERE term_trigram MATCH ?)
       AND length(term) BETWEEN ? AND ?`,
    );
    this.existing = db.prepare<[string], Term>(
      `SELECT term, documents FROM term WHERE term IN (SELECT value FROM json_each(?))`,
    );
  }

  /** Whether it stands in a document that everybody may see. */
  has(word: string): boolean {
    return (this.existing.get(JSON.stringify([word]))?.documents ?? 0) > 0;
  }

  /** The most frequent words that begin like this. */
  completions(beginning: string): string[] {
    return this.completing.all(beginning, `${beginning}\uffff`, COMPLETIONS);
  }

  /** Two known words that this one is made of, or nothing: `loadbalancer` gives `load`, `balancer`. */
  halves(word: string): [string, string] | undefined {
    let best: { halves: [string, string]; documents: number } | undefined;
    for (let at = 3; at <= word.length - 3; at += 1) {
      const halves: [string, string] = [word.slice(0, at), word.slice(at)];
      const known = this.existing.all(JSON.stringify(halves));
      const documents = Math.min(...known.map((half) => half.documents));
      if (known.length === 2 && documents > (best?.documents ?? 0)) best = { halves, documents };
    }
    return best?.halves;
  }

  /**
   * Known words that this one may have been meant to be, likeliest first. Words that the viewer may
   * not see are among them.
   */
  corrections(word: string): string[] {
    const most = word.length < LONG_WORD ? 1 : 2;
    const candidates = [
      ...this.resembling.all(trigrams(word).join(' OR '), word.length - most, word.length + most),
      // A short word with two letters swapped may have no trigram left.
      ...this.existing.all(JSON.stringify(swaps(word))),
    ];
    const costs = new Map<string, number>();
    for (const { term, documents } of candidates) {
      const distance = editDistance(word, term);
      if (distance === 0 || distance > most) continue;
      const sameStart = term.startsWith(word.charAt(0)) ? 3 : 0;
      costs.set(term, 10 * distance - Math.log(1 + documents) - sameStart);
    }
    return [...costs].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([term]) => term);
  }
}

/** What the trigram table holds of a word: itself, with its ends marked. */
export function markedTerm(term: string): string {
  return `^${term}$`;
}

function trigrams(word: string): string[] {
  const marked = markedTerm(word);
  const found = Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3));
  return found.map((trigram) => `"${trigram}"`);
}

function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}
