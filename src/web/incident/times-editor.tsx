import { useTranslation } from 'react-i18next';

import { MILESTONES, spansOf } from '../ui/milestones.js';
import { SpanList } from '../ui/time-axis.js';
import { typedOf } from '../ui/zone.js';
import { DragAxis } from './drag-axis.js';
import { EditBlock } from './edit-block.js';
import { faultIn, useIncidentEdit, type Incident } from './incident-edit.js';
import { useKept } from './kept.js';
import { OrderFaults } from './order-faults.js';
import css from './times-editor.module.css';
import { TimesTable } from './times-table.js';
import { readTimes, retyped, typedTimes, type TypedTimes } from './typed-times.js';
import { ZoneChoice } from './zone-choice.js';

/** The milestones: dragged on an axis or typed in a table, with the spans that come out of it. */
export function TimesEditor({
  incident,
  zone: shownZone,
  onDone,
}: {
  readonly incident: Incident;
  readonly zone: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('incident');
  const [kept, setKept, forget] = useKept<{
    readonly base: Incident;
    readonly zone: string;
    readonly typed: TypedTimes;
  }>(`${incident.id}/times`, () => ({
    base: incident,
    zone: shownZone,
    typed: typedTimes(incident, shownZone),
  }));
  const { base, zone, typed } = kept;
  const done = (): void => {
    forget();
    onDone();
  };
  const editor = useIncidentEdit(base, done);
  const { times, unread } = readTimes(typed, zone, base);
  const type = (field: (typeof MILESTONES)[number], text: string): void => {
    setKept({ ...kept, typed: { ...typed, [field]: text } });
  };
  return (
    <EditBlock
      title={t('times')}
      editor={editor}
      zone={zone}
      onCancel={done}
      onSave={() => {
        const [first] = unread;
        if (first) {
          document.getElementById(`time-${first}`)?.focus();
          return;
        }
        editor.save(
          MILESTONES.map((field) => ({ field, value: times[field], shown: typed[field] })),
        );
      }}
    >
      <DragAxis
        times={times}
        zone={zone}
        onMove={(field, at) => {
          type(field, typedOf(at, zone));
        }}
      />
      <div className={css['zone']}>
        <ZoneChoice
          zone={zone}
          onZone={(next) => {
            setKept({ ...kept, zone: next, typed: retyped(typed, zone, next, base) });
          }}
        />
      </div>
      <TimesTable
        typed={typed}
        times={times}
        zone={zone}
        onTyped={type}
        faultOf={(field) => faultIn(editor.error, field)}
      />
      <OrderFaults of={times} />
      <SpanList of={spansOf(times)} />
    </EditBlock>
  );
}
