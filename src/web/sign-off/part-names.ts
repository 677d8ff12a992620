import { useTranslation } from 'react-i18next';

import type { CasePart } from '../gql/documents.js';
import { listed } from '../ui/listed.js';

/** Says the names of parts of a case, one after the other. */
export function usePartNames(): (parts: readonly CasePart[]) => string {
  const { t, i18n } = useTranslation('approval');
  return (parts) =>
    listed(
      parts.map((part) => t(`part${part}`)),
      i18n.language,
    );
}
