import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { say } from '../../app/said.js';
import { freshKey } from '../entries/fresh-key.js';
import {
  addedAfter,
  addedUnder,
  branchOf,
  deeper,
  higher,
  levelsOf,
  moved,
  restored,
  withoutBranch,
  withoutLine,
} from '../entries/outline.js';
import type { Entries } from '../entries/use-entries.js';
import type { FactorValues } from './factor-values.js';

/** What can be done with a line of the outline, by key, button or menu. */
export type LineAct = 'after' | 'why' | 'deeper' | 'higher' | 'up' | 'down' | 'remove';

/** Everything that changes the outline, and where the cursor goes then. */
export function useOutline({ store, entries }: Entries<FactorValues>) {
  const { t } = useTranslation('parts');
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const wish = useRef<{ readonly key: string; readonly atEnd: boolean }>(null);
  useEffect(() => {
    const { current } = wish;
    if (!current) return;
    // On a slow machine this can still be of the time before the line was there: then it waits.
    if (focusLine(list.current, current.key, current.atEnd)) wish.current = null;
  });
  const focus = (key: string | undefined, atEnd = false): void => {
    if (key !== undefined) wish.current = { key, atEnd };
  };

  const kindUnder = (parent: string | null): FactorValues['kind'] =>
    parent === null && entries.length === 0 ? 'TRIGGER' : 'CONTRIBUTING';

  const add = (key: string | null, where: 'after' | 'under'): void => {
    const fresh = freshKey();
    const values = { text: '', kind: kindUnder(key), category: null, practice: null };
    focus(fresh);
    store.edit((outline) =>
      where === 'under' && key !== null
        ? addedUnder(outline, key, { key: fresh, values })
        : addedAfter(outline, key, { key: fresh, values }),
    );
  };

  const remove = (key: string, withChildren: boolean): void => {
    const before = store.get().entries;
    const at = before.findIndex((entry) => entry.key === key);
    const count = withChildren ? branchOf(before, key).length : 1;
    const next = before[at + count] ?? before[at - 1];
    focus((withChildren ? next : (before[at - 1] ?? before[at + 1]))?.key, true);
    store.edit((outline) => (withChildren ? withoutBranch : withoutLine)(outline, key));
    if (before[at]?.values.text.trim() === '' && count === 1) return;
    say({
      text: t('factorsRemoved', { count }),
      undo: () => {
        focus(key);
        store.edit((outline) => restored(outline, before, key));
      },
    });
  };

  const act = (key: string, what: LineAct): void => {
    if (what === 'after' || what === 'why') add(key, what === 'why' ? 'under' : 'after');
    else if (what === 'remove') remove(key, true);
    else {
      focus(key);
      store.edit((outline) =>
        what === 'deeper'
          ? deeper(outline, key)
          : what === 'higher'
            ? higher(outline, key)
            : moved(outline, key, what),
      );
      setSaid(whereIs(key));
    }
  };

  const whereIs = (key: string): string => {
    const outline = store.get().entries;
    const entry = outline.find((each) => each.key === key);
    const level = outline.filter(({ parent }) => parent === entry?.parent);
    const place = level.findIndex((each) => each.key === key) + 1;
    return t('factorWhere', { level: levelsOf(outline).get(key) ?? 1, place, of: level.length });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, key: string): void => {
    const { key: pressed, altKey, shiftKey, ctrlKey, metaKey, currentTarget } = event;
    // What is pressed while characters are being put together belongs to that.
    if (event.nativeEvent.isComposing) return;
    const isEmpty = currentTarget.value === '';
    const outline = store.get().entries;
    const entry = outline.find((each) => each.key === key);
    const take = (what: LineAct): void => {
      event.preventDefault();
      act(key, what);
    };
    if (pressed === 'Enter' && !shiftKey) {
      if (ctrlKey || metaKey) take('why');
      else if (isEmpty && entry?.parent !== null) take('higher');
      else if (isEmpty) event.preventDefault();
      else take('after');
    } else if (pressed === 'Tab' && !altKey && !ctrlKey && !metaKey) {
      // Where there is nowhere to go, and after Escape, Tab leads on as everywhere else.
      if (currentTarget.dataset['tabLeads'] !== undefined) return;
      const changed = (shiftKey ? higher : deeper)(outline, key);
      if (changed !== outline) take(shiftKey ? 'higher' : 'deeper');
    } else if (pressed === 'Escape') currentTarget.dataset['tabLeads'] = '';
    else if (altKey && pressed === 'ArrowUp') take('up');
    else if (altKey && pressed === 'ArrowDown') take('down');
    else if (pressed === 'Backspace' && isEmpty) {
      event.preventDefault();
      remove(key, false);
    } else if (pressed === 'ArrowUp' || pressed === 'ArrowDown') {
      const at = outline.findIndex((each) => each.key === key);
      const isUp = pressed === 'ArrowUp';
      const { selectionStart, selectionEnd, value } = currentTarget;
      const isAtEdge = isUp ? selectionEnd === 0 : selectionStart === value.length;
      const next = outline[at + (isUp ? -1 : 1)];
      if (!isAtEdge || !next) return;
      event.preventDefault();
      focusLine(list.current, next.key, isUp);
    }
  };

  return { list, said, act, add, onKeyDown };
}

/** Whether the line was there. */
function focusLine(list: HTMLElement | null, key: string, atEnd: boolean): boolean {
  const line = list?.querySelector<HTMLTextAreaElement>(`[data-line="${CSS.escape(key)}"]`);
  if (!line) return false;
  // After a move the cursor stays where it was.
  if (document.activeElement !== line) {
    line.focus();
    if (atEnd) line.setSelectionRange(line.value.length, line.value.length);
  }
  return true;
}
