import type { ComponentProps, ReactNode } from 'react';

import css from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `main` for the one thing to do here, `quiet` for what is beside the text, `danger` for what takes away. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal';
  readonly icon?: ReactNode;
}

/** The classes of a button, for a link that looks like one. */
export const buttonClass = (
  kind: NonNullable<ButtonProps['kind']> = 'plain',
  size: NonNullable<ButtonProps['size']> = 'normal',
): string => [css['button'], css[kind], css[size]].join(' ');

/** Something to press. */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  className = '',
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={`${buttonClass(kind, size)} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}
