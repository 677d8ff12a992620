import { useEffect, useRef } from 'react';

import type { EditorName } from './editor-names.js';

interface Keys {
  readonly mayEdit: boolean;
  readonly edit: EditorName | undefined;
  readonly open: (name: EditorName | undefined) => void;
}

const isWriting = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

const isCovered = (): boolean =>
  document.querySelector(
    '[role="dialog"]:not([aria-modal="false"]), [role="menu"], [role="listbox"]',
  ) !== null;

/**
 * `e` edits the details. Escape first leaves the field that has the focus, then the editor: what has
 * been typed is there again when it is opened.
 */
export function useIncidentKeys(keys: Keys): void {
  const latest = useRef(keys);
  const before = useRef<EditorName>(undefined);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented, isComposing } = event;
      if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey || isCovered()) return;
      const { mayEdit, edit, open } = latest.current;
      if (key === 'Escape' && edit !== undefined) {
        if (isWriting(target)) target.blur();
        else open(undefined);
      } else if (key === 'e' && mayEdit && edit === undefined && !isWriting(target)) {
        event.preventDefault();
        open('details');
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  const { edit } = keys;
  useEffect(() => {
    // Whoever leaves an editor stands again where they went in.
    const left = before.current;
    before.current = edit;
    if (left === undefined || edit !== undefined) return;
    const button = document.querySelector<HTMLElement>(`[data-edits="${left}"]`);
    button?.focus({ preventScroll: true });
  }, [edit]);
}
