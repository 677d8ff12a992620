import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { Field } from '../ui/field.js';
import field from '../ui/field.module.css';
import { useOwnZone } from '../app/viewer.js';
import { browserZone } from '../ui/time.js';
import { zoneName } from '../ui/zone.js';

/** The zone that times are typed in: one's own and UTC first, then every other. */
export function ZoneChoice({
  zone,
  onZone,
}: {
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}) {
  const { t } = useTranslation('incident');
  const others = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const own = useOwnZone();
  const now = new Date().toISOString();
  const near = [...new Set([own, browserZone(), 'UTC', zone])];
  return (
    <Field label={t('zone')}>
      {(attributes) => (
        <select
          className={field['control']}
          {...attributes}
          value={zone}
          onChange={(event) => {
            onZone(event.currentTarget.value);
          }}
        >
          {near.map((each) => (
            <option key={each} value={each}>
              {zoneName(each, now)}
            </option>
          ))}
          <optgroup label={t('otherZones')}>
            {others
              .filter((each) => !near.includes(each))
              .map((each) => (
                <option key={each} value={each} lang="en">
                  {each.replaceAll('_', ' ')}
                </option>
              ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
