import { useEffect, useRef, useState } from 'react';

/** Milliseconds after the last key until a text is previewed; a long one waits longer. */
const STILL_MS = 350;
const LONG_STILL_MS = 2_000;
const LONG = 100_000;

/** The text to preview: that of a moment ago, read only while somebody looks at it. */
export function usePreviewText(isShown: boolean): {
  readonly text: string;
  readonly show: (text: string) => void;
  readonly changed: (read: () => string) => void;
} {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const changed = (read: () => string): void => {
    if (!isShown) return;
    clearTimeout(timer.current);
    const wait = text.length > LONG ? LONG_STILL_MS : STILL_MS;
    timer.current = setTimeout(() => {
      setText(read());
    }, wait);
  };
  return { text, show: setText, changed };
}
