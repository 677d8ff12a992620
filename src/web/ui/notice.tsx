import type { ReactNode } from 'react';

import css from './notice.module.css';

/** Something that has to be known, where it matters. */
export function Notice({
  kind = 'plain',
  children,
  action,
}: {
  readonly kind?: 'plain' | 'fault' | 'warn' | 'good';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={`${css['notice']} ${css[kind]}`} role={kind === 'fault' ? 'alert' : 'status'}>
      <div>{children}</div>
      {action}
    </div>
  );
}

/** What a list says when there is nothing in it: why, and what to do. */
export function Empty({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css['empty']}>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Keeps the place of what is still on its way. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div className={css['skeleton']} aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
