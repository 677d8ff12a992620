import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RefusedError, RequestError } from '../app/api.js';
import type { PickedService } from '../catalog/service-picker.js';
import { ServicePicker } from '../catalog/service-picker.js';
import type { IncidentKind, IncidentStatus, Severity } from '../gql/documents.js';
import { Button } from '../ui/button.js';
import { Field, TextArea } from '../ui/field.js';
import field from '../ui/field.module.css';
import { MILESTONES, spansOf, type MilestoneField } from '../ui/milestones.js';
import { SpanList } from '../ui/time-axis.js';
import { SeverityChoice, StatusChoice } from './details-editor.js';
import { faultIn } from './incident-edit.js';
import css from './new-incident-page.module.css';
import { OrderFaults } from './order-faults.js';
import { ReferenceRows, type TypedReference } from './reference-rows.js';
import { TimesTable } from './times-table.js';
import { readTimes, retyped, type TypedTimes } from './typed-times.js';
import { ZoneChoice } from './zone-choice.js';

/** What has been typed so far. */
export interface NewIncident {
  readonly title: string;
  readonly severity: Severity | null;
  readonly status: IncidentStatus;
  readonly summary: string;
  readonly services: readonly PickedService[];
  readonly zone: string;
  readonly typed: TypedTimes;
  readonly references: readonly TypedReference[];
  readonly withoutName: boolean;
}

interface FieldsProps {
  readonly kind: IncidentKind;
  readonly form: NewIncident;
  readonly onForm: (form: NewIncident) => void;
  readonly error: RefusedError | RequestError | null;
  /** Somebody has tried to save it. */
  readonly isTried: boolean;
}

/** What is asked of something that goes on. */
const FIRST: readonly MilestoneField[] = ['startedAt', 'detectedAt', 'acknowledgedAt'];

/** What is known of it. Only the title has to be. */
export function NewIncidentFields({ kind, form, onForm, error, isTried }: FieldsProps) {
  const { t } = useTranslation(['incident', 'frame', 'vocabulary']);
  const set = (part: Partial<NewIncident>): void => {
    onForm({ ...form, ...part });
  };
  const isNearMiss = kind === 'NEAR_MISS';
  const noTitle = isTried && form.title.trim() === '' ? t('incident:titleMissing') : undefined;
  return (
    <>
      <Field
        label={t('incident:field_title')}
        hint={t(`incident:titleHint${kind}`)}
        fault={noTitle ?? faultIn(error, 'title')}
      >
        {(attributes) => (
          <input
            {...attributes}
            data-title
            className={field['control']}
            value={form.title}
            dir="auto"
            maxLength={500}
            required
            onChange={(event) => {
              set({ title: event.currentTarget.value });
            }}
          />
        )}
      </Field>
      <div className={css['row']}>
        <SeverityChoice
          value={form.severity}
          onChange={(severity) => {
            set({ severity });
          }}
        />
        {!isNearMiss && (
          <StatusChoice
            value={form.status}
            onChange={(status) => {
              set({ status });
            }}
          />
        )}
      </div>
      <ServicePicker
        multiple
        label={t(isNearMiss ? 'incident:servicesAtRisk' : 'incident:field_services')}
        value={form.services}
        onChange={(services) => {
          set({ services: services.map(({ id, name }) => ({ id, name })) });
        }}
      />
      <TimesPart kind={kind} form={form} onForm={onForm} error={error} />
      <TextArea
        label={t('incident:field_summary')}
        hint={t(isNearMiss ? 'incident:nearMissHint' : 'incident:markdown')}
        fault={faultIn(error, 'summary')}
        rows={6}
        dir="auto"
        maxLength={1_000_000}
        value={form.summary}
        onChange={(event) => {
          set({ summary: event.currentTarget.value });
        }}
      />
      {isNearMiss ? (
        <WithoutName
          isOn={form.withoutName}
          onChange={(withoutName) => {
            set({ withoutName });
          }}
        />
      ) : (
        <fieldset className={css['part']}>
          <legend>{t('incident:field_references')}</legend>
          <ReferenceRows
            rows={form.references}
            onRows={(references) => {
              set({ references });
            }}
          />
        </fieldset>
      )}
    </>
  );
}

function TimesPart({ kind, form, onForm, error }: Omit<FieldsProps, 'isTried'>) {
  const { t } = useTranslation('incident');
  const { typed, zone } = form;
  const { times } = readTimes(typed, zone);
  const [showsAll, setShowsAll] = useState(false);
  const isOver = form.status !== 'INVESTIGATING' && form.status !== 'IDENTIFIED';
  const fields =
    kind === 'NEAR_MISS'
      ? (['startedAt'] as const)
      : showsAll || isOver
        ? MILESTONES
        : MILESTONES.filter((name) => FIRST.includes(name) || typed[name] !== '');
  return (
    <fieldset className={css['part']}>
      <legend>{t('times')}</legend>
      <p className={css['hint']}>{t('timesHint')}</p>
      <div className={css['zone']}>
        <ZoneChoice
          zone={zone}
          onZone={(next) => {
            onForm({ ...form, zone: next, typed: retyped(typed, zone, next) });
          }}
        />
      </div>
      <TimesTable
        typed={typed}
        times={times}
        zone={zone}
        fields={fields}
        onTyped={(name, text) => {
          onForm({ ...form, typed: { ...typed, [name]: text } });
        }}
        faultOf={(name) => faultIn(error, name)}
      />
      {kind !== 'NEAR_MISS' && (
        <>
          {fields.length < MILESTONES.length && (
            <Button
              kind="quiet"
              size="small"
              className={css['later'] ?? ''}
              onClick={() => {
                setShowsAll(true);
              }}
            >
              {t('moreTimes')}
            </Button>
          )}
          <OrderFaults of={times} />
          <SpanList of={spansOf(times)} />
        </>
      )}
    </fieldset>
  );
}

function WithoutName({
  isOn,
  onChange,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const { t } = useTranslation('incident');
  const id = useId();
  return (
    <div className={css['without']}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={`${id}-means`}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <div>
        <label htmlFor={id}>{t('withoutName')}</label>
        <p id={`${id}-means`} className={css['hint']}>
          {t('withoutNameMeans')}
        </p>
      </div>
    </div>
  );
}
