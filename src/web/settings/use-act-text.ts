import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { admin } from '../locales/en/admin.js';
import { wordsOfAct } from './acts.js';

/** Says an act in words; its name where there are none for it. */
export function useActText(): (act: string) => string {
  const { t } = useTranslation('admin');
  return useCallback(
    (act) => {
      const words = wordsOfAct(act);
      if (!words) return act;
      const verb = t(`act_${words.verb}` as keyof typeof admin);
      if (words.noun === '') return verb;
      const noun = t(`thing_${words.noun}` as keyof typeof admin);
      return t('actOn', { noun, verb });
    },
    [t],
  );
}
