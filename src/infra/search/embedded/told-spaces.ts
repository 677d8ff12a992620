import { LRUCache } from 'lru-cache';

import type { VisibleSpaces } from '../search-index.js';

/** A request as one thread tells it the other. */
export type Told<Request extends { readonly spaces: VisibleSpaces }> = Omit<Request, 'spaces'> & {
  /** As one text, which is copied a hundred times as fast as a set. */
  readonly spaces: string;
};

/** Stands before each space; in none of them. */
const BEFORE = '\n';
const ALL = 'all';

const TEXTS = new WeakMap<ReadonlySet<string>, string>();

/** What a request says in another thread. The spaces of who asks again are the same set mostly. */
export function told<Request extends { readonly spaces: VisibleSpaces }>(
  request: Request,
): Told<Request> {
  return { ...request, spaces: textOf(request.spaces) };
}

function textOf(spaces: VisibleSpaces): string {
  if (spaces === 'all') return ALL;
  const text = TEXTS.get(spaces) ?? Array.from(spaces, (space) => BEFORE + space).join('');
  TEXTS.set(spaces, text);
  return text;
}

/** How many viewers with spaces of their own are remembered. */
const VIEWERS = 100;

/** Understands what another thread has told. */
export class ToldSpaces {
  private readonly known = new LRUCache<string, ReadonlySet<string>>({ max: VIEWERS });

  /** The same set for the same text, if it was not long ago. */
  of(text: string): VisibleSpaces {
    if (text === ALL) return 'all';
    const spaces = this.known.get(text) ?? new Set(text.split(BEFORE).slice(1));
    this.known.set(text, spaces);
    return spaces;
  }
}
