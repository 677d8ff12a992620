import { useLayoutEffect, useRef, type ComponentProps } from 'react';

import css from './entries.module.css';

/** Text that is as high as what is in it. Its label is for those who do not see where it stands. */
export function GrowText({
  label,
  className = '',
  value,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'ref' | 'value'> & {
  readonly label: string;
  readonly value: string;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    // Where the browser can do it by itself nothing has to be measured.
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);
  return (
    <textarea
      ref={area}
      rows={1}
      dir="auto"
      aria-label={label}
      value={value}
      className={`${css['grow']} ${className}`}
      maxLength={20_000}
      {...rest}
    />
  );
}
