import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

import css from './overlay.module.css';

/** The hint itself, beside what it is about. It comes when somebody rests on something. */
export function HintPopup({
  id,
  anchor,
  onHide,
  children,
}: {
  readonly id: string;
  readonly anchor: Element;
  readonly onHide: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onHide();
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={6} className={css['positioner']}>
          <Base.Popup id={id} role="tooltip" className={css['hint']}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
