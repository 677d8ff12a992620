import { useTranslation } from 'react-i18next';

import type { ServiceTier } from '../gql/documents.js';
import css from './tier.module.css';

/** How soon a service has to run again, by the number of bars and in words. */
export function Tier({ of }: { readonly of: ServiceTier }) {
  const { t } = useTranslation('vocabulary');
  return (
    <span className={`${css['tier']} ${css[of]}`}>
      <span className={css['bars']} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {t(`tier${of}`)}
    </span>
  );
}
