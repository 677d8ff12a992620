/** Of an event, what tells that it is the same as another. */
interface KnownEvent {
  readonly at: Date;
  readonly text: string;
  readonly original?: string | null | undefined;
}

/** Tells what is known already: what says the same of the same instant, or comes from the same line. */
export function knownEvents(present: readonly KnownEvent[]) {
  const seen = new Set<string>();
  const marksOf = ({ at, text, original }: KnownEvent): string[] => {
    const [words, line] = [text, original ?? ''].map((each) => each.trim().replace(/\s+/gu, ' '));
    return [`${at.getTime()} ${words ?? ''}`, ...(line ? [`from ${line}`] : [])];
  };
  for (const event of present) for (const mark of marksOf(event)) seen.add(mark);
  return { has: (event: KnownEvent): boolean => marksOf(event).some((mark) => seen.has(mark)) };
}
