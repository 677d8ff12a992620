import { useTranslation } from 'react-i18next';

import { useCase } from '../case/case-context.js';
import type { Place } from './place.js';

/** What the places of the case on the page are called. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useTranslation(['comments', 'case']);
  const { timeline, allFactors, findings, actionItems } = useCase().postmortem;
  const textOf = (
    entries: readonly { readonly id: string; readonly text: string }[],
    id: string | undefined,
  ): string | undefined => entries.find((entry) => entry.id === id)?.text;
  return ({ part, partId, heading }) => {
    switch (part) {
      case 'CASE':
        return t('comments:wholeCase');
      case 'SUMMARY':
        return t('case:summary');
      case 'SECTION':
        return heading === undefined || heading === '' ? t('comments:partSECTION') : heading;
      case 'TIMELINE_EVENT':
        return textOf(timeline, partId) ?? t('comments:partTIMELINE_EVENT');
      case 'FACTOR':
        return textOf(allFactors, partId) ?? t('comments:partFACTOR');
      case 'FINDING':
        return textOf(findings, partId) ?? t('comments:partFINDING');
      case 'ACTION_ITEM': {
        const item = actionItems.find(({ id }) => id === partId);
        return item ? `${item.key} ${item.title}` : t('comments:partACTION_ITEM');
      }
    }
  };
}
