import { useState } from 'react';

/**
 * A state that a reload does not lose: it stays in this tab until it is forgotten. What is in it has
 * to survive JSON.
 */
export function useKept<Value>(
  name: string,
  initial: () => Value,
): readonly [value: Value, set: (value: Value) => void, forget: () => void] {
  const place = `fupan:${name}`;
  const [value, setValue] = useState(() => (read(place) as Value | null) ?? initial());
  const set = (next: Value): void => {
    setValue(next);
    try {
      sessionStorage.setItem(place, JSON.stringify(next));
    } catch {
      // Full, or not allowed: it is still on the screen.
    }
  };
  const forget = (): void => {
    sessionStorage.removeItem(place);
  };
  return [value, set, forget];
}

function read(place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}
