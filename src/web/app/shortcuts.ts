import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Where `g` and then a letter lead. */
export const PLACES = {
  l: '/',
  i: '/incidents',
  a: '/actions',
  m: '/meetings',
  s: '/services',
  t: '/teams',
} as const;

/** Milliseconds within which the second key of two has to come. */
const PAIR_MS = 1_500;

interface Shortcuts {
  readonly search: () => void;
  readonly keys: () => void;
}

/** True while keys belong to what is being written. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isPlace = (key: string): key is keyof typeof PLACES => key in PLACES;

/** The keys that work on every screen. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const navigate = useNavigate();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    let wentAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.search();
        return;
      }
      if (ctrlKey || metaKey || altKey || isWriting(target) || isDialogOpen()) return;
      const isSecond = event.timeStamp - wentAt < PAIR_MS;
      wentAt = 0;
      if (isSecond && isPlace(key)) void navigate({ to: PLACES[key] });
      else if (key === '/') {
        event.preventDefault();
        latest.current.search();
      } else if (key === '?') latest.current.keys();
      else if (key === 'g') wentAt = event.timeStamp;
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [navigate]);
}

const isDialogOpen = (): boolean =>
  document.querySelector('[role="dialog"]:not([aria-modal="false"])') !== null;
