import { cloneElement, lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';

const load = () => import('./menu-popup.js');
const MenuPopup = lazy(() => load().then((module) => ({ default: module.MenuPopup })));

interface TriggerProps {
  onClick?: () => void;
  onFocus?: () => void;
  onPointerEnter?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<TriggerProps>;
  /** What is in it: a component of its own that is loaded lazily, so that it comes with the menu. */
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

/** Things to do, behind a button. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const prepare = (): void => {
    void load();
  };
  const closed = cloneElement(trigger, {
    'aria-haspopup': 'menu',
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
      <MenuPopup trigger={trigger} align={align}>
        {children}
      </MenuPopup>
    </Suspense>
  );
}
