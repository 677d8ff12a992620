import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import css from './find-box.module.css';

/** Milliseconds after the last key until the list is narrowed. */
const STILL_MS = 150;

/** Narrows a list by words. What is typed is told once the typist pauses. */
export function FindBox({
  label,
  text,
  onText,
}: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has changed without the box: somebody went back, or cleared the filters.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (
    <div className={css['box']}>
      <Search aria-hidden />
      <input
        type="search"
        value={typed}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            setTold(value);
            onText(value);
          }, STILL_MS);
        }}
      />
    </div>
  );
}
