import type { KeyboardEvent } from 'react';

const links = (list: Element): HTMLAnchorElement[] => [
  ...list.querySelectorAll<HTMLAnchorElement>('a[data-result]'),
];

/**
 * ↓ and ↑ go from the box through the results and back; `c` copies a citation of the one that has
 * the focus. Enter needs nothing: the results are links.
 */
export function onResultKey(event: KeyboardEvent<HTMLElement>, copy: (key: string) => void): void {
  const { key, currentTarget, target } = event;
  if (event.nativeEvent.isComposing) return;
  const all = links(currentTarget);
  const place = all.findIndex((link) => link === target);
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const box = currentTarget.querySelector<HTMLElement>('input[type=search]');
    const isInList = place >= 0 || target === box;
    const next = all[key === 'ArrowDown' ? place + 1 : place - 1] ?? (key === 'ArrowUp' && box);
    if (!isInList || !next) return;
    next.focus();
    event.preventDefault();
  } else if (key === 'c' && place >= 0 && !event.ctrlKey && !event.metaKey) {
    copy(all[place]?.dataset['result'] ?? '');
  }
}
