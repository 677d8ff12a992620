/** What is kept in the browser for the time until it is saved. */
const PREFIX = 'fupan:unsaved:';

/** What was kept under a name; undefined for nothing, and where the browser keeps nothing. */
export function kept(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Keeps something; a browser that will not is no reason to stop anybody from writing. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full, or forbidden.
  }
}

/** Lets go of what was kept. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Forbidden.
  }
}
