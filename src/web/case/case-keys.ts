import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

import type { Block } from './case-address.js';
import { useCase } from './case-context.js';
import { EDIT_BUTTON } from './edit-menu.js';

const route = getRouteApi('/postmortems/$key');

const isWriting = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isCovered = (): boolean =>
  document.querySelector(
    '[role="dialog"]:not([aria-modal="false"]), [role="menu"], [role="listbox"]',
  ) !== null;

/**
 * `e` writes the part one looks at, or says what can be written. Escape first leaves the field that
 * has the focus, then what is being written: nobody leaves by one slip of a finger.
 * @param block the part one looks at, if it can be written
 */
export function useCaseKeys(block: Block | undefined): void {
  const { mayEdit, editing, onDone } = useCase();
  const navigate = route.useNavigate();
  const latest = useRef({ block, mayEdit, editing, onDone });
  useEffect(() => {
    latest.current = { block, mayEdit, editing, onDone };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented, isComposing } = event;
      if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey || isCovered()) return;
      const now = latest.current;
      if (key === 'Escape' && now.editing !== undefined) {
        if (isWriting(target)) target.blur();
        else now.onDone();
      } else if (key === 'e' && now.mayEdit && now.editing === undefined && !isWriting(target)) {
        event.preventDefault();
        if (now.block === undefined) document.getElementById(EDIT_BUTTON)?.click();
        else
          void navigate({
            search: (search) => ({ ...search, edit: now.block }),
            replace: true,
            resetScroll: false,
          });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [navigate]);
  useReturnOfFocus(editing);
}

/** Whoever leaves an editor stands again where they went in. */
function useReturnOfFocus(editing: Block | undefined): void {
  const before = useRef<Block>(undefined);
  useEffect(() => {
    const left = before.current;
    before.current = editing;
    if (left === undefined || editing !== undefined) return;
    const button =
      document.querySelector<HTMLElement>(`[data-edits="${left}"]`) ??
      document.getElementById(EDIT_BUTTON);
    button?.focus({ preventScroll: true });
  }, [editing]);
}
