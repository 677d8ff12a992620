/** Somebody to invite. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
}

const NAMED = /^"?([^"<>]*?)"?\s*<\s*([^\s<>@]+@[^\s<>@]+)\s*>$/;
const BARE = /^[^\s<>@]+@[^\s<>@]+$/;

/**
 * Reads e-mail addresses as people paste them: one on each line or with commas between, with the
 * name before them in the manner of mail programs or alone.
 */
export function addressesIn(text: string): {
  readonly found: readonly Addressee[];
  /** What is no address. */
  readonly unclear: readonly string[];
} {
  const found = new Map<string, Addressee>();
  const unclear: string[] = [];
  for (const part of text.split(/[\n,;，；、]+/)) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const named = NAMED.exec(trimmed);
    const email = named?.[2] ?? (BARE.test(trimmed) ? trimmed : undefined);
    if (email === undefined) unclear.push(trimmed);
    else if (!found.has(email.toLowerCase())) {
      found.set(email.toLowerCase(), { name: named?.[1] || nameFrom(email), email });
    }
  }
  return { found: [...found.values()], unclear };
}

/** `lin.yuting@…` is somebody whom one may call Lin Yuting until they say otherwise. */
function nameFrom(email: string): string {
  const words = email.slice(0, email.indexOf('@')).split(/[._+-]+/);
  return words
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
