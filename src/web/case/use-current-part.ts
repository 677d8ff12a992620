import { useEffect, useState } from 'react';

/** A narrow band in the upper third of the window: what stands in it is what one reads. */
const BAND = '-18% 0px -76% 0px';

/** The part of the page that one is at, out of those with these ids. */
export function useCurrentPart(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const all = ids.join(' ');
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting);
        if (entered) setCurrent(entered.target.id);
      },
      { rootMargin: BAND },
    );
    for (const id of all.split(' ')) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => {
      observer.disconnect();
    };
  }, [all]);
  return current ?? ids[0];
}
