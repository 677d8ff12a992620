import { useTranslation } from 'react-i18next';

import { say } from '../app/said.js';

/** Long enough to read a few names. */
const STAYS_MS = 15_000;

/** Tells who is mentioned and may not see the case. */
export function useTellUnseen(): (names: readonly string[] | null) => void {
  const { t, i18n } = useTranslation('comments');
  return (names) => {
    if (!names || names.length === 0) return;
    const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
    say({ text: t('cannotSee', { names: list, count: names.length }), staysMs: STAYS_MS });
  };
}
