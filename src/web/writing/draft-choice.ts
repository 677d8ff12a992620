/** A text that was written and not saved. */
export interface KeptDraft {
  readonly text: string;
  readonly base: string;
  readonly baseVersion: number;
  /** When, in milliseconds. */
  readonly at: number;
}

/** What an editor opens with. */
export interface Opening {
  readonly text: string;
  readonly base: string;
  readonly baseVersion: number;
  /** Since when there is a draft; null if it opens with what is saved. */
  readonly draftAt: number | null;
  /** Another draft, from another browser, that would be lost unless somebody takes it. */
  readonly other: KeptDraft | null;
}

/** Decides what an editor opens with: the newest draft, or what is saved if there is none. */
export function openingOf(
  saved: { readonly text: string; readonly version: number },
  local: KeptDraft | null,
  remote: KeptDraft | null,
): Opening {
  // A draft that says what is saved has nothing to say.
  const [first, second] = [local, remote]
    .filter((draft) => draft !== null)
    .filter(({ text }) => text !== saved.text)
    .sort((one, another) => another.at - one.at);
  if (!first) {
    const { text, version } = saved;
    return { text, base: text, baseVersion: version, draftAt: null, other: null };
  }
  const { text, base, baseVersion, at } = first;
  // One that begins the same way is only what it was a moment before.
  const isOlderState = second !== undefined && text.startsWith(second.text);
  const other = second && second.text !== text && !isOlderState ? second : null;
  return { text, base, baseVersion, draftAt: at, other };
}
