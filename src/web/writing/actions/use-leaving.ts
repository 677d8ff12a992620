import { useCallback, useEffect, useRef, useState } from 'react';

import type { EntryStore } from '../entries/store.js';

/** Milliseconds for which a removal can be taken back; a little longer than it is offered. */
const GRACE_MS = 7_000;

/**
 * Entries that are on their way out. What has a key and a life of its own cannot be made anew, so it is
 * taken from the page at once but from the server only when nobody has taken that back.
 */
export function useLeaving<Values extends object>(store: EntryStore<Values>) {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const stay = useCallback((key: string): void => {
    clearTimeout(timers.current.get(key));
    timers.current.delete(key);
    setLeaving((all) => new Set([...all].filter((each) => each !== key)));
  }, []);
  const leave = useCallback(
    (key: string): void => {
      setLeaving((all) => new Set([...all, key]));
      timers.current.set(
        key,
        setTimeout(() => {
          timers.current.delete(key);
          store.edit((all) => all.filter((each) => each.key !== key));
        }, GRACE_MS),
      );
    },
    [store],
  );
  useEffect(() => {
    const { current } = timers;
    return () => {
      for (const timer of current.values()) clearTimeout(timer);
      const keys = new Set(current.keys());
      current.clear();
      if (keys.size > 0) store.edit((all) => all.filter((each) => !keys.has(each.key)));
    };
  }, [store]);
  return { leaving, leave, stay };
}
