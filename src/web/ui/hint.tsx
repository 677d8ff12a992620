import {
  cloneElement,
  lazy,
  Suspense,
  useEffect,
  useId,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

const HintPopup = lazy(() =>
  import('./hint-popup.js').then((module) => ({ default: module.HintPopup })),
);

/** Milliseconds for which the pointer has to rest. */
const REST_MS = 300;

interface HintedProps {
  onPointerEnter?: (event: { readonly currentTarget: Element }) => void;
  onPointerLeave?: () => void;
  onFocus?: (event: { readonly currentTarget: Element }) => void;
  onBlur?: () => void;
  'aria-describedby'?: string;
}

/**
 * More about something, on hover and on focus. What it says must also be found elsewhere on a
 * phone, or be spare.
 */
export function Hint({
  text,
  children,
}: {
  readonly text: ReactNode;
  readonly children: ReactElement<HintedProps>;
}) {
  const id = useId();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!anchor) return;
    const timer = setTimeout(() => {
      setShown(true);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [anchor]);
  const show: HintedProps['onFocus'] = ({ currentTarget }) => {
    setAnchor(currentTarget);
  };
  const hide = (): void => {
    setAnchor(null);
  };
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: show,
        onPointerLeave: hide,
        onFocus: show,
        onBlur: hide,
        ...(isShown ? { 'aria-describedby': id } : {}),
      })}
      {isShown && anchor && (
        <Suspense>
          <HintPopup id={id} anchor={anchor} onHide={hide}>
            {text}
          </HintPopup>
        </Suspense>
      )}
    </>
  );
}
