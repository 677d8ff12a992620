import { useTranslation } from 'react-i18next';

import { LANGUAGES } from '../app/language.js';
import type { FactorCategory, PostmortemStatus } from '../gql/documents.js';
import type { FacetName } from './search-address.js';

/** Gives the word that people read for a value of a facet. */
export function useValueLabel(): (name: FacetName, value: string) => string {
  const { t } = useTranslation('vocabulary');
  return (name, value) => {
    switch (name) {
      case 'category':
        return t(`category${value as FactorCategory}`);
      case 'status':
        return t(`status${value as PostmortemStatus}`);
      case 'language':
        return value in LANGUAGES
          ? t(`language${LANGUAGES[value as keyof typeof LANGUAGES]}`)
          : value;
      default:
        return value;
    }
  };
}
