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
          search={each === 'INCIDENT' ? {} : { kind: each }}
          replace
          aria-current={each === kind ? 'page' : undefined}
        >
          {t(`vocabulary:kind${each}`)}
        </Link>
      ))}
    </nav>
  );
}
