import { useTranslation } from 'react-i18next';

import type { InitiativeStatus } from '../gql/documents.js';
import css from '../ui/badge.module.css';

/** Where an initiative stands: a ring that fills up as things go on. */
export function InitiativeState({ of }: { readonly of: InitiativeStatus }) {
  const { t } = useTranslation('initiatives');
  return <span className={`${css['status']} ${css[of] ?? ''}`}>{t(`state${of}`)}</span>;
}
