import { useEffect, useState, type RefObject } from 'react';

/** Whether an element has room for two columns. */
export function useWide(element: RefObject<HTMLElement | null>, pixels: number): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWide(entry.contentRect.width >= pixels);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, pixels]);
  return isWide;
}
