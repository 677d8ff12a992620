import { useState } from 'react';

import { personOfPage } from './person-of-page.js';
import { Signal } from './signal.js';
import { UnsentTexts, type NotKept } from './unsent.js';

/** What has been typed in this browser and not sent yet, of the person whose page this is. */
export const unsent = new UnsentTexts({
  storage: () => localStorage,
  personId: personOfPage,
  onScreen: () => ({
    title: document.title,
    address: window.location.pathname + window.location.search,
  }),
  now: Date.now,
});

/** The places of which the browser does not keep what is typed, and why: to be told. */
export const notKept = new Signal<ReadonlyMap<string, NotKept>>(new Map());

function note(place: string, fault: NotKept | null): void {
  const noted = notKept.get();
  if ((noted.get(place) ?? null) === fault) return;
  const next = new Map(noted);
  if (fault === null) next.delete(place);
  else next.set(place, fault);
  notKept.set(next);
}

/** Keeps what was typed in a place, and tells when the browser does not. */
export function keep(place: string, value: unknown): void {
  note(place, unsent.keep(place, value));
}

/** Lets go of what stands in a place: it has been sent, or given up. */
export function forget(place: string): void {
  unsent.forget(place);
  note(place, null);
}

interface Kept<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly forget: () => void;
  /** It was there before: from before a reload, or from when somebody went elsewhere. */
  readonly wasKept: boolean;
}

/**
 * A state that outlives the page until it is forgotten.
 * @param place of the person whose page it is; what is in it has to survive JSON
 */
export function useKept<Value>(place: string, initial: () => Value): Kept<Value> {
  const [before] = useState(() => unsent.read(place) as Value | undefined);
  const [value, setValue] = useState(() => before ?? initial());
  return {
    value,
    wasKept: before !== undefined,
    set: (next) => {
      setValue(next);
      keep(place, next);
    },
    forget: () => {
      forget(place);
    },
  };
}

/** What keeps, at once, what it has not kept yet. */
const waiting = new Set<() => void>();

/** Has something kept before the page can go away; what comes back takes it back. */
export function beforeLeaving(keepNow: () => void): () => void {
  waiting.add(keepNow);
  return () => waiting.delete(keepNow);
}

/** Keeps what has been typed up to now. */
export function keepAllNow(): void {
  for (const keepNow of waiting) keepNow();
}

/** What the pages of one browser tell each other: whose they are, and that somebody has signed out. */
interface Told {
  readonly personId: string;
  readonly hasLeft: boolean;
}

const pages = new BroadcastChannel('fupan-person');

const tell = (hasLeft: boolean): void => {
  const told: Told = { personId: personOfPage(), hasLeft };
  pages.postMessage(told);
};

/** Somebody signs out on purpose: nothing that they have typed stays in this browser, in no tab. */
export function forgetAll(): void {
  unsent.end();
  notKept.set(new Map());
  tell(true);
}

/** Another person has signed in, or this one has signed out: the page is not left open to them. */
export function leavePage(): void {
  keepAllNow();
  notKept.set(new Map());
  window.location.replace('/');
}

/** Follows the page and the others of this browser. */
export function startKeeping(): void {
  unsent.sweep();
  window.addEventListener('pagehide', keepAllNow);
  document.addEventListener('visibilitychange', keepAllNow);
  window.addEventListener('beforeunload', (event) => {
    if (notKept.get().size > 0) event.preventDefault();
  });
  pages.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    const isMine = data.personId === personOfPage();
    if (isMine !== data.hasLeft) return;
    if (isMine) unsent.end();
    leavePage();
  });
  tell(false);
}
