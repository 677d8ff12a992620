import type { ReactNode } from 'react';

import css from './entries.module.css';

/** One of a few, small enough to stand in a line. Its label is for those who do not see the line. */
export function QuietChoice<Value extends string>({
  label,
  value,
  isSet = true,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: Value;
  /** Whether anything has been chosen. */
  readonly isSet?: boolean;
  readonly onChange: (value: Value) => void;
  /** The options. */
  readonly children: ReactNode;
}) {
  return (
    <select
      className={`${css['quietChoice']} ${isSet ? '' : css['notSet']}`}
      aria-label={label}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value as Value);
      }}
    >
      {children}
    </select>
  );
}
