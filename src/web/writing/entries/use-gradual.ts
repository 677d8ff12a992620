import { startTransition, useEffect, useState } from 'react';

/** Lines that are drawn at once; more would hold up the next key. */
const AT_ONCE = 30;

/**
 * How many of many lines to draw by now: a screenful at once, the others bit by bit, between one key and
 * the next. All are there in the end, so that a search in the page and a screen reader find them.
 */
export function useGradual(count: number): number {
  const [drawn, setDrawn] = useState(AT_ONCE);
  const isWhole = drawn >= count;
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(() => {
      startTransition(() => {
        setDrawn((before) => before + AT_ONCE);
      });
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [drawn, isWhole]);
  return Math.min(drawn, count);
}
