import { useTranslation } from 'react-i18next';

import { MILESTONES, spansOf } from '../ui/milestones.js';
import { SpanList } from '../ui/time-axis.js';
import { typedOf } from '../ui/zone.js';
import { DragAxis } from './drag-axis.js';
import { EditBlock } from './edit-block.js';
import { useEditing, type EditorProps } from './editing.js';
import { faultIn } from './incident-edit.js';
import { OrderFaults } from './order-faults.js';
import css from './times-editor.module.css';
import { TimesTable } from './times-table.js';
import { readTimes, retyped, typedTimes } from './typed-times.js';
import { ZoneChoice } from './zone-choice.js';

/** The milestones: dragged on an axis or typed in a table, with the spans that come out of it. */
export function TimesEditor(props: EditorProps) {
  const { t } = useTranslation('incident');
  const editing = useEditing(props, 'times', (incident) => ({
    zone: props.zone,
    typed: typedTimes(incident, props.zone),
  }));
  const { form, setForm, base, save, error } = editing;
  const { zone, typed } = form;
  const { times, unread } = readTimes(typed, zone, base);
  const type = (field: (typeof MILESTONES)[number], text: string): void => {
    setForm({ ...form, typed: { ...typed, [field]: text } });
  };
  return (
    <EditBlock
      title={t('times')}
      editing={editing}
      zone={zone}
      onSave={() => {
        const [first] = unread;
        if (first) {
          document.getElementById(`time-${first}`)?.focus();
          return;
        }
        save(MILESTONES.map((field) => ({ field, value: times[field], shown: typed[field] })));
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
            setForm({ zone: next, typed: retyped(typed, zone, next, base) });
          }}
        />
      </div>
      <TimesTable
        typed={typed}
        times={times}
        zone={zone}
        onTyped={type}
        faultOf={(field) => faultIn(error, field)}
      />
      <OrderFaults of={times} />
      <SpanList of={spansOf(times)} />
    </EditBlock>
  );
}
