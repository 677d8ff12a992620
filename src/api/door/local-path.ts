/** A place to go to after sign-in, if it is one of ours; null for anything that leads elsewhere. */
export function localPath(next: string | null | undefined): string | null {
  if (!next || !/^\/(?!\/)[\x21-\x7e]*$/.test(next) || next.includes('\\')) return null;
  // The last word is the browser's own: where would it go?
  const here = 'http://here.invalid';
  if (!URL.canParse(next, here)) return null;
  const { origin, pathname, search } = new URL(next, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search : null;
}

/** The way to sign in, and back. */
export const signInPath = (here: string): string =>
  here === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: here }).toString()}`;
