import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { say } from './said.js';

/** Copies text and says so. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (text) => {
      void navigator.clipboard.writeText(text).then(
        () => {
          say({ text: t('copied') });
        },
        () => {
          // Without https a browser may not let us; the text can still be copied by hand.
          say({ text, staysMs: 30_000 });
        },
      );
    },
    [t],
  );
}
