import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { IncidentKind } from '../gql/documents.js';
import { KINDS } from './incidents-address.js';
import css from './new-incident-page.module.css';

/** What is being put down; what has been typed goes along. */
export function KindChoice({ kind }: { readonly kind: IncidentKind }) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  return (
    <nav className={css['kinds']} aria-label={t('incident:field_kind')}>
      {KINDS.map((each) => (
        <Link
          key={each}
          to="/incidents/new"
          search={{ kind: each === 'INCIDENT' ? undefined : each }}
          // Without this, the address of an incident would also be found in that of a near miss.
          activeOptions={{ exact: true, explicitUndefined: true }}
          aria-current={each === kind ? 'page' : undefined}
          replace
        >
          {t(`vocabulary:kind${each}`)}
        </Link>
      ))}
    </nav>
  );
}
