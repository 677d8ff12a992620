import type { ReactNode } from 'react';

import css from './tabs.module.css';

/** Sides of one screen, each with an address of its own: links, of which the one that is open says so. */
export function Tabs({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <nav className={css['tabs']} aria-label={label}>
      {children}
    </nav>
  );
}
