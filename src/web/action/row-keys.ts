import { useEffect, type RefObject } from 'react';

import { isWriting } from '../app/shortcuts.js';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** j and k, or the arrows, go from row to row; Enter needs nothing, as each row has a link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      const { target, ctrlKey, metaKey, altKey } = event;
      if (step === undefined || !list.current || event.defaultPrevented) return;
      if (ctrlKey || metaKey || altKey || isWriting(target) || isOverlaid(target)) return;
      const links = [...list.current.querySelectorAll<HTMLElement>('a[data-row]')];
      const row = target instanceof Element ? target.closest('[data-row-of]') : null;
      const place = links.findIndex((link) => row?.contains(link));
      const next = links[place === -1 && step < 0 ? links.length - 1 : place + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [list]);
}

/** True while keys belong to a menu, a list to choose from or a dialog. */
const isOverlaid = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null) ||
  document.querySelector('[role="dialog"]:not([aria-modal="false"]), [role="menu"]') !== null;
