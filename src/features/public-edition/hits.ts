import { LIMITS } from '../../core/limits.js';
import { isMasked, maskSource, type HitKind, type MaskKind } from './masks.js';
import { isPublicAddress } from './public-address.js';
import { lettersOf, termPattern, type TermPattern } from './term-pattern.js';
import { unfoldedText, type UnfoldedText } from './unfolded-text.js';

/** A name or a word that is looked for. */
export interface Term {
  readonly kind: 'NAME' | 'WORD' | 'NAME_PART';
  readonly text: string;
  /** Whom or what it means; the same for every way to say it. */
  readonly of: string;
}

/** A term that can be looked for. */
export interface CompiledTerm extends Term {
  readonly pattern: TermPattern;
}

/** Something in a text that stays inside. */
export interface Hit {
  readonly kind: HitKind;
  /** Offsets in the text as it is written. */
  readonly start: number;
  readonly end: number;
  /** As its reader sees it. */
  readonly shown: string;
  /** The term it is; null for what is known by its form. */
  readonly term: CompiledTerm | null;
}

/** What to look for, the longest first; of two that read alike the first one counts. */
export function compiledTerms(terms: readonly Term[]): CompiledTerm[] {
  const found = new Map<string, CompiledTerm>();
  for (const term of terms) {
    const pattern = termPattern(term.text);
    const key = pattern && `${term.kind === 'NAME_PART'} ${pattern.letters}`;
    if (pattern && key !== null && !found.has(key)) found.set(key, { ...term, pattern });
  }
  return [...found.values()].sort(
    (one, other) => other.pattern.letters.length - one.pattern.letters.length,
  );
}

/** What a link is written with. */
const LINK_END = /^[^\s<>"'`|)\]}，。；：、」』）》】]+/u;

const BEFORE: readonly MaskKind[] = ['LINK', 'EMAIL', 'HOST'];
const AFTER: readonly MaskKind[] = ['ADDRESS', 'PHONE', 'TICKET'];

/** All that stays inside, in the order of the text; nothing is in two of them. */
export function hitsIn(
  written: string,
  terms: readonly CompiledTerm[],
  ownHost: string,
  { isInLink = false } = {},
): Hit[] {
  const text = unfoldedText(written);
  const letters = lettersOf(text.folded);
  const present = terms.filter(({ pattern }) => letters.includes(pattern.letters));
  const pattern = new RegExp(
    [
      ...BEFORE.filter((kind) => !isInLink || kind !== 'LINK').map(maskSource),
      ...present.map(({ kind, pattern: { source } }, at) =>
        kind === 'WORD' ? `(?<t${at}>${source})` : `(?<t${at}>@?${source})`,
      ),
      ...AFTER.map(maskSource),
    ].join('|'),
    'gu',
  );
  const hits: Hit[] = [];
  for (let match = pattern.exec(text.folded); match; match = pattern.exec(text.folded)) {
    const { 0: found, index, groups = {} } = match;
    const name = Object.keys(groups).find((key) => groups[key] !== undefined) ?? '';
    const start = text.starts[index] ?? 0;
    const length = name === 'LINK' ? linkLength(written, text, index) : found.length;
    const shown = text.shown.slice(index, index + length).replace(/[*`]/g, '');
    const end = withUnseen(written, text.ends[index + length - 1] ?? start);
    const term = name.startsWith('t') ? present[Number(name.slice(1))] : undefined;
    const before = text.shown.charAt(index - 1);
    if (term) {
      if (isMeant(term, shown, before)) hits.push({ kind: term.kind, start, end, shown, term });
      else pattern.lastIndex = index + 1;
      continue;
    }
    const kind = name as MaskKind;
    if (kind === 'LINK' && isPublicLink(written.slice(start, end), terms, ownHost)) {
      pattern.lastIndex = index + length;
    } else if (isMasked(kind, text.folded.slice(index, index + length), shown)) {
      hits.push({ start, end, shown, ...ownWord(kind, found, present) });
      pattern.lastIndex = index + length;
    } else pattern.lastIndex = index + 1;
  }
  return hits;
}

/** Whether a link may stand: it leads to the public, and its address says nothing of what stays inside. */
export const isPublicLink = (
  address: string,
  terms: readonly CompiledTerm[],
  ownHost: string,
): boolean =>
  isPublicAddress(address, ownHost) &&
  hitsIn(address, terms, ownHost, { isInLink: true }).length === 0;

/** A host that has a word of its own instead. */
function ownWord(
  kind: MaskKind,
  found: string,
  present: readonly CompiledTerm[],
): { readonly kind: HitKind; readonly term: CompiledTerm | null } {
  const isWhole = ({ pattern: { source } }: CompiledTerm) =>
    new RegExp(`^(?:${source})$`, 'u').test(found);
  const term =
    kind === 'HOST' ? present.find((each) => each.kind === 'WORD' && isWhole(each)) : null;
  return term ? { kind: 'WORD', term } : { kind, term: null };
}

/** A single word is a name only where it is written like one, or where an account stands. */
const isMeant = ({ kind, pattern }: CompiledTerm, shown: string, before: string): boolean =>
  kind === 'WORD' ||
  pattern.isPhrase ||
  /^@|^\p{Lu}/u.test(shown) ||
  (before !== '' && '@/~:_.-='.includes(before));

/** The signs of a link as it is written: one that is escaped goes on where the space that it stands for would end it. */
function linkLength(written: string, { starts }: UnfoldedText, index: number): number {
  const start = starts[index] ?? 0;
  const [link = ''] = LINK_END.exec(written.slice(start, start + LIMITS.url)) ?? [];
  const end = start + link.replace(/[.,;:!?*_~]+$/, '').length;
  let length = 1;
  while ((starts[index + length] ?? end) < end) length += 1;
  return length;
}

/** Takes in the marks on the last letter. */
function withUnseen(written: string, end: number): number {
  const [unseen = ''] = /^[\p{M}\p{Cf}]+/u.exec(written.slice(end, end + 16)) ?? [];
  return end + unseen.length;
}
