import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';

/** More references to notes than this are left as they were written. */
const MOST = 2_000;
/** Labels, and notes within the line, are no longer than this. */
const LONGEST_LABEL = 200;
const LONGEST_NOTE = 10_000;

/** What the plugin keeps of a text while it reads it. */
interface Notes {
  list?: Note[];
}
interface Note {
  readonly label?: string;
  readonly content?: string;
  readonly tokens?: Token[];
  readonly count?: number;
}

const notesOf = (env: StateCore['env']): Notes => (env['footnotes'] as Notes | undefined) ?? {};

/**
 * Footnotes. The plugin looks for the end of a label as far as the text goes, and moves all that
 * there is for each note; both take forever in a text that was made for it.
 */
export function footnotes(md: MarkdownIt): void {
  footnotePlugin(md);
  const inline = md.inline.ruler;
  for (const name of ['footnote_inline', 'footnote_ref'] as const) {
    const rule = inline.__rules__.find((each) => each.name === name)?.fn;
    if (!rule) throw new Error(`markdown-it-footnote has no rule ${name}`);
    const longest = name === 'footnote_ref' ? LONGEST_LABEL : LONGEST_NOTE;
    inline.at(name, (state, silent) => {
      const { src, pos, env } = state;
      const isNote = src.startsWith(name === 'footnote_ref' ? '[^' : '^[', pos);
      const before = typeof env['noteReferences'] === 'number' ? env['noteReferences'] : 0;
      if (!isNote || before >= MOST || !src.slice(pos, pos + longest).includes(']')) return false;
      const isRead = rule(state, silent);
      if (isRead && !silent) env['noteReferences'] = before + 1;
      return isRead;
    });
  }
  md.core.ruler.at('footnote_tail', gatherNotes);
}

/** Moves the notes to the end, in the order in which they are referred to. */
function gatherNotes(state: StateCore): void {
  if (state.env['footnotes'] === undefined) return;
  const { Token } = state;
  const text: Token[] = [];
  const bodies = new Map<unknown, Token[]>();
  // A note can be written within another one; each takes what is its own.
  const within: Token[][] = [];
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      const body: Token[] = [];
      within.push(body);
      bodies.set(token.meta?.['label'], body);
    } else if (token.type === 'footnote_reference_close') within.pop();
    else (within.at(-1) ?? text).push(token);
  }
  const list = notesOf(state.env).list ?? [];
  if (list.length > 0) text.push(new Token('footnote_block_open', '', 1));
  for (const [id, note] of list.entries()) {
    const open = new Token('footnote_open', '', 1);
    open.meta = { id, label: note.label };
    text.push(open);
    // A body that two notes share, by the same label written in two ways, is shown with the first.
    const tokens = note.tokens ? paragraph(note, state) : (bodies.get(note.label) ?? []);
    bodies.delete(note.label);
    for (const token of tokens) text.push(token);
    const last = text.at(-1)?.type === 'paragraph_close' ? text.pop() : undefined;
    for (let subId = 0; subId < Math.max(note.count ?? 0, 1); subId++) {
      const anchor = new Token('footnote_anchor', '', 0);
      anchor.meta = { id, subId, label: note.label };
      text.push(anchor);
    }
    if (last) text.push(last);
    text.push(new Token('footnote_close', '', -1));
  }
  if (list.length > 0) text.push(new Token('footnote_block_close', '', -1));
  state.tokens = text;
}

function paragraph({ tokens = [], content = '' }: Note, { Token }: StateCore): Token[] {
  const open = new Token('paragraph_open', 'p', 1);
  const inline = new Token('inline', '', 0);
  const close = new Token('paragraph_close', 'p', -1);
  open.block = true;
  close.block = true;
  inline.children = tokens;
  inline.content = content;
  return [open, inline, close];
}
