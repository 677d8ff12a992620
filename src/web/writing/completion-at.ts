/** What is being named at the end of a line. */
export interface Mention {
  readonly kind: 'key' | 'link' | 'person';
  /** Where in the line it begins, its sign included. */
  readonly from: number;
  /** What to look for. */
  readonly query: string;
}

/** Longer than that is a sentence, and no name. */
const LONGEST_QUERY = 60;

/** `PM-3`, `inc-`: a key, or its beginning. */
const KEY = /(?<![A-Za-z0-9/_-])((?:PM|INC|AI)-\d*)$/iu;
/** `[[` and words. */
const LINK = /\[\[([^[\]]*)$/u;
/** `@` and the beginning of a name, but no address of a mailbox. */
const PERSON = /(?<![A-Za-z0-9._%+-])@([\p{L}\p{N}·'’-]*(?: [\p{L}\p{N}·'’-]*)?)$/u;

/** What is being named where the cursor is, judged by the line up to it; null for nothing. */
export function mentionAt(line: string): Mention | null {
  for (const [kind, pattern] of [
    ['link', LINK],
    ['key', KEY],
    ['person', PERSON],
  ] as const) {
    const match = pattern.exec(line);
    const query = match?.[1];
    if (match && query !== undefined && query.length <= LONGEST_QUERY) {
      return { kind, from: match.index, query: query.trim() };
    }
  }
  return null;
}

/** What is written for something that was chosen. */
export const mentionText = (target: { readonly kind: string; readonly key: string }): string =>
  target.kind === 'PERSON' ? `@${target.key}` : target.key;

/** Whether something that was found may be offered for what is being named. */
export const fitsMention = (mention: Mention, kind: string): boolean =>
  mention.kind === 'person' ? kind === 'PERSON' : mention.kind === 'link' || kind !== 'PERSON';
