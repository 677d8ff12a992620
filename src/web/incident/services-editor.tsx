import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ServicePicker } from '../catalog/service-picker.js';
import { Button } from '../ui/button.js';
import { TextArea, TextField } from '../ui/field.js';
import { instantOf, typedOf, wallOf } from '../ui/zone.js';
import { EditBlock } from './edit-block.js';
import { useEditing, type EditorProps } from './editing.js';
import css from './rows.module.css';
import { serviceLine } from './shown.js';
import { ZoneChoice } from './zone-choice.js';

interface Row {
  readonly service: { readonly id: string; readonly name: string };
  readonly impact: string;
  /** As it is typed. */
  readonly recovered: string;
  /** What it was filled with, to the millisecond. */
  readonly recoveredAt: string | null;
}

interface ServicesForm {
  readonly zone: string;
  readonly rows: readonly Row[];
}

/** How the incident struck each service, and when each worked again. */
export function ServicesEditor(props: EditorProps) {
  const { t } = useTranslation('incident');
  const editing = useEditing(props, 'services', (incident): ServicesForm => ({
    zone: props.zone,
    rows: incident.services.map(({ service, impact, recoveredAt }): Row => ({
      service,
      impact: impact ?? '',
      recovered: recoveredAt === null ? '' : typedOf(recoveredAt, props.zone),
      recoveredAt,
    })),
  }));
  const { form, setForm, base, save } = editing;
  const { zone, rows } = form;
  const set = (next: readonly Row[]): void => {
    setForm({ ...form, rows: next });
  };
  const begin = base.startedAt ?? base.detectedAt ?? base.createdAt;
  const read = ({ recovered, recoveredAt }: Row): string | null =>
    recoveredAt !== null && recovered === typedOf(recoveredAt, zone)
      ? recoveredAt
      : instantOf(recovered, zone, wallOf(begin, zone).day);
  const isUnread = (row: Row): boolean => row.recovered.trim() !== '' && read(row) === null;
  return (
    <EditBlock
      title={t('field_services')}
      editing={editing}
      zone={zone}
      onSave={() => {
        if (rows.some(isUnread)) return;
        const value = rows.map((row) => ({
          serviceId: row.service.id,
          impact: row.impact.trim() === '' ? null : row.impact.trim(),
          recoveredAt: read(row),
        }));
        const shown = rows
          .map((row) => serviceLine(row.service.name, row.impact.trim(), read(row), zone))
          .join('\n');
        save([{ field: 'services', value, shown }]);
      }}
    >
      {rows.length > 0 && (
        <ZoneChoice
          zone={zone}
          onZone={(next) => {
            const moved = rows.map((row) => {
              const at = read(row);
              return at === null ? row : { ...row, recovered: typedOf(at, next) };
            });
            setForm({ zone: next, rows: moved });
          }}
        />
      )}
      <div className={css['rows']}>
        {rows.map((row, index) => (
          <ServiceRow
            key={row.service.id}
            row={row}
            isUnread={isUnread(row)}
            onRow={(next) => {
              set(rows.map((each, place) => (place === index ? next : each)));
            }}
            onRemove={() => {
              set(rows.filter((_, place) => place !== index));
            }}
            onRead={() => {
              const at = read(row);
              return at === null ? row.recovered : typedOf(at, zone);
            }}
          />
        ))}
      </div>
      <ServicePicker
        key={rows.length}
        label={t('addService')}
        value={null}
        onChange={(service) => {
          if (service && !rows.some((row) => row.service.id === service.id)) {
            const { id, name } = service;
            set([...rows, { service: { id, name }, impact: '', recovered: '', recoveredAt: null }]);
          }
        }}
      />
    </EditBlock>
  );
}

function ServiceRow({
  row,
  isUnread,
  onRow,
  onRemove,
  onRead,
}: {
  readonly row: Row;
  readonly isUnread: boolean;
  readonly onRow: (row: Row) => void;
  readonly onRemove: () => void;
  readonly onRead: () => string;
}) {
  const { t } = useTranslation('incident');
  return (
    <fieldset className={`${css['row'] ?? ''} ${css['service'] ?? ''}`}>
      <legend className="visually-hidden">{row.service.name}</legend>
      <p className={css['name']} aria-hidden>
        {row.service.name}
      </p>
      <Button
        kind="quiet"
        size="small"
        icon={<X />}
        aria-label={t('removeNamed', { name: row.service.name })}
        onClick={onRemove}
      />
      <div className={css['parts']}>
        <TextArea
          label={t('impact')}
          value={row.impact}
          rows={2}
          dir="auto"
          maxLength={20_000}
          onChange={(event) => {
            onRow({ ...row, impact: event.currentTarget.value });
          }}
        />
        <TextField
          label={t('recovered')}
          placeholder={t('timeForm')}
          fault={isUnread ? t('noTime') : undefined}
          value={row.recovered}
          autoComplete="off"
          maxLength={60}
          onChange={(event) => {
            onRow({ ...row, recovered: event.currentTarget.value });
          }}
          onBlur={() => {
            onRow({ ...row, recovered: onRead() });
          }}
        />
      </div>
    </fieldset>
  );
}
