import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ServicePicker } from '../catalog/service-picker.js';
import facet from '../library/facets.module.css';
import { TextField } from '../ui/field.js';
import {
  KINDS,
  SEVERITIES,
  STATUSES,
  toggled,
  type IncidentsAddress,
} from './incidents-address.js';
import css from './incident-filters.module.css';

interface FiltersProps {
  readonly address: IncidentsAddress;
  readonly onAddress: (address: IncidentsAddress) => void;
}

/** What the list can be narrowed by. */
export function IncidentFilters({ address, onAddress }: FiltersProps) {
  const { t } = useTranslation(['incident', 'library', 'vocabulary']);
  // A phone shows them when asked to.
  const [isOpen, setOpen] = useState(() => window.matchMedia('(min-width: 50rem)').matches);
  const group = <Value extends string>(
    name: 'severity' | 'status' | 'kind',
    values: readonly Value[],
    label: (value: Value) => string,
  ) => (
    <fieldset className={facet['group']}>
      <legend>{t(`incident:${name}`)}</legend>
      {values.map((value) => (
        <label key={value} className={facet['value']}>
          <input
            type="checkbox"
            checked={(address[name] as readonly string[] | undefined)?.includes(value) ?? false}
            onChange={() => {
              onAddress(toggled(address, name, value));
            }}
          />
          <span className={facet['name']}>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  );
  return (
    <details
      className={facet['facets']}
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('library:narrow')}</summary>
      <Written address={address} onAddress={onAddress} />
      {group('severity', SEVERITIES, (value) => value)}
      {group('status', STATUSES, (value) => t(`vocabulary:incident${value}`))}
      {group('kind', KINDS, (value) => t(`vocabulary:kind${value}`))}
      <div className={css['service']}>
        <ServicePicker
          label={t('incident:service')}
          value={null}
          onChange={(service) => {
            if (service && address.service?.includes(service.name) !== true) {
              onAddress(toggled(address, 'service', service.name));
            }
          }}
        />
      </div>
      <fieldset className={`${facet['group'] ?? ''} ${css['days'] ?? ''}`}>
        <legend>{t('incident:began')}</legend>
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            type="date"
            label={t(`incident:${name}`)}
            value={address[name] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              onAddress({ ...address, [name]: value === '' ? undefined : value });
            }}
          />
        ))}
      </fieldset>
    </details>
  );
}

function Written({ address, onAddress }: FiltersProps) {
  const { t } = useTranslation('incident');
  return (
    <fieldset className={facet['group']}>
      <legend>{t('postmortem')}</legend>
      {(['no', 'yes'] as const).map((value) => (
        <label key={value} className={facet['value']}>
          <input
            type="checkbox"
            checked={address.written === value}
            onChange={() => {
              onAddress({ ...address, written: address.written === value ? undefined : value });
            }}
          />
          <span className={facet['name']}>{t(value === 'no' ? 'notWritten' : 'written')}</span>
        </label>
      ))}
    </fieldset>
  );
}
