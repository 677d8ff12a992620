import { useState } from 'react';

interface Kept<Value> {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly forget: () => void;
  /** It was there before: from before a reload, or from when somebody went elsewhere. */
  readonly wasKept: boolean;
}

/**
 * A state that a reload does not lose: it stays in this tab until it is forgotten. What is in it has
 * to survive JSON.
 */
export function useKept<Value>(name: string, initial: () => Value): Kept<Value> {
  const place = `fupan:${name}`;
  const [before] = useState(() => read(place) as Value | null);
  const [value, setValue] = useState(() => before ?? initial());
  return {
    value,
    wasKept: before !== null,
    set: (next) => {
      setValue(next);
      try {
        sessionStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Full, or not allowed: it is still on the screen.
      }
    },
    forget: () => {
      sessionStorage.removeItem(place);
    },
  };
}

function read(place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}
