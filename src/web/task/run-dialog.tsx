import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { FormDialog } from '../catalog/form-dialog.js';
import {
  TaskRecordDocument,
  type OccurrenceFactsFragment,
  type TaskResult,
} from '../gql/documents.js';
import { Choice, TextArea } from '../ui/field.js';
import { calendarDay } from '../ui/time.js';

const RESULTS = ['PASSED', 'FAILED', 'SKIPPED'] as const satisfies readonly TaskResult[];

/** Records what came of one of the times that a task is due. */
export function RunDialog({
  taskId,
  occurrence,
  onClose,
}: {
  readonly taskId: string;
  readonly occurrence: OccurrenceFactsFragment;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('tasks');
  const [before] = occurrence.runs;
  const [result, setResult] = useState<TaskResult>(before?.result ?? 'PASSED');
  const [note, setNote] = useState(before?.note ?? '');
  const [evidence, setEvidence] = useState(before?.evidence ?? '');
  const record = useChange(TaskRecordDocument, {
    onDone: () => {
      say({ text: t('recorded') });
      onClose();
    },
  });
  const { faultOf, rest } = complaintsOf(record.error, ['result', 'note', 'evidence']);
  const { dueOn, runs } = occurrence;
  return (
    <FormDialog
      title={t('recordOf', { day: calendarDay(dueOn, i18n.language) })}
      isPending={record.isPending}
      error={record.error}
      rest={rest}
      onSave={() => {
        const given = (text: string): string | null => (text.trim() === '' ? null : text);
        const said = { note: given(note), evidence: given(evidence) };
        const input = { dueOn, result, ...said, expectedVersion: runs.length };
        record.mutate({ id: taskId, input });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('result')}
        fault={faultOf('result')}
        hint={before ? t('recordAgainHint') : undefined}
        value={result}
        options={RESULTS.map((value) => ({ value, label: t(`result${value}`) }))}
        onChange={setResult}
      />
      <TextArea
        label={t('note')}
        hint={result === 'PASSED' ? undefined : t('noteHint')}
        fault={faultOf('note')}
        required={result !== 'PASSED'}
        value={note}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          setNote(value);
        }}
      />
      <TextArea
        label={t('evidence')}
        hint={t('evidenceHint')}
        fault={faultOf('evidence')}
        value={evidence}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          setEvidence(value);
        }}
      />
    </FormDialog>
  );
}
