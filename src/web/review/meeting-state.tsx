import { useTranslation } from 'react-i18next';

import type { ReviewMeetingState } from '../gql/documents.js';
import css from '../ui/badge.module.css';

/** How a meeting stands; the mark says it as well as the colour. */
export function MeetingState({ of }: { readonly of: ReviewMeetingState }) {
  const { t } = useTranslation('meetings');
  return <span className={`${css['status']} ${css[of] ?? ''}`}>{t(`state${of}`)}</span>;
}
