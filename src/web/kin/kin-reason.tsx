import { useTranslation } from 'react-i18next';

import type { KinReasonFragment } from '../gql/documents.js';
import css from './kin.module.css';

/** Why a case is like another one, in a line. */
export function KinReason({ of: kin }: { readonly of: KinReasonFragment }) {
  const { t } = useTranslation(['kin', 'vocabulary']);
  const reasons = [
    ...(kin.isLinked ? [t('kin:linked')] : []),
    ...kin.sharedFactors,
    ...kin.sharedCategories.map((category) => t(`vocabulary:category${category}`)),
    ...kin.sharedServices,
    ...(kin.isSimilar ? [t('kin:similar'), ...kin.sharedTerms.slice(0, 4)] : []),
  ];
  return (
    <p className={css['why']}>
      {t('kin:why')}{' '}
      {reasons.map((reason) => (
        <span key={reason} className={css['reason']} dir="auto">
          {reason}
        </span>
      ))}
    </p>
  );
}
