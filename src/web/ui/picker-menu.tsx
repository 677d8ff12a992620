import { cloneElement, lazy, Suspense, useState, type ReactElement } from 'react';

import type { PickerPopup as Popup } from './picker-popup.js';
import type { PickerSource } from './picker.js';

const load = () => import('./picker-popup.js');
const PickerPopup = lazy(() =>
  load().then((module) => ({ default: module.PickerPopup })),
) as unknown as typeof Popup;

interface TriggerProps {
  onClick?: () => void;
  onFocus?: () => void;
  onPointerEnter?: () => void;
  'aria-haspopup'?: 'dialog';
  'aria-expanded'?: boolean;
}

/** What a picker behind a button takes. */
export interface PickerMenuProps<Item> {
  /** The button that opens it. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly source: PickerSource<Item>;
  /** What is looked for, for the box inside. */
  readonly label: string;
  readonly value: Item | null;
  readonly onChange: (value: Item | null) => void;
  /** What to call having none; without it, something has to be picked. */
  readonly none?: string;
}

/** Finds one thing by name, behind a button: for rows that are many and seldom changed. */
export function PickerMenu<Item>(props: PickerMenuProps<Item>) {
  const [isWanted, setWanted] = useState(false);
  const prepare = (): void => {
    void load();
  };
  const closed = cloneElement(props.trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    onFocus: prepare,
    onPointerEnter: prepare,
    onClick: () => {
      setWanted(true);
    },
  });
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <PickerPopup {...props} />
    </Suspense>
  );
}
