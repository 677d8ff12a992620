import { useEffect } from 'react';

/** Paper cannot be unfolded: whatever is folded on the page is open while it is printed. */
export function useUnfoldedPrint(): void {
  useEffect(() => {
    let unfolded: HTMLDetailsElement[] = [];
    const unfold = (): void => {
      unfolded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const each of unfolded) each.open = true;
    };
    const fold = (): void => {
      for (const each of unfolded) each.open = false;
      unfolded = [];
    };
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', unfold);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
}
