import { viewerId } from '../../app/viewer.js';

/** Where the browser keeps something until it is saved: apart for each person who uses it. */
const placeOf = (name: string): string => `fupan:unsaved:${viewerId()}:${name}`;

/** What was kept under a name; undefined for nothing, and where the browser keeps nothing. */
export function kept(name: string): unknown {
  try {
    const text = localStorage.getItem(placeOf(name));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Keeps something; a browser that will not is no reason to stop anybody from writing. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(placeOf(name), JSON.stringify(value));
  } catch {
    // Full, or forbidden.
  }
}

/** Lets go of what was kept. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(placeOf(name));
  } catch {
    // Forbidden.
  }
}
