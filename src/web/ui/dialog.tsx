import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from './button.js';
import css from './overlay.module.css';

/** What can be filled in. */
const FIELDS = 'input, textarea, select';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What can be done, at the foot. */
  readonly foot?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A question that has to be answered before the page goes on; Escape closes it. */
export function Dialog({ isOpen, onClose, title, foot, isWide = false, children }: DialogProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={css['backdrop']} />
        <Base.Popup
          ref={popup}
          className={isWide ? `${css['dialog']} ${css['wide']}` : css['dialog']}
          // What is asked for has the focus, not the way out; a finger would bring up its keyboard.
          initialFocus={(by) =>
            by === 'touch' ? true : (popup.current?.querySelector<HTMLElement>(FIELDS) ?? true)
          }
        >
          <div className={css['dialogHead']}>
            <Base.Title render={<h2 />}>{title}</Base.Title>
            <Base.Close
              render={<Button kind="quiet" size="small" icon={<X />} aria-label={t('close')} />}
            />
          </div>
          {children}
          {foot !== undefined && <div className={css['dialogFoot']}>{foot}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
