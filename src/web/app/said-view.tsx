import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/button.js';
import css from './said.module.css';
import { toSay, type SaidMessage } from './said.js';
import { useSignal } from './signal.js';

/** Milliseconds for which a message stays, unless it says otherwise. */
const STAYS_MS = 6_000;

/** Shows what is told, at the foot of the page. */
export function SaidView() {
  return (
    <Toast.Provider limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={css['place']}>
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Messages() {
  const { t } = useTranslation();
  const { toasts, add, close } = Toast.useToastManager<SaidMessage>();
  const waiting = useSignal(toSay);
  useEffect(() => {
    // Taken from the signal itself: a render may come again before it has heard that nothing waits.
    const taken = toSay.get();
    if (taken.length === 0) return;
    toSay.set([]);
    for (const message of taken) {
      add({ description: message.text, timeout: message.staysMs ?? STAYS_MS, data: message });
    }
  }, [waiting, add]);
  return toasts.map((toast) => {
    const undo = toast.data?.undo;
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className={css['message']}
        aria-label={toast.data?.text}
      >
        <Toast.Description className={css['text']} />
        {undo && (
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              undo();
              close(toast.id);
            }}
          >
            {t('undo')}
          </Button>
        )}
      </Toast.Root>
    );
  });
}
