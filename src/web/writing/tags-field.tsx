import { X } from 'lucide-react';
import { useState } from 'react';

import { Field } from '../ui/field.js';
import css from './tags-field.module.css';

/** Words, each as a chip; Enter or a comma ends one, Backspace takes the last one back. */
export function TagsField({
  label,
  hint,
  removeLabel,
  fault,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly removeLabel: (tag: string) => string;
  readonly fault: string | undefined;
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}) {
  const [text, setText] = useState('');
  const take = (words: string): void => {
    const added = words
      .split(/[,，、\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !value.includes(word));
    if (added.length > 0) onChange([...value, ...new Set(added)]);
    setText('');
  };
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(attributes) => (
        <div className={css['tags']}>
          {value.map((tag) => (
            <span key={tag} className={css['tag']}>
              <span dir="auto">{tag}</span>
              <button
                type="button"
                aria-label={removeLabel(tag)}
                onClick={() => {
                  onChange(value.filter((each) => each !== tag));
                }}
              >
                <X aria-hidden />
              </button>
            </span>
          ))}
          <input
            {...attributes}
            value={text}
            maxLength={200}
            onChange={(event) => {
              const { value: typed } = event.currentTarget;
              if (/[,，、]/.test(typed)) take(typed);
              else setText(typed);
            }}
            onBlur={() => {
              take(text);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && text.trim() !== '') {
                event.preventDefault();
                take(text);
              } else if (event.key === 'Backspace' && text === '') {
                onChange(value.slice(0, -1));
              }
            }}
          />
        </div>
      )}
    </Field>
  );
}
