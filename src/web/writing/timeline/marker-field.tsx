import { useTranslation } from 'react-i18next';

import { MARKERS } from '../../case/case-address.js';
import { MarkerShape } from '../../case/marker-shape.js';
import type { TimelineMarker } from '../../gql/documents.js';
import { QuietChoice } from '../entries/quiet-choice.js';
import css from './timeline.module.css';

/** What kind of moment it was. */
export function MarkerField({
  marker,
  onMarker,
}: {
  readonly marker: TimelineMarker;
  readonly onMarker: (marker: TimelineMarker) => void;
}) {
  const { t } = useTranslation(['parts', 'vocabulary']);
  return (
    <span className={css['marker']}>
      <MarkerShape of={marker} />
      <QuietChoice label={t('eventMarker')} value={marker} onChange={onMarker}>
        {MARKERS.map((each) => (
          <option key={each} value={each}>
            {t(`vocabulary:marker${each}`)}
          </option>
        ))}
      </QuietChoice>
    </span>
  );
}
