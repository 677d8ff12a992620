import { useEffect, useState } from 'react';

import { forget, keep, unsent } from '../../app/kept.js';
import { GrowText } from './grow-text.js';
import css from './entries.module.css';

/** The line in which something new is written; Enter adds it, and the next one can follow at once. */
export function NewLine({
  name,
  label,
  placeholder,
  lang,
  isSingle = false,
  onAdd,
}: {
  /** Where what is typed and not added yet is kept: the case and its part. */
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly lang: string;
  /** Whether it has to stay one line. */
  readonly isSingle?: boolean;
  readonly onAdd: (text: string) => void;
}) {
  const [text, setText] = useState(() => (unsent.read(name) as string | undefined) ?? '');
  useEffect(() => {
    if (text.trim() === '') forget(name);
    else keep(name, text);
  }, [name, text]);
  return (
    <GrowText
      label={label}
      placeholder={placeholder}
      lang={lang}
      className={css['newLine'] ?? ''}
      value={text}
      data-new-line=""
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        if (event.shiftKey && !isSingle) return;
        event.preventDefault();
        if (text.trim() === '') return;
        onAdd(text.trim());
        setText('');
      }}
    />
  );
}
