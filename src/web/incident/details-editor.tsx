import { useTranslation } from 'react-i18next';

import type { IncidentKind, IncidentStatus, Severity } from '../gql/documents.js';
import { Choice, TextField } from '../ui/field.js';
import css from './details-editor.module.css';
import { EditBlock } from './edit-block.js';
import { useEditing, type EditorProps } from './editing.js';
import { faultIn } from './incident-edit.js';
import { KINDS, SEVERITIES, STATUSES } from './incidents-address.js';

/** What happened in one line, how bad it was and how far the response has come. */
export function DetailsEditor(props: EditorProps) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  const editing = useEditing(props, 'details', (incident) => ({
    title: incident.title,
    kind: incident.kind,
    severity: incident.severity,
    status: incident.status,
  }));
  const { form, setForm, save, error } = editing;
  const { title, kind, severity, status } = form;
  return (
    <EditBlock
      title={t('incident:details')}
      editing={editing}
      zone={props.zone}
      onSave={() => {
        save([
          { field: 'title', value: title.trim(), shown: title },
          { field: 'kind', value: kind, shown: t(`vocabulary:kind${kind}`) },
          { field: 'severity', value: severity, shown: severity ?? '' },
          { field: 'status', value: status, shown: t(`vocabulary:incident${status}`) },
        ]);
      }}
    >
      <TextField
        label={t('incident:field_title')}
        fault={faultIn(error, 'title')}
        value={title}
        dir="auto"
        maxLength={500}
        required
        onChange={(event) => {
          setForm({ ...form, title: event.currentTarget.value });
        }}
      />
      <div className={css['row']}>
        <SeverityChoice
          value={severity}
          onChange={(next) => {
            setForm({ ...form, severity: next });
          }}
        />
        <StatusChoice
          value={status}
          onChange={(next) => {
            setForm({ ...form, status: next });
          }}
        />
        <Choice<IncidentKind>
          label={t('incident:field_kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`vocabulary:kind${value}`) }))}
          onChange={(next) => {
            setForm({ ...form, kind: next });
          }}
        />
      </div>
    </EditBlock>
  );
}

/** How bad it was, with what each step means. */
export function SeverityChoice({
  value,
  onChange,
}: {
  readonly value: Severity | null;
  readonly onChange: (value: Severity | null) => void;
}) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  return (
    <Choice<Severity | ''>
      label={t('incident:field_severity')}
      value={value ?? ''}
      hint={value && t(`vocabulary:severityHelp${value}`)}
      options={[
        { value: '', label: t('incident:unrated') },
        ...SEVERITIES.map((each) => ({ value: each, label: each })),
      ]}
      onChange={(next) => {
        onChange(next === '' ? null : next);
      }}
    />
  );
}

/** How far the response has come. */
export function StatusChoice({
  value,
  onChange,
}: {
  readonly value: IncidentStatus;
  readonly onChange: (value: IncidentStatus) => void;
}) {
  const { t } = useTranslation(['incident', 'vocabulary']);
  return (
    <Choice<IncidentStatus>
      label={t('incident:field_status')}
      value={value}
      options={STATUSES.map((each) => ({ value: each, label: t(`vocabulary:incident${each}`) }))}
      onChange={onChange}
    />
  );
}
