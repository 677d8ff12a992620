import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RefusedError } from '../app/api.js';
import { useChange } from '../app/ask.js';
import { complaintsOf } from '../app/complaints.js';
import { say } from '../app/said.js';
import { useOwnZone } from '../app/viewer.js';
import { numberOf } from '../case/practice-number.js';
import { FormDialog } from '../catalog/form-dialog.js';
import { PersonPicker, type PickedPerson } from '../catalog/person-picker.js';
import { ServicePicker, type PickedService } from '../catalog/service-picker.js';
import { TeamPicker, type PickedTeam } from '../catalog/team-picker.js';
import {
  TaskCreateDocument,
  TaskUpdateDocument,
  type Practice,
  type TaskFactsFragment,
  type TaskUpdateMutation,
} from '../gql/documents.js';
import { Choice, TextArea, TextField } from '../ui/field.js';
import { wallOf } from '../ui/zone.js';
import { STAGES } from '../writing/practices-by-stage.js';
import { CadenceFields, type CadenceDraft } from './cadence-fields.js';
import { rhythmOf, ruleOf } from './rhythm.js';

const FIELDS = [
  ...['title', 'detail', 'ownerId', 'teamId', 'serviceId', 'practice'],
  ...['rule', 'startsOn', 'zone', 'time', 'graceDays'],
];

interface Values {
  readonly title: string;
  readonly detail: string;
  readonly owner: PickedPerson | null;
  readonly team: PickedTeam | null;
  readonly service: PickedService | null;
  readonly practice: Practice | '';
  readonly cadence: CadenceDraft;
  readonly graceDays: number;
}

/** Describes a recurring task, a new one or one that is known. */
export function TaskForm({
  task,
  onClose,
}: {
  /** Null for a new one. */
  readonly task: TaskFactsFragment | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['tasks', 'vocabulary']);
  const zone = useOwnZone();
  const [values, setValues] = useState<Values>(() => valuesOf(task, zone));
  const set = (changed: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...changed }));
  };
  const { save, isPending, error } = useSaving(task, values, onClose);
  const { faultOf, rest } = complaintsOf(error, FIELDS);
  return (
    <FormDialog
      title={task ? t('tasks:editTask', { key: task.key }) : t('tasks:newTask')}
      isPending={isPending}
      error={error}
      rest={rest}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('tasks:title')}
        hint={t('tasks:titleHint')}
        fault={faultOf('title')}
        value={values.title}
        required
        maxLength={500}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ title: value });
        }}
      />
      {task?.archivedAt === null || task === null ? (
        <CadenceFields
          cadence={values.cadence}
          startsOnHint={t('tasks:startsOnHint')}
          faultOf={faultOf}
          onChange={(cadence) => {
            set({ cadence });
          }}
        >
          <TextField
            label={t('tasks:graceDays')}
            hint={t('tasks:graceDaysHint')}
            fault={faultOf('graceDays')}
            type="number"
            min={0}
            max={60}
            required
            value={values.graceDays}
            onChange={({ currentTarget: { valueAsNumber } }) => {
              set({ graceDays: valueAsNumber || 0 });
            }}
          />
        </CadenceFields>
      ) : null}
      <PersonPicker
        label={t('tasks:owner')}
        fault={faultOf('ownerId')}
        value={values.owner}
        onChange={(owner) => {
          set({ owner });
        }}
      />
      <TeamPicker
        label={t('tasks:team')}
        fault={faultOf('teamId')}
        value={values.team}
        onChange={(team) => {
          set({ team });
        }}
      />
      <ServicePicker
        label={t('tasks:service')}
        fault={faultOf('serviceId')}
        value={values.service}
        onChange={(service) => {
          set({ service });
        }}
      />
      <Choice
        label={t('tasks:practice')}
        fault={faultOf('practice')}
        value={values.practice}
        options={[
          { value: '' as const, label: t('tasks:noPractice') },
          ...STAGES.flatMap(([, practices]) =>
            practices.map((value) => ({
              value,
              label: `${numberOf(value)} ${t(`vocabulary:practice${value}`)}`,
            })),
          ),
        ]}
        onChange={(practice) => {
          set({ practice });
        }}
      />
      <TextArea
        label={t('tasks:detail')}
        hint={t('tasks:detailHint')}
        fault={faultOf('detail')}
        value={values.detail}
        dir="auto"
        onChange={({ currentTarget: { value } }) => {
          set({ detail: value });
        }}
      />
    </FormDialog>
  );
}

function valuesOf(task: TaskFactsFragment | null, zone: string): Values {
  const known = task?.cadences.at(-1);
  const { day } = wallOf(new Date().toISOString(), zone);
  const cadence: CadenceDraft = known
    ? { ...known, rhythm: rhythmOf(known.rule, known.startsOn) }
    : {
        rhythm: { kind: 'monthWeekday', every: 1, place: 1, weekday: 'TU' },
        ...{ startsOn: day, zone, time: '09:00' },
      };
  return {
    title: task?.title ?? '',
    detail: task?.detail ?? '',
    owner: task?.owner ?? null,
    team: task?.team ?? null,
    service: task?.service ?? null,
    practice: task?.practice ?? '',
    cadence,
    graceDays: known?.graceDays ?? 3,
  };
}

function inputOf(values: Values) {
  const { title, detail, owner, team, service, practice, cadence, graceDays } = values;
  const { rhythm, startsOn, zone, time } = cadence;
  return {
    title,
    detail: detail.trim() === '' ? null : detail,
    ownerId: owner?.id ?? null,
    teamId: team?.id ?? null,
    serviceId: service?.id ?? null,
    practice: practice === '' ? null : practice,
    cadence: { rule: ruleOf(rhythm), startsOn, zone, time, graceDays },
  };
}

function useSaving(task: TaskFactsFragment | null, values: Values, onClose: () => void) {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate();
  const [version, setVersion] = useState(task?.version);
  const create = useChange(TaskCreateDocument, {
    onDone: ({ recurringTask }) => {
      if (!recurringTask) return;
      const { key } = recurringTask;
      say({ text: t('savedSaid', { key }) });
      void navigate({ to: '/tasks/$key', params: { key } });
    },
  });
  const update = useChange(TaskUpdateDocument, {
    onDone: ({ recurringTask }) => {
      say({ text: t('savedSaid', { key: recurringTask?.key ?? '' }) });
      onClose();
    },
    onFailed: (error) => {
      if (!(error instanceof RefusedError) || error.code !== 'CONFLICT') return;
      const { recurringTask } = error.payload as TaskUpdateMutation['recurringTaskUpdate'];
      setVersion(recurringTask?.version);
    },
  });
  const used = task ? update : create;
  return {
    isPending: used.isPending,
    error: used.error,
    save: () => {
      const { cadence, ...input } = inputOf(values);
      if (!task) create.mutate({ input: { ...input, cadence } });
      else {
        const due = task.archivedAt === null ? { cadence } : {};
        update.mutate({ id: task.id, input: { ...input, ...due, expectedVersion: version } });
      }
    },
  };
}
