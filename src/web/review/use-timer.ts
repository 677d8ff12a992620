import { useEffect, useState } from 'react';

interface Counted {
  /** Milliseconds that were counted before it was paused last. */
  readonly before: number;
  /** Since when it counts, in milliseconds; null while it is paused. */
  readonly since: number | null;
}

/** What was counted for each case, while the page is open: whoever comes back to a case goes on. */
const counted = new Map<string, Counted>();

const TICK_MS = 1_000;

interface Timer {
  readonly seconds: number;
  readonly isPaused: boolean;
  readonly toggle: () => void;
}

/** Counts the time for which something is shown. */
export function useTimer(id: string): Timer {
  const [{ before, since }, setState] = useState<Counted>(() => ({
    before: counted.get(id)?.before ?? 0,
    since: Date.now(),
  }));
  const [now, setNow] = useState(Date.now);
  const isPaused = since === null;
  useEffect(() => {
    const total = (): number => before + (since === null ? 0 : Date.now() - since);
    const keep = (): void => {
      counted.set(id, { before: total(), since: null });
    };
    if (since === null) {
      keep();
      return undefined;
    }
    const timer = setInterval(() => {
      setNow(Date.now());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
      keep();
    };
  }, [id, before, since]);
  const ms = before + (since === null ? 0 : Math.max(0, now - since));
  return {
    seconds: Math.floor(ms / 1_000),
    isPaused,
    toggle: () => {
      const at = Date.now();
      setNow(at);
      setState(
        since === null
          ? { before, since: at }
          : { before: before + Math.max(0, at - since), since: null },
      );
    },
  };
}
