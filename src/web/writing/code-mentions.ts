import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';

import { fitsMention, mentionAt, mentionText } from './completion-at.js';

/** Something that can be named in a text. */
export interface MentionTarget {
  readonly kind: string;
  readonly key: string;
  readonly title: string;
}

/** Offers what a text can name: cases, incidents and actions by key or words, people after `@`. */
export function mentions(
  search: (query: string, signal: AbortSignal) => Promise<readonly MentionTarget[]>,
): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const line = context.state.doc.lineAt(context.pos);
    const mention = mentionAt(line.text.slice(0, context.pos - line.from));
    if (!mention) return null;
    const aborter = new AbortController();
    context.addEventListener('abort', () => {
      aborter.abort();
    });
    // Whoever writes is not to be held up by what cannot be offered.
    const found = await search(mention.query, aborter.signal).catch(() => []);
    const options = found
      .filter(({ kind }) => fitsMention(mention, kind))
      .map((target): Completion => ({
        label: mentionText(target),
        detail: target.kind === 'PERSON' ? '' : target.title,
        apply: (view, _, from, to) => {
          const after = view.state.sliceDoc(to, to + 2) === ']]' ? 2 : 0;
          const insert = `${mentionText(target)}${target.kind === 'PERSON' ? ' ' : ''}`;
          view.dispatch({
            changes: { from, to: to + after, insert },
            selection: { anchor: from + insert.length },
            userEvent: 'input.complete',
          });
        },
      }));
    if (options.length === 0) return null;
    return { from: line.from + mention.from, options, filter: false };
  };
  return autocompletion({ override: [source], icons: false, activateOnTyping: true });
}
