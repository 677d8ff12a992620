import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Of a case, what tells its parts apart. */
export interface CaseWithSections {
  readonly id: string;
  readonly sections: readonly { readonly position: number; readonly heading: string }[];
}

const BLOCKS = [
  'details',
  'summary',
  'sections',
  'timeline',
  'factors',
  'findings',
  'practices',
  'actions',
  'links',
] as const;

/** Says in words which part of a case a block is: `the summary`. */
export function useBlockName({ sections }: CaseWithSections): (block: string) => string {
  const { t } = useTranslation('prose');
  return useCallback(
    (block) => {
      const known = BLOCKS.find((name) => name === block);
      if (known) return t(`block_${known}`);
      const [, position] = /^section-(\d+)$/.exec(block) ?? [];
      const section = sections.find((each) => String(each.position) === position);
      if (!section) return t('block_other');
      return section.heading === ''
        ? t('block_lead')
        : t('block_section', { heading: section.heading });
    },
    [sections, t],
  );
}
